import type { FiscalDocument } from '../domain/fiscal/document'
import type { Instant } from '../domain/instant'
import type { Cents } from '../domain/money'
import type { Order, Package, PackageItem, Receipt } from '../domain/order'
import type { Problem, ProblemCode } from '../domain/problem'
import type { OrderLedger } from '../domain/ledger'
import type { Outcome } from './ports'

// What the edge hands in and gets back. Scalars arrive as they were sent (unknown): the use case answers
// what is no money or no moment as a problem with its field, never as an exception.

export interface InvoiceCommand {
  readonly type: 'OUTPUT' | 'INPUT'
  readonly invoiceNumber: string | null
  readonly issuanceDate: unknown
  readonly invoiceValue: unknown
  /** Null: every unit that remains. Empty: by value. */
  readonly items: readonly InvoiceItemCommand[] | null
  readonly invoiceKey: string | null
  readonly invoiceUrl: string | null
  readonly embeddedInvoice: string | null
  readonly courier: string | null
  readonly trackingNumber: string | null
  readonly trackingUrl: string | null
  readonly dispatchedDate: unknown
}
export interface InvoiceItemCommand {
  readonly id: string | null
  readonly itemIndex: number | null
  readonly quantity: number
  readonly price: unknown
  readonly description: string | null
}
export interface TrackingCommand {
  readonly trackingNumber: string | null
  readonly trackingUrl: string | null
  readonly courier: string | null
  readonly dispatchedDate: unknown
}
export interface TrackingStatusCommand {
  readonly isDelivered: boolean
  readonly deliveredDate: unknown
  readonly events: readonly TrackingEventCommand[]
}
export interface TrackingEventCommand {
  readonly date: unknown
  readonly description: string
  readonly city: string | null
  readonly state: string | null
}

/** An order with what the app knows of it besides: accepted and unknown intents, the caller's actions. */
export interface OrderView {
  readonly order: Order
  readonly ledger: OrderLedger
  readonly stage: Stage
  readonly allowedActions: readonly OrderAction[]
  readonly blocked: readonly { readonly action: OrderAction; readonly problem: Problem }[]
  readonly attention: readonly Problem[]
}
export type Stage =
  | 'NOT_READY'
  | 'TO_HANDLE'
  | 'TO_INVOICE'
  | 'PARTIALLY_INVOICED'
  | 'TO_SHIP'
  | 'IN_TRANSIT'
  | 'DELIVERED'
  | 'CANCELED'
export type OrderAction =
  | 'START_HANDLING'
  | 'NOTIFY_INVOICE'
  | 'NOTIFY_RETURN'
  | 'UPDATE_PARTIAL_INVOICE'
  | 'UPDATE_TRACKING_STATUS'

/** Answer of every mutation on an order. */
export interface WriteResult {
  readonly outcome: Outcome
  readonly receipt: Receipt | null
  readonly view: OrderView | null
  readonly invoice: Package | null
  readonly problems: readonly Problem[]
}

export interface InvoicePreview {
  readonly invoiceNumber: string | null
  readonly invoiceValue: Cents | null
  readonly issuanceDate: Instant | null
  readonly items: readonly PackageItem[]
  readonly remainingAfter: Cents | null
  readonly completesOrder: boolean
  readonly problems: readonly Problem[]
}

export interface OrderPageView {
  readonly rows: readonly OrderView[]
  readonly unreadable: readonly { readonly orderId: string; readonly problem: Problem }[]
  readonly page: number
  readonly perPage: number
  readonly hasNextPage: boolean
  readonly total: number | null
  readonly complete: boolean
}

export type OrderQueue =
  'TO_HANDLE' | 'TO_INVOICE' | 'TO_SHIP' | 'IN_TRANSIT' | 'LATE' | 'DELIVERED' | 'ATTENTION' | 'ALL'

export interface OrdersQuery {
  readonly queue: OrderQueue
  readonly search: string | null
  readonly createdFrom: unknown
  readonly createdTo: unknown
  readonly page: number
  readonly perPage: number
}

export type ReadFiscalDocument = (xml: string) => FiscalDocument
export type Accepted = readonly ProblemCode[]

// The use cases, each in its own file, all of the form (ports, …) => Promise:
//   viewOrder(ports, orderId): Promise<OrderView | null>                         viewOrder.ts
//   listOrders(ports, query: OrdersQuery): Promise<OrderPageView>                listOrders.ts
//   previewInvoice(ports, orderId, invoice, replaceVersion | null): Promise<InvoicePreview>
//   notifyInvoice(ports, orderId, invoice, accept, replaceVersion | null): Promise<WriteResult>
//   updatePartialInvoice(ports, orderId, invoiceNumber, tracking, accept): Promise<WriteResult>
//   updateTrackingStatus(ports, orderId, invoiceNumber, status, accept): Promise<WriteResult>
//   startHandling(ports, orderId): Promise<WriteResult>
// Faults of queries (order, orders, previewInvoice) are thrown; those of mutations become problems where a code says them.
