import type { Instant } from '../values/instant'
import type { InvoiceType } from '../order/order'
import type { EditIntent, Intent, InvoiceRecord, TrackingIntent } from './intent'

/** What this app did to one order and what it still owes an answer for. One file an order. */
export interface Journal {
  readonly intents: readonly Intent[]
  readonly invoices: readonly InvoiceRecord[]
  /** Oldest first. */
  readonly activity: readonly ActivityEntry[]
  /** Tracking statuses on their way; absent means none. */
  readonly tracking?: readonly TrackingIntent[]
  /**
   * Tracking statuses that are sent no more, because OMS never showed them: it may hold them in other words, and every
   * send would be one copy more. One an invoice; absent means none.
   */
  readonly givenUp?: readonly TrackingIntent[]
  /** Edits of tracking fields on their way; absent means none. */
  readonly edits?: readonly EditIntent[]
  /** Names this very content: every write gives it another. The store's own; a change leaves it as it is. */
  readonly revision?: string
}

/** Of an order that this app has not written yet. */
export const EMPTY_JOURNAL: Journal = { intents: [], invoices: [], activity: [] }

export type Operation =
  'START_HANDLING' | 'NOTIFY_INVOICE' | 'UPDATE_PARTIAL_INVOICE' | 'UPDATE_TRACKING_STATUS'

export type Outcome = 'APPLIED' | 'ACCEPTED' | 'ALREADY_APPLIED' | 'REFUSED' | 'FAILED' | 'UNKNOWN'

export interface ActivityEntry {
  /** Of the write that it tells, else its own; absent in entries from before entries had one. */
  readonly id?: string
  /** True from before the send until the call itself writes down how it ended; others may have found out before. */
  readonly isOpen?: boolean
  readonly at: Instant
  readonly actor: string
  readonly operation: Operation
  readonly invoiceNumber: string | null
  /** Of an invoice: a sale or a return. */
  readonly type?: InvoiceType
  readonly outcome: Outcome
  readonly receipt: string | null
  readonly summary: string
}

/** True where a send of this id is in there: it may still come, and nobody has found out more. */
export function isUnderWay({ intents, tracking, edits }: Journal, id: string): boolean {
  return [...intents, ...(tracking ?? []), ...(edits ?? [])].some((one) => one.id === id)
}
