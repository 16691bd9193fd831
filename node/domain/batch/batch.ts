import type { ProblemCode } from '../problem/problem'
import type { BatchState, Counts, RowOutcome } from './outcomes'

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
}

/** One of a few chains of work, held by one handler at a time. */
export interface Lane {
  /** Who holds it; null after it was handed over. */
  readonly owner: string | null
  /** End of the lease. @unit epoch milliseconds */
  readonly until: number
  readonly work: readonly Work[]
}

/** One way through the slices. */
export interface Pass {
  /** Grows with every pass of a batch: a row says in which one it ended. */
  readonly number: number
  readonly isRehearsal: boolean
  /** What OMS had not shown is looked at once more, and nothing else. */
  readonly isSecondLook: boolean
  /** Rows that ended so run again; null: rows without an outcome. */
  readonly outcomes: readonly RowOutcome[] | null
  /** Slices to go through; null: all. */
  readonly slices: readonly number[] | null
  /** How many of them were handed out. */
  readonly next: number
  readonly lanes: readonly Lane[]
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
  /** Slices that hold a row which OMS has not shown. */
  readonly unsettled: readonly number[]
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
