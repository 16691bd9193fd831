/* eslint-disable */
// Written by npm run codegen from graphql/: change that.
import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql'
import type { PresentedConnector } from '../presentConnector'
import type { PresentedReadModel } from '../presentReadModel'
import type { Context } from '../context'
export type Maybe<T> = T | null
export type InputMaybe<T> = T | null | undefined
export type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] }
export type MakeOptional<T, K extends keyof T> = Omit<T, K> & { [SubKey in K]?: Maybe<T[SubKey]> }
export type MakeMaybe<T, K extends keyof T> = Omit<T, K> & { [SubKey in K]: Maybe<T[SubKey]> }
export type Omit<T, K extends keyof T> = Pick<T, Exclude<keyof T, K>>
export type RequireFields<T, K extends keyof T> = Omit<T, K> & { [P in K]-?: NonNullable<T[P]> }
/** All built-in and custom scalars, mapped to their actual values */
export type Scalars = {
  ID: string
  String: string
  Boolean: boolean
  Int: number
  Float: number
  /**
   * A moment, ISO 8601 with an offset or Z, for example 2026-03-01T14:05:00-03:00. On input any text goes through the scalar;
   * one without offset or out of the calendar is answered DATE_INVALID with its field.
   */
  Instant: unknown
  /**
   * Money in hundredths of the order's currency: a whole JSON number within ±(2^53 − 1). GraphQL Int ends at 2^31 − 1, and one
   * Colombian order passes that. On input anything goes through the scalar; what is no whole number in range is answered
   * VALUE_NOT_POSITIVE or VALUE_INVALID with its field, never as a GraphQL error.
   */
  Cents: unknown
}

export type Query = {
  /** One order, read live from OMS: what is ordered, invoiced, shipped and delivered of it. Null where OMS knows no such order. */
  readonly order: Maybe<Order>
  /**
   * A work queue, newest first. The rows are the list index of OMS (minutes behind) corrected by the live order, so a page may
   * hold fewer rows than perPage. `search`: order id, customer's name, e-mail or document; an invoice or tracking number is found
   * among those that this app has written or read. With the read model TO_SHIP, IN_TRANSIT, LATE, ATTENTION (by promised date)
   * and DELIVERED (newest first) hold every order of the store, and every queue takes `sort`, `carrier`, `marketplace` and
   * `salesChannel`, but not together with `search`. `fromDocuments`: a page that the read model tells is answered as `documents`
   * in the time of one search, with no live row; any other page is answered as without.
   */
  readonly orders: OrderPage
  /** Rows of a page that stand there as documents, read live: 25 orders at most. Their documents become as new by it. */
  readonly queueRows: QueueRows
  /**
   * How many orders each queue holds, all at once. Without the read model only what OMS's list can count: to handle, to invoice
   * (with some that wait for their payment), all.
   */
  readonly queueCounts: ReadonlyArray<QueueCount>
  /**
   * What waits, for how long, and how it went: of the last 30 days unless `from` and `to` say otherwise, of 92 days at most.
   * Without the read model `tiles` counts what OMS's list can, nothing by carrier or marketplace, and all else is empty.
   */
  readonly overview: Overview
  /** What notifyInvoice would send, and every problem it would meet, without sending anything. */
  readonly previewInvoice: InvoicePreview
  /** Reads a fiscal document (NF-e, NFC-e, CF-e SAT; of other XML the root element) and says what it holds. */
  readonly readFiscalDocument: FiscalDocument
  /** What was done to one order through this app, newest first: who, when, what, outcome. */
  readonly activity: ReadonlyArray<Activity>
  /** How this store wants its invoices and tracking handled. */
  readonly settings: Settings
  /**
   * What the guarantees assume of VTEX, tried on this very account. Writes to files of its own in VBase and removes them; writes
   * nothing to OMS. Takes some seconds, at most 25.
   */
  readonly accountCheck: AccountCheck
  /** What the caller may do, by License Manager. */
  readonly viewer: Viewer
  /** One batch. Whoever looks at it revives what has died of it. Null where there is none. */
  readonly batch: Maybe<Batch>
  /** Newest first, of the last 30 days. */
  readonly batches: BatchPage
  /** Rows in their order; with `outcomes` those that ended so. At most 500 a page. */
  readonly batchRows: BatchRowPage
  /** Whether queues rest on documents of all orders, and how far these are. */
  readonly readModel: ReadModel
  /** Every carrier, hub and format that may send tracking here, switched on or not; with `name` that one alone, or none. */
  readonly connectors: ReadonlyArray<Connector>
  /**
   * At most 100 references, answered in their order. Finds the order that a file's row or document means; several candidates are
   * named, none is guessed. OMSViewer is needed as well.
   */
  readonly matchOrders: ReadonlyArray<OrderMatch>
}

export type QueryOrderArgs = {
  orderId: Scalars['ID']
}

export type QueryOrdersArgs = {
  queue?: InputMaybe<OrderQueue>
  search?: InputMaybe<Scalars['String']>
  createdFrom?: InputMaybe<Scalars['Instant']>
  createdTo?: InputMaybe<Scalars['Instant']>
  page?: InputMaybe<Scalars['Int']>
  perPage?: InputMaybe<Scalars['Int']>
  sort?: InputMaybe<OrderSort>
  carrier?: InputMaybe<Scalars['String']>
  marketplace?: InputMaybe<Scalars['String']>
  salesChannel?: InputMaybe<Scalars['String']>
  fromDocuments?: InputMaybe<Scalars['Boolean']>
}

export type QueryQueueRowsArgs = {
  queue: OrderQueue
  orderIds: ReadonlyArray<Scalars['ID']>
}

export type QueryOverviewArgs = {
  from?: InputMaybe<Scalars['Instant']>
  to?: InputMaybe<Scalars['Instant']>
  carrier?: InputMaybe<Scalars['String']>
  marketplace?: InputMaybe<Scalars['String']>
}

export type QueryPreviewInvoiceArgs = {
  orderId: Scalars['ID']
  invoice: InvoiceInput
  replace?: InputMaybe<ReplaceInvoice>
}

export type QueryReadFiscalDocumentArgs = {
  xml: Scalars['String']
}

export type QueryActivityArgs = {
  orderId: Scalars['ID']
  first?: InputMaybe<Scalars['Int']>
}

export type QueryBatchArgs = {
  batchId: Scalars['ID']
}

export type QueryBatchesArgs = {
  page?: InputMaybe<Scalars['Int']>
  perPage?: InputMaybe<Scalars['Int']>
}

export type QueryBatchRowsArgs = {
  batchId: Scalars['ID']
  outcomes?: InputMaybe<ReadonlyArray<RowOutcome>>
  page?: InputMaybe<Scalars['Int']>
  perPage?: InputMaybe<Scalars['Int']>
}

export type QueryConnectorsArgs = {
  name?: InputMaybe<Scalars['String']>
}

export type QueryMatchOrdersArgs = {
  references: ReadonlyArray<OrderReference>
}

export type Order = {
  readonly orderId: Scalars['ID']
  readonly sequence: Maybe<Scalars['String']>
  /** As OMS says it, for example ready-for-handling. Open: OMS adds values. */
  readonly status: Scalars['String']
  readonly stage: Stage
  /** What may be done now, by the state of the order and the rights of the caller. The panel shows these and no others. */
  readonly allowedActions: ReadonlyArray<OrderAction>
  /** Why an action that a person may look for cannot be done now: missing right, state, change under way. */
  readonly blocked: ReadonlyArray<BlockedAction>
  /** What a person should look at: stuck workflow, a change under way, a certified marketplace without XML, late. */
  readonly attention: ReadonlyArray<Problem>
  readonly creationDate: Scalars['Instant']
  readonly lastChange: Maybe<Scalars['Instant']>
  /** When the payment was approved (OMS: authorizedDate). */
  readonly paidDate: Maybe<Scalars['Instant']>
  readonly invoicedDate: Maybe<Scalars['Instant']>
  readonly estimatedDelivery: Maybe<Scalars['Instant']>
  readonly customerName: Maybe<Scalars['String']>
  readonly currency: Currency
  /** IANA name, for example America/Sao_Paulo (OMS sends Windows names). */
  readonly timeZone: Maybe<Scalars['String']>
  readonly marketplace: Maybe<Marketplace>
  readonly deliveryChannel: Maybe<Scalars['String']>
  readonly delivery: Delivery
  /** Order total, changes included. */
  readonly value: Scalars['Cents']
  /** Sum of the Output invoices, those that OMS has accepted and does not show yet included. */
  readonly invoicedValue: Scalars['Cents']
  /** value − invoicedValue, never below 0. */
  readonly remainingValue: Scalars['Cents']
  /** Sum of the Input invoices, those that OMS has accepted and does not show yet included. */
  readonly refundedValue: Scalars['Cents']
  readonly totals: ReadonlyArray<OrderTotal>
  readonly items: ReadonlyArray<OrderItem>
  readonly packages: ReadonlyArray<Package>
}

/** Where an order stands between payment and the customer's door. Derived here; OMS has no such field. */
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

export type BlockedAction = {
  readonly action: OrderAction
  readonly problem: Problem
}

export type Problem = {
  readonly code: ProblemCode
  readonly severity: Severity
  /** Path into the arguments, for example ["invoice", "items", "0", "quantity"]. Empty: the whole call. */
  readonly field: ReadonlyArray<Scalars['String']>
  /** English, for logs and API callers. The panel words it by code and facts in the admin's language. */
  readonly message: Scalars['String']
  readonly facts: ReadonlyArray<Fact>
  /** INVOICE_EXISTS, INVOICE_CHANGED: what is stored beside what was given. */
  readonly differences: ReadonlyArray<Difference>
}

/** Each value: severity, field, facts. ERROR unless said. New codes may come: a caller needs a default branch. */
export type ProblemCode =
  /** Facts: orderId. */
  | 'ORDER_NOT_FOUND'
  /** Facts: status, operation. */
  | 'ORDER_STATE_FORBIDS'
  /** Facts: requestId where known. */
  | 'ORDER_CHANGE_IN_PROGRESS'
  /** orderIsComplete is false. */
  | 'ORDER_INCOMPLETE'
  /** WARNING in cancellation-requested (a seller denies a cancellation by invoicing), else ERROR. Facts: status. */
  | 'ORDER_CANCELING'
  /** Only in attention. Facts: status, since. */
  | 'ORDER_STUCK'
  /** Only in attention. Facts: estimatedDelivery. */
  | 'LATE'
  /** Field invoiceNumber. Facts: suggestion. */
  | 'INVOICE_NUMBER_UNSAFE'
  /** Neither given nor in the document. */
  | 'INVOICE_NUMBER_REQUIRED'
  /** `differences` is filled; with invoiceNumber in it the same document stands under that stored number. */
  | 'INVOICE_EXISTS'
  /** Somebody changed it since `replace.version` was read. Facts: version. `differences` is filled. */
  | 'INVOICE_CHANGED'
  /** Facts: invoiceNumbers (what the order has). */
  | 'INVOICE_NOT_FOUND'
  /** Several packages of the order bear this number. Facts: count. */
  | 'INVOICE_AMBIGUOUS'
  /** Tracking or status without a number, and the order has not just one Output invoice. Facts: invoiceNumbers (of its Output invoices). */
  | 'INVOICE_NOT_NAMED'
  /** WARNING, also in attention: an hour ago and longer OMS took an invoice that it does not show. With this code in `accept` notifyInvoice declares it lost, once two reads show no trace of it. Facts: invoiceNumber, type (OUTPUT or INPUT), sentAt, receipt where known. */
  | 'INVOICE_NOT_SHOWN'
  /** WARNING, only in attention: ten minutes ago and longer OMS took an invoice or events that it does not show. Facts: invoiceNumber, operation, sentAt. */
  | 'WRITE_NOT_SHOWN'
  /** WARNING: what a replacing call cannot carry over. Facts: fields. */
  | 'REPLACE_LOSES_FIELDS'
  /** WARNING: while the order has room for the value once more, OMS may count a replaced invoice twice. Facts: value. */
  | 'REPLACE_MAY_COUNT_TWICE'
  /** Another call is writing this invoice and has not ended. Facts: since. */
  | 'IN_PROGRESS'
  /** Field invoiceValue or price: no whole number in range. */
  | 'VALUE_INVALID'
  | 'VALUE_NOT_POSITIVE'
  /** Facts: remaining. */
  | 'VALUE_OVER_REMAINING'
  /** WARNING: differs from the worth of the items. Facts: itemsValue. */
  | 'VALUE_NOT_ITEMS'
  /** WARNING, only where no unit would remain. Facts: remainder. */
  | 'VALUE_LEAVES_REMAINDER'
  /** Neither an item nor a value. */
  | 'ITEMS_EMPTY'
  /** Facts: id or itemIndex. */
  | 'ITEM_NOT_IN_ORDER'
  /** Both id and itemIndex, neither, or an id that stands in several lines at different prices. Facts: itemIndexes. */
  | 'ITEM_AMBIGUOUS'
  | 'ITEM_QUANTITY_INVALID'
  /** Judged per SKU. Facts: remaining, id. */
  | 'ITEM_QUANTITY_OVER_REMAINING'
  /** Facts: status, fullyInvoiced (true: the invoices reach the order's value, and OMS has not closed it yet). */
  | 'RETURN_BEFORE_INVOICED'
  /** WARNING. Facts: amount. */
  | 'RETURN_TRIGGERS_REFUND'
  /** Facts: refundable. */
  | 'VALUE_OVER_REFUNDABLE'
  /** WARNING, by settings and marketplace. */
  | 'XML_REQUIRED'
  /** Facts: line where known, format where known (PDF, ZIP: the file is one of these). */
  | 'XML_UNREADABLE'
  /** DTD, entities, or beyond the limits of size and depth. */
  | 'XML_UNSAFE'
  /** WARNING: no protocol, or one that does not authorise. Facts: status. */
  | 'XML_NOT_AUTHORIZED'
  /** ERROR on the key, WARNING on number, date, value. Facts: given, read. */
  | 'XML_DISAGREES'
  /** WARNING: what the document is does not fit the invoice's type, as a return or a credit note on an Output. Facts: nature (FiscalDocumentNature), type. */
  | 'XML_WRONG_TYPE'
  /** WARNING. */
  | 'XML_TEST_ENVIRONMENT'
  /** WARNING: another person or company than the order's customer. Facts carry no document number. */
  | 'XML_RECIPIENT_DIFFERS'
  /** WARNING, where no items are given: the marks of an item (EAN, code) name different SKUs. Facts: item, skus. */
  | 'XML_ITEMS_UNCLEAR'
  /** WARNING: this document was registered on another order by this app. Facts: orderId. */
  | 'DOCUMENT_ON_OTHER_ORDER'
  /** WARNING: length, state, month or check digit. */
  | 'ACCESS_KEY_INVALID'
  /** No moment, or one without offset. Facts: reason (NO_DATE, NO_OFFSET). */
  | 'DATE_INVALID'
  /** More than five minutes ahead. */
  | 'DATE_IN_FUTURE'
  /** Not http(s), credentials in it, or control characters. Facts: reason (SCHEME, CREDENTIALS, SIGNS, HOST). */
  | 'URL_INVALID'
  /** Facts: max. */
  | 'TEXT_TOO_LONG'
  /** Neither invoice, tracking nor status. */
  | 'FULFILL_EMPTY'
  /** No field given, or an empty text. */
  | 'TRACKING_EMPTY'
  /** The invoice has no tracking number yet. */
  | 'TRACKING_NUMBER_MISSING'
  /** Facts: reason (SPREADSHEET: rounded by a spreadsheet, as 7,94645E+11; LINES: several lines). */
  | 'TRACKING_NUMBER_INVALID'
  /** WARNING. Facts: stored. */
  | 'TRACKING_REPLACES'
  /** WARNING: would take a delivery back. Facts: deliveredDate. */
  | 'DELIVERED_ALREADY'
  /** Against a dispatchedDate given here or recorded by this app. Facts: dispatchedDate. */
  | 'DELIVERED_BEFORE_DISPATCH'
  /** WARNING that comes with ALREADY_APPLIED. */
  | 'EVENTS_ALL_KNOWN'
  /** WARNING, only in attention: on its way back to the sender, or there. Facts: at, description (the carrier's words), trackingNumber where known. */
  | 'TRACKING_RETURNED'
  /** WARNING, only in attention: lost, stolen or robbed. Facts: at, description (the carrier's words), trackingNumber where known. */
  | 'TRACKING_LOST'
  /** WARNING, only in attention: refused, wrong address, or failed twice. Facts: at, description (the carrier's words), trackingNumber where known. */
  | 'TRACKING_ATTEMPT_FAILED'
  /** WARNING, only in attention: waits for pickup, and its term nears its end. Facts: until, at, description (the carrier's words), trackingNumber where known. */
  | 'TRACKING_PICKUP'
  /** WARNING, of a message and in attention of its connector, once for each code: no table of the connector has it. Facts: connector, code. */
  | 'TRACKING_UNKNOWN_CODE'
  /** One for each setting. Facts: problem, carrier (whose it is, for a setting of a carrier). */
  | 'SETTINGS_INVALID'
  | 'SETTINGS_CHANGED'
  /** Facts: retryAfterSeconds. */
  | 'RATE_LIMITED'
  /** Facts: status, omsMessage. */
  | 'OMS_REJECTED'
  /** OMS answered 403. Facts: right (License Manager's label and key), roles that hold it. */
  | 'OMS_FORBIDDEN'
  | 'OMS_UNAVAILABLE'
  /** The answer of OMS cannot be read as an order. */
  | 'OMS_UNREADABLE'
  /** Facts: sentAt, retryAt (from then on the same call sends it again, unless OMS shows it by then); among what needs attention also invoiceNumber and type (OUTPUT or INPUT). */
  | 'OMS_OUTCOME_UNKNOWN'
  | 'CONNECTOR_UNKNOWN'
  /** Of a carrier that is asked: it refuses what is set for it, and is not asked until that changes. Facts: carrier. */
  | 'CONNECTOR_REFUSED'
  /** Of a carrier that is asked: no answer, or none that can be read; it is asked again by itself. Facts: carrier. */
  | 'CONNECTOR_AWAY'
  /** Field secret: none, too short, or of too few different characters. Facts: min. */
  | 'CONNECTOR_SECRET_WEAK'
  /** Facts: batchId. */
  | 'BATCH_NOT_FOUND'
  /** Facts: state. */
  | 'BATCH_STATE_FORBIDS'
  /** Facts: first (from 0), count. */
  | 'BATCH_ROWS_MISSING'
  /** Facts: max. */
  | 'BATCH_TOO_LARGE'
  /** Same key, another rowCount or name. Facts: batchId. */
  | 'BATCH_KEY_TAKEN'
  /** The service died in this row twice, and it was left out. */
  | 'BATCH_ROW_POISONED'
  /** Field isOn: Master Data did not take what the read model needs. Facts: status. */
  | 'READ_MODEL_REFUSED'
  /** Field isOn: its documents are being removed. */
  | 'READ_MODEL_REMOVING'
  /** Fields sort, carrier, marketplace, salesChannel: only documents of all orders can answer. */
  | 'READ_MODEL_NEEDED'
  /** The same fields: not together with search. */
  | 'FILTER_WITH_SEARCH'
  /** Fields carrier, marketplace, salesChannel: a name without quotation marks. */
  | 'FILTER_INVALID'
  /** Field orderHook.appKey: it has another system's hook. Facts: url (without its query). */
  | 'ORDER_HOOK_TAKEN'
  /** Field orderHook.appToken: VTEX does not take the app key. Facts: status. */
  | 'ORDER_HOOK_KEY_REFUSED'
  /** VTEX did not take the hook. Facts: status, omsMessage. */
  | 'ORDER_HOOK_REFUSED'
  /** WARNING: it was forgotten here and could not be taken down in VTEX. Facts: appKey. */
  | 'ORDER_HOOK_LEFT'

