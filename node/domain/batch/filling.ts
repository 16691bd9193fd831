import type { Problem, ProblemCode } from '../problem/problem'
import { problem } from '../problem/problems'
import { received, type Batch, type Part } from './batch'

/** Of one batch: its head must stay small. */
export const MOST_ROWS = 100_000
/** Of one call: with their documents they must pass the platform's 3 MB a request anyway. */
export const MOST_ROWS_A_CALL = 1_000
export const KEPT_MS = 30 * 24 * 3_600_000

const LONGEST_TEXT = 200

export interface NewBatch {
  readonly batchId: string
  readonly key: string
  readonly name: string
  readonly rowCount: number
  readonly accept: readonly ProblemCode[]
  readonly createdBy: string
  readonly now: number
}

/** What stands against making it. */
export function problemsOfNew({
  key,
  name,
  rowCount,
}: Pick<NewBatch, 'key' | 'name' | 'rowCount'>): readonly Problem[] {
  const texts = Object.entries({ key, name }).flatMap(([field, text]) =>
    text.length > LONGEST_TEXT
      ? [problem('TEXT_TOO_LONG', { field: ['batch', field], facts: { max: LONGEST_TEXT } })]
      : []
  )
  if (rowCount < 1)
    return [
      ...texts,
      problem('BATCH_ROWS_MISSING', {
        field: ['batch', 'rowCount'],
        facts: { first: 0, count: 1 },
      }),
    ]
  return rowCount > MOST_ROWS ? [...texts, tooLarge(['batch', 'rowCount'], MOST_ROWS)] : texts
}

export function newBatch({ now, ...given }: NewBatch): Batch {
  return {
    ...given,
    createdAt: now,
    expiresAt: now + KEPT_MS,
    state: 'FILLING',
    hasReturns: false,
    parts: [],
    counts: {},
    pass: null,
    startedBy: null,
    startedAt: null,
    finishedAt: null,
    movedAt: now,
    progress: [],
  }
}

/** Why a second batch under a key is not the first one; null where it is. */
export function keyConflict(
  batch: Pick<Batch, 'batchId' | 'name' | 'rowCount'>,
  given: Pick<NewBatch, 'name' | 'rowCount'>
): Problem | null {
  const isSame = batch.name === given.name && batch.rowCount === given.rowCount
  return isSame
    ? null
    : problem('BATCH_KEY_TAKEN', { field: ['batch', 'key'], facts: { batchId: batch.batchId } })
}

/** What a call of rows is to the batch as it is. */
export type Fit = 'new' | 'known' | { readonly problem: Problem }

export function fitOf(
  batch: Batch,
  { offset, count, digest }: Pick<Part, 'offset' | 'count' | 'digest'>
): Fit {
  if (count > MOST_ROWS_A_CALL) return { problem: tooLarge(['rows'], MOST_ROWS_A_CALL) }
  if (count < 1)
    return {
      problem: problem('BATCH_ROWS_MISSING', {
        field: ['rows'],
        facts: { first: offset, count: 1 },
      }),
    }
  if (offset < 0 || offset + count > batch.rowCount)
    return { problem: tooLarge(['offset'], batch.rowCount) }
  const isKnown = batch.parts.some(
    (part) => part.offset === offset && part.count === count && part.digest === digest
  )
  if (isKnown) return 'known'
  const overlaps = batch.parts.some(
    (part) => part.offset < offset + count && offset < part.offset + part.count
  )
  // Other rows where some are stored: what may have been sent already must not change behind its result.
  if (batch.state !== 'FILLING' || overlaps)
    return { problem: forbidden(batch, overlaps ? ['offset'] : []) }
  return 'new'
}

/** The batch with a part more; READY once all rows are there. Parts stand in the order of their rows. */
export function withPart(batch: Batch, part: Part, hasReturns: boolean, now: number): Batch {
  const parts = [...batch.parts, part].sort((a, b) => a.offset - b.offset)
  const filled = { ...batch, parts, hasReturns: batch.hasReturns || hasReturns, movedAt: now }
  return { ...filled, state: received(filled) === batch.rowCount ? 'READY' : 'FILLING' }
}

/** The first rows that have not come; null where all have. */
export function missingRows({
  parts,
  rowCount,
}: Batch): { readonly first: number; readonly count: number } | null {
  let first = 0
  for (const { offset, count } of parts) {
    if (offset > first) return { first, count: offset - first }
    first = offset + count
  }
  return first < rowCount ? { first, count: rowCount - first } : null
}

export function forbidden({ state }: Batch, field: readonly string[] = []): Problem {
  return problem('BATCH_STATE_FORBIDS', { field, facts: { state } })
}

export function tooLarge(field: readonly (string | number)[], max: number): Problem {
  return problem('BATCH_TOO_LARGE', { field, facts: { max } })
}
