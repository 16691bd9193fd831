import { systemClock } from './adapters/clock'
import { TimedMemory } from './timedMemory'

const asked = new Set<string>()
/** When what was last done. */
const done = new TimedMemory<number>({ most: 10_000, ageMs: 0 }, systemClock)

/**
 * True where this process has not been told so for that long: what is worth doing now and then.
 * @param atFirst what it says when it is asked for the first time
 */
function isDue(what: string, everyMs: number, atFirst = true): boolean {
  const now = systemClock.now()
  const isFirst = !asked.has(what)
  asked.add(what)
  // A clock that was put back must not hold anything up.
  if ((done.get(what) ?? Infinity) <= now) return false
  done.set(what, now, everyMs)
  return atFirst || !isFirst
}

/** The same of one account and workspace: a process serves several. */
export function isDueIn(tenant: string): typeof isDue {
  return (what, ...often) => isDue(`${tenant} ${what}`, ...often)
}
