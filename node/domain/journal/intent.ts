import type { Instant } from '../values/instant'
import type { Cents } from '../values/money'
import type { InvoiceType, Receipt } from '../order/order'
import type { OutgoingEvent, OutgoingInvoice, OutgoingTracking } from '../package/outgoing'
import type { WrittenSend } from './waiting'

/** Units of one SKU. */
export interface SkuUnits {
  readonly id: string
  readonly quantity: number
}

/** What was sent, without the document's text: that is large, and its hash is enough to compare. */
export type InvoiceContent = Omit<OutgoingInvoice, 'embeddedInvoice'> & {
  readonly embeddedInvoiceHash: string | null
}

/** A POST that was about to be sent. It stays until a read of the order shows the invoice, or it is known to have failed. */
export interface Intent extends WrittenSend {
  readonly id: string
  readonly invoiceNumber: string
  readonly type: InvoiceType
  readonly contentHash: string
  readonly value: Cents
  readonly units: readonly SkuUnits[]
  readonly actor: string
  /** SENDING: written before the send, no answer yet. ACCEPTED: OMS gave a receipt. UNKNOWN: no clear answer. */
  readonly state: 'SENDING' | 'ACCEPTED' | 'UNKNOWN'
  readonly receipt: Receipt | null
  /** Sum of the order's Output invoices when it was sent: tells a changed sum from an unchanged one. */
  readonly invoicedBefore: Cents
  readonly isReplacement: boolean
  /** Numbers that the order showed when it was sent. */
  readonly numbersBefore?: readonly string[]
  /** What was sent, field by field: lets a second caller be told what differs before OMS shows it. */
  readonly content?: InvoiceContent
  /** True once the activity says how it went, so that it is said once. */
  readonly isRecorded?: boolean
  /** In words, for the activity. */
  readonly summary?: string
}

/**
 * A tracking status that was about to be sent, or a history that a replaced invoice must keep: the full list that the
 * package has to show in the end. It stays until a read shows it, so that a crash between two calls loses no event and
 * an accepted one is not sent twice.
 */
export interface TrackingIntent extends WrittenSend {
  readonly id: string
  readonly invoiceNumber: string
  readonly actor: string
  /** ACCEPTED: OMS gave a receipt. SENDING: no answer, or not yet. */
  readonly state: 'SENDING' | 'ACCEPTED'
  readonly isDelivered: boolean
  readonly deliveredDate: Instant | null
  readonly events: readonly OutgoingEvent[]
  /** Those of the events that are on their way; the others were shown before, so they may only vanish. */
  readonly fresh: readonly OutgoingEvent[]
  /** True once shown events have vanished: this OMS replaces the list, so all of it has to go (oms §1.3). */
  readonly isReplacing?: boolean
  /** How much was sent again without ever being shown: what OMS took weighs more than what may have got lost. */
  readonly unseen?: number
}

/** An edit of tracking fields that was about to be sent. It stays until a read shows it, or its time is over. */
export interface EditIntent extends WrittenSend {
  readonly id: string
  readonly invoiceNumber: string
  readonly tracking: OutgoingTracking
  /** True once OMS gave a receipt for it. */
  readonly isAccepted?: boolean
}

/** What OMS cannot give back about an invoice that this app wrote (oms §2.4). */
export interface InvoiceRecord {
  readonly invoiceNumber: string
  readonly dispatchedDate: Instant | null
  /** When the invoice went out with what this record says of it, and when the dispatch date did. */
  readonly writtenAt?: Instant
  readonly dispatchWrittenAt?: Instant
  /** When a read last showed the invoice where it had been waited for. */
  readonly shownAt?: Instant
  /** True from before the dispatch date goes out until OMS has taken it: no read can ever tell. */
  readonly dispatchIsUnsure?: boolean
  /** True where this app wrote the invoice and every later tracking edit it knows of, so that null means: there never was one. */
  readonly wroteInvoice: boolean
  readonly descriptions: readonly { readonly id: string; readonly description: string }[]
  /** What this app sent, where OMS rebuilds the items of its packages (oms §3 point 4). */
  readonly sent?: {
    readonly invoiceValue: Cents
    readonly items: readonly {
      readonly id: string
      readonly quantity: number
      readonly price: Cents
    }[]
  }
}