/** ERROR stops the call, whatever stands in `accept`. WARNING stops it until its code stands in `accept`. */
export type Severity = 'ERROR' | 'WARNING'

export type Fact = {
  readonly name: Scalars['String']
  readonly value: Scalars['String']
}

export type Difference = {
  readonly field: Scalars['String']
  readonly stored: Maybe<Scalars['String']>
  readonly given: Maybe<Scalars['String']>
}

export type Currency = {
  readonly code: Scalars['String']
  readonly symbol: Maybe<Scalars['String']>
  readonly decimalDigits: Scalars['Int']
  readonly locale: Maybe<Scalars['String']>
  /** VTEX names no currency on this order (orders up to 2020): the account's stands in, else BRL. */
  readonly isAssumed: Scalars['Boolean']
}

export type Marketplace = {
  readonly name: Maybe<Scalars['String']>
  readonly isCertified: Scalars['Boolean']
  readonly orderId: Maybe<Scalars['String']>
}

/** Where the order goes and by which way, as VTEX holds it; null where it holds nothing. */
export type Delivery = {
  /** Names of the chosen delivery types (SLAs), each once, in the order of the lines. */
  readonly methods: ReadonlyArray<Scalars['String']>
  readonly recipient: Maybe<Scalars['String']>
  readonly city: Maybe<Scalars['String']>
  readonly state: Maybe<Scalars['String']>
  /** Name of the pickup point where the customer collects the order. */
  readonly pickupPoint: Maybe<Scalars['String']>
}

export type OrderTotal = {
  readonly id: Scalars['String']
  readonly name: Maybe<Scalars['String']>
  readonly value: Scalars['Cents']
}

export type OrderItem = {
  /** Position in the order: the only safe identity of a line, one SKU can stand in several. */
  readonly itemIndex: Scalars['Int']
  readonly uniqueId: Maybe<Scalars['String']>
  /** SKU id. */
  readonly id: Scalars['ID']
  readonly name: Scalars['String']
  readonly refId: Maybe<Scalars['String']>
  readonly ean: Maybe<Scalars['String']>
  readonly imageUrl: Maybe<Scalars['String']>
  /** As ordered: units that a change took away may still be counted, see removedQuantity. */
  readonly quantity: Scalars['Int']
  readonly unitMultiplier: Scalars['Float']
  readonly isGift: Scalars['Boolean']
  /** What the whole line is worth, cents spread so that the lines of an order sum to its Items + Discounts. */
  readonly lineValue: Scalars['Cents']
  /** Counted per SKU and spread over its lines in order, because OMS picks the line. */
  readonly invoicedQuantity: Scalars['Int']
  readonly remainingQuantity: Scalars['Int']
  /**
   * Units of `quantity` that a change of the order took away and no invoice holds: OMS may leave them in the line.
   * quantity = invoicedQuantity + remainingQuantity + removedQuantity.
   */
  readonly removedQuantity: Scalars['Int']
  /** Of the invoiced units, those that came back: counted per SKU like invoicedQuantity. */
  readonly returnedQuantity: Scalars['Int']
}

/** One invoice of an order, with the shipment that it covers. */
export type Package = {
  readonly invoiceNumber: Scalars['String']
  readonly type: InvoiceType
  /** Hash of every stored field that notifyInvoice writes (tracking events are not in it): hand it back in `replace`. */
  readonly version: Scalars['String']
  /** False while OMS has taken the invoice and its order does not show it yet. */
  readonly isApplied: Scalars['Boolean']
  /** UPDATE_PARTIAL_INVOICE and UPDATE_TRACKING_STATUS where they may be done now. */
  readonly allowedActions: ReadonlyArray<OrderAction>
  readonly issuanceDate: Maybe<Scalars['Instant']>
  readonly invoiceValue: Scalars['Cents']
  readonly invoiceKey: Maybe<Scalars['String']>
  readonly invoiceUrl: Maybe<Scalars['String']>
  readonly hasEmbeddedInvoice: Scalars['Boolean']
  readonly embeddedInvoice: Maybe<Scalars['String']>
  readonly courier: Maybe<Scalars['String']>
  readonly trackingNumber: Maybe<Scalars['String']>
  readonly trackingUrl: Maybe<Scalars['String']>
  readonly items: ReadonlyArray<PackageItem>
  readonly isDelivered: Scalars['Boolean']
  readonly deliveredDate: Maybe<Scalars['Instant']>
  /** By what carriers told this app of its parcels; of several the one that is least far. Null where nobody told. */
  readonly state: Maybe<ParcelState>
  /** Newest first. */
  readonly events: ReadonlyArray<TrackingEvent>
  /** The newest of `events`: what a queue shows. Null where nothing was told yet. */
  readonly lastEvent: Maybe<TrackingEvent>
}

export type InvoiceType = 'OUTPUT' | 'INPUT'

export type PackageItem = {
  readonly itemIndex: Maybe<Scalars['Int']>
  readonly id: Maybe<Scalars['ID']>
  readonly name: Maybe<Scalars['String']>
  readonly quantity: Scalars['Int']
  readonly price: Maybe<Scalars['Cents']>
}

/** Where a parcel is, by the carrier's codes and never by its words. */
export type ParcelState =
  /** Label or data exist; the carrier has nothing yet. */
  | 'INFO_RECEIVED'
  /** Taken over and moving, or at a hub. */
  | 'IN_TRANSIT'
  | 'OUT_FOR_DELIVERY'
  /** Tried; the carrier will try again or waits. */
  | 'ATTEMPT_FAILED'
  /** The recipient has to fetch it. */
  | 'AVAILABLE_FOR_PICKUP'
  /** Handed to the recipient, a neighbour or a porter, or fetched. Never on the way back. */
  | 'DELIVERED'
  /** Damaged, held, seized, on a wrong route. */
  | 'EXCEPTION'
  /** On its way back to the sender. */
  | 'RETURNING'
  | 'RETURNED'
  /** Lost, stolen or robbed. */
  | 'LOST'
  | 'CANCELLED'
  /** A code that nobody has read yet. */
  | 'UNKNOWN'

export type TrackingEvent = {
  /** Null where the stored text is no date. */
  readonly date: Maybe<Scalars['Instant']>
  /** As OMS holds it. */
  readonly dateText: Scalars['String']
  readonly description: Scalars['String']
  readonly city: Maybe<Scalars['String']>
  readonly state: Maybe<Scalars['String']>
  /** What the carrier's code means. Null where this app did not get the event from a carrier. */
  readonly parcelState: Maybe<ParcelState>
}

/**
 * TO_HANDLE, TO_INVOICE (partially invoiced ones too), TO_SHIP, IN_TRANSIT, DELIVERED: by stage. LATE: promised date passed and
 * not delivered. ATTENTION: `attention` is not empty. ALL: by the list alone.
 */
export type OrderQueue =
  'TO_HANDLE' | 'TO_INVOICE' | 'TO_SHIP' | 'IN_TRANSIT' | 'LATE' | 'DELIVERED' | 'ATTENTION' | 'ALL'

export type OrderSort = {
  readonly by: OrderSortBy
  readonly descending?: InputMaybe<Scalars['Boolean']>
}

export type OrderSortBy = 'PROMISE' | 'CREATED' | 'VALUE' | 'LAST_EVENT'

export type OrderPage = {
  /** Empty where `documents` holds the page. */
  readonly rows: ReadonlyArray<Order>
  /** With `fromDocuments`: the rows as they were last read, in the order of the page. `queueRows` reads them live. */
  readonly documents: ReadonlyArray<OrderDocument>
  /** Orders of this page that could not be read live. */
  readonly unreadable: ReadonlyArray<UnreadableOrder>
  readonly page: Scalars['Int']
  readonly perPage: Scalars['Int']
  readonly hasNextPage: Scalars['Boolean']
  /** Null for queues that nobody can count: those derived from packages, without the read model. */
  readonly total: Maybe<Scalars['Int']>
  /** False where OMS's 30-page limit, or the look-back of a derived queue, cut the list. */
  readonly complete: Scalars['Boolean']
  /** With the read model: every open order is at least this fresh in choosing rows; each row is as its order is now. */
  readonly asOf: Maybe<Scalars['Instant']>
  /** How many days a queue sees back without the read model; null: all that there is. */
  readonly lookBackDays: Maybe<Scalars['Int']>
}

/** An order as the read model keeps it, read from OMS at `readAt`: no name, no items, no invoices, and nothing is decided by it. */
export type OrderDocument = {
  readonly orderId: Scalars['ID']
  readonly stage: Stage
  /** Codes alone; LATE is of this moment. */
  readonly attention: ReadonlyArray<ProblemCode>
  readonly creationDate: Scalars['Instant']
  readonly paidDate: Maybe<Scalars['Instant']>
  readonly invoicedDate: Maybe<Scalars['Instant']>
  readonly estimatedDelivery: Maybe<Scalars['Instant']>
  /** When its last event was told; what was told only the live row says. */
  readonly lastEventDate: Maybe<Scalars['Instant']>
  readonly deliveredDate: Maybe<Scalars['Instant']>
  readonly carrier: Maybe<Scalars['String']>
  /** Of its last parcel. */
  readonly parcelState: Maybe<ParcelState>
  readonly marketplace: Maybe<Scalars['String']>
  readonly value: Scalars['Cents']
  /** The code, for example BRL. */
  readonly currency: Scalars['String']
  readonly readAt: Scalars['Instant']
}

export type UnreadableOrder = {
  readonly orderId: Scalars['ID']
  readonly problem: Problem
}

/** Rows of a page, each as its order is now. */
export type QueueRows = {
  readonly rows: ReadonlyArray<Order>
  /** Of `rows`, those that belong to the queue no more. */
  readonly left: ReadonlyArray<Scalars['ID']>
  readonly unreadable: ReadonlyArray<UnreadableOrder>
}

export type QueueCount = {
  readonly queue: OrderQueue
  /** Null where nobody can tell without the read model. */
  readonly count: Maybe<Scalars['Int']>
  /** In `overview` alone: as it last was on the day before. Null with filters, and where nobody counted then. */
  readonly yesterday: Maybe<Scalars['Int']>
}

/**
 * What waits, for how long, and how it went. `days`, `leadTimes` and `onTime` are of the days asked for that the read model can
 * tell, by the store's time zone; everything else is now.
 */
