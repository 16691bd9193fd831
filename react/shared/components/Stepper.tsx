import React from 'react'
import { useWords } from '../words/useWords'

export interface Step {
  id: string
  label: string
  /** Date or amount below the name. */
  detail?: string | null
  state: 'done' | 'partly' | 'open' | 'stopped'
  isCurrent: boolean
}

/** From paid to delivered in one line; the mark repeats what the hidden word says. */
export function Stepper({ label, steps }: { label: string; steps: Step[] }) {
  const words = useWords()
  return (
    <ol className="it-stepper" aria-label={label}>
      {steps.map(({ id, label: name, detail, state, isCurrent }) => (
        <li
          key={id}
          className={`it-step it-step--${state}${isCurrent ? ' it-step--current' : ''}`}
          aria-current={isCurrent ? 'step' : undefined}
        >
          <span className="it-step__mark" aria-hidden="true" />
          <span className="it-step__words">
            <span className="it-step__name">{name}</span>
            <span className="it-clip">{`, ${words(`step.${state}`)}`}</span>
            {detail && <span className="it-step__detail it-tabular">{detail}</span>}
          </span>
        </li>
      ))}
    </ol>
  )
}
