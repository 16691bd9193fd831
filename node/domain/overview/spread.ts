/** How many took how long, by steps of a tenth: a day of thousands of orders is some dozen numbers, and days add up. */
export type Spread = Readonly<Record<string, number>>

const RATIO = 1.1
/** What is shorter is the first step. */
const SHORTEST_MS = 60_000
/** More than a year: nothing takes longer. */
const LAST_STEP = 150
const HOUR_MS = 60 * 60 * 1000

export const NO_SPREAD: Spread = {}

export function stepOf(ms: number): number {
  if (ms <= SHORTEST_MS) return 0
  return Math.min(LAST_STEP, Math.ceil(Math.log(ms / SHORTEST_MS) / Math.log(RATIO)))
}

export function joinedSpread(one: Spread, other: Spread): Spread {
  const joined: Record<string, number> = { ...one }
  for (const [step, count] of Object.entries(other)) joined[step] = (joined[step] ?? 0) + count
  return joined
}

/**
 * The time within which that share of all was done, by nearest rank and right to a twentieth; null where there are none.
 * @param share above 0, up to 1
 * @unit hours, to a tenth
 */
export function within(spread: Spread, share: number): number | null {
  const steps = Object.entries(spread)
    .map(([step, count]) => ({ count, step: Number(step) }))
    .sort((a, b) => a.step - b.step)
  const rank = Math.ceil(share * steps.reduce((sum, { count }) => sum + count, 0))
  let passed = 0
  for (const { step, count } of steps) {
    passed += count
    if (passed >= rank) return Math.round((middleOf(step) / HOUR_MS) * 10) / 10
  }
  return null
}

function middleOf(step: number): number {
  return step === 0 ? SHORTEST_MS / 2 : SHORTEST_MS * RATIO ** (step - 0.5)
}