export type Overview = {
  /** Every open order is at least this fresh in these numbers; null without the read model. */
  readonly asOf: Maybe<Scalars['Instant']>
  /** Orders that the numbers rest on. */
  readonly orders: Scalars['Int']
  /** To handle, to invoice, to ship, in transit, late, attention. */
  readonly tiles: ReadonlyArray<QueueCount>
  /** Of what is to be handled, invoiced (in part too), shipped and on its way, by the days since the order was made. */
  readonly ageing: ReadonlyArray<AgeCount>
  /** Each counts what happened on that day. */
  readonly days: ReadonlyArray<DayCounts>
  /** By the day on which the step ended; to within a twentieth. */
  readonly leadTimes: ReadonlyArray<LeadTime>
  /** Carriers, then marketplaces, those that shipped and delivered most first: ten of each, the rest as `*`, those without a name as the empty text. */
  readonly onTime: ReadonlyArray<OnTimeShare>
  /** Each order under its first reason, and under LATE besides; most frequent first. */
  readonly attention: ReadonlyArray<AttentionCount>
}

export type AgeCount = {
  readonly stage: Stage
  readonly fromDays: Scalars['Int']
  /** Null: any age above. */
  readonly toDays: Maybe<Scalars['Int']>
  readonly count: Scalars['Int']
}

export type DayCounts = {
  /** yyyy-MM-dd */
  readonly day: Scalars['String']
  readonly authorised: Scalars['Int']
  readonly invoiced: Scalars['Int']
  readonly shipped: Scalars['Int']
  readonly delivered: Scalars['Int']
}

/** Null where no order took this step on that day. */
export type LeadTime = {
  readonly step: LeadStep
  /** yyyy-MM-dd */
  readonly day: Scalars['String']
  readonly medianHours: Maybe<Scalars['Float']>
  readonly p90Hours: Maybe<Scalars['Float']>
}

export type LeadStep = 'PAID_TO_INVOICED' | 'INVOICED_TO_SHIPPED' | 'SHIPPED_TO_DELIVERED'

export type OnTimeShare = {
  readonly by: OnTimeBy
  readonly name: Scalars['String']
  /** Of the orders delivered in the period those that had a promised date, and of these those that kept it. */
  readonly delivered: Scalars['Int']
  readonly onTime: Scalars['Int']
  /** Now: open, and promised before now. */
  readonly openLate: Scalars['Int']
}

export type OnTimeBy = 'CARRIER' | 'MARKETPLACE'

export type AttentionCount = {
  readonly code: ProblemCode
  readonly count: Scalars['Int']
}

export type InvoiceInput = {
  readonly type?: InputMaybe<InvoiceType>
  /** Left out: the document's own number. */
  readonly invoiceNumber?: InputMaybe<Scalars['String']>
  /** Left out: the document's date, else now. */
  readonly issuanceDate?: InputMaybe<Scalars['Instant']>
  /** Left out: the document's total, else what the items are worth, else what remains of the order. */
  readonly invoiceValue?: InputMaybe<Scalars['Cents']>
  /** Left out: the units that the document lists, where it lists a part of them, else every unit that remains. Empty list: an invoice by value, which covers no unit. */
  readonly items?: InputMaybe<ReadonlyArray<InvoiceItemInput>>
  readonly invoiceKey?: InputMaybe<Scalars['String']>
  readonly invoiceUrl?: InputMaybe<Scalars['String']>
  /** The XML text itself. Fields left out are read from it; fields given must agree with it. */
  readonly embeddedInvoice?: InputMaybe<Scalars['String']>
  readonly courier?: InputMaybe<Scalars['String']>
  readonly trackingNumber?: InputMaybe<Scalars['String']>
  readonly trackingUrl?: InputMaybe<Scalars['String']>
  readonly dispatchedDate?: InputMaybe<Scalars['Instant']>
}

export type InvoiceItemInput = {
  /** SKU id; or itemIndex where one SKU stands in several lines. One of the two. */
  readonly id?: InputMaybe<Scalars['ID']>
  readonly itemIndex?: InputMaybe<Scalars['Int']>
  readonly quantity: Scalars['Int']
  /** Per unit. Left out: the order's own. */
  readonly price?: InputMaybe<Scalars['Cents']>
  readonly description?: InputMaybe<Scalars['String']>
}

export type ReplaceInvoice = {
  /** Package.version as last read. */
  readonly version: Scalars['String']
}

/** The invoice as it would go out, values filled in, and what stands against it. */
export type InvoicePreview = {
  readonly invoiceNumber: Maybe<Scalars['String']>
  readonly invoiceValue: Maybe<Scalars['Cents']>
  readonly issuanceDate: Maybe<Scalars['Instant']>
  readonly items: ReadonlyArray<PackageItem>
  readonly remainingAfter: Maybe<Scalars['Cents']>
  /** True where the sums say that OMS would move the order to invoiced, whatever the problems. */
  readonly completesOrder: Scalars['Boolean']
  readonly problems: ReadonlyArray<Problem>
}

export type FiscalDocument = {
  readonly kind: FiscalDocumentKind
  /** Local name of the root element: says what a file that is no invoice is. */
  readonly rootElement: Maybe<Scalars['String']>
  /** Null where the document does not say, or is not read. */
  readonly nature: Maybe<FiscalDocumentNature>
  readonly key: Maybe<Scalars['String']>
  readonly keyIsValid: Maybe<Scalars['Boolean']>
  readonly number: Maybe<Scalars['String']>
  readonly series: Maybe<Scalars['String']>
  readonly issuanceDate: Maybe<Scalars['Instant']>
  readonly value: Maybe<Scalars['Cents']>
  /** ISO 4217. Where it is not the order's, the value is not taken. */
  readonly currency: Maybe<Scalars['String']>
  readonly issuerId: Maybe<Scalars['String']>
  readonly recipientId: Maybe<Scalars['String']>
  readonly authorized: Maybe<Scalars['Boolean']>
  readonly protocol: Maybe<Scalars['String']>
  readonly testEnvironment: Maybe<Scalars['Boolean']>
  readonly items: ReadonlyArray<FiscalItem>
  /** Keys of documents that this file cancels: a document of such a key counts as cancelled, whichever file it stands in. */
  readonly cancels: ReadonlyArray<Scalars['String']>
  readonly problems: ReadonlyArray<Problem>
}

export type FiscalDocumentKind =
  | 'NFE'
  | 'NFCE'
  | 'CFE_SAT'
  /** Mexico, 3.2 to 4.0. */
  | 'CFDI'
  /** UBL 2.1: Colombia, Peru, Romania and others. */
  | 'UBL'
  /** Chile. */
  | 'DTE'
  /** Italy. */
  | 'FATTURA_PA'
  /** Spain. */
  | 'FACTURAE'
  | 'OTHER'

/** What a document does, beside authorisation: only a sale is the invoice of an order. */
export type FiscalDocumentNature =
  | 'SALE'
  /** Goods that come back. */
  | 'RETURN'
  /** Corrects the books, or an earlier document. */
  | 'ADJUSTMENT'
  /** Adds value to an earlier document. */
  | 'COMPLEMENT'
  | 'CREDIT_NOTE'
  | 'DEBIT_NOTE'
  /** A receipt of money, no invoice. */
  | 'PAYMENT'
  /** Goods that move without being sold. */
  | 'TRANSPORT'
  /** What a tax office answers to a document. */
  | 'REPLY'

export type FiscalItem = {
  readonly code: Maybe<Scalars['String']>
  readonly ean: Maybe<Scalars['String']>
  readonly name: Maybe<Scalars['String']>
  readonly quantity: Maybe<Scalars['Float']>
  readonly value: Maybe<Scalars['Cents']>
}

export type Activity = {
  readonly at: Scalars['Instant']
  /** The person's e-mail, the app's id, or the app key. */
  readonly actor: Scalars['String']
  readonly operation: Operation
  readonly invoiceNumber: Maybe<Scalars['String']>
  /** Of NOTIFY_INVOICE: a sale or a return. Null of other operations, and where it was not recorded. */
  readonly type: Maybe<InvoiceType>
  readonly outcome: Outcome
  readonly receipt: Maybe<Scalars['String']>
  /** What changed, field by field, in words. */
  readonly summary: Scalars['String']
}

export type Operation =
  'START_HANDLING' | 'NOTIFY_INVOICE' | 'UPDATE_PARTIAL_INVOICE' | 'UPDATE_TRACKING_STATUS'

/**
 * APPLIED: OMS took it and the order shows it. ACCEPTED: OMS gave a receipt, the order does not show it yet.
 * ALREADY_APPLIED: nothing was sent, OMS holds it already. REFUSED: nothing was sent, see problems.
 * FAILED: OMS refused it; nothing changed. UNKNOWN: sent, no clear answer, and reading the order did not settle it.
 */
export type Outcome = 'APPLIED' | 'ACCEPTED' | 'ALREADY_APPLIED' | 'REFUSED' | 'FAILED' | 'UNKNOWN'

export type Settings = {
  /** Hand it back when saving. */
  readonly version: Scalars['String']
  readonly defaultCourier: Maybe<Scalars['String']>
  readonly carriers: ReadonlyArray<Carrier>
  readonly xmlRequired: XmlRequirement
  readonly freightOn: FreightPosition
  /** Writes each change to the order's own timeline in OMS. Off by default. */
  readonly noteOnOrder: Scalars['Boolean']
  /** How many orders all batches together may read from OMS in a minute: 60 to 5820, which is 97 % of what VTEX allows an account. */
  readonly batchPace: Scalars['Int']
  /** Warnings that the OMS door takes by itself, for nobody can be asked there; ?accept= of a call adds. */
  readonly doorAccepts: ReadonlyArray<ProblemCode>
}

/** A carrier of the store. In urlTemplate {trackingNumber} stands for the number, encoded. */
export type Carrier = {
  readonly name: Scalars['String']
  readonly urlTemplate: Maybe<Scalars['String']>
  /**
   * What its numbers look like as a whole, in any letter case: a regular expression of letters, digits, sets, groups, choices and
   * counts; no look-around, no back reference.
   */
  readonly numberPattern: Maybe<Scalars['String']>
}

export type XmlRequirement = 'NEVER' | 'CERTIFIED_MARKETPLACES' | 'ALWAYS'

export type FreightPosition = 'FIRST_INVOICE' | 'LAST_INVOICE'

export type AccountCheck = {
  /** One of each name, always in the same order. */
  readonly checks: ReadonlyArray<AccountCheckItem>
  readonly checkedAt: Scalars['Instant']
}

export type AccountCheckItem = {
  /**
   * Stable key: vbase-conditional-write, vbase-read-after-write, vbase-absence, oms-rights, oms-list, oms-order, app-token,
   * time-zone, clock.
   */
  readonly name: Scalars['String']
  readonly verdict: CheckVerdict
  /** English: what was seen, what it means for the promises, what to do. */
  readonly detail: Scalars['String']
}

export type CheckVerdict =
  | 'PASSED'
  | 'FAILED'
  /** It could not be tried to the end: nothing is known. */
  | 'UNPROVEN'

export type Viewer = {
  readonly actor: Maybe<Scalars['String']>
  readonly canView: Scalars['Boolean']
  readonly canStartHandling: Scalars['Boolean']
  readonly canInvoice: Scalars['Boolean']
  readonly canReturn: Scalars['Boolean']
  readonly canConfigure: Scalars['Boolean']
  /** Zone of the account's first trade policy, IANA name. Null where it cannot be read. */
  readonly timeZone: Maybe<Scalars['String']>
}

export type Batch = {
  readonly batchId: Scalars['ID']
  readonly name: Scalars['String']
  readonly state: BatchState
  /** True where this run, or the last one, is a rehearsal. */
  readonly isRehearsal: Scalars['Boolean']
  /** True while running and nothing has moved for a minute: the next look revives it. */
  readonly isStalled: Scalars['Boolean']
  readonly createdBy: Scalars['String']
  readonly startedBy: Maybe<Scalars['String']>
  readonly createdAt: Scalars['Instant']
  readonly startedAt: Maybe<Scalars['Instant']>
  readonly finishedAt: Maybe<Scalars['Instant']>
  /** Then its rows and results are removed. */
  readonly expiresAt: Scalars['Instant']
  readonly rowCount: Scalars['Int']
  /** Rows received so far; READY needs all of them. */
  readonly received: Scalars['Int']
  /** How many rows ended in each way; with `pending` they sum to rowCount. */
  readonly counts: ReadonlyArray<RowOutcomeCount>
  readonly pending: Scalars['Int']
  /** Rows a second over the last half minute, and when it should end at that pace. */
  readonly rate: Maybe<Scalars['Float']>
  readonly estimatedEnd: Maybe<Scalars['Instant']>
  /** Why it is slower than it could be: VTEX asks to wait until then. */
  readonly pausedUntil: Maybe<Scalars['Instant']>
}

/** FILLING until all rows have come, READY until it is started; PAUSED begins no row; DONE by itself. */
export type BatchState = 'FILLING' | 'READY' | 'RUNNING' | 'PAUSED' | 'DONE'

export type RowOutcomeCount = {
  readonly outcome: RowOutcome
  readonly count: Scalars['Int']
}

/** Outcome of a row; READY only in a rehearsal: it would be sent. */
export type RowOutcome =
  'APPLIED' | 'ACCEPTED' | 'ALREADY_APPLIED' | 'REFUSED' | 'FAILED' | 'UNKNOWN' | 'READY'

export type BatchPage = {
  readonly batches: ReadonlyArray<Batch>
  readonly page: Scalars['Int']
  readonly perPage: Scalars['Int']
  readonly total: Scalars['Int']
}

export type BatchRowPage = {
  readonly rows: ReadonlyArray<BatchRow>
  readonly page: Scalars['Int']
  readonly perPage: Scalars['Int']
  readonly total: Scalars['Int']
}

export type BatchRow = {
  /** Its number, from 0. */
  readonly row: Scalars['Int']
  readonly label: Maybe<Scalars['String']>
  readonly orderId: Scalars['ID']
  readonly invoiceNumber: Maybe<Scalars['String']>
  /** Null while it has not ended. */
  readonly outcome: Maybe<RowOutcome>
  /** As `fulfill` answers them. Empty in a rehearsal, in which none is taken. */
  readonly steps: ReadonlyArray<FulfillStep>
  readonly problems: ReadonlyArray<Problem>
  readonly finishedAt: Maybe<Scalars['Instant']>
}

/**
 * One of what was asked for. A step that did not come to its turn is not among them. Tracking that travelled inside the invoice
 * has the invoice's outcome and receipt.
 */
export type FulfillStep = {
  readonly operation: Operation
  readonly outcome: Outcome
  readonly receipt: Maybe<Receipt>
  readonly problems: ReadonlyArray<Problem>
}

export type Receipt = {
  readonly date: Maybe<Scalars['Instant']>
  readonly orderId: Maybe<Scalars['ID']>
  readonly receipt: Maybe<Scalars['String']>
}

/**
 * Orders as they were last read, one small document each in the store's Master Data: off until a store switches it on, derived
 * and rebuilt at any time, and nothing is decided by it.
 */
export type ReadModel = {
  readonly isOn: Scalars['Boolean']
  /** How long delivered and canceled orders are kept. */
  readonly keepClosedDays: Scalars['Int']
  /** Documents kept: VTEX bills by them. As they were last counted, where Master Data does not answer. */
  readonly documents: Scalars['Int']
  readonly fill: FillState
  /** Orders of the first fill that are through, and all that OMS lists for it; null until they were counted. */
  readonly filled: Scalars['Int']
  readonly toFill: Maybe<Scalars['Int']>
  /** Every open order is at least this fresh, and closed ones a day; null before the first fill ends. */
  readonly asOf: Maybe<Scalars['Instant']>
  /** What has VTEX tell of changes as they happen. */
  readonly orderHook: OrderHook
}

