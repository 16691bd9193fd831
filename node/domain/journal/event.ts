import type { Order, Receipt } from '../order/order'
import type { Instant } from '../values/instant'
import type { EditIntent, Intent, InvoiceRecord, TrackingIntent } from './intent'
import type { ActivityEntry, Journal } from './journal'

/**
 * What can happen to a journal, told by whoever saw it. What comes of it says `step`; docs/architecture.md has the table.
 * WRITTEN is always before the send and WRITTEN_AGAIN moves its moment; TAKEN_BACK is a send that OMS refused or that never
 * went out; LEFT is what its caller does not wait for any longer.
 */
export type JournalEvent = InvoiceEvent | StatusEvent | EditEvent | OrderRead | Told

/** Of the POST of an invoice. `history` is what a replaced package has to show again. */
export type InvoiceEvent =
  | {
      readonly happened: 'INVOICE_WRITTEN' | 'INVOICE_WRITTEN_AGAIN'
      readonly intent: Intent
      readonly history: TrackingIntent | null
    }
  | { readonly happened: 'INVOICE_TAKEN_BACK'; readonly id: string }
  | {
      readonly happened: 'INVOICE_ACCEPTED'
      /** As it was sent, with the end of its send. */
      readonly intent: Intent
      readonly receipt: Receipt
    }
  | { readonly happened: 'INVOICE_UNANSWERED'; readonly intent: Intent }
  | { readonly happened: 'INVOICE_SHOWN'; readonly intent: Intent; readonly at: Instant }
  | { readonly happened: 'INVOICE_LEFT'; readonly id: string }
  /** Nobody answered for it, and two reads found no trace: it may be sent again. */
  | { readonly happened: 'INVOICE_GIVEN_UP'; readonly intent: Intent }
  /** A person says that what OMS took will not come. */
  | {
      readonly happened: 'INVOICE_DECLARED_LOST'
      readonly intent: Intent
      readonly actor: string
      readonly at: Instant
    }

/** Of the PUT of tracking events and delivery. */
export type StatusEvent =
  | {
      readonly happened: 'STATUS_WRITTEN'
      readonly intent: TrackingIntent
      /** Ids of earlier ones: this one wants all that they wanted. */
      readonly instead: readonly string[]
      readonly summary: string
    }
  | { readonly happened: 'STATUS_WRITTEN_AGAIN'; readonly intent: TrackingIntent }
  /** What was missing goes out once more; `entry` where that is no call's own send. */
  | {
      readonly happened: 'STATUS_SENT_AGAIN'
      readonly intent: TrackingIntent
      readonly entry?: ActivityEntry
    }
  | {
      readonly happened: 'STATUS_TAKEN_BACK'
      readonly id: string
      /** What it stood for again. */
      readonly restored: readonly TrackingIntent[]
    }
  | { readonly happened: 'STATUS_LEFT'; readonly intent: TrackingIntent }
  /** It was sent again and is not shown. */
  | {
      readonly happened: 'STATUS_UNSEEN'
      readonly id: string
      /** How much was sent again without ever being shown, this time included. */
      readonly unseen: number
      /** OMS gave a receipt for it. */
      readonly isTaken: boolean
    }
  | { readonly happened: 'STATUS_SHOWN'; readonly id: string }
  /** Sent no more, and remembered: told again it is known. */
  | { readonly happened: 'STATUS_GIVEN_UP'; readonly intent: TrackingIntent }

/** Of the PATCH of tracking fields. */
export type EditEvent =
  | {
      readonly happened: 'EDIT_WRITTEN'
      readonly edit: EditIntent
      readonly actor: string
      readonly summary: string
    }
  | { readonly happened: 'EDIT_WRITTEN_AGAIN'; readonly edit: EditIntent }
  | {
      readonly happened: 'EDIT_TAKEN_BACK'
      readonly edit: EditIntent
      /** What was known of the invoice before; null where nothing was. */
      readonly before: InvoiceRecord | null
    }
  | { readonly happened: 'EDIT_SHOWN'; readonly edit: EditIntent }
  | {
      readonly happened: 'EDIT_LEFT'
      readonly edit: EditIntent
      /** Absent where nobody saw the send end. */
      readonly endedAt: Instant | undefined
      readonly isAccepted: boolean
    }

/**
 * The order was read. `known` is the journal as it was before that read: what came into it later the order cannot tell of.
 * Absent: all of it was there before.
 */
export interface OrderRead {
  readonly happened: 'ORDER_READ'
  readonly order: Order
  readonly nowMs: number
  readonly known?: Journal
}

/** A write has ended, or something was done that sends nothing. */
export interface Told {
  readonly happened: 'TOLD'
  readonly entry: ActivityEntry
}
