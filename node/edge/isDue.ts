import { systemClock } from './adapters/clock'
import { TimedMemory } from './timedMemory'

/** When what was last done. */
const done = new TimedMemory<number>({ most: 10_000, ageMs: 0 }, systemClock)

/** True where this process has not been told so for that long: what is worth doing now and then. */
export function isDue(what: string, everyMs: number): boolean {
  const now = systemClock.now()
  // A clock that was put back must not hold anything up.
  if ((done.get(what) ?? Infinity) <= now) return false
  done.set(what, now, everyMs)
  return true
}
