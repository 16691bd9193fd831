import React, { ReactNode, useLayoutEffect, useRef, useState } from 'react'
import { LinkButton } from '../../../shared/components/ActionButton'
import { Notice } from '../../../shared/components/Notice'
import { ProblemText } from '../../../shared/components/ProblemText'
import { SelectField, TextField } from '../../../shared/components/TextField'
import { factOf, ProblemLike } from '../../../shared/words/problemFacts'
import { useWords } from '../../../shared/words/useWords'
import { CodeDraft, newCode, PARCEL_STATES } from './connectionModel'

interface Props {
  codes: CodeDraft[]
  /** The carrier sent them, and nobody has read them yet. */
  unread: readonly ProblemLike[]
  /** Of which the meaning was just asked for. */
  askedCode: string | null
  problemAt: (key: string | null, name: string) => ReactNode | undefined
  onExplain: (code: string) => void
  onChange: (codes: CodeDraft[]) => void
}

/** The store's own reading of the carrier's codes: it goes before what the app knows. */
export function OwnCodes({ codes, unread, askedCode, problemAt, onExplain, onChange }: Props) {
  const words = useWords()
  const [added, setAdded] = useState<string | null>(null)
  const add = useRef<HTMLButtonElement>(null)
  const whole = problemAt(null, 'codes')
  const change = (key: string, patch: Partial<CodeDraft>) =>
    onChange(codes.map((one) => (one.key === key ? { ...one, ...patch } : one)))

  return (
    <fieldset className="it-codes">
      <legend className="t-small">{words('setting.codes')}</legend>
      <p className="ma0 t-small">{words('connections.codes-help')}</p>
      {unread.length > 0 && (
        <Notice tone="look">
          {unread.map((problem) => (
            <p key={factOf(problem, 'code') || ''} className="ma0">
              <ProblemText
                problem={problem}
                canRemedy={({ action }) => action === 'EXPLAIN_CODE'}
                onRemedy={() => onExplain(factOf(problem, 'code') || '')}
              />
            </p>
          ))}
        </Notice>
      )}
      <ul>
        {codes.map((one) => (
          <CodeRow
            key={one.key}
            row={one}
            focusAt={one.key === added ? 'code' : one.code === askedCode ? 'state' : null}
            problemAt={problemAt}
            onChange={(patch) => change(one.key, patch)}
            onRemove={() => {
              onChange(codes.filter(({ key }) => key !== one.key))
              if (add.current) add.current.focus()
            }}
          />
        ))}
      </ul>
      {whole && <div className="it-field__problem t-small">{whole}</div>}
      <p className="ma0 t-small">
        <LinkButton
          buttonRef={add}
          onClick={() => {
            const row = newCode()
            setAdded(row.key)
            onChange([...codes, row])
          }}
        >
          {words('connections.add-code')}
        </LinkButton>
      </p>
    </fieldset>
  )
}

interface RowProps {
  row: CodeDraft
  /** Which of its fields takes the focus when it comes. */
  focusAt: 'code' | 'state' | null
  problemAt: Props['problemAt']
  onChange: (patch: Partial<CodeDraft>) => void
  onRemove: () => void
}

function CodeRow({ row, focusAt, problemAt, onChange, onRemove }: RowProps) {
  const words = useWords()
  const { key, code, state } = row

  useLayoutEffect(() => {
    const field = focusAt && document.getElementById(`${key}-${focusAt}`)

    if (field) field.focus()
  }, [key, focusAt])

  return (
    <li className="it-code-row">
      <TextField
        id={`${key}-code`}
        label={words('setting.code')}
        value={code}
        problem={problemAt(key, 'code')}
        onChange={(text) => onChange({ code: text })}
      />
      <SelectField
        id={`${key}-state`}
        label={words('setting.state')}
        value={state}
        problem={problemAt(key, 'state')}
        options={[
          { value: '', label: words('connections.choose-state') },
          ...PARCEL_STATES.map((value) => ({
            value,
            label: words(value === 'UNKNOWN' ? 'connections.text-only' : `parcel.${value}`),
          })),
        ]}
        onChange={(value) => onChange({ state: value as CodeDraft['state'] })}
      />
      <LinkButton
        label={words('settings.removeCarrier', { name: code || words('connections.new-code') })}
        onClick={onRemove}
      >
        {words('settings.remove')}
      </LinkButton>
    </li>
  )
}