/** PAUSED: VTEX had too many calls or did not answer. FAILED: it refuses. Both are tried again by themselves. */
export type FillState = 'IDLE' | 'FILLING' | 'PAUSED' | 'REMOVING' | 'FAILED'

/**
 * A hook of VTEX that tells this app of each change to an order with an invoice, tracking by others among them. It is made with
 * an app key that the store gives for it alone, and complete queues are right without it, only later.
 */
export type OrderHook = {
  readonly state: OrderHookState
  /** The app key that it belongs to; its token never comes out. */
  readonly appKey: Maybe<Scalars['String']>
  /** When it was set up, or set up anew after VTEX had removed it. */
  readonly since: Maybe<Scalars['Instant']>
  /** When VTEX last told of an order, to within some minutes. */
  readonly lastNotificationAt: Maybe<Scalars['Instant']>
  /** When VTEX was last asked whether it still stands. */
  readonly checkedAt: Maybe<Scalars['Instant']>
  /** TAKEN: the address of the other system, without its query. */
  readonly takenBy: Maybe<Scalars['String']>
}

/**
 * UNCONFIRMED: VTEX gave no clear answer, it is asked again by itself. GONE: VTEX removed it, as it does after three days without
 * a notification; it is set up anew by itself. TAKEN: another system has put its own in its place, which is left alone. REFUSED:
 * VTEX takes the app key no more. LEAVING: it is being taken down.
 */
export type OrderHookState = 'OFF' | 'ON' | 'UNCONFIRMED' | 'GONE' | 'TAKEN' | 'REFUSED' | 'LEAVING'

/** A carrier, hub or format that sends tracking to this app. What it has to prove itself with goes in and never comes out. */
export type Connector = {
  /** Part of the address: lower case letters, digits and hyphens. */
  readonly name: Scalars['String']
  readonly title: Scalars['String']
  /** Off: its messages are turned away as those with a wrong secret are. */
  readonly isOn: Scalars['Boolean']
  /** Hand it back when saving. */
  readonly version: Scalars['String']
  readonly hasSecret: Scalars['Boolean']
  /** True while the secret before is valid, too. */
  readonly hasOldSecret: Scalars['Boolean']
  /** IANA zone of times that come without one. Null: `defaultTimeZone`. */
  readonly timeZone: Maybe<Scalars['String']>
  readonly defaultTimeZone: Scalars['String']
  /** How a sender proves itself; any one of them is enough. */
  readonly proofs: ReadonlyArray<ConnectorProof>
  /** Whose the secret is to choose. */
  readonly secretFrom: SecretSource
  /** The store's own reading of codes; it goes before the connector's. */
  readonly codes: ReadonlyArray<ConnectorCode>
  /** The address to give to the carrier; of one that is asked, its own. */
  readonly address: Scalars['String']
  /**
   * Null: it sends by itself. Else it is asked about open parcels, and its secret is what it gave for that: these values in
   * this order, with colons between them, the second with colons of its own if need be. Empty: none is needed.
   */
  readonly credentials: Maybe<ReadonlyArray<Scalars['String']>>
  /**
   * What the store should look at: TRACKING_UNKNOWN_CODE once for each code that came within 30 days and that nobody has read,
   * newest first; `codes` answers it, also by UNKNOWN.
   */
  readonly attention: ReadonlyArray<Problem>
  /** Newest first, of the last three days; at most 100. */
  readonly lastMessages: ReadonlyArray<ConnectorMessage>
}

/** A carrier, hub or format that sends tracking to this app. What it has to prove itself with goes in and never comes out. */
export type ConnectorLastMessagesArgs = {
  first?: InputMaybe<Scalars['Int']>
}

export type ConnectorProof = {
  readonly kind: ProofKind
  /** Name of the header, in lower case; null for BASIC. */
  readonly header: Maybe<Scalars['String']>
}

/**
 * SHARED_HEADER: the secret itself stands in the header. HMAC: the header holds a signature of the body, made with the secret.
 * BASIC: user and password, which the secret names as user:password.
 */
export type ProofKind = 'SHARED_HEADER' | 'HMAC' | 'BASIC'

/** PROVIDER: it is shown on a page of the sender's, or given by it. STORE: the store makes it and gives it to the sender. */
export type SecretSource = 'STORE' | 'PROVIDER'

export type ConnectorCode = {
  readonly code: Scalars['String']
  readonly state: ParcelState
}

export type ConnectorMessage = {
  readonly at: Scalars['Instant']
  readonly result: MessageResult
  /** Made by `testConnector`: nothing of it reaches OMS. */
  readonly isTest: Scalars['Boolean']
  /** How many it named. */
  readonly parcels: Scalars['Int']
  readonly orderIds: ReadonlyArray<Scalars['ID']>
  /** The first thing that is wrong with it, or with what came of it. */
  readonly problem: Maybe<Problem>
}

/**
 * WRITTEN: OMS was told something of it. NOTHING_NEW: all of it was known, or it was a test. WAITING_FOR_INVOICE: no invoice is
 * known to be meant yet; it is taken up when one is, within seven days. REFUSED: it cannot be told, or its invoice did not come.
 * FAILED: OMS refused it. PENDING: it is still to be worked off.
 */
export type MessageResult =
  'WRITTEN' | 'NOTHING_NEW' | 'WAITING_FOR_INVOICE' | 'REFUSED' | 'FAILED' | 'PENDING'

/** What a row of a file, a document or a carrier's list says about the order that it is for. */
export type OrderReference = {
  /** Order id, sequence, or the marketplace's id. */
  readonly reference?: InputMaybe<Scalars['String']>
  /** Of a document: recipient's CPF or CNPJ, value, issue date. Used for the search and kept nowhere. */
  readonly recipientId?: InputMaybe<Scalars['String']>
  readonly value?: InputMaybe<Scalars['Cents']>
  readonly issuanceDate?: InputMaybe<Scalars['Instant']>
  /** Of an invoice that is registered already, zeros in front or not: found among those that this app has seen. */
  readonly invoiceNumber?: InputMaybe<Scalars['String']>
  /** Of that invoice, where known: two companies use the same numbers. */
  readonly issuerId?: InputMaybe<Scalars['String']>
  readonly series?: InputMaybe<Scalars['String']>
}

export type OrderMatch = {
  /** Null where none fits, or several do. */
  readonly orderId: Maybe<Scalars['ID']>
  readonly by: Maybe<MatchedBy>
  /** By INVOICE_NUMBER: as the order holds it. */
  readonly invoiceNumber: Maybe<Scalars['String']>
  /** Where several orders fit: at most ten, newest first. */
  readonly candidates: ReadonlyArray<OrderCandidate>
}

export type MatchedBy =
  | 'ORDER_ID'
  | 'SEQUENCE'
  | 'MARKETPLACE_ID'
  /** Among open orders of which just this value remains. */
  | 'RECIPIENT_AND_VALUE'
  | 'INVOICE_NUMBER'

export type OrderCandidate = {
  readonly orderId: Scalars['ID']
  readonly customerName: Maybe<Scalars['String']>
  readonly value: Scalars['Cents']
  readonly creationDate: Scalars['Instant']
  readonly stage: Stage
}

export type Mutation = {
  /** Moves ready-for-handling to handling. ALREADY_APPLIED where the order is handled already. */
  readonly startHandling: StartHandlingPayload
  /**
   * NotifyInvoice. Registers one invoice on one order. Never overwrites: the same number with the same content answers
   * ALREADY_APPLIED without a second call, with other content it is refused with the differences, unless `replace` names
   * the content that the caller has seen.
   */
  readonly notifyInvoice: NotifyInvoicePayload
  /** UpdatePartialInvoice. Writes the given tracking fields of an invoice that exists; the others stay as they are. */
  readonly updatePartialInvoice: UpdatePartialInvoicePayload
  /** UpdateTrackingStatus. Adds the events that are not recorded yet, and the delivery. */
  readonly updateTrackingStatus: UpdateTrackingStatusPayload
  /** Sends only what the order lacks of invoice, tracking and status. A step that does not go well stops those after it. */
  readonly fulfill: FulfillPayload
  /** Refused with SETTINGS_CHANGED where somebody saved since `version` was read. */
  readonly saveSettings: SettingsPayload
  /** Made empty, filled in as many calls as its rows need, then started. The same key gives the same batch. */
  readonly createBatch: BatchPayload
  /**
   * offset: number of the first row of this call, from 0. The same rows at the same offset twice are harmless. At most 1000 rows a
   * call, and what fits in 3 MB. Rows of type INPUT need RefundAction.
   */
  readonly addBatchRows: BatchPayload
  /**
   * Runs the rows, each as `fulfill` would; a rehearsal sends nothing and says what would be sent. After a rehearsal, the run of the
   * rows that are READY; after a pause, what is left of what was paused. A batch with rows of type INPUT needs RefundAction.
   */
  readonly startBatch: BatchPayload
  /** No further row begins; those under way come to their end. */
  readonly pauseBatch: BatchPayload
  /** Rows that ended in one of `outcomes` run again. */
  readonly retryBatch: BatchPayload
  /** Stored rows and results are removed; what OMS holds stays. Answers the batch as it was. */
  readonly deleteBatch: BatchPayload
  /**
   * On: Master Data takes the documents and the first fill begins; keepClosedDays of one that is on is changed. Off: documents
   * stay until they are removed.
   */
  readonly saveReadModel: ReadModelPayload
  /**
   * Removes every document, takes the hook of orders down, and switches off. It goes on by itself; its progress is told by
   * `readModel`.
   */
  readonly removeReadModel: ReadModelPayload
  /**
   * Has VTEX tell this app of each change to an order with an invoice, by a hook of the app key that is given. Refused with
   * ORDER_HOOK_TAKEN where that key has a hook of another system: it is never replaced.
   */
  readonly saveOrderHook: OrderHookPayload
  /** Takes the hook down and forgets key and token. Another system's hook is left alone. */
  readonly removeOrderHook: OrderHookPayload
  /**
   * Switches a connector on or off. A secret given here replaces none: the one before stays valid until `dropOldSecret`, or until
   * the next one comes.
   * Refused with SETTINGS_CHANGED where somebody saved since `version` was read; `connector` is then as they saved it.
   */
  readonly saveConnector: ConnectorPayload
  /**
   * Sends a made-up message in the connector's form through the door, and shows what became of it among `lastMessages`. Nothing
   * reaches OMS.
   */
  readonly testConnector: ConnectorPayload
}

export type MutationStartHandlingArgs = {
  orderId: Scalars['ID']
}

export type MutationNotifyInvoiceArgs = {
  orderId: Scalars['ID']
  invoice: InvoiceInput
  accept?: InputMaybe<ReadonlyArray<ProblemCode>>
  replace?: InputMaybe<ReplaceInvoice>
}

export type MutationUpdatePartialInvoiceArgs = {
  orderId: Scalars['ID']
  invoiceNumber: Scalars['String']
  tracking: TrackingInput
  accept?: InputMaybe<ReadonlyArray<ProblemCode>>
}

export type MutationUpdateTrackingStatusArgs = {
  orderId: Scalars['ID']
  invoiceNumber: Scalars['String']
  status: TrackingStatusInput
  accept?: InputMaybe<ReadonlyArray<ProblemCode>>
}

export type MutationFulfillArgs = {
  orderId: Scalars['ID']
  fulfill: FulfillInput
  accept?: InputMaybe<ReadonlyArray<ProblemCode>>
}

export type MutationSaveSettingsArgs = {
  settings: SettingsInput
}

export type MutationCreateBatchArgs = {
  batch: CreateBatchInput
}

export type MutationAddBatchRowsArgs = {
  batchId: Scalars['ID']
  offset: Scalars['Int']
  rows: ReadonlyArray<BatchRowInput>
}

export type MutationStartBatchArgs = {
  batchId: Scalars['ID']
  rehearse?: InputMaybe<Scalars['Boolean']>
}

export type MutationPauseBatchArgs = {
  batchId: Scalars['ID']
}

export type MutationRetryBatchArgs = {
  batchId: Scalars['ID']
  outcomes?: InputMaybe<ReadonlyArray<RowOutcome>>
}

export type MutationDeleteBatchArgs = {
  batchId: Scalars['ID']
}

export type MutationSaveReadModelArgs = {
  readModel: ReadModelInput
}

export type MutationSaveOrderHookArgs = {
  orderHook: OrderHookInput
}

export type MutationSaveConnectorArgs = {
  connector: ConnectorInput
}

export type MutationTestConnectorArgs = {
  name: Scalars['String']
}

export type StartHandlingPayload = {
  readonly outcome: Outcome
  readonly order: Maybe<Order>
  readonly problems: ReadonlyArray<Problem>
}

export type NotifyInvoicePayload = {
  readonly outcome: Outcome
  readonly receipt: Maybe<Receipt>
  readonly order: Maybe<Order>
  readonly invoice: Maybe<Package>
  readonly problems: ReadonlyArray<Problem>
}

export type TrackingInput = {
  readonly trackingNumber?: InputMaybe<Scalars['String']>
  readonly trackingUrl?: InputMaybe<Scalars['String']>
  readonly courier?: InputMaybe<Scalars['String']>
  readonly dispatchedDate?: InputMaybe<Scalars['Instant']>
}

export type UpdatePartialInvoicePayload = {
  readonly outcome: Outcome
  readonly receipt: Maybe<Receipt>
  readonly order: Maybe<Order>
  readonly invoice: Maybe<Package>
  readonly problems: ReadonlyArray<Problem>
}

export type TrackingStatusInput = {
  readonly isDelivered: Scalars['Boolean']
  /** Left out on delivery: the newest event's date, else now. */
  readonly deliveredDate?: InputMaybe<Scalars['Instant']>
  readonly events?: InputMaybe<ReadonlyArray<TrackingEventInput>>
}

export type TrackingEventInput = {
  readonly date: Scalars['Instant']
  readonly description: Scalars['String']
  readonly city?: InputMaybe<Scalars['String']>
  readonly state?: InputMaybe<Scalars['String']>
}

export type UpdateTrackingStatusPayload = {
  readonly outcome: Outcome
  readonly receipt: Maybe<Receipt>
  readonly order: Maybe<Order>
  readonly invoice: Maybe<Package>
  readonly problems: ReadonlyArray<Problem>
}

export type FulfillInput = {
  /** Registered where the order does not hold its number. */
  readonly invoice?: InputMaybe<InvoiceInput>
  /** Which invoice tracking and status are for. Left out: that of `invoice`, else the order's only Output invoice. */
  readonly invoiceNumber?: InputMaybe<Scalars['String']>
  /** Travels inside `invoice` where that is new and nothing says that the tracking is another one's. */
  readonly tracking?: InputMaybe<TrackingInput>
  readonly status?: InputMaybe<TrackingStatusInput>
}

export type FulfillPayload = {
  /** The worst of the steps: UNKNOWN, FAILED, REFUSED, ACCEPTED, APPLIED, ALREADY_APPLIED. */
  readonly outcome: Outcome
  readonly steps: ReadonlyArray<FulfillStep>
  readonly order: Maybe<Order>
  readonly invoice: Maybe<Package>
  /** Those of all steps. */
  readonly problems: ReadonlyArray<Problem>
}

