import React from 'react'
import { RadioGroup } from 'vtex.styleguide'
import { toldByTick, useTick } from './useTick'

interface Props<V extends string> {
  name: string
  label: string
  value: V
  options: Array<{ value: V; label: string }>
  onChoose: (value: V) => void
}

/** The styleguide's RadioGroup, whose every choice is told. */
export function Radios<V extends string>({ name, label, value, options, onChoose }: Props<V>) {
  const holder = useTick<HTMLDivElement>((control) => {
    if (control.value !== value) onChoose(control.value as V)
  })

  return (
    <div ref={holder} className="it-told">
      <RadioGroup
        name={name}
        label={label}
        hideBorder
        size="small"
        value={value}
        options={options}
        onChange={toldByTick}
      />
    </div>
  )
}
