import type { Instant } from '../domain/values/instant'
import type { Cents } from '../domain/values/money'
import type { Order, Package, PackageItem, Receipt } from '../domain/order/order'
import type { Problem, ProblemCode } from '../domain/problem/problem'
import type { Shipment } from '../domain/carriers/shipment'
import type { OrderLedger } from '../domain/standing/ledger'
import type { OrderDocument } from '../domain/readmodel/orderDocument'
import type { QueueFilters } from '../domain/readmodel/queueQuestion'
import type { OrderQueue } from '../domain/standing/queue'
import type { OrderAction, Stage } from '../domain/standing/stage'
import type {
  InvoiceCommand,
  TrackingCommand,
  TrackingStatusCommand,
} from '../domain/invoice/command'
import type { Operation, Outcome } from './ports'

// What the edge hands in and gets back.

export type {
  InvoiceCommand,
  InvoiceItemCommand,
  TrackingCommand,
  TrackingEventCommand,
  TrackingStatusCommand,
} from '../domain/invoice/command'
export type { OrderAction, Stage } from '../domain/standing/stage'
export type { OrderQueue } from '../domain/standing/queue'

/** An order with what the app knows of it besides: accepted and unknown intents, the caller's actions. */
export interface OrderView {
  readonly order: Order
  readonly ledger: OrderLedger
  readonly stage: Stage
  readonly allowedActions: readonly OrderAction[]
  readonly blocked: readonly { readonly action: OrderAction; readonly problem: Problem }[]
  readonly attention: readonly Problem[]
  /** What carriers told of its invoices. */
  readonly shipments: readonly Shipment[]
}
/** Answer of every mutation on an order. */
export interface WriteResult {
  readonly outcome: Outcome
  readonly receipt: Receipt | null
  readonly view: OrderView | null
  readonly invoice: Package | null
  readonly problems: readonly Problem[]
}

/** Where an order shall be; what is null is not asked for. */
export interface FulfillCommand {
  /** Registered where the order does not hold its number. */
  readonly invoice: InvoiceCommand | null
  /** Which invoice tracking and status are for. Null: that of `invoice`, else the order's only Output invoice. */
  readonly invoiceNumber: string | null
  readonly tracking: TrackingCommand | null
  readonly status: TrackingStatusCommand | null
}

/** READY: it would be sent. REFUSED: it would not, now. ALREADY_APPLIED: there is nothing to send. */
export type RehearsedOutcome = 'READY' | 'ALREADY_APPLIED' | 'REFUSED'

export interface FulfillStepResult<O = Outcome> {
  readonly operation: Operation
  readonly outcome: O
  readonly receipt: Receipt | null
  /** Their fields are paths from `fulfill` on. */
  readonly problems: readonly Problem[]
}

/** What would become of a command, if it were sent now. */
export interface Rehearsal<O = RehearsedOutcome> {
  /** The worst of the steps. */
  readonly outcome: O
  /** Those that came to their turn; empty where the command itself is none. */
  readonly steps: readonly FulfillStepResult<O>[]
  /** Of the invoice that it is about, as far as it is known. */
  readonly invoiceNumber: string | null
  /** Those of the steps, and of the command. */
  readonly problems: readonly Problem[]
}

/** What became of a command. */
export interface FulfillResult extends Rehearsal<Outcome> {
  readonly view: OrderView | null
  readonly invoice: Package | null
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
  /** In their place, where they were asked for and tell the page: orders as they were last read. */
  readonly documents: readonly OrderDocument[]
  readonly unreadable: readonly { readonly orderId: string; readonly problem: Problem }[]
  readonly page: number
  readonly perPage: number
  readonly hasNextPage: boolean
  readonly total: number | null
  readonly complete: boolean
  /** Every open order is at least this fresh; null where each was read just now. */
  readonly asOf: Instant | null
  /** How far back the queue sees; null: all that there is. */
  readonly lookBackDays: number | null
}

export interface OrdersQuery extends QueueFilters {
  readonly queue: OrderQueue
  readonly search: string | null
  readonly createdFrom: unknown
  readonly createdTo: unknown
  readonly page: number
  readonly perPage: number
  /** A page that documents tell need not be read live. */
  readonly fromDocuments: boolean
}

export type Accepted = readonly ProblemCode[]
