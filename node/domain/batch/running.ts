import type { Problem } from '../problem/problem'
import { problem } from '../problem/problems'
import type { Batch, Pass } from './batch'
import { forbidden, missingRows } from './filling'
import { FREE, LANES, RATE_MS } from './lanes'
import { without, type RowOutcome } from './outcomes'

/** Nothing has moved for so long: something died. */
export const STALLED_MS = 60_000
export type Turn = { readonly batch: Batch } | { readonly problem: Problem }

/** Begins a pass, or goes on with the one that was paused. */
export function started(batch: Batch, isRehearsal: boolean, by: string, now: number): Turn {
  switch (batch.state) {
    case 'FILLING': {
      const missing = missingRows(batch)
      return { problem: problem('BATCH_ROWS_MISSING', { facts: { ...missing } }) }
    }
    case 'READY':
      return { batch: withPass(batch, { isRehearsal, outcomes: null }, by, now) }
    case 'PAUSED':
      // Who goes on with a rehearsal and means a run, or the other way round, is told before anything is sent.
      return batch.pass?.isRehearsal === isRehearsal
        ? { batch: { ...batch, state: 'RUNNING', startedBy: by, movedAt: now } }
        : { problem: forbidden(batch, ['rehearse']) }
    case 'DONE':
      if (!batch.pass?.isRehearsal) return { problem: forbidden(batch) }
      return {
        batch: isRehearsal
          ? withPass(batch, { isRehearsal, outcomes: REHEARSED }, by, now)
          : withPass(batch, { isRehearsal, outcomes: ['READY'] }, by, now),
      }
    default:
      return { problem: forbidden(batch) }
  }
}

const REHEARSED: readonly RowOutcome[] = ['READY', 'ALREADY_APPLIED', 'REFUSED', 'FAILED']

export function paused(batch: Batch, now: number): Turn {
  if (batch.state === 'PAUSED') return { batch }
  return batch.state === 'RUNNING'
    ? { batch: { ...batch, state: 'PAUSED', movedAt: now } }
    : { problem: forbidden(batch) }
}

/** Rows that ended in one of the outcomes run again, as the last pass did. */
export function retried(
  batch: Batch,
  outcomes: readonly RowOutcome[],
  by: string,
  now: number
): Turn {
  if (batch.state !== 'DONE' || batch.pass === null) return { problem: forbidden(batch) }
  const { isRehearsal } = batch.pass
  const isNone = outcomes.every((outcome) => (batch.counts[outcome] ?? 0) === 0)
  return { batch: isNone ? batch : withPass(batch, { isRehearsal, outcomes }, by, now) }
}

function withPass(
  batch: Batch,
  what: Pick<Pass, 'isRehearsal' | 'outcomes'>,
  by: string,
  now: number
): Batch {
  return {
    ...batch,
    pass: {
      ...what,
      number: batch.pass === null ? 1 : batch.pass.number + 2,
      next: 0,
      looks: [],
      lanes: Array.from({ length: LANES }, () => FREE),
    },
    state: 'RUNNING',
    startedBy: by,
    startedAt: now,
    finishedAt: null,
    movedAt: now,
    progress: [],
    // They have no outcome until they have run.
    counts: without(batch.counts, what.outcomes ?? []),
  }
}

export function isStalled(batch: Batch, now: number): boolean {
  return batch.state === 'RUNNING' && now - batch.movedAt > STALLED_MS
}

/** Rows a second over the last half minute; null where too little is known. */
export function rateOf({ state, progress }: Batch, now: number): number | null {
  const recent = progress.filter(({ at }) => at > now - RATE_MS)
  const first = recent[0]
  const last = recent[recent.length - 1]
  if (state !== 'RUNNING' || !first || last.at - first.at < 1_000) return null
  return Math.max(0, (last.done - first.done) / ((now - first.at) / 1_000))
}
