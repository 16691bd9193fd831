import React, { ClipboardEvent, FocusEvent, ReactNode, Ref } from 'react'
import { ariaOf, Field, FieldFrame } from './Field'
import { useEntry } from './useEntry'

interface TextProps extends FieldFrame {
  value: string
  onChange: (value: string) => void
  onFocus?: () => void
  onBlur?: (event: FocusEvent<HTMLInputElement>) => void
  onEnter?: () => void
  /** Prevent its default where the field must not take the text as it stands. */
  onPaste?: (event: ClipboardEvent<HTMLInputElement>) => void
  isReadOnly?: boolean
  /** Guesses look like guesses: italic until somebody types. */
  isGuess?: boolean
  inputRef?: Ref<HTMLInputElement>
  autoComplete?: string
  inputMode?: 'text' | 'numeric' | 'decimal' | 'url' | 'search'
  maxLength?: number
  suffix?: ReactNode
  prefix?: ReactNode
  type?: 'text' | 'url' | 'search' | 'password'
  isTabular?: boolean
  /** An example of what may be typed; never the label. */
  placeholder?: string
  /** Of a datalist with values to offer. */
  listId?: string
}

export function TextField(props: TextProps) {
  const { value, onChange, onBlur, onEnter, isReadOnly, isGuess, inputRef, inputMode, maxLength } =
    props
  const {
    onFocus,
    autoComplete = 'off',
    prefix,
    suffix,
    type = 'text',
    isTabular,
    placeholder,
  } = props
  const entry = useEntry(onChange, inputRef)
  return (
    <Field {...props}>
      <div className="it-frame">
        {prefix && (
          <span className="it-frame__prefix" aria-hidden="true">
            {prefix}
          </span>
        )}
        <input
          {...ariaOf(props)}
          {...entry}
          className={`it-input${isGuess ? ' it-input--guess' : ''}${isTabular ? ' it-tabular' : ''}`}
          type={type}
          value={value}
          readOnly={isReadOnly}
          placeholder={placeholder}
          autoComplete={autoComplete}
          inputMode={inputMode}
          maxLength={maxLength}
          list={props.listId}
          spellCheck={false}
          onFocus={onFocus}
          onPaste={props.onPaste}
          onBlur={onBlur}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.ctrlKey || event.metaKey || !onEnter) return
            event.preventDefault()
            onEnter()
          }}
        />
        {suffix}
      </div>
    </Field>
  )
}

interface TextAreaProps extends FieldFrame {
  value: string
  onChange: (value: string) => void
  onBlur?: () => void
  rows?: number
  isReadOnly?: boolean
}

export function TextArea(props: TextAreaProps) {
  const { value, onChange, onBlur, rows = 4, isReadOnly } = props
  const entry = useEntry<HTMLTextAreaElement>(onChange)
  return (
    <Field {...props}>
      <textarea
        {...ariaOf(props)}
        {...entry}
        className="it-input it-input--area"
        value={value}
        rows={rows}
        readOnly={isReadOnly}
        spellCheck={false}
        onBlur={onBlur}
      />
    </Field>
  )
}

interface SelectProps extends FieldFrame {
  value: string
  options: Array<{ value: string; label: string }>
  onChange: (value: string) => void
  isReadOnly?: boolean
}

/** A native select in the panel's frame: the styleguide's Dropdown passes no description on. */
export function SelectField(props: SelectProps) {
  const { value, options, onChange, isReadOnly } = props
  const entry = useEntry<HTMLSelectElement>(onChange)
  return (
    <Field {...props}>
      <select
        {...ariaOf(props)}
        {...entry}
        className="it-input it-input--select"
        value={value}
        disabled={isReadOnly}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </Field>
  )
}
