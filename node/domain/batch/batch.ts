import type { ProblemCode } from '../problem/problem'
import { UNSETTLED, type BatchState, type Counts, type RowOutcome } from './outcomes'

/** Rows that came in one call: cut into slices, stored under the part's id, never changed. */
export interface Part {
  readonly id: string
  /** Number of its first row, from 0. */
  readonly offset: number
  readonly count: number
  readonly slices: number
  /** Of its rows: the same rows at the same place twice are one part. */
  readonly digest: string
}

/** A slice that a lane has in hand. */
export interface Work {
  /** Its number in the batch, from 0. */
  readonly slice: number
  /** How often whoever worked on it vanished. */
  readonly deaths: number
  /** What OMS had not shown when its rows had run, and is looked at once more; null: its rows run. */
  readonly looksAt: Counts | null
}

/** A slice to look at once more, for OMS had not shown some of its rows. */
export interface Look {
  readonly slice: number
  /** Outcomes of those rows. */
  readonly counts: Counts
  /** When the last of them had run. @unit epoch milliseconds */
  readonly since: number
}

/** One of a few chains of work, or a siding beside them, held by one handler at a time. */
export interface Lane {
  /** Who holds it; null after it was handed over. */
  readonly owner: string | null
  /** End of the lease. @unit epoch milliseconds */
  readonly until: number
  readonly work: readonly Work[]
}

/** One way through the slices. */
export interface Pass {
  /** Grows by two with every pass of a batch: a row says in which one it ended, or with the number above in its look. */
  readonly number: number
  readonly isRehearsal: boolean
  /** Rows that ended so run again; null: rows without an outcome. */
  readonly outcomes: readonly RowOutcome[] | null
  /** How many slices were handed out. */
  readonly next: number
  /** What is still to be looked at once more, in the order in which it came up. */
  readonly looks: readonly Look[]
  /** The lanes, and behind them the sidings. */
  readonly lanes: readonly Lane[]
}

/** What a slice in hand is run for: rows are not run twice under one number. */
export interface Round {
  readonly number: number
  readonly isRehearsal: boolean
  /** Rows that ended so run again, besides those without an outcome. */
  readonly outcomes: readonly RowOutcome[]
}

export function roundOf({ number, isRehearsal, outcomes }: Pass, { looksAt }: Work): Round {
  return looksAt === null
    ? { number, isRehearsal, outcomes: outcomes ?? [] }
    : { number: number + 1, isRehearsal, outcomes: UNSETTLED }
}

/** How many rows were done at a moment. */
export interface Progress {
  readonly at: number
  readonly done: number
}

/** What is known of a batch besides its rows and their results: one file. Moments are epoch milliseconds. */
export interface Batch {
  readonly batchId: string
  readonly key: string
  readonly name: string
  readonly rowCount: number
  readonly accept: readonly ProblemCode[]
  readonly createdBy: string
  readonly createdAt: number
  readonly expiresAt: number
  readonly state: BatchState
  /** A return refunds money: whoever starts the batch needs that right too. */
  readonly hasReturns: boolean
  readonly parts: readonly Part[]
  readonly counts: Counts
  /** The one under way, or the last; null before the first. */
  readonly pass: Pass | null
  readonly startedBy: string | null
  readonly startedAt: number | null
  readonly finishedAt: number | null
  /** When something moved last. */
  readonly movedAt: number
  readonly progress: readonly Progress[]
}

/** Which file a slice lies in. */
export interface SlicePlace {
  readonly partId: string
  readonly number: number
}

export function placeOf({ parts }: Batch, slice: number): SlicePlace | null {
  let first = 0
  for (const { id, slices } of parts) {
    if (slice < first + slices) return { partId: id, number: slice - first }
    first += slices
  }
  return null
}

export function sliceCount({ parts }: Batch): number {
  return parts.reduce((sum, { slices }) => sum + slices, 0)
}

export function received({ parts }: Batch): number {
  return parts.reduce((sum, { count }) => sum + count, 0)
}