export type SettingsInput = {
  readonly version: Scalars['String']
  readonly defaultCourier?: InputMaybe<Scalars['String']>
  readonly carriers: ReadonlyArray<CarrierInput>
  readonly xmlRequired: XmlRequirement
  readonly freightOn: FreightPosition
  readonly noteOnOrder: Scalars['Boolean']
  /** Left out: it stays as it is. */
  readonly batchPace?: InputMaybe<Scalars['Int']>
  /** Left out: they stay as they are. Never RETURN_TRIGGERS_REFUND, REPLACE_LOSES_FIELDS, REPLACE_MAY_COUNT_TWICE, DOCUMENT_ON_OTHER_ORDER or INVOICE_NOT_SHOWN. */
  readonly doorAccepts?: InputMaybe<ReadonlyArray<ProblemCode>>
}

export type CarrierInput = {
  readonly name: Scalars['String']
  readonly urlTemplate?: InputMaybe<Scalars['String']>
  readonly numberPattern?: InputMaybe<Scalars['String']>
}

export type SettingsPayload = {
  readonly settings: Maybe<Settings>
  readonly problems: ReadonlyArray<Problem>
}

export type CreateBatchInput = {
  /** The same key gives the same batch. */
  readonly key: Scalars['String']
  readonly name: Scalars['String']
  /** At most 100000. */
  readonly rowCount: Scalars['Int']
  /** Warnings that are accepted for all rows. */
  readonly accept?: InputMaybe<ReadonlyArray<ProblemCode>>
}

export type BatchPayload = {
  readonly batch: Maybe<Batch>
  readonly problems: ReadonlyArray<Problem>
}

export type BatchRowInput = {
  readonly orderId: Scalars['ID']
  readonly fulfill: FulfillInput
  /** Beside those of the batch. */
  readonly accept?: InputMaybe<ReadonlyArray<ProblemCode>>
  /** Where the row stands in the caller's file, for people: "row 17", "35…-nfe.xml". */
  readonly label?: InputMaybe<Scalars['String']>
}

export type ReadModelInput = {
  readonly isOn: Scalars['Boolean']
  /** From 1 to 365. */
  readonly keepClosedDays?: InputMaybe<Scalars['Int']>
}

export type ReadModelPayload = {
  readonly readModel: Maybe<ReadModel>
  readonly problems: ReadonlyArray<Problem>
}

/** Of an app key that is used for nothing else, with the resource Feed v3 and Hook Admin. Write-only but for the key's name. */
export type OrderHookInput = {
  readonly appKey: Scalars['String']
  readonly appToken: Scalars['String']
}

export type OrderHookPayload = {
  readonly orderHook: Maybe<OrderHook>
  readonly problems: ReadonlyArray<Problem>
}

export type ConnectorInput = {
  readonly name: Scalars['String']
  /** As last read. Left out: what somebody else has saved since is overwritten by whatever is given here. */
  readonly version?: InputMaybe<Scalars['String']>
  readonly isOn: Scalars['Boolean']
  /** Write-only, 16 characters or more; as user:password for a carrier that sends Basic; by `credentials` for one that is asked. Left out: it stays as it is. */
  readonly secret?: InputMaybe<Scalars['String']>
  /** The secret before the newest one is valid no more. */
  readonly dropOldSecret?: InputMaybe<Scalars['Boolean']>
  /** IANA zone of times without one. Left out: it stays; null: the connector's own. */
  readonly timeZone?: InputMaybe<Scalars['String']>
  /** The store's own reading of a carrier's codes. Left out: it stays; null or empty: none. */
  readonly codes?: InputMaybe<ReadonlyArray<ConnectorCodeInput>>
}

export type ConnectorCodeInput = {
  readonly code: Scalars['String']
  readonly state: ParcelState
}

export type ConnectorPayload = {
  readonly connector: Maybe<Connector>
  readonly problems: ReadonlyArray<Problem>
}

export type Scope = 'PUBLIC' | 'PRIVATE'

export type CacheScope = 'PUBLIC' | 'SEGMENT' | 'PRIVATE'

export type ResolverTypeWrapper<T> = Promise<T> | T

export type Resolver<TResult, TParent = {}, TContext = {}, TArgs = {}> = ResolverFn<
  TResult,
  TParent,
  TContext,
  TArgs
>

export type ResolverFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => Promise<TResult> | TResult

export type SubscriptionSubscribeFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => AsyncIterable<TResult> | Promise<AsyncIterable<TResult>>

export type SubscriptionResolveFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>

export interface SubscriptionSubscriberObject<
  TResult,
  TKey extends string,
  TParent,
  TContext,
  TArgs,
> {
  subscribe: SubscriptionSubscribeFn<{ [key in TKey]: TResult }, TParent, TContext, TArgs>
  resolve?: SubscriptionResolveFn<TResult, { [key in TKey]: TResult }, TContext, TArgs>
}

export interface SubscriptionResolverObject<TResult, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<any, TParent, TContext, TArgs>
  resolve: SubscriptionResolveFn<TResult, any, TContext, TArgs>
}

export type SubscriptionObject<TResult, TKey extends string, TParent, TContext, TArgs> =
  | SubscriptionSubscriberObject<TResult, TKey, TParent, TContext, TArgs>
  | SubscriptionResolverObject<TResult, TParent, TContext, TArgs>

export type SubscriptionResolver<
  TResult,
  TKey extends string,
  TParent = {},
  TContext = {},
  TArgs = {},
> =
  | ((...args: any[]) => SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>)
  | SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>

export type TypeResolveFn<TTypes, TParent = {}, TContext = {}> = (
  parent: TParent,
  context: TContext,
  info: GraphQLResolveInfo
) => Maybe<TTypes> | Promise<Maybe<TTypes>>

export type IsTypeOfResolverFn<T = {}, TContext = {}> = (
  obj: T,
  context: TContext,
  info: GraphQLResolveInfo
) => boolean | Promise<boolean>

export type NextResolverFn<T> = () => Promise<T>

export type DirectiveResolverFn<TResult = {}, TParent = {}, TContext = {}, TArgs = {}> = (
  next: NextResolverFn<TResult>,
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>

/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  Query: ResolverTypeWrapper<null>
  ID: ResolverTypeWrapper<Scalars['ID']>
  Order: ResolverTypeWrapper<Order>
  String: ResolverTypeWrapper<Scalars['String']>
  Stage: Stage
  OrderAction: OrderAction
  BlockedAction: ResolverTypeWrapper<BlockedAction>
  Problem: ResolverTypeWrapper<Problem>
  ProblemCode: ProblemCode
  Severity: Severity
  Fact: ResolverTypeWrapper<Fact>
  Difference: ResolverTypeWrapper<Difference>
  Instant: ResolverTypeWrapper<Scalars['Instant']>
  Currency: ResolverTypeWrapper<Currency>
  Int: ResolverTypeWrapper<Scalars['Int']>
  Boolean: ResolverTypeWrapper<Scalars['Boolean']>
  Marketplace: ResolverTypeWrapper<Marketplace>
  Delivery: ResolverTypeWrapper<Delivery>
  Cents: ResolverTypeWrapper<Scalars['Cents']>
  OrderTotal: ResolverTypeWrapper<OrderTotal>
  OrderItem: ResolverTypeWrapper<OrderItem>
  Float: ResolverTypeWrapper<Scalars['Float']>
  Package: ResolverTypeWrapper<Package>
  InvoiceType: InvoiceType
  PackageItem: ResolverTypeWrapper<PackageItem>
  ParcelState: ParcelState
  TrackingEvent: ResolverTypeWrapper<TrackingEvent>
  OrderQueue: OrderQueue
  OrderSort: OrderSort
  OrderSortBy: OrderSortBy
  OrderPage: ResolverTypeWrapper<OrderPage>
  OrderDocument: ResolverTypeWrapper<OrderDocument>
  UnreadableOrder: ResolverTypeWrapper<UnreadableOrder>
  QueueRows: ResolverTypeWrapper<QueueRows>
  QueueCount: ResolverTypeWrapper<QueueCount>
  Overview: ResolverTypeWrapper<Overview>
  AgeCount: ResolverTypeWrapper<AgeCount>
  DayCounts: ResolverTypeWrapper<DayCounts>
  LeadTime: ResolverTypeWrapper<LeadTime>
  LeadStep: LeadStep
  OnTimeShare: ResolverTypeWrapper<OnTimeShare>
  OnTimeBy: OnTimeBy
  AttentionCount: ResolverTypeWrapper<AttentionCount>
  InvoiceInput: InvoiceInput
  InvoiceItemInput: InvoiceItemInput
  ReplaceInvoice: ReplaceInvoice
  InvoicePreview: ResolverTypeWrapper<InvoicePreview>
  FiscalDocument: ResolverTypeWrapper<FiscalDocument>
  FiscalDocumentKind: FiscalDocumentKind
  FiscalDocumentNature: FiscalDocumentNature
  FiscalItem: ResolverTypeWrapper<FiscalItem>
  Activity: ResolverTypeWrapper<Activity>
  Operation: Operation
  Outcome: Outcome
  Settings: ResolverTypeWrapper<Settings>
  Carrier: ResolverTypeWrapper<Carrier>
  XmlRequirement: XmlRequirement
  FreightPosition: FreightPosition
  AccountCheck: ResolverTypeWrapper<AccountCheck>
  AccountCheckItem: ResolverTypeWrapper<AccountCheckItem>
  CheckVerdict: CheckVerdict
  Viewer: ResolverTypeWrapper<Viewer>
  Batch: ResolverTypeWrapper<Batch>
  BatchState: BatchState
  RowOutcomeCount: ResolverTypeWrapper<RowOutcomeCount>
  RowOutcome: RowOutcome
  BatchPage: ResolverTypeWrapper<BatchPage>
  BatchRowPage: ResolverTypeWrapper<BatchRowPage>
  BatchRow: ResolverTypeWrapper<BatchRow>
  FulfillStep: ResolverTypeWrapper<FulfillStep>
  Receipt: ResolverTypeWrapper<Receipt>
  ReadModel: ResolverTypeWrapper<PresentedReadModel>
  FillState: FillState
  OrderHook: ResolverTypeWrapper<OrderHook>
  OrderHookState: OrderHookState
  Connector: ResolverTypeWrapper<PresentedConnector>
  ConnectorProof: ResolverTypeWrapper<ConnectorProof>
  ProofKind: ProofKind
  SecretSource: SecretSource
  ConnectorCode: ResolverTypeWrapper<ConnectorCode>
  ConnectorMessage: ResolverTypeWrapper<ConnectorMessage>
  MessageResult: MessageResult
  OrderReference: OrderReference
  OrderMatch: ResolverTypeWrapper<OrderMatch>
  MatchedBy: MatchedBy
  OrderCandidate: ResolverTypeWrapper<OrderCandidate>
  Mutation: ResolverTypeWrapper<null>
  StartHandlingPayload: ResolverTypeWrapper<StartHandlingPayload>
  NotifyInvoicePayload: ResolverTypeWrapper<NotifyInvoicePayload>
  TrackingInput: TrackingInput
  UpdatePartialInvoicePayload: ResolverTypeWrapper<UpdatePartialInvoicePayload>
  TrackingStatusInput: TrackingStatusInput
  TrackingEventInput: TrackingEventInput
  UpdateTrackingStatusPayload: ResolverTypeWrapper<UpdateTrackingStatusPayload>
  FulfillInput: FulfillInput
  FulfillPayload: ResolverTypeWrapper<FulfillPayload>
  SettingsInput: SettingsInput
  CarrierInput: CarrierInput
  SettingsPayload: ResolverTypeWrapper<SettingsPayload>
  CreateBatchInput: CreateBatchInput
  BatchPayload: ResolverTypeWrapper<BatchPayload>
  BatchRowInput: BatchRowInput
  ReadModelInput: ReadModelInput
  ReadModelPayload: ResolverTypeWrapper<
    Omit<ReadModelPayload, 'readModel'> & { readModel: Maybe<ResolversTypes['ReadModel']> }
  >
  OrderHookInput: OrderHookInput
  OrderHookPayload: ResolverTypeWrapper<OrderHookPayload>
  ConnectorInput: ConnectorInput
  ConnectorCodeInput: ConnectorCodeInput
  ConnectorPayload: ResolverTypeWrapper<
    Omit<ConnectorPayload, 'connector'> & { connector: Maybe<ResolversTypes['Connector']> }
  >
  Scope: Scope
  CacheScope: CacheScope
}

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  Query: null
  ID: Scalars['ID']
  Order: Order
  String: Scalars['String']
  BlockedAction: BlockedAction
  Problem: Problem
  Fact: Fact
  Difference: Difference
  Instant: Scalars['Instant']
  Currency: Currency
  Int: Scalars['Int']
  Boolean: Scalars['Boolean']
  Marketplace: Marketplace
  Delivery: Delivery
  Cents: Scalars['Cents']
  OrderTotal: OrderTotal
  OrderItem: OrderItem
  Float: Scalars['Float']
  Package: Package
  PackageItem: PackageItem
  TrackingEvent: TrackingEvent
  OrderSort: OrderSort
  OrderPage: OrderPage
  OrderDocument: OrderDocument
  UnreadableOrder: UnreadableOrder
  QueueRows: QueueRows
  QueueCount: QueueCount
  Overview: Overview
  AgeCount: AgeCount
  DayCounts: DayCounts
  LeadTime: LeadTime
  OnTimeShare: OnTimeShare
  AttentionCount: AttentionCount
  InvoiceInput: InvoiceInput
  InvoiceItemInput: InvoiceItemInput
  ReplaceInvoice: ReplaceInvoice
  InvoicePreview: InvoicePreview
  FiscalDocument: FiscalDocument
  FiscalItem: FiscalItem
  Activity: Activity
  Settings: Settings
  Carrier: Carrier
  AccountCheck: AccountCheck
  AccountCheckItem: AccountCheckItem
  Viewer: Viewer
  Batch: Batch
  RowOutcomeCount: RowOutcomeCount
  BatchPage: BatchPage
  BatchRowPage: BatchRowPage
  BatchRow: BatchRow
  FulfillStep: FulfillStep
  Receipt: Receipt
  ReadModel: PresentedReadModel
  OrderHook: OrderHook
  Connector: PresentedConnector
  ConnectorProof: ConnectorProof
  ConnectorCode: ConnectorCode
  ConnectorMessage: ConnectorMessage
  OrderReference: OrderReference
  OrderMatch: OrderMatch
  OrderCandidate: OrderCandidate
  Mutation: null
  StartHandlingPayload: StartHandlingPayload
  NotifyInvoicePayload: NotifyInvoicePayload
  TrackingInput: TrackingInput
  UpdatePartialInvoicePayload: UpdatePartialInvoicePayload
  TrackingStatusInput: TrackingStatusInput
  TrackingEventInput: TrackingEventInput
  UpdateTrackingStatusPayload: UpdateTrackingStatusPayload
  FulfillInput: FulfillInput
  FulfillPayload: FulfillPayload
  SettingsInput: SettingsInput
  CarrierInput: CarrierInput
  SettingsPayload: SettingsPayload
  CreateBatchInput: CreateBatchInput
  BatchPayload: BatchPayload
  BatchRowInput: BatchRowInput
  ReadModelInput: ReadModelInput
  ReadModelPayload: Omit<ReadModelPayload, 'readModel'> & {
    readModel: Maybe<ResolversParentTypes['ReadModel']>
  }
  OrderHookInput: OrderHookInput
  OrderHookPayload: OrderHookPayload
  ConnectorInput: ConnectorInput
  ConnectorCodeInput: ConnectorCodeInput
  ConnectorPayload: Omit<ConnectorPayload, 'connector'> & {
    connector: Maybe<ResolversParentTypes['Connector']>
  }
}

