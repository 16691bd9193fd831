import React, { useEffect, useRef } from 'react'
import { LinkButton } from '../../shared/components/ActionButton'
import { Notice } from '../../shared/components/Notice'
import { useWords } from '../../shared/words/useWords'
import { inputOf, SettingName, Settings, SettingsDraft } from './settingsModel'
import { useSettingWords } from './useSettingWords'

interface Props {
  names: SettingName[]
  theirs: Settings
  draft: SettingsDraft
  onChoose: (name: SettingName, whose: 'mine' | 'theirs') => void
}

/** Somebody saved meanwhile: what they saved beside mine, setting by setting. */
export function Conflicts({ names, theirs, draft, onChoose }: Props) {
  const words = useWords()
  const wordsOf = useSettingWords()
  const sentence = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (sentence.current) sentence.current.focus()
  }, [])
  const mine = inputOf(draft, '')
  return (
    <Notice tone="look" focusRef={sentence}>
      <p className="ma0">
        {words(names.length > 0 ? 'settings.changed' : 'settings.changedElsewhere')}
      </p>
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
                  {wordsOf(name, theirs)}
                  <br />
                  <LinkButton onClick={() => onChoose(name, 'theirs')}>
                    {words('settings.takeTheirs')}
                  </LinkButton>
                </td>
                <td>
                  {wordsOf(name, mine)}
                  <br />
                  <LinkButton onClick={() => onChoose(name, 'mine')}>
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
