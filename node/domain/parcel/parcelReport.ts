import type { Instant } from '../values/instant'
import type { ParcelState } from './parcelState'

/** One thing that a carrier says happened to a parcel. No name, document or signature of a person is in it. */
export interface ParcelEvent {
  /** The provider's own id of this event; null where it gives none. */
  readonly id: string | null
  /** The carrier's code, as its connector's table names it; "" where the message bore none. */
  readonly code: string
  /** What the code means. Never read from words. */
  readonly state: ParcelState
  /** When it happened, with its offset: the message's own, else that of the connector's zone. */
  readonly date: Instant
  /** The carrier's words, without e-mails, phones and document numbers; never empty. */
  readonly description: string
  readonly city: string | null
  /** State or province (OMS's `state`). */
  readonly region: string | null
  /** Until when a parcel that waits for pickup waits; null where nobody said. */
  readonly pickupUntil: Instant | null
  /** True where one such event is enough for a person to look: the parcel was refused, or its address is wrong. */
  readonly needsPerson: boolean
}

/** An invoice as fiscal documents name it. Upper case, without signs; series and number without zeros in front. */
export interface InvoiceName {
  /** CNPJ or CPF of who issued it, or another country's; null where the carrier left it out. */
  readonly issuerId: string | null
  readonly series: string | null
  readonly number: string
}

/** What a message says about one parcel. At least one of trackingNumber, invoiceKey and invoice is there. */
export interface ParcelReport {
  /** The provider's own id of the parcel (a label's, a volume's); null where the rest is all there is. */
  readonly parcelId: string | null
  readonly trackingNumber: string | null
  readonly invoiceKey: string | null
  readonly invoice: InvoiceName | null
  readonly events: readonly ParcelEvent[]
}