export type AuthDirectiveArgs = {
  scope?: Maybe<Scope>
  productCode?: Maybe<Scalars['String']>
  resourceCode?: Maybe<Scalars['String']>
}

export type AuthDirectiveResolver<
  Result,
  Parent,
  ContextType = Context,
  Args = AuthDirectiveArgs,
> = DirectiveResolverFn<Result, Parent, ContextType, Args>

export type CacheControlDirectiveArgs = {
  maxAge?: Maybe<Scalars['Int']>
  scope?: Maybe<CacheScope>
}

export type CacheControlDirectiveResolver<
  Result,
  Parent,
  ContextType = Context,
  Args = CacheControlDirectiveArgs,
> = DirectiveResolverFn<Result, Parent, ContextType, Args>

export type OneExitDirectiveArgs = {}

export type OneExitDirectiveResolver<
  Result,
  Parent,
  ContextType = Context,
  Args = OneExitDirectiveArgs,
> = DirectiveResolverFn<Result, Parent, ContextType, Args>

export type QueryResolvers<
  ContextType = Context,
  ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query'],
> = {
  order?: Resolver<
    Maybe<ResolversTypes['Order']>,
    ParentType,
    ContextType,
    RequireFields<QueryOrderArgs, 'orderId'>
  >
  orders?: Resolver<
    ResolversTypes['OrderPage'],
    ParentType,
    ContextType,
    RequireFields<QueryOrdersArgs, 'queue' | 'page' | 'perPage' | 'fromDocuments'>
  >
  queueRows?: Resolver<
    ResolversTypes['QueueRows'],
    ParentType,
    ContextType,
    RequireFields<QueryQueueRowsArgs, 'queue' | 'orderIds'>
  >
  queueCounts?: Resolver<ReadonlyArray<ResolversTypes['QueueCount']>, ParentType, ContextType>
  overview?: Resolver<
    ResolversTypes['Overview'],
    ParentType,
    ContextType,
    Partial<QueryOverviewArgs>
  >
  previewInvoice?: Resolver<
    ResolversTypes['InvoicePreview'],
    ParentType,
    ContextType,
    RequireFields<QueryPreviewInvoiceArgs, 'orderId' | 'invoice'>
  >
  readFiscalDocument?: Resolver<
    ResolversTypes['FiscalDocument'],
    ParentType,
    ContextType,
    RequireFields<QueryReadFiscalDocumentArgs, 'xml'>
  >
  activity?: Resolver<
    ReadonlyArray<ResolversTypes['Activity']>,
    ParentType,
    ContextType,
    RequireFields<QueryActivityArgs, 'orderId' | 'first'>
  >
  settings?: Resolver<ResolversTypes['Settings'], ParentType, ContextType>
  accountCheck?: Resolver<ResolversTypes['AccountCheck'], ParentType, ContextType>
  viewer?: Resolver<ResolversTypes['Viewer'], ParentType, ContextType>
  batch?: Resolver<
    Maybe<ResolversTypes['Batch']>,
    ParentType,
    ContextType,
    RequireFields<QueryBatchArgs, 'batchId'>
  >
  batches?: Resolver<
    ResolversTypes['BatchPage'],
    ParentType,
    ContextType,
    RequireFields<QueryBatchesArgs, 'page' | 'perPage'>
  >
  batchRows?: Resolver<
    ResolversTypes['BatchRowPage'],
    ParentType,
    ContextType,
    RequireFields<QueryBatchRowsArgs, 'batchId' | 'page' | 'perPage'>
  >
  readModel?: Resolver<ResolversTypes['ReadModel'], ParentType, ContextType>
  connectors?: Resolver<
    ReadonlyArray<ResolversTypes['Connector']>,
    ParentType,
    ContextType,
    Partial<QueryConnectorsArgs>
  >
  matchOrders?: Resolver<
    ReadonlyArray<ResolversTypes['OrderMatch']>,
    ParentType,
    ContextType,
    RequireFields<QueryMatchOrdersArgs, 'references'>
  >
}

export type OrderResolvers<
  ContextType = Context,
  ParentType extends ResolversParentTypes['Order'] = ResolversParentTypes['Order'],
> = {
  orderId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>
  sequence?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>
  status?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  stage?: Resolver<ResolversTypes['Stage'], ParentType, ContextType>
  allowedActions?: Resolver<ReadonlyArray<ResolversTypes['OrderAction']>, ParentType, ContextType>
  blocked?: Resolver<ReadonlyArray<ResolversTypes['BlockedAction']>, ParentType, ContextType>
  attention?: Resolver<ReadonlyArray<ResolversTypes['Problem']>, ParentType, ContextType>
  creationDate?: Resolver<ResolversTypes['Instant'], ParentType, ContextType>
  lastChange?: Resolver<Maybe<ResolversTypes['Instant']>, ParentType, ContextType>
  paidDate?: Resolver<Maybe<ResolversTypes['Instant']>, ParentType, ContextType>
  invoicedDate?: Resolver<Maybe<ResolversTypes['Instant']>, ParentType, ContextType>
  estimatedDelivery?: Resolver<Maybe<ResolversTypes['Instant']>, ParentType, ContextType>
  customerName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>
  currency?: Resolver<ResolversTypes['Currency'], ParentType, ContextType>
  timeZone?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>
  marketplace?: Resolver<Maybe<ResolversTypes['Marketplace']>, ParentType, ContextType>
  deliveryChannel?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>
  delivery?: Resolver<ResolversTypes['Delivery'], ParentType, ContextType>
  value?: Resolver<ResolversTypes['Cents'], ParentType, ContextType>
  invoicedValue?: Resolver<ResolversTypes['Cents'], ParentType, ContextType>
  remainingValue?: Resolver<ResolversTypes['Cents'], ParentType, ContextType>
  refundedValue?: Resolver<ResolversTypes['Cents'], ParentType, ContextType>
  totals?: Resolver<ReadonlyArray<ResolversTypes['OrderTotal']>, ParentType, ContextType>
  items?: Resolver<ReadonlyArray<ResolversTypes['OrderItem']>, ParentType, ContextType>
  packages?: Resolver<ReadonlyArray<ResolversTypes['Package']>, ParentType, ContextType>
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>
}

export type BlockedActionResolvers<
  ContextType = Context,
  ParentType extends ResolversParentTypes['BlockedAction'] = ResolversParentTypes['BlockedAction'],
> = {
  action?: Resolver<ResolversTypes['OrderAction'], ParentType, ContextType>
  problem?: Resolver<ResolversTypes['Problem'], ParentType, ContextType>
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>
}

export type ProblemResolvers<
  ContextType = Context,
  ParentType extends ResolversParentTypes['Problem'] = ResolversParentTypes['Problem'],
> = {
  code?: Resolver<ResolversTypes['ProblemCode'], ParentType, ContextType>
  severity?: Resolver<ResolversTypes['Severity'], ParentType, ContextType>
  field?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  facts?: Resolver<ReadonlyArray<ResolversTypes['Fact']>, ParentType, ContextType>
  differences?: Resolver<ReadonlyArray<ResolversTypes['Difference']>, ParentType, ContextType>
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>
}

export type FactResolvers<
  ContextType = Context,
  ParentType extends ResolversParentTypes['Fact'] = ResolversParentTypes['Fact'],
> = {
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  value?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>
}

export type DifferenceResolvers<
  ContextType = Context,
  ParentType extends ResolversParentTypes['Difference'] = ResolversParentTypes['Difference'],
> = {
  field?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  stored?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>
  given?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>
}

export interface InstantScalarConfig extends GraphQLScalarTypeConfig<
  ResolversTypes['Instant'],
  any
> {
  name: 'Instant'
}

export type CurrencyResolvers<
  ContextType = Context,
  ParentType extends ResolversParentTypes['Currency'] = ResolversParentTypes['Currency'],
> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  symbol?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>
  decimalDigits?: Resolver<ResolversTypes['Int'], ParentType, ContextType>
  locale?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>
  isAssumed?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>
}

export type MarketplaceResolvers<
  ContextType = Context,
  ParentType extends ResolversParentTypes['Marketplace'] = ResolversParentTypes['Marketplace'],
> = {
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>
  isCertified?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>
  orderId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>
}

export type DeliveryResolvers<
  ContextType = Context,
  ParentType extends ResolversParentTypes['Delivery'] = ResolversParentTypes['Delivery'],
> = {
  methods?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>
  recipient?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>
  city?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>
  state?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>
  pickupPoint?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>
}

export interface CentsScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Cents'], any> {
  name: 'Cents'
}

export type OrderTotalResolvers<
  ContextType = Context,
  ParentType extends ResolversParentTypes['OrderTotal'] = ResolversParentTypes['OrderTotal'],
> = {
  id?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>
  value?: Resolver<ResolversTypes['Cents'], ParentType, ContextType>
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>
}

export type OrderItemResolvers<
  ContextType = Context,
  ParentType extends ResolversParentTypes['OrderItem'] = ResolversParentTypes['OrderItem'],
> = {
  itemIndex?: Resolver<ResolversTypes['Int'], ParentType, ContextType>
  uniqueId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  refId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>
  ean?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>
  imageUrl?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>
  quantity?: Resolver<ResolversTypes['Int'], ParentType, ContextType>
  unitMultiplier?: Resolver<ResolversTypes['Float'], ParentType, ContextType>
  isGift?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>
  lineValue?: Resolver<ResolversTypes['Cents'], ParentType, ContextType>
  invoicedQuantity?: Resolver<ResolversTypes['Int'], ParentType, ContextType>
  remainingQuantity?: Resolver<ResolversTypes['Int'], ParentType, ContextType>
  removedQuantity?: Resolver<ResolversTypes['Int'], ParentType, ContextType>
  returnedQuantity?: Resolver<ResolversTypes['Int'], ParentType, ContextType>
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>
}

export type PackageResolvers<
  ContextType = Context,
  ParentType extends ResolversParentTypes['Package'] = ResolversParentTypes['Package'],
> = {
  invoiceNumber?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  type?: Resolver<ResolversTypes['InvoiceType'], ParentType, ContextType>
  version?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  isApplied?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>
  allowedActions?: Resolver<ReadonlyArray<ResolversTypes['OrderAction']>, ParentType, ContextType>
  issuanceDate?: Resolver<Maybe<ResolversTypes['Instant']>, ParentType, ContextType>
  invoiceValue?: Resolver<ResolversTypes['Cents'], ParentType, ContextType>
  invoiceKey?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>
  invoiceUrl?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>
  hasEmbeddedInvoice?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>
  embeddedInvoice?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>
  courier?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>
  trackingNumber?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>
  trackingUrl?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>
  items?: Resolver<ReadonlyArray<ResolversTypes['PackageItem']>, ParentType, ContextType>
  isDelivered?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>
  deliveredDate?: Resolver<Maybe<ResolversTypes['Instant']>, ParentType, ContextType>
  state?: Resolver<Maybe<ResolversTypes['ParcelState']>, ParentType, ContextType>
  events?: Resolver<ReadonlyArray<ResolversTypes['TrackingEvent']>, ParentType, ContextType>
  lastEvent?: Resolver<Maybe<ResolversTypes['TrackingEvent']>, ParentType, ContextType>
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>
}

export type PackageItemResolvers<
  ContextType = Context,
  ParentType extends ResolversParentTypes['PackageItem'] = ResolversParentTypes['PackageItem'],
> = {
  itemIndex?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>
  id?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>
  quantity?: Resolver<ResolversTypes['Int'], ParentType, ContextType>
  price?: Resolver<Maybe<ResolversTypes['Cents']>, ParentType, ContextType>
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>
}

export type TrackingEventResolvers<
  ContextType = Context,
  ParentType extends ResolversParentTypes['TrackingEvent'] = ResolversParentTypes['TrackingEvent'],
> = {
  date?: Resolver<Maybe<ResolversTypes['Instant']>, ParentType, ContextType>
  dateText?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  description?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  city?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>
  state?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>
  parcelState?: Resolver<Maybe<ResolversTypes['ParcelState']>, ParentType, ContextType>
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>
}

export type OrderPageResolvers<
  ContextType = Context,
  ParentType extends ResolversParentTypes['OrderPage'] = ResolversParentTypes['OrderPage'],
> = {
  rows?: Resolver<ReadonlyArray<ResolversTypes['Order']>, ParentType, ContextType>
  documents?: Resolver<ReadonlyArray<ResolversTypes['OrderDocument']>, ParentType, ContextType>
  unreadable?: Resolver<ReadonlyArray<ResolversTypes['UnreadableOrder']>, ParentType, ContextType>
  page?: Resolver<ResolversTypes['Int'], ParentType, ContextType>
  perPage?: Resolver<ResolversTypes['Int'], ParentType, ContextType>
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>
  total?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>
  complete?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>
  asOf?: Resolver<Maybe<ResolversTypes['Instant']>, ParentType, ContextType>
  lookBackDays?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>
}

export type OrderDocumentResolvers<
  ContextType = Context,
  ParentType extends ResolversParentTypes['OrderDocument'] = ResolversParentTypes['OrderDocument'],
> = {
  orderId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>
  stage?: Resolver<ResolversTypes['Stage'], ParentType, ContextType>
  attention?: Resolver<ReadonlyArray<ResolversTypes['ProblemCode']>, ParentType, ContextType>
  creationDate?: Resolver<ResolversTypes['Instant'], ParentType, ContextType>
  paidDate?: Resolver<Maybe<ResolversTypes['Instant']>, ParentType, ContextType>
  invoicedDate?: Resolver<Maybe<ResolversTypes['Instant']>, ParentType, ContextType>
  estimatedDelivery?: Resolver<Maybe<ResolversTypes['Instant']>, ParentType, ContextType>
  lastEventDate?: Resolver<Maybe<ResolversTypes['Instant']>, ParentType, ContextType>
  deliveredDate?: Resolver<Maybe<ResolversTypes['Instant']>, ParentType, ContextType>
  carrier?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>
  parcelState?: Resolver<Maybe<ResolversTypes['ParcelState']>, ParentType, ContextType>
  marketplace?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>
  value?: Resolver<ResolversTypes['Cents'], ParentType, ContextType>
  currency?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  readAt?: Resolver<ResolversTypes['Instant'], ParentType, ContextType>
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>
}

export type UnreadableOrderResolvers<
  ContextType = Context,
  ParentType extends ResolversParentTypes['UnreadableOrder'] =
    ResolversParentTypes['UnreadableOrder'],
> = {
  orderId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>
  problem?: Resolver<ResolversTypes['Problem'], ParentType, ContextType>
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>
}

export type QueueRowsResolvers<
  ContextType = Context,
  ParentType extends ResolversParentTypes['QueueRows'] = ResolversParentTypes['QueueRows'],
> = {
  rows?: Resolver<ReadonlyArray<ResolversTypes['Order']>, ParentType, ContextType>
  left?: Resolver<ReadonlyArray<ResolversTypes['ID']>, ParentType, ContextType>
  unreadable?: Resolver<ReadonlyArray<ResolversTypes['UnreadableOrder']>, ParentType, ContextType>
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>
}

