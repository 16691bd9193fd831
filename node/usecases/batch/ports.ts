import type { Batch, SlicePlace } from '../../domain/batch/batch'
import type { PaceLedger } from '../../domain/batch/pace'
import type { RowEnd, SliceResults } from '../../domain/batch/rows'
import type { Problem, ProblemCode } from '../../domain/problem/problem'
import type { FulfillCommand } from '../commands'
import type { Clock, JournalPort, Log } from '../ports'

// Every method may throw a domain Fault, unless it says otherwise.

/** One row as it was given. */
export interface BatchRow {
  /** Its number in the batch, from 0. */
  readonly row: number
  readonly label: string | null
  readonly orderId: string
  readonly fulfill: FulfillCommand
  readonly accept: readonly ProblemCode[]
}

/** What the list of batches holds of one. */
export interface BatchEntry {
  readonly batchId: string
  readonly key: string
  /** @unit epoch milliseconds */
  readonly createdAt: number
  readonly expiresAt: number
}

/** All batches of the account, newest last, and those whose files are still to be removed. */
export interface BatchIndex {
  readonly batches: readonly BatchEntry[]
  readonly removing: readonly string[]
}

export interface BatchesPort {
  index(): Promise<BatchIndex>
  /** Applies the change to the newest index, again where another writer came between; null: leave it. */
  changeIndex(change: (index: BatchIndex) => BatchIndex | null): Promise<BatchIndex>
  /** A head under an id that nobody knows yet. */
  create(batch: Batch): Promise<void>
  /** Null where there is no such batch. */
  find(batchId: string): Promise<Batch | null>
  /**
   * Applies the change to the newest head, again where another writer came between; what a change answers null for is
   * left. The batch as it then is; null where there is none.
   */
  change(batchId: string, change: (batch: Batch) => Batch | null): Promise<Batch | null>
  /** The batch is gone for everybody; its files are removed later. False where it was not there. */
  hide(batchId: string): Promise<boolean>
  /** Rows of a slice that nobody knows yet, and the empty file of its results. */
  createSlice(batchId: string, place: SlicePlace, rows: readonly BatchRow[]): Promise<void>
  rows(batchId: string, place: SlicePlace): Promise<readonly BatchRow[]>
  /** Only without the documents of rows that are done. */
  rewriteRows(batchId: string, place: SlicePlace, rows: readonly BatchRow[]): Promise<void>
  results(batchId: string, place: SlicePlace): Promise<SliceResults>
  changeResults(
    batchId: string,
    place: SlicePlace,
    change: (results: SliceResults) => SliceResults
  ): Promise<SliceResults>
  /** Removes some files of a batch; true where none is left. */
  removeFiles(batchId: string): Promise<boolean>
}

/** A nudge to look at one lane of a batch, or at what is to be removed. Ids only. */
export type Nudge =
  | { readonly batchId: string; readonly pass: number; readonly lane: number }
  | { readonly batchId: string; readonly isRemoval: true }

export interface EventsPort {
  /** It may come late, out of order, more than once, or never. */
  send(nudge: Nudge): Promise<void>
}

export interface LedgerPort {
  read(): Promise<PaceLedger>
  change<T>(
    change: (ledger: PaceLedger) => { readonly ledger: PaceLedger; readonly value: T }
  ): Promise<T>
}

/** Brings one order to where the row says, or says what that would come to. Never throws a Fault of OMS. */
export type FulfillRow = (row: BatchRow, run: RunOfRow) => Promise<RowEnd>
export interface RunOfRow {
  /** Nothing is sent. */
  readonly isRehearsal: boolean
  /** Who started the batch: the activity of the order names him. */
  readonly by: string
  /** By when it has to be through, whatever time a row has. @unit epoch milliseconds */
  readonly answerBy: number
}

export interface BatchPorts {
  readonly batches: BatchesPort
  readonly events: EventsPort
  readonly ledger: LedgerPort
  readonly clock: Clock
  readonly log: Log
  readonly newId: () => string
  /** Which claim shard an order lies in. */
  readonly shardOf: (orderId: string) => string
}

export interface LanePorts extends BatchPorts {
  /** Resolves when the next row may read OMS, which `fulfillRow` then does; at once with false where that is after `until`. */
  readonly turn: (until: number) => Promise<boolean>
  readonly fulfillRow: FulfillRow
  /** Resolves when what rows have left to be written later is written, or has failed. */
  readonly settled: () => Promise<void>
  readonly journals: Pick<JournalPort, 'read'>
}

/** Answer of every mutation on a batch. */
export interface BatchResult {
  readonly batch: Batch | null
  readonly problems: readonly Problem[]
}
