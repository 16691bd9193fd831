import type { OrderDocument, StandingOrder } from '../../domain/readmodel/orderDocument'
import type { QueueQuestion } from '../../domain/readmodel/queueQuestion'
import type { ReadModel } from '../../domain/readmodel/readModel'

// What any call reaches of the read model.

/**
 * Orders as this app has just read them. Nobody waits for it and nothing fails by it: what does not come through is found
 * by the rota.
 */
export interface ReadModelFeed {
  /** Where it stands otherwise than this process has told. */
  seen(view: StandingOrder): void
  /** After a call of this app that may have changed it. Resolves once this process tells queues by it; never fails. */
  written(view: StandingOrder): Promise<void>
}

/** Rows of a queue that can be paged to: Master Data's searches reach no further (masterdata §1.5). */
export const REACH = 10_000

export interface FoundOrders {
  /** In the order that was asked for. */
  readonly orderIds: readonly string[]
  /** Those of them that a whole document tells of. */
  readonly documents: ReadonlyMap<string, OrderDocument>
  /** Of the whole queue. */
  readonly total: number
}

export interface NamedField {
  readonly field: 'reason' | 'carrier' | 'marketplace'
  readonly is: string | null
}

/** Queues as documents of all orders tell them: as old as the index, but for what this app has just written itself. */
export interface QueueDocuments {
  /** The read model as this process knows it: for half a minute it takes what it has read for true. @errors Fault VBASE */
  known(): Promise<ReadModel>
  /** As this process last read it, however it is now; null where it has not within the last hour. */
  knownBefore(): ReadModel | null
  /** @errors Fault MASTERDATA */
  page(question: QueueQuestion, nowMs: number): Promise<FoundOrders>
  /** With `only` those of the queue that have just that, null for nothing at all. @errors Fault MASTERDATA */
  countOf(question: QueueQuestion, nowMs: number, only?: NamedField): Promise<number>
}
