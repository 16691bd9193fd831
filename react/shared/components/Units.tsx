import React from 'react'
import { IconMinus, IconPlus } from 'vtex.styleguide'
import { useWords } from '../words/useWords'
import { useEntry } from './useEntry'

interface Props {
  id: string
  /** Names the line: stands in the field's and the buttons' names. */
  name: string
  value: number
  /** The service judges; this only stops the plus button. */
  max: number
  onChange: (value: number) => void
  isReadOnly?: boolean
  describedBy?: string
  isInvalid?: boolean
}

/** Whole units: type them, or step with named buttons. */
export function Units({
  id,
  name,
  value,
  max,
  onChange,
  isReadOnly,
  describedBy,
  isInvalid,
}: Props) {
  const words = useWords()
  const canLess = !isReadOnly && value > 0
  const canMore = !isReadOnly && value < max
  // Not `disabled`: the last step would take the focus out of the form.
  const step = (by: number) => {
    if (by < 0 ? canLess : canMore) onChange(Math.max(0, Math.min(max, value + by)))
  }
  const entry = useEntry<HTMLInputElement>((text) => {
    const digits = text.replace(/\D/g, '').slice(0, 6)
    onChange(digits === '' ? 0 : Number(digits))
  })
  return (
    <span className="it-units">
      <button
        type="button"
        className="it-units__step"
        aria-label={words('units.less', { name })}
        aria-disabled={!canLess}
        onClick={() => step(-1)}
      >
        <IconMinus size={12} />
      </button>
      <input
        {...entry}
        id={id}
        className="it-units__input it-tabular"
        aria-label={words('units.of', { name, max })}
        aria-describedby={describedBy}
        aria-invalid={isInvalid || undefined}
        inputMode="numeric"
        autoComplete="off"
        readOnly={isReadOnly}
        value={String(value)}
        onFocus={(event) => event.target.select()}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return
          event.preventDefault()
          step(event.key === 'ArrowUp' ? 1 : -1)
        }}
      />
      <button
        type="button"
        className="it-units__step"
        aria-label={words('units.more', { name })}
        aria-disabled={!canMore}
        onClick={() => step(1)}
      >
        <IconPlus size={12} />
      </button>
    </span>
  )
}