export type QueueCountResolvers<
  ContextType = Context,
  ParentType extends ResolversParentTypes['QueueCount'] = ResolversParentTypes['QueueCount'],
> = {
  queue?: Resolver<ResolversTypes['OrderQueue'], ParentType, ContextType>
  count?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>
  yesterday?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>
}

export type OverviewResolvers<
  ContextType = Context,
  ParentType extends ResolversParentTypes['Overview'] = ResolversParentTypes['Overview'],
> = {
  asOf?: Resolver<Maybe<ResolversTypes['Instant']>, ParentType, ContextType>
  orders?: Resolver<ResolversTypes['Int'], ParentType, ContextType>
  tiles?: Resolver<ReadonlyArray<ResolversTypes['QueueCount']>, ParentType, ContextType>
  ageing?: Resolver<ReadonlyArray<ResolversTypes['AgeCount']>, ParentType, ContextType>
  days?: Resolver<ReadonlyArray<ResolversTypes['DayCounts']>, ParentType, ContextType>
  leadTimes?: Resolver<ReadonlyArray<ResolversTypes['LeadTime']>, ParentType, ContextType>
  onTime?: Resolver<ReadonlyArray<ResolversTypes['OnTimeShare']>, ParentType, ContextType>
  attention?: Resolver<ReadonlyArray<ResolversTypes['AttentionCount']>, ParentType, ContextType>
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>
}

export type AgeCountResolvers<
  ContextType = Context,
  ParentType extends ResolversParentTypes['AgeCount'] = ResolversParentTypes['AgeCount'],
> = {
  stage?: Resolver<ResolversTypes['Stage'], ParentType, ContextType>
  fromDays?: Resolver<ResolversTypes['Int'], ParentType, ContextType>
  toDays?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>
}

export type DayCountsResolvers<
  ContextType = Context,
  ParentType extends ResolversParentTypes['DayCounts'] = ResolversParentTypes['DayCounts'],
> = {
  day?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  authorised?: Resolver<ResolversTypes['Int'], ParentType, ContextType>
  invoiced?: Resolver<ResolversTypes['Int'], ParentType, ContextType>
  shipped?: Resolver<ResolversTypes['Int'], ParentType, ContextType>
  delivered?: Resolver<ResolversTypes['Int'], ParentType, ContextType>
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>
}

export type LeadTimeResolvers<
  ContextType = Context,
  ParentType extends ResolversParentTypes['LeadTime'] = ResolversParentTypes['LeadTime'],
> = {
  step?: Resolver<ResolversTypes['LeadStep'], ParentType, ContextType>
  day?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  medianHours?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>
  p90Hours?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>
}

export type OnTimeShareResolvers<
  ContextType = Context,
  ParentType extends ResolversParentTypes['OnTimeShare'] = ResolversParentTypes['OnTimeShare'],
> = {
  by?: Resolver<ResolversTypes['OnTimeBy'], ParentType, ContextType>
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  delivered?: Resolver<ResolversTypes['Int'], ParentType, ContextType>
  onTime?: Resolver<ResolversTypes['Int'], ParentType, ContextType>
  openLate?: Resolver<ResolversTypes['Int'], ParentType, ContextType>
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>
}

export type AttentionCountResolvers<
  ContextType = Context,
  ParentType extends ResolversParentTypes['AttentionCount'] =
    ResolversParentTypes['AttentionCount'],
> = {
  code?: Resolver<ResolversTypes['ProblemCode'], ParentType, ContextType>
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>
}

export type InvoicePreviewResolvers<
  ContextType = Context,
  ParentType extends ResolversParentTypes['InvoicePreview'] =
    ResolversParentTypes['InvoicePreview'],
> = {
  invoiceNumber?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>
  invoiceValue?: Resolver<Maybe<ResolversTypes['Cents']>, ParentType, ContextType>
  issuanceDate?: Resolver<Maybe<ResolversTypes['Instant']>, ParentType, ContextType>
  items?: Resolver<ReadonlyArray<ResolversTypes['PackageItem']>, ParentType, ContextType>
  remainingAfter?: Resolver<Maybe<ResolversTypes['Cents']>, ParentType, ContextType>
  completesOrder?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>
  problems?: Resolver<ReadonlyArray<ResolversTypes['Problem']>, ParentType, ContextType>
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>
}

export type FiscalDocumentResolvers<
  ContextType = Context,
  ParentType extends ResolversParentTypes['FiscalDocument'] =
    ResolversParentTypes['FiscalDocument'],
> = {
  kind?: Resolver<ResolversTypes['FiscalDocumentKind'], ParentType, ContextType>
  rootElement?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>
  nature?: Resolver<Maybe<ResolversTypes['FiscalDocumentNature']>, ParentType, ContextType>
  key?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>
  keyIsValid?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>
  number?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>
  series?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>
  issuanceDate?: Resolver<Maybe<ResolversTypes['Instant']>, ParentType, ContextType>
  value?: Resolver<Maybe<ResolversTypes['Cents']>, ParentType, ContextType>
  currency?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>
  issuerId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>
  recipientId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>
  authorized?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>
  protocol?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>
  testEnvironment?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>
  items?: Resolver<ReadonlyArray<ResolversTypes['FiscalItem']>, ParentType, ContextType>
  cancels?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>
  problems?: Resolver<ReadonlyArray<ResolversTypes['Problem']>, ParentType, ContextType>
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>
}

export type FiscalItemResolvers<
  ContextType = Context,
  ParentType extends ResolversParentTypes['FiscalItem'] = ResolversParentTypes['FiscalItem'],
> = {
  code?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>
  ean?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>
  quantity?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>
  value?: Resolver<Maybe<ResolversTypes['Cents']>, ParentType, ContextType>
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>
}

export type ActivityResolvers<
  ContextType = Context,
  ParentType extends ResolversParentTypes['Activity'] = ResolversParentTypes['Activity'],
> = {
  at?: Resolver<ResolversTypes['Instant'], ParentType, ContextType>
  actor?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  operation?: Resolver<ResolversTypes['Operation'], ParentType, ContextType>
  invoiceNumber?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>
  type?: Resolver<Maybe<ResolversTypes['InvoiceType']>, ParentType, ContextType>
  outcome?: Resolver<ResolversTypes['Outcome'], ParentType, ContextType>
  receipt?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>
  summary?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>
}

export type SettingsResolvers<
  ContextType = Context,
  ParentType extends ResolversParentTypes['Settings'] = ResolversParentTypes['Settings'],
> = {
  version?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  defaultCourier?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>
  carriers?: Resolver<ReadonlyArray<ResolversTypes['Carrier']>, ParentType, ContextType>
  xmlRequired?: Resolver<ResolversTypes['XmlRequirement'], ParentType, ContextType>
  freightOn?: Resolver<ResolversTypes['FreightPosition'], ParentType, ContextType>
  noteOnOrder?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>
  batchPace?: Resolver<ResolversTypes['Int'], ParentType, ContextType>
  doorAccepts?: Resolver<ReadonlyArray<ResolversTypes['ProblemCode']>, ParentType, ContextType>
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>
}

export type CarrierResolvers<
  ContextType = Context,
  ParentType extends ResolversParentTypes['Carrier'] = ResolversParentTypes['Carrier'],
> = {
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  urlTemplate?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>
  numberPattern?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>
}

export type AccountCheckResolvers<
  ContextType = Context,
  ParentType extends ResolversParentTypes['AccountCheck'] = ResolversParentTypes['AccountCheck'],
> = {
  checks?: Resolver<ReadonlyArray<ResolversTypes['AccountCheckItem']>, ParentType, ContextType>
  checkedAt?: Resolver<ResolversTypes['Instant'], ParentType, ContextType>
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>
}

export type AccountCheckItemResolvers<
  ContextType = Context,
  ParentType extends ResolversParentTypes['AccountCheckItem'] =
    ResolversParentTypes['AccountCheckItem'],
> = {
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  verdict?: Resolver<ResolversTypes['CheckVerdict'], ParentType, ContextType>
  detail?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>
}

export type ViewerResolvers<
  ContextType = Context,
  ParentType extends ResolversParentTypes['Viewer'] = ResolversParentTypes['Viewer'],
> = {
  actor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>
  canView?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>
  canStartHandling?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>
  canInvoice?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>
  canReturn?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>
  canConfigure?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>
  timeZone?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>
}

export type BatchResolvers<
  ContextType = Context,
  ParentType extends ResolversParentTypes['Batch'] = ResolversParentTypes['Batch'],
> = {
  batchId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  state?: Resolver<ResolversTypes['BatchState'], ParentType, ContextType>
  isRehearsal?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>
  isStalled?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>
  createdBy?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  startedBy?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>
  createdAt?: Resolver<ResolversTypes['Instant'], ParentType, ContextType>
  startedAt?: Resolver<Maybe<ResolversTypes['Instant']>, ParentType, ContextType>
  finishedAt?: Resolver<Maybe<ResolversTypes['Instant']>, ParentType, ContextType>
  expiresAt?: Resolver<ResolversTypes['Instant'], ParentType, ContextType>
  rowCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>
  received?: Resolver<ResolversTypes['Int'], ParentType, ContextType>
  counts?: Resolver<ReadonlyArray<ResolversTypes['RowOutcomeCount']>, ParentType, ContextType>
  pending?: Resolver<ResolversTypes['Int'], ParentType, ContextType>
  rate?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>
  estimatedEnd?: Resolver<Maybe<ResolversTypes['Instant']>, ParentType, ContextType>
  pausedUntil?: Resolver<Maybe<ResolversTypes['Instant']>, ParentType, ContextType>
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>
}

export type RowOutcomeCountResolvers<
  ContextType = Context,
  ParentType extends ResolversParentTypes['RowOutcomeCount'] =
    ResolversParentTypes['RowOutcomeCount'],
> = {
  outcome?: Resolver<ResolversTypes['RowOutcome'], ParentType, ContextType>
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>
}

export type BatchPageResolvers<
  ContextType = Context,
  ParentType extends ResolversParentTypes['BatchPage'] = ResolversParentTypes['BatchPage'],
> = {
  batches?: Resolver<ReadonlyArray<ResolversTypes['Batch']>, ParentType, ContextType>
  page?: Resolver<ResolversTypes['Int'], ParentType, ContextType>
  perPage?: Resolver<ResolversTypes['Int'], ParentType, ContextType>
  total?: Resolver<ResolversTypes['Int'], ParentType, ContextType>
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>
}

export type BatchRowPageResolvers<
  ContextType = Context,
  ParentType extends ResolversParentTypes['BatchRowPage'] = ResolversParentTypes['BatchRowPage'],
> = {
  rows?: Resolver<ReadonlyArray<ResolversTypes['BatchRow']>, ParentType, ContextType>
  page?: Resolver<ResolversTypes['Int'], ParentType, ContextType>
  perPage?: Resolver<ResolversTypes['Int'], ParentType, ContextType>
  total?: Resolver<ResolversTypes['Int'], ParentType, ContextType>
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>
}

export type BatchRowResolvers<
  ContextType = Context,
  ParentType extends ResolversParentTypes['BatchRow'] = ResolversParentTypes['BatchRow'],
> = {
  row?: Resolver<ResolversTypes['Int'], ParentType, ContextType>
  label?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>
  orderId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>
  invoiceNumber?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>
  outcome?: Resolver<Maybe<ResolversTypes['RowOutcome']>, ParentType, ContextType>
  steps?: Resolver<ReadonlyArray<ResolversTypes['FulfillStep']>, ParentType, ContextType>
  problems?: Resolver<ReadonlyArray<ResolversTypes['Problem']>, ParentType, ContextType>
  finishedAt?: Resolver<Maybe<ResolversTypes['Instant']>, ParentType, ContextType>
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>
}

export type FulfillStepResolvers<
  ContextType = Context,
  ParentType extends ResolversParentTypes['FulfillStep'] = ResolversParentTypes['FulfillStep'],
> = {
  operation?: Resolver<ResolversTypes['Operation'], ParentType, ContextType>
  outcome?: Resolver<ResolversTypes['Outcome'], ParentType, ContextType>
  receipt?: Resolver<Maybe<ResolversTypes['Receipt']>, ParentType, ContextType>
  problems?: Resolver<ReadonlyArray<ResolversTypes['Problem']>, ParentType, ContextType>
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>
}

export type ReceiptResolvers<
  ContextType = Context,
  ParentType extends ResolversParentTypes['Receipt'] = ResolversParentTypes['Receipt'],
> = {
  date?: Resolver<Maybe<ResolversTypes['Instant']>, ParentType, ContextType>
  orderId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>
  receipt?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>
}

export type ReadModelResolvers<
  ContextType = Context,
  ParentType extends ResolversParentTypes['ReadModel'] = ResolversParentTypes['ReadModel'],
> = {
  isOn?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>
  keepClosedDays?: Resolver<ResolversTypes['Int'], ParentType, ContextType>
  documents?: Resolver<ResolversTypes['Int'], ParentType, ContextType>
  fill?: Resolver<ResolversTypes['FillState'], ParentType, ContextType>
  filled?: Resolver<ResolversTypes['Int'], ParentType, ContextType>
  toFill?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>
  asOf?: Resolver<Maybe<ResolversTypes['Instant']>, ParentType, ContextType>
  orderHook?: Resolver<ResolversTypes['OrderHook'], ParentType, ContextType>
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>
}

export type OrderHookResolvers<
  ContextType = Context,
  ParentType extends ResolversParentTypes['OrderHook'] = ResolversParentTypes['OrderHook'],
> = {
  state?: Resolver<ResolversTypes['OrderHookState'], ParentType, ContextType>
  appKey?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>
  since?: Resolver<Maybe<ResolversTypes['Instant']>, ParentType, ContextType>
  lastNotificationAt?: Resolver<Maybe<ResolversTypes['Instant']>, ParentType, ContextType>
  checkedAt?: Resolver<Maybe<ResolversTypes['Instant']>, ParentType, ContextType>
  takenBy?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>
}

export type ConnectorResolvers<
  ContextType = Context,
  ParentType extends ResolversParentTypes['Connector'] = ResolversParentTypes['Connector'],
> = {
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  isOn?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>
  version?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  hasSecret?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>
  hasOldSecret?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>
  timeZone?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>
  defaultTimeZone?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  proofs?: Resolver<ReadonlyArray<ResolversTypes['ConnectorProof']>, ParentType, ContextType>
  secretFrom?: Resolver<ResolversTypes['SecretSource'], ParentType, ContextType>
  codes?: Resolver<ReadonlyArray<ResolversTypes['ConnectorCode']>, ParentType, ContextType>
  address?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  credentials?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>
  attention?: Resolver<ReadonlyArray<ResolversTypes['Problem']>, ParentType, ContextType>
  lastMessages?: Resolver<
    ReadonlyArray<ResolversTypes['ConnectorMessage']>,
    ParentType,
    ContextType,
    RequireFields<ConnectorLastMessagesArgs, 'first'>
  >
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>
}

export type ConnectorProofResolvers<
  ContextType = Context,
  ParentType extends ResolversParentTypes['ConnectorProof'] =
    ResolversParentTypes['ConnectorProof'],
> = {
  kind?: Resolver<ResolversTypes['ProofKind'], ParentType, ContextType>
  header?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>
}

