import type { Outcome } from '../journal/journal'

export type BatchState = 'FILLING' | 'READY' | 'RUNNING' | 'PAUSED' | 'DONE'

/** Outcome of a row; READY only in a rehearsal: it would be sent. */
export type RowOutcome = Outcome | 'READY'

export const ROW_OUTCOMES: readonly RowOutcome[] = [
  'APPLIED',
  'ACCEPTED',
  'ALREADY_APPLIED',
  'REFUSED',
  'FAILED',
  'UNKNOWN',
  'READY',
]

/** What was sent and what OMS has not shown yet. */
export const UNSETTLED: readonly RowOutcome[] = ['ACCEPTED', 'UNKNOWN']

/** How many rows ended in each way; an outcome that none has is absent. */
export type Counts = Readonly<Partial<Record<RowOutcome, number>>>

export function countsOf(outcomes: Iterable<RowOutcome>): Counts {
  const counts: Partial<Record<RowOutcome, number>> = {}
  for (const outcome of outcomes) counts[outcome] = (counts[outcome] ?? 0) + 1
  return counts
}

export function plus(a: Counts, b: Counts): Counts {
  const sum = ROW_OUTCOMES.map((outcome) => [outcome, (a[outcome] ?? 0) + (b[outcome] ?? 0)])
  return Object.fromEntries(sum.filter(([, count]) => count !== 0)) as Counts
}

export function minus(a: Counts, b: Counts): Counts {
  const less = Object.entries(b).map(([outcome, count]) => [outcome, -count])
  return plus(a, Object.fromEntries(less) as Counts)
}

export function without(counts: Counts, outcomes: readonly RowOutcome[]): Counts {
  return Object.fromEntries(
    Object.entries(counts).filter(([outcome]) => !outcomes.includes(outcome as RowOutcome))
  ) as Counts
}

export function total(counts: Counts): number {
  return Object.values(counts).reduce((sum, count) => sum + count, 0)
}
