import React, { ReactNode } from 'react'

export interface FieldFrame {
  id: string
  label: ReactNode
  /** Quiet words below: where a value came from, what is left empty. */
  hint?: ReactNode
  /** The sentence of what is wrong with it, with its remedy. */
  problem?: ReactNode
  /** Warnings are problems that do not make the value invalid. */
  isInvalid?: boolean
  isLabelHidden?: boolean
  /** Stands on the label's line, right. */
  aside?: ReactNode
  width?: 'short' | 'full'
  /** Label beside the control from 640 px up: for bars, where height is dear. */
  isInline?: boolean
}

interface Props extends FieldFrame {
  children: ReactNode
}

/** What the control must carry so that label, hint and problem reach everybody. */
export function describedBy({ id, hint, problem }: Pick<FieldFrame, 'id' | 'hint' | 'problem'>) {
  const ids = [problem && `${id}-problem`, hint && `${id}-hint`].filter(Boolean)
  return ids.length > 0 ? ids.join(' ') : undefined
}

export function ariaOf(frame: FieldFrame) {
  const isInvalid = frame.isInvalid === undefined ? Boolean(frame.problem) : frame.isInvalid
  return {
    id: frame.id,
    'aria-describedby': describedBy(frame),
    'aria-invalid': isInvalid || undefined,
  }
}

export function Field({
  id,
  label,
  hint,
  problem,
  isInvalid,
  isLabelHidden,
  aside,
  width = 'full',
  isInline,
  children,
}: Props) {
  return (
    <div className={`it-field it-field--${width}${isInline ? ' it-field--inline' : ''}`}>
      <div className={isLabelHidden ? 'it-clip' : 'it-field__head'}>
        <label htmlFor={id} className="it-field__label t-small">
          {label}
        </label>
        {aside && <span className="it-field__aside t-small">{aside}</span>}
      </div>
      {children}
      {problem && (
        <div
          id={`${id}-problem`}
          className={`it-field__problem t-small${isInvalid === false ? ' it-field__problem--look' : ''}`}
        >
          {problem}
        </div>
      )}
      {hint && (
        <div id={`${id}-hint`} className="it-field__hint t-small c-muted-1">
          {hint}
        </div>
      )}
    </div>
  )
}