export type ConnectorCodeResolvers<
  ContextType = Context,
  ParentType extends ResolversParentTypes['ConnectorCode'] = ResolversParentTypes['ConnectorCode'],
> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  state?: Resolver<ResolversTypes['ParcelState'], ParentType, ContextType>
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>
}

export type ConnectorMessageResolvers<
  ContextType = Context,
  ParentType extends ResolversParentTypes['ConnectorMessage'] =
    ResolversParentTypes['ConnectorMessage'],
> = {
  at?: Resolver<ResolversTypes['Instant'], ParentType, ContextType>
  result?: Resolver<ResolversTypes['MessageResult'], ParentType, ContextType>
  isTest?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>
  parcels?: Resolver<ResolversTypes['Int'], ParentType, ContextType>
  orderIds?: Resolver<ReadonlyArray<ResolversTypes['ID']>, ParentType, ContextType>
  problem?: Resolver<Maybe<ResolversTypes['Problem']>, ParentType, ContextType>
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>
}

export type OrderMatchResolvers<
  ContextType = Context,
  ParentType extends ResolversParentTypes['OrderMatch'] = ResolversParentTypes['OrderMatch'],
> = {
  orderId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>
  by?: Resolver<Maybe<ResolversTypes['MatchedBy']>, ParentType, ContextType>
  invoiceNumber?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>
  candidates?: Resolver<ReadonlyArray<ResolversTypes['OrderCandidate']>, ParentType, ContextType>
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>
}

export type OrderCandidateResolvers<
  ContextType = Context,
  ParentType extends ResolversParentTypes['OrderCandidate'] =
    ResolversParentTypes['OrderCandidate'],
> = {
  orderId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>
  customerName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>
  value?: Resolver<ResolversTypes['Cents'], ParentType, ContextType>
  creationDate?: Resolver<ResolversTypes['Instant'], ParentType, ContextType>
  stage?: Resolver<ResolversTypes['Stage'], ParentType, ContextType>
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>
}

export type MutationResolvers<
  ContextType = Context,
  ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation'],
> = {
  startHandling?: Resolver<
    ResolversTypes['StartHandlingPayload'],
    ParentType,
    ContextType,
    RequireFields<MutationStartHandlingArgs, 'orderId'>
  >
  notifyInvoice?: Resolver<
    ResolversTypes['NotifyInvoicePayload'],
    ParentType,
    ContextType,
    RequireFields<MutationNotifyInvoiceArgs, 'orderId' | 'invoice'>
  >
  updatePartialInvoice?: Resolver<
    ResolversTypes['UpdatePartialInvoicePayload'],
    ParentType,
    ContextType,
    RequireFields<MutationUpdatePartialInvoiceArgs, 'orderId' | 'invoiceNumber' | 'tracking'>
  >
  updateTrackingStatus?: Resolver<
    ResolversTypes['UpdateTrackingStatusPayload'],
    ParentType,
    ContextType,
    RequireFields<MutationUpdateTrackingStatusArgs, 'orderId' | 'invoiceNumber' | 'status'>
  >
  fulfill?: Resolver<
    ResolversTypes['FulfillPayload'],
    ParentType,
    ContextType,
    RequireFields<MutationFulfillArgs, 'orderId' | 'fulfill'>
  >
  saveSettings?: Resolver<
    ResolversTypes['SettingsPayload'],
    ParentType,
    ContextType,
    RequireFields<MutationSaveSettingsArgs, 'settings'>
  >
  createBatch?: Resolver<
    ResolversTypes['BatchPayload'],
    ParentType,
    ContextType,
    RequireFields<MutationCreateBatchArgs, 'batch'>
  >
  addBatchRows?: Resolver<
    ResolversTypes['BatchPayload'],
    ParentType,
    ContextType,
    RequireFields<MutationAddBatchRowsArgs, 'batchId' | 'offset' | 'rows'>
  >
  startBatch?: Resolver<
    ResolversTypes['BatchPayload'],
    ParentType,
    ContextType,
    RequireFields<MutationStartBatchArgs, 'batchId' | 'rehearse'>
  >
  pauseBatch?: Resolver<
    ResolversTypes['BatchPayload'],
    ParentType,
    ContextType,
    RequireFields<MutationPauseBatchArgs, 'batchId'>
  >
  retryBatch?: Resolver<
    ResolversTypes['BatchPayload'],
    ParentType,
    ContextType,
    RequireFields<MutationRetryBatchArgs, 'batchId' | 'outcomes'>
  >
  deleteBatch?: Resolver<
    ResolversTypes['BatchPayload'],
    ParentType,
    ContextType,
    RequireFields<MutationDeleteBatchArgs, 'batchId'>
  >
  saveReadModel?: Resolver<
    ResolversTypes['ReadModelPayload'],
    ParentType,
    ContextType,
    RequireFields<MutationSaveReadModelArgs, 'readModel'>
  >
  removeReadModel?: Resolver<ResolversTypes['ReadModelPayload'], ParentType, ContextType>
  saveOrderHook?: Resolver<
    ResolversTypes['OrderHookPayload'],
    ParentType,
    ContextType,
    RequireFields<MutationSaveOrderHookArgs, 'orderHook'>
  >
  removeOrderHook?: Resolver<ResolversTypes['OrderHookPayload'], ParentType, ContextType>
  saveConnector?: Resolver<
    ResolversTypes['ConnectorPayload'],
    ParentType,
    ContextType,
    RequireFields<MutationSaveConnectorArgs, 'connector'>
  >
  testConnector?: Resolver<
    ResolversTypes['ConnectorPayload'],
    ParentType,
    ContextType,
    RequireFields<MutationTestConnectorArgs, 'name'>
  >
}

export type StartHandlingPayloadResolvers<
  ContextType = Context,
  ParentType extends ResolversParentTypes['StartHandlingPayload'] =
    ResolversParentTypes['StartHandlingPayload'],
> = {
  outcome?: Resolver<ResolversTypes['Outcome'], ParentType, ContextType>
  order?: Resolver<Maybe<ResolversTypes['Order']>, ParentType, ContextType>
  problems?: Resolver<ReadonlyArray<ResolversTypes['Problem']>, ParentType, ContextType>
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>
}

export type NotifyInvoicePayloadResolvers<
  ContextType = Context,
  ParentType extends ResolversParentTypes['NotifyInvoicePayload'] =
    ResolversParentTypes['NotifyInvoicePayload'],
> = {
  outcome?: Resolver<ResolversTypes['Outcome'], ParentType, ContextType>
  receipt?: Resolver<Maybe<ResolversTypes['Receipt']>, ParentType, ContextType>
  order?: Resolver<Maybe<ResolversTypes['Order']>, ParentType, ContextType>
  invoice?: Resolver<Maybe<ResolversTypes['Package']>, ParentType, ContextType>
  problems?: Resolver<ReadonlyArray<ResolversTypes['Problem']>, ParentType, ContextType>
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>
}

export type UpdatePartialInvoicePayloadResolvers<
  ContextType = Context,
  ParentType extends ResolversParentTypes['UpdatePartialInvoicePayload'] =
    ResolversParentTypes['UpdatePartialInvoicePayload'],
> = {
  outcome?: Resolver<ResolversTypes['Outcome'], ParentType, ContextType>
  receipt?: Resolver<Maybe<ResolversTypes['Receipt']>, ParentType, ContextType>
  order?: Resolver<Maybe<ResolversTypes['Order']>, ParentType, ContextType>
  invoice?: Resolver<Maybe<ResolversTypes['Package']>, ParentType, ContextType>
  problems?: Resolver<ReadonlyArray<ResolversTypes['Problem']>, ParentType, ContextType>
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>
}

export type UpdateTrackingStatusPayloadResolvers<
  ContextType = Context,
  ParentType extends ResolversParentTypes['UpdateTrackingStatusPayload'] =
    ResolversParentTypes['UpdateTrackingStatusPayload'],
> = {
  outcome?: Resolver<ResolversTypes['Outcome'], ParentType, ContextType>
  receipt?: Resolver<Maybe<ResolversTypes['Receipt']>, ParentType, ContextType>
  order?: Resolver<Maybe<ResolversTypes['Order']>, ParentType, ContextType>
  invoice?: Resolver<Maybe<ResolversTypes['Package']>, ParentType, ContextType>
  problems?: Resolver<ReadonlyArray<ResolversTypes['Problem']>, ParentType, ContextType>
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>
}

export type FulfillPayloadResolvers<
  ContextType = Context,
  ParentType extends ResolversParentTypes['FulfillPayload'] =
    ResolversParentTypes['FulfillPayload'],
> = {
  outcome?: Resolver<ResolversTypes['Outcome'], ParentType, ContextType>
  steps?: Resolver<ReadonlyArray<ResolversTypes['FulfillStep']>, ParentType, ContextType>
  order?: Resolver<Maybe<ResolversTypes['Order']>, ParentType, ContextType>
  invoice?: Resolver<Maybe<ResolversTypes['Package']>, ParentType, ContextType>
  problems?: Resolver<ReadonlyArray<ResolversTypes['Problem']>, ParentType, ContextType>
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>
}

export type SettingsPayloadResolvers<
  ContextType = Context,
  ParentType extends ResolversParentTypes['SettingsPayload'] =
    ResolversParentTypes['SettingsPayload'],
> = {
  settings?: Resolver<Maybe<ResolversTypes['Settings']>, ParentType, ContextType>
  problems?: Resolver<ReadonlyArray<ResolversTypes['Problem']>, ParentType, ContextType>
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>
}

export type BatchPayloadResolvers<
  ContextType = Context,
  ParentType extends ResolversParentTypes['BatchPayload'] = ResolversParentTypes['BatchPayload'],
> = {
  batch?: Resolver<Maybe<ResolversTypes['Batch']>, ParentType, ContextType>
  problems?: Resolver<ReadonlyArray<ResolversTypes['Problem']>, ParentType, ContextType>
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>
}

export type ReadModelPayloadResolvers<
  ContextType = Context,
  ParentType extends ResolversParentTypes['ReadModelPayload'] =
    ResolversParentTypes['ReadModelPayload'],
> = {
  readModel?: Resolver<Maybe<ResolversTypes['ReadModel']>, ParentType, ContextType>
  problems?: Resolver<ReadonlyArray<ResolversTypes['Problem']>, ParentType, ContextType>
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>
}

export type OrderHookPayloadResolvers<
  ContextType = Context,
  ParentType extends ResolversParentTypes['OrderHookPayload'] =
    ResolversParentTypes['OrderHookPayload'],
> = {
  orderHook?: Resolver<Maybe<ResolversTypes['OrderHook']>, ParentType, ContextType>
  problems?: Resolver<ReadonlyArray<ResolversTypes['Problem']>, ParentType, ContextType>
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>
}

export type ConnectorPayloadResolvers<
  ContextType = Context,
  ParentType extends ResolversParentTypes['ConnectorPayload'] =
    ResolversParentTypes['ConnectorPayload'],
> = {
  connector?: Resolver<Maybe<ResolversTypes['Connector']>, ParentType, ContextType>
  problems?: Resolver<ReadonlyArray<ResolversTypes['Problem']>, ParentType, ContextType>
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>
}

export type Resolvers<ContextType = Context> = {
  Query?: QueryResolvers<ContextType>
  Order?: OrderResolvers<ContextType>
  BlockedAction?: BlockedActionResolvers<ContextType>
  Problem?: ProblemResolvers<ContextType>
  Fact?: FactResolvers<ContextType>
  Difference?: DifferenceResolvers<ContextType>
  Instant?: GraphQLScalarType
  Currency?: CurrencyResolvers<ContextType>
  Marketplace?: MarketplaceResolvers<ContextType>
  Delivery?: DeliveryResolvers<ContextType>
  Cents?: GraphQLScalarType
  OrderTotal?: OrderTotalResolvers<ContextType>
  OrderItem?: OrderItemResolvers<ContextType>
  Package?: PackageResolvers<ContextType>
  PackageItem?: PackageItemResolvers<ContextType>
  TrackingEvent?: TrackingEventResolvers<ContextType>
  OrderPage?: OrderPageResolvers<ContextType>
  OrderDocument?: OrderDocumentResolvers<ContextType>
  UnreadableOrder?: UnreadableOrderResolvers<ContextType>
  QueueRows?: QueueRowsResolvers<ContextType>
  QueueCount?: QueueCountResolvers<ContextType>
  Overview?: OverviewResolvers<ContextType>
  AgeCount?: AgeCountResolvers<ContextType>
  DayCounts?: DayCountsResolvers<ContextType>
  LeadTime?: LeadTimeResolvers<ContextType>
  OnTimeShare?: OnTimeShareResolvers<ContextType>
  AttentionCount?: AttentionCountResolvers<ContextType>
  InvoicePreview?: InvoicePreviewResolvers<ContextType>
  FiscalDocument?: FiscalDocumentResolvers<ContextType>
  FiscalItem?: FiscalItemResolvers<ContextType>
  Activity?: ActivityResolvers<ContextType>
  Settings?: SettingsResolvers<ContextType>
  Carrier?: CarrierResolvers<ContextType>
  AccountCheck?: AccountCheckResolvers<ContextType>
  AccountCheckItem?: AccountCheckItemResolvers<ContextType>
  Viewer?: ViewerResolvers<ContextType>
  Batch?: BatchResolvers<ContextType>
  RowOutcomeCount?: RowOutcomeCountResolvers<ContextType>
  BatchPage?: BatchPageResolvers<ContextType>
  BatchRowPage?: BatchRowPageResolvers<ContextType>
  BatchRow?: BatchRowResolvers<ContextType>
  FulfillStep?: FulfillStepResolvers<ContextType>
  Receipt?: ReceiptResolvers<ContextType>
  ReadModel?: ReadModelResolvers<ContextType>
  OrderHook?: OrderHookResolvers<ContextType>
  Connector?: ConnectorResolvers<ContextType>
  ConnectorProof?: ConnectorProofResolvers<ContextType>
  ConnectorCode?: ConnectorCodeResolvers<ContextType>
  ConnectorMessage?: ConnectorMessageResolvers<ContextType>
  OrderMatch?: OrderMatchResolvers<ContextType>
  OrderCandidate?: OrderCandidateResolvers<ContextType>
  Mutation?: MutationResolvers<ContextType>
  StartHandlingPayload?: StartHandlingPayloadResolvers<ContextType>
  NotifyInvoicePayload?: NotifyInvoicePayloadResolvers<ContextType>
  UpdatePartialInvoicePayload?: UpdatePartialInvoicePayloadResolvers<ContextType>
  UpdateTrackingStatusPayload?: UpdateTrackingStatusPayloadResolvers<ContextType>
  FulfillPayload?: FulfillPayloadResolvers<ContextType>
  SettingsPayload?: SettingsPayloadResolvers<ContextType>
  BatchPayload?: BatchPayloadResolvers<ContextType>
  ReadModelPayload?: ReadModelPayloadResolvers<ContextType>
  OrderHookPayload?: OrderHookPayloadResolvers<ContextType>
  ConnectorPayload?: ConnectorPayloadResolvers<ContextType>
}

export type DirectiveResolvers<ContextType = Context> = {
  auth?: AuthDirectiveResolver<any, any, ContextType>
  cacheControl?: CacheControlDirectiveResolver<any, any, ContextType>
  oneExit?: OneExitDirectiveResolver<any, any, ContextType>
}
