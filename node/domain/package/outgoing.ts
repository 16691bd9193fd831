import type { Instant } from '../values/instant'
import type { Cents } from '../values/money'
import type { InvoiceType, ListedOrder } from '../order/order'

// What is asked of OMS, in the domain's terms; node/oms turns it into the wire.

export interface ListQuery {
  readonly statuses: readonly string[]
  readonly search: string | null
  readonly createdFrom: Instant | null
  readonly createdTo: Instant | null
  readonly page: number
  readonly perPage: number
}

export interface OrderList {
  readonly rows: readonly ListedOrder[]
  readonly total: number
  readonly pages: number
}

/** The complete invoice as it goes out; encode turns it into the wire's body (oms §1.1). */
export interface OutgoingInvoice {
  readonly type: InvoiceType
  readonly invoiceNumber: string
  readonly issuanceDate: Instant
  readonly invoiceValue: Cents
  /** One aggregated line per SKU, unit price; empty for an invoice by value. */
  readonly items: readonly OutgoingItem[]
  readonly invoiceKey: string | null
  readonly invoiceUrl: string | null
  readonly embeddedInvoice: string | null
  readonly courier: string | null
  readonly trackingNumber: string | null
  readonly trackingUrl: string | null
  readonly dispatchedDate: Instant | null
}
export interface OutgoingItem {
  readonly id: string
  readonly quantity: number
  readonly price: Cents
  readonly description: string | null
}
/** Only given keys go out; a key that is absent is not on the wire. Null only where the second try demands it (design §2.3). */
export interface OutgoingTracking {
  readonly trackingNumber?: string | null
  readonly trackingUrl?: string | null
  readonly courier?: string | null
  readonly dispatchedDate?: Instant | null
}
export interface OutgoingTrackingStatus {
  readonly isDelivered: boolean
  readonly deliveredDate: Instant | null
  readonly events: readonly OutgoingEvent[]
}
export interface OutgoingEvent {
  readonly date: Instant
  readonly description: string
  readonly city: string | null
  readonly state: string | null
}
