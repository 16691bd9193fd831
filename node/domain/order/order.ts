import type { Cents } from '../values/money'
import type { Instant } from '../values/instant'

/** The order as the rules need it: decoded from OMS, nothing of its JSON left. */
export interface Order {
  readonly orderId: string
  readonly sequence: string | null
  /** As OMS says it; open, OMS adds values (oms §2.7). "" where OMS sent none. */
  readonly status: string
  /** Marketplace, Fulfillment or Chain; chain orders have a wrong priceDefinition (oms §3.1). */
  readonly origin: string | null
  /** OMS's isCompleted; an incomplete order is neither handled nor invoiced (oms §2.1). */
  readonly isComplete: boolean
  readonly workflowIsInError: boolean
  readonly creationDate: Instant
  readonly lastChange: Instant | null
  readonly paidDate: Instant | null
  readonly invoicedDate: Instant | null
  readonly estimatedDelivery: Instant | null
  readonly customerName: string | null
  /** Digits and letters only, upper case. Never leaves the service. */
  readonly customerDocuments: readonly string[]
  readonly currency: Currency
  /** IANA name; null where OMS named none and no fallback is known. */
  readonly timeZone: string | null
  readonly marketplace: Marketplace | null
  /** Id of the trade policy that it was made in. */
  readonly salesChannel: string | null
  readonly deliveryChannel: string | null
  readonly delivery: Delivery
  readonly value: Cents
  readonly totals: readonly OrderTotal[]
  readonly lines: readonly OrderLine[]
  readonly packages: readonly Package[]
  /** True where the order carries a changes attachment of any kind: then GET …/changes is asked (design §2.1). */
  readonly carriesChanges: boolean
  /** True where that attachment names changes: those took effect; one under way stands in none (oms §2.5). */
  readonly showsFinishedChange: boolean
}

export interface Currency {
  readonly code: string
  readonly symbol: string | null
  readonly decimalDigits: number
  readonly locale: string | null
  /** True where OMS named no currency and the account's or BRL stands in. */
  readonly assumed: boolean
}

/** Where an order goes and by which way. Personal: shown to who may see the order, and written down nowhere. */
export interface Delivery {
  /** Names of the chosen delivery types, each once, in the order of the lines. */
  readonly methods: readonly string[]
  readonly recipient: string | null
  readonly city: string | null
  readonly state: string | null
  /** Where the customer collects the order; null where it is brought. */
  readonly pickupPoint: string | null
}

export interface Marketplace {
  readonly name: string | null
  readonly isCertified: boolean
  readonly orderId: string | null
}

export interface OrderTotal {
  readonly id: string
  readonly name: string | null
  readonly value: Cents
}

export interface OrderLine {
  /** Position in the order: the only safe identity of a line. */
  readonly itemIndex: number
  readonly uniqueId: string | null
  /** SKU id. */
  readonly id: string
  readonly name: string
  readonly refId: string | null
  readonly ean: string | null
  readonly imageUrl: string | null
  readonly quantity: number
  /** Units of `quantity` that a change took away although the line still holds them (oms §2.5, changes v1). */
  readonly removedQuantity: number
  readonly unitMultiplier: number
  readonly isGift: boolean
  /** Worth of the line before residues are spread: priceDefinition.total, else price and tags (oms §3.1). May be off by cents. */
  readonly roughValue: Cents
}

export type InvoiceType = 'OUTPUT' | 'INPUT'

/** One invoice of an order with the shipment it covers. */
export interface Package {
  readonly invoiceNumber: string
  readonly type: InvoiceType
  readonly issuanceDate: Instant | null
  readonly invoiceValue: Cents
  readonly invoiceKey: string | null
  readonly invoiceUrl: string | null
  readonly embeddedInvoice: string | null
  readonly courier: string | null
  readonly trackingNumber: string | null
  readonly trackingUrl: string | null
  readonly items: readonly PackageItem[]
  readonly courierStatus: CourierStatus | null
}

export interface PackageItem {
  /** Null where OMS's index points outside the order (oms §8, error-in-viewing-the-orders-ui…). */
  readonly itemIndex: number | null
  readonly id: string | null
  readonly quantity: number
  /** Per unit. */
  readonly price: Cents | null
  readonly description: string | null
}

export interface CourierStatus {
  readonly status: string | null
  readonly finished: boolean
  readonly deliveredDate: Instant | null
  /** Newest first, as OMS lists them. */
  readonly events: readonly TrackingEvent[]
}

export interface TrackingEvent {
  /** Null where the stored text is no date. */
  readonly date: Instant | null
  readonly dateText: string
  readonly description: string
  readonly city: string | null
  readonly state: string | null
}

/** What OMS says about changes to an order (oms §2.5). */
export interface ChangeState {
  readonly inProgress: boolean
  readonly requestId: string | null
}

/** What OMS answers to an accepted write (oms §1.1). */
export interface Receipt {
  readonly date: Instant | null
  readonly orderId: string | null
  readonly receipt: string | null
}

/** One row of OMS's list index: minutes behind the order itself (oms §4). */
export interface ListedOrder {
  readonly orderId: string
  readonly status: string
  readonly creationDate: Instant | null
  readonly lastChange: Instant | null
}
