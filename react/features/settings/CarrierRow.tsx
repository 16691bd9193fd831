import React, { useEffect, useLayoutEffect, useRef, useState } from 'react'
import { LinkButton } from '../../shared/components/ActionButton'
import { Disclosure } from '../../shared/components/Disclosure'
import { TextField } from '../../shared/components/TextField'
import { useWords } from '../../shared/words/useWords'
import { ProblemAt, SettingsProblems } from './problemAt'
import { Samples } from './Samples'
import { CarrierDraft } from './settingsModel'

interface Props {
  carrier: CarrierDraft
  problems: SettingsProblems
  /** Just added: its name takes the focus. */
  isFresh: boolean
  onChange: (patch: Partial<CarrierDraft>) => void
}

const parts = ['name', 'urlTemplate'] as const

export function CarrierRow({ carrier, problems, isFresh, onChange }: Props) {
  const words = useWords()
  const nameBox = useRef<HTMLInputElement>(null)
  const turn = useRef<HTMLButtonElement>(null)
  const [isExpert, setExpert] = useState(false)
  const wasRemoved = useRef(carrier.isRemoved)
  useLayoutEffect(() => {
    if (isFresh && nameBox.current) nameBox.current.focus()
  }, [isFresh])
  // Remove and its undo stand in each other's place: so does the focus.
  useLayoutEffect(() => {
    if (wasRemoved.current !== carrier.isRemoved && turn.current) turn.current.focus()
    wasRemoved.current = carrier.isRemoved
  }, [carrier.isRemoved])
  const isRefused = Boolean(problems.at(carrier.key, 'numberPattern'))
  // Opened to be corrected, it stays open while it is.
  useEffect(() => {
    if (isRefused) setExpert(true)
  }, [isRefused])
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
      <Samples
        id={`${carrier.key}-samples`}
        onPattern={(numberPattern) => onChange({ numberPattern })}
      />
      <LinkButton
        buttonRef={turn}
        label={words('settings.removeCarrier', { name: shownName })}
        onClick={() => onChange({ isRemoved: true })}
      >
        {words('settings.remove')}
      </LinkButton>
      <div className="it-carrier__expert">
        <Disclosure
          id={`${carrier.key}-expert`}
          title={words('settings.expert')}
          isOpen={isExpert || isRefused}
          onToggle={setExpert}
        >
          <TextField
            id={`${carrier.key}-numberPattern`}
            label={words('setting.numberPattern')}
            value={carrier.numberPattern}
            problem={problemOf('numberPattern')}
            onChange={(numberPattern) => onChange({ numberPattern })}
          />
        </Disclosure>
      </div>
    </li>
  )

  function problemOf(part: string) {
    const problem = problems.at(carrier.key, part)
    return problem ? <ProblemAt problem={problem} /> : undefined
  }
}
