import React from 'react'

interface Props {
  /** The sentence that says the same in words; empty where the words stand beside it. */
  label: string
  /** All in cents of one currency. */
  before: number
  now: number
  total: number
  height?: 4 | 8
}

const share = (part: number, whole: number) =>
  whole > 0 ? Math.max(0, Math.min(100, (part / whole) * 100)) : 0

/** What was there before, what this adds, what is left; what is over shows as a dark end on the danger tint. */
export function ShareBar({ label, before, now, total, height = 8 }: Props) {
  const over = Math.max(0, before + now - total)
  const whole = total + over
  const aria = label ? { role: 'img', 'aria-label': label } : { 'aria-hidden': true as const }
  return (
    <div {...aria} className={`it-share${over > 0 ? ' it-share--over' : ''}`} style={{ height }}>
      <span className="it-share__before" style={{ width: `${share(before, whole)}%` }} />
      <span className="it-share__now" style={{ width: `${share(now - over, whole)}%` }} />
      {over > 0 && <span className="it-share__over" style={{ width: `${share(over, whole)}%` }} />}
    </div>
  )
}
