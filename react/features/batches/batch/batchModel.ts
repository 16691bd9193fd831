import type { BatchQuery, RowOutcome } from '../../../shared/graphql/generated'
import type { BadgeTone } from '../../../shared/components/Badge'

export type Batch = NonNullable<BatchQuery['batch']>

export const OUTCOMES: RowOutcome[] = [
  'APPLIED',
  'ALREADY_APPLIED',
  'ACCEPTED',
  'READY',
  'UNKNOWN',
  'FAILED',
  'REFUSED',
]

/** Rows that are worth running again as they are; a refusal needs a mended row. */
export const WORTH_RETRYING: RowOutcome[] = ['FAILED', 'UNKNOWN']

export const countOf = ({ counts }: Pick<Batch, 'counts'>, ...outcomes: RowOutcome[]) =>
  counts.reduce((sum, { outcome, count }) => (outcomes.includes(outcome) ? sum + count : sum), 0)

export type Act = 'REHEARSE' | 'SEND' | 'RESUME' | 'PAUSE' | 'RETRY' | 'REMOVE'

/** What can be done with a batch as it is, the likeliest first: who may look may not start. */
export function actsOf(batch: Batch, maySend: boolean): Act[] {
  if (!maySend) return []
  const { state, isRehearsal } = batch
  const acts: Act[] = []

  if (state === 'READY') acts.push('REHEARSE', 'SEND')
  if (state === 'RUNNING') acts.push('PAUSE')
  if (state === 'PAUSED') acts.push('RESUME')
  if (state === 'DONE' && isRehearsal && countOf(batch, 'READY') > 0) acts.push('SEND')
  if (state === 'DONE' && !isRehearsal && countOf(batch, ...WORTH_RETRYING) > 0) acts.push('RETRY')
  if (state !== 'RUNNING') acts.push('REMOVE')

  return acts
}

/** How many rows a press of Send sends. */
export const sendable = (batch: Batch) =>
  batch.state === 'DONE' ? countOf(batch, 'READY') : batch.rowCount

export const TONES: Record<Batch['state'], BadgeTone> = {
  FILLING: 'quiet',
  READY: 'plain',
  RUNNING: 'open',
  PAUSED: 'look',
  DONE: 'done',
}

/** Between two looks; null where nothing changes by itself. Looking also revives what has died. @unit milliseconds */
export function lookAgainAfter({ state }: Pick<Batch, 'state'>): number | null {
  if (state === 'RUNNING') return 1500

  return state === 'FILLING' || state === 'PAUSED' ? 5000 : null
}

/** The name of a batch's state: a rehearsal is no sending. */
export function stateKey({ state, isRehearsal }: Pick<Batch, 'state' | 'isRehearsal'>): string {
  return isRehearsal && (state === 'RUNNING' || state === 'DONE' || state === 'PAUSED')
    ? `REHEARSAL_${state}`
    : state
}
