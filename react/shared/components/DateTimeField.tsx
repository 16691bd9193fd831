import React, { FocusEvent, Ref } from 'react'
import { ariaOf, Field, FieldFrame } from './Field'
import { useEntry } from './useEntry'

interface Props extends FieldFrame {
  /** Wall clock of the order's zone, 2026-03-01T14:05, or a day for type date; empty for none. See format/moment. */
  value: string
  onChange: (value: string) => void
  onFocus?: () => void
  onBlur?: (event: FocusEvent<HTMLInputElement>) => void
  isReadOnly?: boolean
  type?: 'datetime-local' | 'date'
  max?: string
  min?: string
  inputRef?: Ref<HTMLInputElement>
}

export function DateTimeField(props: Props) {
  const {
    value,
    onChange,
    onFocus,
    onBlur,
    isReadOnly,
    type = 'datetime-local',
    max,
    min,
    inputRef,
  } = props
  const entry = useEntry(onChange, inputRef)
  return (
    <Field {...props}>
      <div className="it-frame">
        <input
          {...ariaOf(props)}
          {...entry}
          className="it-input it-tabular"
          type={type}
          value={value}
          max={max}
          min={min}
          readOnly={isReadOnly}
          onFocus={onFocus}
          onBlur={onBlur}
        />
      </div>
    </Field>
  )
}
