import React from 'react'
import { Toggle } from 'vtex.styleguide'
import { toldByTick, useTick } from './useTick'

interface Props {
  id: string
  isOn: boolean
  /** Says how it stands now. */
  label: string
  onChange: (isOn: boolean) => void
}

/** The styleguide's Toggle, whose every press is told. */
export function Switch({ id, isOn, label, onChange }: Props) {
  const holder = useTick<HTMLDivElement>(({ checked }) => onChange(checked))

  return (
    <div ref={holder} className="it-told">
      <Toggle id={id} checked={isOn} label={label} onChange={toldByTick} />
    </div>
  )
}
