import type { Following } from './following/ports'
import type { QueueDocuments, ReadModelFeed } from './readmodel/callPorts'
import type { OrderParcels } from '../domain/carriers/orderParcels'
import type { ChangeState, Order, Receipt } from '../domain/order/order'
import type { Instant } from '../domain/values/instant'
import type { ActivityEntry, Journal } from '../domain/journal/journal'
import type { ProblemCode } from '../domain/problem/problem'
import type { Carrier, FreightPosition, Settings, XmlRequirement } from '../domain/values/settings'
import type { Right } from '../domain/problem/rights'
import type {
  ListQuery,
  OrderList,
  OutgoingInvoice,
  OutgoingTracking,
  OutgoingTrackingStatus,
} from '../domain/package/outgoing'

export type {
  ListQuery,
  OrderList,
  OutgoingEvent,
  OutgoingInvoice,
  OutgoingItem,
  OutgoingTracking,
  OutgoingTrackingStatus,
} from '../domain/package/outgoing'

// Every method may throw a domain Fault. No port knows VTEX's runtime.

/** OMS with the caller's token. Reads are live: nothing here answers from a cache or a memo. */
export interface OrdersPort {
  /** Null where OMS knows no such order. @errors Fault unreadable where the answer cannot be decoded. */
  get(orderId: string): Promise<Order | null>
  /** By the store's own count of orders. Null where there is none. @errors as get */
  bySequence(sequence: string): Promise<Order | null>
  list(query: ListQuery): Promise<OrderList>
  changes(orderId: string): Promise<ChangeState>
  startHandling(orderId: string): Promise<void>
  /** Sent once, never retried. */
  notifyInvoice(orderId: string, invoice: OutgoingInvoice): Promise<Receipt>
  updatePartialInvoice(
    orderId: string,
    invoiceNumber: string,
    tracking: OutgoingTracking
  ): Promise<Receipt>
  updateTrackingStatus(
    orderId: string,
    invoiceNumber: string,
    status: OutgoingTrackingStatus
  ): Promise<Receipt>
  addInteraction(orderId: string, message: string): Promise<void>
}

export interface Clock {
  /** Milliseconds since 1970. */
  now(): number
  sleep(milliseconds: number): Promise<void>
}

/** One writer an order, across replicas (design §2.1). */
export interface ClaimsPort {
  /** Runs work while this call holds the order; waits for another holder at most waitMs. */
  hold<T>(
    orderId: string,
    waitMs: number,
    work: (claim: HeldClaim) => Promise<T>
  ): Promise<ClaimResult<T>>
}
export type ClaimResult<T> =
  { readonly held: true; readonly value: T } | { readonly held: false; readonly since: Instant }
export interface HeldClaim {
  /** Reads the claim again; false where the lease was lost: then nothing may be sent. */
  confirm(): Promise<boolean>
}

/**
 * A write throws a Fault of kind `unknown` where the change may be in the journal, or may yet come into it, although the
 * write failed. Any other Fault: it is surely not in there and never will be.
 */
export interface JournalPort {
  read(orderId: string): Promise<Journal>
  /** Applies the change to the newest content, again where another writer came between. The change must be pure. */
  update(orderId: string, change: (journal: Journal) => Journal): Promise<Journal>
  /**
   * Applies the change only to the very journal that was decided on. Null where somebody has written since: then nothing
   * is written, and whoever decided has to look and decide again.
   */
  updateDecided(
    orderId: string,
    decidedOn: Journal,
    change: (journal: Journal) => Journal
  ): Promise<Journal | null>
  /** Tells an entry beside the journal, where that cannot be written: nothing else is touched. */
  tellBeside(orderId: string, entry: ActivityEntry): Promise<void>
  /** What was told beside it, in any order; some hundred at most. */
  toldBeside(orderId: string): Promise<readonly ActivityEntry[]>
}

export type { ActivityEntry, Journal, Operation, Outcome } from '../domain/journal/journal'
export type { EditIntent, Intent, InvoiceRecord, TrackingIntent } from '../domain/journal/intent'

/** Which order a fiscal document was registered on, by hash: no document number is kept (design §2.2). */
export interface DocumentsPort {
  orderOf(documentHash: string): Promise<string | null>
  register(documentHash: string, orderId: string): Promise<void>
}

