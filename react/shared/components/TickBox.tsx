import React, { ReactNode } from 'react'
import { Checkbox } from 'vtex.styleguide'
import { toldByTick, useTick } from './useTick'

interface Props {
  id: string
  isTicked: boolean
  /** Of what it stands for, some are ticked and some are not. */
  isPartly?: boolean
  isReadOnly?: boolean
  label: ReactNode
  onTick: (isTicked: boolean) => void
}

/** The styleguide's Checkbox, whose every tick is told. */
export function TickBox({ id, isTicked, isPartly, isReadOnly, label, onTick }: Props) {
  const holder = useTick<HTMLDivElement>(({ checked }) => onTick(checked))

  return (
    <div ref={holder} className="it-told">
      <Checkbox
        id={id}
        name={id}
        checked={isTicked}
        partial={isPartly}
        disabled={isReadOnly}
        label={label}
        onChange={toldByTick}
      />
    </div>
  )
}
