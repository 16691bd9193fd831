import React, { useEffect, useRef } from 'react'
import { LinkButton } from '../../shared/components/ActionButton'
import { TextField } from '../../shared/components/TextField'
import { useWords } from '../../shared/words/useWords'
import { ProblemAt, SettingsProblems } from './problemAt'
import { CarrierDraft } from './settingsModel'

interface Props {
  carrier: CarrierDraft
  problems: SettingsProblems
  /** Just added: its name takes the focus. */
  isFresh: boolean
  onChange: (patch: Partial<CarrierDraft>) => void
}

const parts = ['name', 'urlTemplate', 'numberPattern'] as const

export function CarrierRow({ carrier, problems, isFresh, onChange }: Props) {
  const words = useWords()
  const nameBox = useRef<HTMLInputElement>(null)
  const turn = useRef<HTMLButtonElement>(null)
  const wasRemoved = useRef(carrier.isRemoved)
  useEffect(() => {
    if (isFresh && nameBox.current) nameBox.current.focus()
  }, [isFresh])
  // Remove and its undo stand in each other's place: so does the focus.
  useEffect(() => {
    if (wasRemoved.current !== carrier.isRemoved && turn.current) turn.current.focus()
    wasRemoved.current = carrier.isRemoved
  }, [carrier.isRemoved])
  const shownName = carrier.name || words('settings.newCarrier')
  if (carrier.isRemoved) {
    return (
      <li className="it-carrier it-carrier--removed t-small">
        <span>
          {words('settings.removed', { name: shownName })}{' '}
          <LinkButton buttonRef={turn} onClick={() => onChange({ isRemoved: false })}>
            {words('settings.undoRemove')}
          </LinkButton>
        </span>
      </li>
    )
  }
  return (
    <li className="it-carrier">
      {parts.map((part) => (
        <TextField
          key={part}
          id={`${carrier.key}-${part}`}
          label={words(`setting.${part}`)}
          value={carrier[part]}
          inputRef={part === 'name' ? nameBox : undefined}
          inputMode={part === 'urlTemplate' ? 'url' : 'text'}
          problem={problemOf(part)}
          onChange={(value) => onChange({ [part]: value })}
        />
      ))}
      <LinkButton
        buttonRef={turn}
        label={words('settings.removeCarrier', { name: shownName })}
        onClick={() => onChange({ isRemoved: true })}
      >
        {words('settings.remove')}
      </LinkButton>
    </li>
  )

  function problemOf(part: string) {
    const problem = problems.at(carrier.key, part)
    return problem ? <ProblemAt problem={problem} /> : undefined
  }
}