/** Invoice and tracking numbers that this app has seen (design §2.6). */
export interface NumberIndexPort {
  see(orderId: string, numbers: readonly string[]): Promise<void>
  find(number: string): Promise<readonly string[]>
}

/** Under which names carriers' parcels find the invoices of an order. */
export interface InvoiceNamesPort {
  see(
    orderId: string,
    invoices: readonly { readonly invoiceNumber: string; readonly names: readonly string[] }[]
  ): Promise<void>
}

/**
 * Live orders of list rows, by order and a mark that differs once the order is known to have changed (OMS's list names
 * no lastChange). Only orders that cannot have changed far unseen are put. Whoever implements it bounds size and age.
 */
export interface OrderRowsPort {
  /** False where `get` would answer null for any mark. */
  holds(orderId: string): boolean
  get(orderId: string, mark: string): Order | null
  put(orderId: string, mark: string, order: Order): void
  drop(orderId: string): void
}

/** Which orders a page held when this reader last saw it. Whoever implements it bounds size and age. */
export interface SeenPagesPort {
  /** `page` holds everything that was asked. */
  ordersOf(page: string): readonly string[]
  keep(page: string, orderIds: readonly string[]): void
}

export interface SettingsPort {
  read(): Promise<Settings>
  /** Conflict where somebody saved since the version was read. */
  save(
    settings: NewSettings,
    version: string
  ): Promise<{ readonly saved: Settings } | { readonly conflict: Settings }>
}
export interface NewSettings {
  readonly defaultCourier: string | null
  readonly carriers: readonly Carrier[]
  readonly xmlRequired: XmlRequirement
  readonly freightOn: FreightPosition
  readonly noteOnOrder: boolean
  /** Null: as it is stored. @unit reads of OMS a minute */
  readonly batchPace: number | null
  /** Null: as they are stored. */
  readonly doorAccepts: readonly ProblemCode[] | null
}

/** What the account says of itself. */
export interface AccountPort {
  /** IANA name of its first trade policy's zone; null where that cannot be read. Never fails. */
  timeZone(): Promise<string | null>
}

/** Who calls. Identity never comes from arguments. */
export interface Caller {
  /** The person's e-mail, the app's id, or the app key. */
  readonly actor: string
  has(right: Right): Promise<boolean>
}

export interface Log {
  info(entry: LogEntry): void
  warn(entry: LogEntry): void
  error(entry: LogEntry): void
}
/** Names of VTEX's logs for the flows; never a token, never personal data. */
export interface LogEntry {
  readonly flow: string
  readonly orderId?: string
  readonly invoiceNumber?: string | null
  readonly outcome?: string
  readonly durationMs?: number
  readonly detail?: string
  readonly problems?: readonly ProblemCode[]
}

/** Everything a use case may reach. */
export interface Ports {
  readonly orders: OrdersPort
  readonly clock: Clock
  /**
   * When the request has to be answered, in milliseconds of the clock. Calls of the other ports end before it; one that
   * has no time left fails by a Fault that is out of time.
   */
  readonly answerBy: number
  /** How long an invoice is looked for that OMS gave no answer about; left out: as long as any. @unit milliseconds */
  readonly longestLookMs?: number
  readonly claims: ClaimsPort
  readonly journals: JournalPort
  readonly documents: DocumentsPort
  readonly numbers: NumberIndexPort
  /** Absent: no carrier's parcel is found by what is seen here. */
  readonly invoiceNames?: InvoiceNamesPort
  /** Absent: no carrier is asked about what is seen here. */
  readonly openParcels?: { see(order: Order): Promise<void> }
  /** Absent: nothing is told to other apps, and nothing is looked at again by itself. */
  readonly following?: Following
  /** What carriers told; absent: nothing. */
  readonly parcels?: { read(orderId: string): Promise<OrderParcels> }
  /** Absent: no read model is fed. */
  readonly readModel?: ReadModelFeed
  /** Absent: queues are told by OMS's list alone. */
  readonly queues?: QueueDocuments
  readonly settings: SettingsPort
  readonly account: AccountPort
  readonly caller: Caller
  readonly log: Log
  /** Absent: every row is read live. */
  readonly rows?: OrderRowsPort
  /** Absent: no row is read before OMS has listed it. */
  readonly pages?: SeenPagesPort
  /** A fresh id for an intent. */
  readonly newId: () => string
}
