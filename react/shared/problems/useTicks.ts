import { useCallback, useState } from 'react'

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

/** The warnings a person has said yes to, as long as the form is open. */
export function useTicks(): Ticks {
  const [given, setGiven] = useState<ReadonlySet<string>>(() => new Set())
  const toggle = useCallback((problem: Problem) => {
    setGiven((before) => toggled(before, problem))
  }, [])

  return { given, toggle }
}
