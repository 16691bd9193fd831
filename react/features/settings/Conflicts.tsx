import React, { useLayoutEffect, useRef } from 'react'
import { LinkButton } from '../../shared/components/ActionButton'
import { Notice } from '../../shared/components/Notice'
import { useWords } from '../../shared/words/useWords'
import { inputOf, SettingName, Settings, SettingsDraft } from './settingsModel'
import { SettingValue } from './SettingValue'

interface Props {
  names: SettingName[]
  theirs: Settings
  draft: SettingsDraft
  /** Something of mine is there to save. */
  isMineLeft: boolean
  /** Counts how often somebody wanted to save before choosing. */
  calls: number
  onChoose: (name: SettingName, whose: 'mine' | 'theirs') => void
}

/** Somebody saved meanwhile: what they saved beside mine, setting by setting. */
export function Conflicts({ names, theirs, draft, isMineLeft, calls, onChoose }: Props) {
  const words = useWords()
  const sentence = useRef<HTMLDivElement>(null)
  // Also after each choice: its buttons are gone, and the sentence says what is left to do.
  useLayoutEffect(() => {
    if (sentence.current) sentence.current.focus()
  }, [names.length, calls])
  const mine = inputOf(draft, '')
  const said =
    names.length > 0
      ? 'settings.changed'
      : isMineLeft
        ? 'settings.changedElsewhere'
        : 'settings.changedTaken'
  const chooses = (choice: 'takeTheirs' | 'keepMine', name: SettingName) =>
    `${words(`settings.${choice}`)}: ${words(`setting.${name}`)}`
  return (
    <Notice tone="look" focusRef={sentence}>
      <p className="ma0">{words(said)}</p>
      {names.length > 0 && (
        <table className="it-conflicts t-small">
          <thead>
            <tr>
              <th scope="col">{words('settings.what')}</th>
              <th scope="col">{words('settings.theirs')}</th>
              <th scope="col">{words('settings.mine')}</th>
            </tr>
          </thead>
          <tbody>
            {names.map((name) => (
              <tr key={name}>
                <th scope="row">{words(`setting.${name}`)}</th>
                <td>
                  <SettingValue name={name} settings={theirs} other={mine} />
                  <LinkButton
                    label={chooses('takeTheirs', name)}
                    onClick={() => onChoose(name, 'theirs')}
                  >
                    {words('settings.takeTheirs')}
                  </LinkButton>
                </td>
                <td>
                  <SettingValue name={name} settings={mine} other={theirs} />
                  <LinkButton
                    label={chooses('keepMine', name)}
                    onClick={() => onChoose(name, 'mine')}
                  >
                    {words('settings.keepMine')}
                  </LinkButton>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Notice>
  )
}
