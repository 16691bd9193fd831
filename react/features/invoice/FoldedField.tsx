import React from 'react'
import type { ReactNode } from 'react'

import { LinkButton } from '../../shared/components/ActionButton'

interface Props {
  label: string
  value: ReactNode
  hint?: ReactNode
  change: string
  /** Names the link where it stands alone; begins with its words. */
  name: string
  /** Opens the field; without it the value stays as it is. */
  onChange?: () => void
}

/** A field that is right as it stands in nearly every case: its value in words, and one stop that opens it. */
export function FoldedField({ label, value, hint, change, name, onChange }: Props) {
  return (
    <div className="it-field it-field--full">
      <div className="it-field__head">
        <span className="it-field__label t-small">{label}</span>
      </div>
      <div className="it-folded t-small it-tabular">
        {value}
        {onChange && (
          <>
            {' · '}
            <LinkButton onClick={onChange} label={name}>
              {change}
            </LinkButton>
          </>
        )}
      </div>
      {hint && <div className="it-field__hint t-small c-muted-1">{hint}</div>}
    </div>
  )
}
