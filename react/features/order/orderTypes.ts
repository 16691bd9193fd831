/** The order and its parts as the operations of these screens select them: contract, less what no screen shows. */
import type { ProblemLike } from '../../shared/words/problemFacts'
import type { Outcome } from '../../shared/sending/outcome'

export type OrderAction =
  | 'START_HANDLING'
  | 'NOTIFY_INVOICE'
  | 'NOTIFY_RETURN'
  | 'UPDATE_PARTIAL_INVOICE'
  | 'UPDATE_TRACKING_STATUS'

export type Stage =
  | 'NOT_READY'
  | 'TO_HANDLE'
  | 'TO_INVOICE'
  | 'PARTIALLY_INVOICED'
  | 'TO_SHIP'
  | 'IN_TRANSIT'
  | 'DELIVERED'
  | 'CANCELED'

export type InvoiceType = 'OUTPUT' | 'INPUT'
export type ProblemCode = string

export interface Difference {
  field: string
  stored: string | null
  given: string | null
}

export interface Problem extends ProblemLike {
  differences: readonly Difference[]
}

export interface OrderItem {
  itemIndex: number
  uniqueId: string | null
  id: string
  name: string
  refId: string | null
  ean: string | null
  imageUrl: string | null
  quantity: number
  unitMultiplier: number
  isGift: boolean
  /** Cents, the whole line. */
  lineValue: number
  invoicedQuantity: number
  remainingQuantity: number
}

export interface PackageItem {
  itemIndex: number | null
  id: string | null
  name: string | null
  quantity: number
  /** Cents a unit. */
  price: number | null
}

export interface TrackingEvent {
  date: string | null
  dateText: string
  description: string
  city: string | null
  state: string | null
}

export interface Package {
  invoiceNumber: string
  type: InvoiceType
  version: string
  allowedActions: readonly OrderAction[]
  issuanceDate: string | null
  invoiceValue: number
  invoiceKey: string | null
  invoiceUrl: string | null
  hasEmbeddedInvoice: boolean
  courier: string | null
  trackingNumber: string | null
  trackingUrl: string | null
  items: readonly PackageItem[]
  isDelivered: boolean
  deliveredDate: string | null
  /** Newest first. */
  events: readonly TrackingEvent[]
}

export interface Currency {
  code: string
  symbol: string | null
  decimalDigits: number
  locale: string | null
}

export interface Order {
  orderId: string
  sequence: string | null
  status: string
  stage: Stage
  allowedActions: readonly OrderAction[]
  blocked: ReadonlyArray<{ action: OrderAction; problem: Problem }>
  attention: readonly Problem[]
  creationDate: string
  lastChange: string | null
  invoicedDate: string | null
  estimatedDelivery: string | null
  customerName: string | null
  currency: Currency
  timeZone: string | null
  marketplace: { name: string | null; isCertified: boolean; orderId: string | null } | null
  deliveryChannel: string | null
  value: number
  invoicedValue: number
  remainingValue: number
  totals: ReadonlyArray<{ id: string; name: string | null; value: number }>
  items: readonly OrderItem[]
  packages: readonly Package[]
}

export interface InvoiceInput {
  type: InvoiceType
  invoiceNumber?: string
  issuanceDate?: string
  /** Cents; a text that is no amount goes as it was typed, so that the answer names the field. */
  invoiceValue?: number | string
  items?: Array<{ itemIndex: number; quantity: number }>
  invoiceKey?: string
  invoiceUrl?: string
  embeddedInvoice?: string
  courier?: string
  trackingNumber?: string
  trackingUrl?: string
  dispatchedDate?: string
}

export interface InvoicePreview {
  invoiceNumber: string | null
  invoiceValue: number | null
  issuanceDate: string | null
  items: readonly PackageItem[]
  remainingAfter: number | null
  completesOrder: boolean
  problems: readonly Problem[]
}

export interface FiscalItem {
  code: string | null
  ean: string | null
  name: string | null
  quantity: number | null
  value: number | null
}

export interface FiscalDocument {
  kind: 'NFE' | 'NFCE' | 'CFE_SAT' | 'OTHER'
  rootElement: string | null
  key: string | null
  keyIsValid: boolean | null
  number: string | null
  series: string | null
  issuanceDate: string | null
  value: number | null
  authorized: boolean | null
  protocol: string | null
  testEnvironment: boolean | null
  items: readonly FiscalItem[]
  problems: readonly Problem[]
}

export interface TrackingStatusInput {
  isDelivered: boolean
  deliveredDate?: string
  events?: Array<{ date: string; description: string; city?: string; state?: string }>
}

export interface Receipt {
  date: string | null
  orderId: string | null
  receipt: string | null
}

/** What the three mutations of an invoice answer. */
export interface WritePayload {
  outcome: Outcome
  receipt: Receipt | null
  invoice: Pick<Package, 'invoiceNumber' | 'version' | 'trackingNumber'> | null
  problems: Problem[]
}

export interface ActivityEntry {
  at: string
  actor: string
  operation: 'START_HANDLING' | 'NOTIFY_INVOICE' | 'UPDATE_PARTIAL_INVOICE' | 'UPDATE_TRACKING_STATUS'
  invoiceNumber: string | null
  outcome: Outcome
  receipt: string | null
  summary: string
}
