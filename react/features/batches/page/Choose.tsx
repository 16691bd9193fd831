import React from 'react'

interface Props<V extends string> {
  label: string
  value: V
  options: Array<{ value: V; label: string }>
  onChange: (value: V) => void
}

/** One of a few ways to see a list. */
export function Choose<V extends string>({ label, value, options, onChange }: Props<V>) {
  return (
    <div role="group" aria-label={label} className="it-choose t-small">
      {options.map((option) => (
        <button
          key={option.value}
          type="button"
          className="it-tab it-choose__one"
          aria-pressed={option.value === value}
          onClick={() => onChange(option.value)}
        >
          {option.label}
        </button>
      ))}
    </div>
  )
}
