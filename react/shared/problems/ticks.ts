import type { Problem } from '../order/orderTypes'
import { tickOf } from './acceptance'

export interface Ticks {
  given: ReadonlySet<string>
  toggle: (problem: Problem) => void
}

export function toggled(given: ReadonlySet<string>, problem: Problem): ReadonlySet<string> {
  const after = new Set(given)
  const tick = tickOf(problem)

  if (!after.delete(tick)) after.add(tick)

  return after
}
