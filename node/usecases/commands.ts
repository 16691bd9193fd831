import type { Instant } from '../domain/values/instant'
import type { Cents } from '../domain/values/money'
import type { Order, Package, PackageItem, Receipt } from '../domain/order/order'
import type { Problem, ProblemCode } from '../domain/problem/problem'
import type { OrderLedger } from '../domain/standing/ledger'
import type { OrderQueue } from '../domain/standing/queue'
import type { OrderAction, Stage } from '../domain/standing/stage'
import type { Outcome } from './ports'

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
}
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

export interface OrdersQuery {
  readonly queue: OrderQueue
  readonly search: string | null
  readonly createdFrom: unknown
  readonly createdTo: unknown
  readonly page: number
  readonly perPage: number
}

export type Accepted = readonly ProblemCode[]
