/* eslint-disable */
// Written by npm run codegen from graphql/ and the operations of react/: change those.
export type Maybe<T> = T | null;
export type InputMaybe<T> = T | null;
export type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
export type MakeOptional<T, K extends keyof T> = Omit<T, K> & { [SubKey in K]?: Maybe<T[SubKey]> };
export type MakeMaybe<T, K extends keyof T> = Omit<T, K> & { [SubKey in K]: Maybe<T[SubKey]> };
/** All built-in and custom scalars, mapped to their actual values */
export type Scalars = {
  ID: string;
  String: string;
  Boolean: boolean;
  Int: number;
  Float: number;
  /**
   * A moment, ISO 8601 with an offset or Z, for example 2026-03-01T14:05:00-03:00. On input any text goes through the scalar;
   * one without offset or out of the calendar is answered DATE_INVALID with its field.
   */
  Instant: string;
  /**
   * Money in hundredths of the order's currency: a whole JSON number within ±(2^53 − 1). GraphQL Int ends at 2^31 − 1, and one
   * Colombian order passes that. On input anything goes through the scalar; what is no whole number in range is answered
   * VALUE_NOT_POSITIVE or VALUE_INVALID with its field, never as a GraphQL error.
   */
  Cents: number;
};

/** Where an order stands between payment and the customer's door. Derived here; OMS has no such field. */
export type Stage =
  | 'NOT_READY'
  | 'TO_HANDLE'
  | 'TO_INVOICE'
  | 'PARTIALLY_INVOICED'
  | 'TO_SHIP'
  | 'IN_TRANSIT'
  | 'DELIVERED'
  | 'CANCELED';

export type OrderAction =
  | 'START_HANDLING'
  | 'NOTIFY_INVOICE'
  | 'NOTIFY_RETURN'
  | 'UPDATE_PARTIAL_INVOICE'
  | 'UPDATE_TRACKING_STATUS';

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
  | 'ORDER_HOOK_LEFT';

/** ERROR stops the call, whatever stands in `accept`. WARNING stops it until its code stands in `accept`. */
export type Severity =
  | 'ERROR'
  | 'WARNING';

export type InvoiceType =
  | 'OUTPUT'
  | 'INPUT';

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
  | 'UNKNOWN';

/**
 * TO_HANDLE, TO_INVOICE (partially invoiced ones too), TO_SHIP, IN_TRANSIT, DELIVERED: by stage. LATE: promised date passed and
 * not delivered. ATTENTION: `attention` is not empty. ALL: by the list alone.
 */
export type OrderQueue =
  | 'TO_HANDLE'
  | 'TO_INVOICE'
  | 'TO_SHIP'
  | 'IN_TRANSIT'
  | 'LATE'
  | 'DELIVERED'
  | 'ATTENTION'
  | 'ALL';

export type OrderSort = {
  by: OrderSortBy;
  descending?: InputMaybe<Scalars['Boolean']>;
};

export type OrderSortBy =
  | 'PROMISE'
  | 'CREATED'
  | 'VALUE'
  | 'LAST_EVENT';

export type LeadStep =
  | 'PAID_TO_INVOICED'
  | 'INVOICED_TO_SHIPPED'
  | 'SHIPPED_TO_DELIVERED';

export type OnTimeBy =
  | 'CARRIER'
  | 'MARKETPLACE';

export type InvoiceInput = {
  type?: InputMaybe<InvoiceType>;
  /** Left out: the document's own number. */
  invoiceNumber?: InputMaybe<Scalars['String']>;
  /** Left out: the document's date, else now. */
  issuanceDate?: InputMaybe<Scalars['Instant']>;
  /** Left out: the document's total, else what the items are worth, else what remains of the order. */
  invoiceValue?: InputMaybe<Scalars['Cents']>;
  /** Left out: the units that the document lists, where it lists a part of them, else every unit that remains. Empty list: an invoice by value, which covers no unit. */
  items?: InputMaybe<Array<InvoiceItemInput>>;
  invoiceKey?: InputMaybe<Scalars['String']>;
  invoiceUrl?: InputMaybe<Scalars['String']>;
  /** The XML text itself. Fields left out are read from it; fields given must agree with it. */
  embeddedInvoice?: InputMaybe<Scalars['String']>;
  courier?: InputMaybe<Scalars['String']>;
  trackingNumber?: InputMaybe<Scalars['String']>;
  trackingUrl?: InputMaybe<Scalars['String']>;
  dispatchedDate?: InputMaybe<Scalars['Instant']>;
};

export type InvoiceItemInput = {
  /** SKU id; or itemIndex where one SKU stands in several lines. One of the two. */
  id?: InputMaybe<Scalars['ID']>;
  itemIndex?: InputMaybe<Scalars['Int']>;
  quantity: Scalars['Int'];
  /** Per unit. Left out: the order's own. */
  price?: InputMaybe<Scalars['Cents']>;
  description?: InputMaybe<Scalars['String']>;
};

export type ReplaceInvoice = {
  /** Package.version as last read. */
  version: Scalars['String'];
};

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
  | 'OTHER';

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
  | 'REPLY';

export type Operation =
  | 'START_HANDLING'
  | 'NOTIFY_INVOICE'
  | 'UPDATE_PARTIAL_INVOICE'
  | 'UPDATE_TRACKING_STATUS';

/**
 * APPLIED: OMS took it and the order shows it. ACCEPTED: OMS gave a receipt, the order does not show it yet.
 * ALREADY_APPLIED: nothing was sent, OMS holds it already. REFUSED: nothing was sent, see problems.
 * FAILED: OMS refused it; nothing changed. UNKNOWN: sent, no clear answer, and reading the order did not settle it.
 */
export type Outcome =
  | 'APPLIED'
  | 'ACCEPTED'
  | 'ALREADY_APPLIED'
  | 'REFUSED'
  | 'FAILED'
  | 'UNKNOWN';

export type XmlRequirement =
  | 'NEVER'
  | 'CERTIFIED_MARKETPLACES'
  | 'ALWAYS';

export type FreightPosition =
  | 'FIRST_INVOICE'
  | 'LAST_INVOICE';

export type CheckVerdict =
  | 'PASSED'
  | 'FAILED'
  /** It could not be tried to the end: nothing is known. */
  | 'UNPROVEN';

/** FILLING until all rows have come, READY until it is started; PAUSED begins no row; DONE by itself. */
export type BatchState =
  | 'FILLING'
  | 'READY'
  | 'RUNNING'
  | 'PAUSED'
  | 'DONE';

/** Outcome of a row; READY only in a rehearsal: it would be sent. */
export type RowOutcome =
  | 'APPLIED'
  | 'ACCEPTED'
  | 'ALREADY_APPLIED'
  | 'REFUSED'
  | 'FAILED'
  | 'UNKNOWN'
  | 'READY';

/** PAUSED: VTEX had too many calls or did not answer. FAILED: it refuses. Both are tried again by themselves. */
export type FillState =
  | 'IDLE'
  | 'FILLING'
  | 'PAUSED'
  | 'REMOVING'
  | 'FAILED';

/**
 * UNCONFIRMED: VTEX gave no clear answer, it is asked again by itself. GONE: VTEX removed it, as it does after three days without
 * a notification; it is set up anew by itself. TAKEN: another system has put its own in its place, which is left alone. REFUSED:
 * VTEX takes the app key no more. LEAVING: it is being taken down.
 */
export type OrderHookState =
  | 'OFF'
  | 'ON'
  | 'UNCONFIRMED'
  | 'GONE'
  | 'TAKEN'
  | 'REFUSED'
  | 'LEAVING';

/**
 * SHARED_HEADER: the secret itself stands in the header. HMAC: the header holds a signature of the body, made with the secret.
 * BASIC: user and password, which the secret names as user:password.
 */
export type ProofKind =
  | 'SHARED_HEADER'
  | 'HMAC'
  | 'BASIC';

/** PROVIDER: it is shown on a page of the sender's, or given by it. STORE: the store makes it and gives it to the sender. */
export type SecretSource =
  | 'STORE'
  | 'PROVIDER';

/**
 * WRITTEN: OMS was told something of it. NOTHING_NEW: all of it was known, or it was a test. WAITING_FOR_INVOICE: no invoice is
 * known to be meant yet; it is taken up when one is, within seven days. REFUSED: it cannot be told, or its invoice did not come.
 * FAILED: OMS refused it. PENDING: it is still to be worked off.
 */
export type MessageResult =
  | 'WRITTEN'
  | 'NOTHING_NEW'
  | 'WAITING_FOR_INVOICE'
  | 'REFUSED'
  | 'FAILED'
  | 'PENDING';

/** What a row of a file, a document or a carrier's list says about the order that it is for. */
export type OrderReference = {
  /** Order id, sequence, or the marketplace's id. */
  reference?: InputMaybe<Scalars['String']>;
  /** Of a document: recipient's CPF or CNPJ, value, issue date. Used for the search and kept nowhere. */
  recipientId?: InputMaybe<Scalars['String']>;
  value?: InputMaybe<Scalars['Cents']>;
  issuanceDate?: InputMaybe<Scalars['Instant']>;
  /** Of an invoice that is registered already, zeros in front or not: found among those that this app has seen. */
  invoiceNumber?: InputMaybe<Scalars['String']>;
  /** Of that invoice, where known: two companies use the same numbers. */
  issuerId?: InputMaybe<Scalars['String']>;
  series?: InputMaybe<Scalars['String']>;
};

export type MatchedBy =
  | 'ORDER_ID'
  | 'SEQUENCE'
  | 'MARKETPLACE_ID'
  /** Among open orders of which just this value remains. */
  | 'RECIPIENT_AND_VALUE'
  | 'INVOICE_NUMBER';

export type TrackingInput = {
  trackingNumber?: InputMaybe<Scalars['String']>;
  trackingUrl?: InputMaybe<Scalars['String']>;
  courier?: InputMaybe<Scalars['String']>;
  dispatchedDate?: InputMaybe<Scalars['Instant']>;
};

export type TrackingStatusInput = {
  isDelivered: Scalars['Boolean'];
  /** Left out on delivery: the newest event's date, else now. */
  deliveredDate?: InputMaybe<Scalars['Instant']>;
  events?: InputMaybe<Array<TrackingEventInput>>;
};

export type TrackingEventInput = {
  date: Scalars['Instant'];
  description: Scalars['String'];
  city?: InputMaybe<Scalars['String']>;
  state?: InputMaybe<Scalars['String']>;
};

export type FulfillInput = {
  /** Registered where the order does not hold its number. */
  invoice?: InputMaybe<InvoiceInput>;
  /** Which invoice tracking and status are for. Left out: that of `invoice`, else the order's only Output invoice. */
  invoiceNumber?: InputMaybe<Scalars['String']>;
  /** Travels inside `invoice` where that is new and nothing says that the tracking is another one's. */
  tracking?: InputMaybe<TrackingInput>;
  status?: InputMaybe<TrackingStatusInput>;
};

export type SettingsInput = {
  version: Scalars['String'];
  defaultCourier?: InputMaybe<Scalars['String']>;
  carriers: Array<CarrierInput>;
  xmlRequired: XmlRequirement;
  freightOn: FreightPosition;
  noteOnOrder: Scalars['Boolean'];
  /** Left out: it stays as it is. */
  batchPace?: InputMaybe<Scalars['Int']>;
  /** Left out: they stay as they are. Never RETURN_TRIGGERS_REFUND, REPLACE_LOSES_FIELDS, REPLACE_MAY_COUNT_TWICE, DOCUMENT_ON_OTHER_ORDER or INVOICE_NOT_SHOWN. */
  doorAccepts?: InputMaybe<Array<ProblemCode>>;
};

export type CarrierInput = {
  name: Scalars['String'];
  urlTemplate?: InputMaybe<Scalars['String']>;
  numberPattern?: InputMaybe<Scalars['String']>;
};

export type CreateBatchInput = {
  /** The same key gives the same batch. */
  key: Scalars['String'];
  name: Scalars['String'];
  /** At most 100000. */
  rowCount: Scalars['Int'];
  /** Warnings that are accepted for all rows. */
  accept?: InputMaybe<Array<ProblemCode>>;
};

export type BatchRowInput = {
  orderId: Scalars['ID'];
  fulfill: FulfillInput;
  /** Beside those of the batch. */
  accept?: InputMaybe<Array<ProblemCode>>;
  /** Where the row stands in the caller's file, for people: "row 17", "35…-nfe.xml". */
  label?: InputMaybe<Scalars['String']>;
};

export type ReadModelInput = {
  isOn: Scalars['Boolean'];
  /** From 1 to 365. */
  keepClosedDays?: InputMaybe<Scalars['Int']>;
};

/** Of an app key that is used for nothing else, with the resource Feed v3 and Hook Admin. Write-only but for the key's name. */
export type OrderHookInput = {
  appKey: Scalars['String'];
  appToken: Scalars['String'];
};

export type ConnectorInput = {
  name: Scalars['String'];
  /** As last read. Left out: what somebody else has saved since is overwritten by whatever is given here. */
  version?: InputMaybe<Scalars['String']>;
  isOn: Scalars['Boolean'];
  /** Write-only, 16 characters or more; as user:password for a carrier that sends Basic; by `credentials` for one that is asked. Left out: it stays as it is. */
  secret?: InputMaybe<Scalars['String']>;
  /** The secret before the newest one is valid no more. */
  dropOldSecret?: InputMaybe<Scalars['Boolean']>;
  /** IANA zone of times without one. Left out: it stays; null: the connector's own. */
  timeZone?: InputMaybe<Scalars['String']>;
  /** The store's own reading of a carrier's codes. Left out: it stays; null or empty: none. */
  codes?: InputMaybe<Array<ConnectorCodeInput>>;
};

export type ConnectorCodeInput = {
  code: Scalars['String'];
  state: ParcelState;
};

export type Scope =
  | 'PUBLIC'
  | 'PRIVATE';

export type CacheScope =
  | 'PUBLIC'
  | 'SEGMENT'
  | 'PRIVATE';

export type BatchQueryVariables = Exact<{
  batchId: Scalars['ID'];
}>;


export type BatchQuery = { batch: { batchId: string, name: string, state: BatchState, isRehearsal: boolean, isStalled: boolean, createdBy: string, startedBy: string | null, createdAt: string, startedAt: string | null, finishedAt: string | null, expiresAt: string, rowCount: number, received: number, pending: number, rate: number | null, estimatedEnd: string | null, pausedUntil: string | null, counts: Array<{ outcome: RowOutcome, count: number }> } | null };

export type BatchRowsQueryVariables = Exact<{
  batchId: Scalars['ID'];
  outcomes?: InputMaybe<Array<RowOutcome> | RowOutcome>;
  page: Scalars['Int'];
  perPage: Scalars['Int'];
}>;


export type BatchRowsQuery = { batchRows: { page: number, perPage: number, total: number, rows: Array<{ row: number, label: string | null, orderId: string, invoiceNumber: string | null, outcome: RowOutcome | null, finishedAt: string | null, steps: Array<{ operation: Operation, outcome: Outcome, receipt: { date: string | null, receipt: string | null } | null }>, problems: Array<{ code: ProblemCode, severity: Severity, field: Array<string>, message: string, facts: Array<{ name: string, value: string }>, differences: Array<{ field: string, stored: string | null, given: string | null }> }> }> } };

export type DeleteBatchMutationVariables = Exact<{
  batchId: Scalars['ID'];
}>;


export type DeleteBatchMutation = { deleteBatch: { batch: { batchId: string, state: BatchState } | null, problems: Array<{ code: ProblemCode, severity: Severity, field: Array<string>, message: string, facts: Array<{ name: string, value: string }>, differences: Array<{ field: string, stored: string | null, given: string | null }> }> } };

export type PauseBatchMutationVariables = Exact<{
  batchId: Scalars['ID'];
}>;


export type PauseBatchMutation = { pauseBatch: { batch: { batchId: string, state: BatchState } | null, problems: Array<{ code: ProblemCode, severity: Severity, field: Array<string>, message: string, facts: Array<{ name: string, value: string }>, differences: Array<{ field: string, stored: string | null, given: string | null }> }> } };

export type RetryBatchMutationVariables = Exact<{
  batchId: Scalars['ID'];
  outcomes: Array<RowOutcome> | RowOutcome;
}>;


export type RetryBatchMutation = { retryBatch: { batch: { batchId: string, state: BatchState } | null, problems: Array<{ code: ProblemCode, severity: Severity, field: Array<string>, message: string, facts: Array<{ name: string, value: string }>, differences: Array<{ field: string, stored: string | null, given: string | null }> }> } };

export type BatchFieldsFragment = { batchId: string, name: string, state: BatchState, isRehearsal: boolean, isStalled: boolean, createdBy: string, startedBy: string | null, createdAt: string, startedAt: string | null, finishedAt: string | null, expiresAt: string, rowCount: number, received: number, pending: number, rate: number | null, estimatedEnd: string | null, pausedUntil: string | null, counts: Array<{ outcome: RowOutcome, count: number }> };

export type AddBatchRowsMutationVariables = Exact<{
  batchId: Scalars['ID'];
  offset: Scalars['Int'];
  rows: Array<BatchRowInput> | BatchRowInput;
}>;


export type AddBatchRowsMutation = { addBatchRows: { batch: { batchId: string, state: BatchState } | null, problems: Array<{ code: ProblemCode, severity: Severity, field: Array<string>, message: string, facts: Array<{ name: string, value: string }>, differences: Array<{ field: string, stored: string | null, given: string | null }> }> } };

export type CreateBatchMutationVariables = Exact<{
  batch: CreateBatchInput;
}>;


export type CreateBatchMutation = { createBatch: { batch: { batchId: string, state: BatchState } | null, problems: Array<{ code: ProblemCode, severity: Severity, field: Array<string>, message: string, facts: Array<{ name: string, value: string }>, differences: Array<{ field: string, stored: string | null, given: string | null }> }> } };

export type MatchOrdersQueryVariables = Exact<{
  references: Array<OrderReference> | OrderReference;
}>;


export type MatchOrdersQuery = { matchOrders: Array<{ orderId: string | null, by: MatchedBy | null, invoiceNumber: string | null, candidates: Array<{ orderId: string, customerName: string | null, value: number, creationDate: string }> }> };

export type StartBatchMutationVariables = Exact<{
  batchId: Scalars['ID'];
  rehearse: Scalars['Boolean'];
}>;


export type StartBatchMutation = { startBatch: { batch: { batchId: string, state: BatchState } | null, problems: Array<{ code: ProblemCode, severity: Severity, field: Array<string>, message: string, facts: Array<{ name: string, value: string }>, differences: Array<{ field: string, stored: string | null, given: string | null }> }> } };

export type BatchesQueryVariables = Exact<{
  page: Scalars['Int'];
}>;


export type BatchesQuery = { batches: { page: number, perPage: number, total: number, batches: Array<{ batchId: string, name: string, state: BatchState, isRehearsal: boolean, isStalled: boolean, createdBy: string, startedBy: string | null, createdAt: string, startedAt: string | null, finishedAt: string | null, expiresAt: string, rowCount: number, received: number, pending: number, rate: number | null, estimatedEnd: string | null, pausedUntil: string | null, counts: Array<{ outcome: RowOutcome, count: number }> }> } };

export type BatchesViewerQueryVariables = Exact<{ [key: string]: never; }>;


export type BatchesViewerQuery = { viewer: { canInvoice: boolean, canReturn: boolean, timeZone: string | null } };

export type ConnectionFieldsFragment = { name: string, title: string, isOn: boolean, version: string, hasSecret: boolean, hasOldSecret: boolean, timeZone: string | null, defaultTimeZone: string, secretFrom: SecretSource, credentials: Array<string> | null, address: string, proofs: Array<{ kind: ProofKind, header: string | null }>, codes: Array<{ code: string, state: ParcelState }>, attention: Array<{ code: ProblemCode, severity: Severity, field: Array<string>, message: string, facts: Array<{ name: string, value: string }>, differences: Array<{ field: string, stored: string | null, given: string | null }> }> };

export type ConnectionMessageFragment = { at: string, result: MessageResult, isTest: boolean, parcels: number, orderIds: Array<string>, problem: { code: ProblemCode, severity: Severity, field: Array<string>, message: string, facts: Array<{ name: string, value: string }>, differences: Array<{ field: string, stored: string | null, given: string | null }> } | null };

export type ConnectionsQueryVariables = Exact<{ [key: string]: never; }>;


export type ConnectionsQuery = { connectors: Array<{ name: string, title: string, isOn: boolean, version: string, hasSecret: boolean, hasOldSecret: boolean, timeZone: string | null, defaultTimeZone: string, secretFrom: SecretSource, credentials: Array<string> | null, address: string, lastMessages: Array<{ at: string, result: MessageResult, isTest: boolean, parcels: number, orderIds: Array<string>, problem: { code: ProblemCode, severity: Severity, field: Array<string>, message: string, facts: Array<{ name: string, value: string }>, differences: Array<{ field: string, stored: string | null, given: string | null }> } | null }>, proofs: Array<{ kind: ProofKind, header: string | null }>, codes: Array<{ code: string, state: ParcelState }>, attention: Array<{ code: ProblemCode, severity: Severity, field: Array<string>, message: string, facts: Array<{ name: string, value: string }>, differences: Array<{ field: string, stored: string | null, given: string | null }> }> }> };

export type ConnectionQueryVariables = Exact<{
  name: Scalars['String'];
}>;


export type ConnectionQuery = { connectors: Array<{ name: string, title: string, isOn: boolean, version: string, hasSecret: boolean, hasOldSecret: boolean, timeZone: string | null, defaultTimeZone: string, secretFrom: SecretSource, credentials: Array<string> | null, address: string, lastMessages: Array<{ at: string, result: MessageResult, isTest: boolean, parcels: number, orderIds: Array<string>, problem: { code: ProblemCode, severity: Severity, field: Array<string>, message: string, facts: Array<{ name: string, value: string }>, differences: Array<{ field: string, stored: string | null, given: string | null }> } | null }>, proofs: Array<{ kind: ProofKind, header: string | null }>, codes: Array<{ code: string, state: ParcelState }>, attention: Array<{ code: ProblemCode, severity: Severity, field: Array<string>, message: string, facts: Array<{ name: string, value: string }>, differences: Array<{ field: string, stored: string | null, given: string | null }> }> }> };

export type SaveConnectionMutationVariables = Exact<{
  connector: ConnectorInput;
}>;


export type SaveConnectionMutation = { saveConnector: { connector: { name: string, title: string, isOn: boolean, version: string, hasSecret: boolean, hasOldSecret: boolean, timeZone: string | null, defaultTimeZone: string, secretFrom: SecretSource, credentials: Array<string> | null, address: string, proofs: Array<{ kind: ProofKind, header: string | null }>, codes: Array<{ code: string, state: ParcelState }>, attention: Array<{ code: ProblemCode, severity: Severity, field: Array<string>, message: string, facts: Array<{ name: string, value: string }>, differences: Array<{ field: string, stored: string | null, given: string | null }> }> } | null, problems: Array<{ code: ProblemCode, severity: Severity, field: Array<string>, message: string, facts: Array<{ name: string, value: string }>, differences: Array<{ field: string, stored: string | null, given: string | null }> }> } };

export type TestConnectionMutationVariables = Exact<{
  name: Scalars['String'];
}>;


export type TestConnectionMutation = { testConnector: { connector: { name: string, lastMessages: Array<{ at: string, result: MessageResult, isTest: boolean, parcels: number, orderIds: Array<string>, problem: { code: ProblemCode, severity: Severity, field: Array<string>, message: string, facts: Array<{ name: string, value: string }>, differences: Array<{ field: string, stored: string | null, given: string | null }> } | null }> } | null, problems: Array<{ code: ProblemCode, severity: Severity, field: Array<string>, message: string, facts: Array<{ name: string, value: string }>, differences: Array<{ field: string, stored: string | null, given: string | null }> }> } };

export type CustomersOrdersQueryVariables = Exact<{
  document: Scalars['String'];
}>;


export type CustomersOrdersQuery = { orders: { rows: Array<{ orderId: string, remainingValue: number }> } };

export type ReadFiscalDocumentQueryVariables = Exact<{
  xml: Scalars['String'];
}>;


export type ReadFiscalDocumentQuery = { readFiscalDocument: { kind: FiscalDocumentKind, rootElement: string | null, key: string | null, keyIsValid: boolean | null, number: string | null, series: string | null, issuanceDate: string | null, value: number | null, authorized: boolean | null, protocol: string | null, testEnvironment: boolean | null, recipientId: string | null, cancels: Array<string>, items: Array<{ code: string | null, ean: string | null, name: string | null, quantity: number | null, value: number | null }>, problems: Array<{ code: ProblemCode, severity: Severity, field: Array<string>, message: string, facts: Array<{ name: string, value: string }>, differences: Array<{ field: string, stored: string | null, given: string | null }> }> } };

export type NotifyInvoiceMutationVariables = Exact<{
  orderId: Scalars['ID'];
  invoice: InvoiceInput;
  accept?: InputMaybe<Array<ProblemCode> | ProblemCode>;
  replace?: InputMaybe<ReplaceInvoice>;
}>;


export type NotifyInvoiceMutation = { notifyInvoice: { outcome: Outcome, receipt: { date: string | null, orderId: string | null, receipt: string | null } | null, invoice: { invoiceNumber: string, version: string, trackingNumber: string | null } | null, order: { orderId: string, sequence: string | null, status: string, stage: Stage, allowedActions: Array<OrderAction>, creationDate: string, lastChange: string | null, paidDate: string | null, invoicedDate: string | null, estimatedDelivery: string | null, customerName: string | null, timeZone: string | null, deliveryChannel: string | null, value: number, invoicedValue: number, remainingValue: number, refundedValue: number, blocked: Array<{ action: OrderAction, problem: { code: ProblemCode, severity: Severity, field: Array<string>, message: string, facts: Array<{ name: string, value: string }>, differences: Array<{ field: string, stored: string | null, given: string | null }> } }>, attention: Array<{ code: ProblemCode, severity: Severity, field: Array<string>, message: string, facts: Array<{ name: string, value: string }>, differences: Array<{ field: string, stored: string | null, given: string | null }> }>, currency: { code: string, symbol: string | null, decimalDigits: number, locale: string | null, isAssumed: boolean }, marketplace: { name: string | null, isCertified: boolean, orderId: string | null } | null, delivery: { methods: Array<string>, recipient: string | null, city: string | null, state: string | null, pickupPoint: string | null }, totals: Array<{ id: string, name: string | null, value: number }>, items: Array<{ itemIndex: number, uniqueId: string | null, id: string, name: string, refId: string | null, ean: string | null, imageUrl: string | null, quantity: number, unitMultiplier: number, isGift: boolean, lineValue: number, invoicedQuantity: number, remainingQuantity: number, removedQuantity: number, returnedQuantity: number }>, packages: Array<{ invoiceNumber: string, type: InvoiceType, version: string, isApplied: boolean, allowedActions: Array<OrderAction>, issuanceDate: string | null, invoiceValue: number, invoiceKey: string | null, invoiceUrl: string | null, hasEmbeddedInvoice: boolean, courier: string | null, trackingNumber: string | null, trackingUrl: string | null, isDelivered: boolean, deliveredDate: string | null, state: ParcelState | null, items: Array<{ itemIndex: number | null, id: string | null, name: string | null, quantity: number, price: number | null }>, events: Array<{ date: string | null, dateText: string, description: string, city: string | null, state: string | null, parcelState: ParcelState | null }> }> } | null, problems: Array<{ code: ProblemCode, severity: Severity, field: Array<string>, message: string, facts: Array<{ name: string, value: string }>, differences: Array<{ field: string, stored: string | null, given: string | null }> }> } };

export type PreviewInvoiceQueryVariables = Exact<{
  orderId: Scalars['ID'];
  invoice: InvoiceInput;
  replace?: InputMaybe<ReplaceInvoice>;
}>;


export type PreviewInvoiceQuery = { previewInvoice: { invoiceNumber: string | null, invoiceValue: number | null, issuanceDate: string | null, remainingAfter: number | null, completesOrder: boolean, items: Array<{ itemIndex: number | null, id: string | null, name: string | null, quantity: number, price: number | null }>, problems: Array<{ code: ProblemCode, severity: Severity, field: Array<string>, message: string, facts: Array<{ name: string, value: string }>, differences: Array<{ field: string, stored: string | null, given: string | null }> }> } };

export type OrderQueryVariables = Exact<{
  orderId: Scalars['ID'];
}>;


export type OrderQuery = { order: { orderId: string, sequence: string | null, status: string, stage: Stage, allowedActions: Array<OrderAction>, creationDate: string, lastChange: string | null, paidDate: string | null, invoicedDate: string | null, estimatedDelivery: string | null, customerName: string | null, timeZone: string | null, deliveryChannel: string | null, value: number, invoicedValue: number, remainingValue: number, refundedValue: number, blocked: Array<{ action: OrderAction, problem: { code: ProblemCode, severity: Severity, field: Array<string>, message: string, facts: Array<{ name: string, value: string }>, differences: Array<{ field: string, stored: string | null, given: string | null }> } }>, attention: Array<{ code: ProblemCode, severity: Severity, field: Array<string>, message: string, facts: Array<{ name: string, value: string }>, differences: Array<{ field: string, stored: string | null, given: string | null }> }>, currency: { code: string, symbol: string | null, decimalDigits: number, locale: string | null, isAssumed: boolean }, marketplace: { name: string | null, isCertified: boolean, orderId: string | null } | null, delivery: { methods: Array<string>, recipient: string | null, city: string | null, state: string | null, pickupPoint: string | null }, totals: Array<{ id: string, name: string | null, value: number }>, items: Array<{ itemIndex: number, uniqueId: string | null, id: string, name: string, refId: string | null, ean: string | null, imageUrl: string | null, quantity: number, unitMultiplier: number, isGift: boolean, lineValue: number, invoicedQuantity: number, remainingQuantity: number, removedQuantity: number, returnedQuantity: number }>, packages: Array<{ invoiceNumber: string, type: InvoiceType, version: string, isApplied: boolean, allowedActions: Array<OrderAction>, issuanceDate: string | null, invoiceValue: number, invoiceKey: string | null, invoiceUrl: string | null, hasEmbeddedInvoice: boolean, courier: string | null, trackingNumber: string | null, trackingUrl: string | null, isDelivered: boolean, deliveredDate: string | null, state: ParcelState | null, items: Array<{ itemIndex: number | null, id: string | null, name: string | null, quantity: number, price: number | null }>, events: Array<{ date: string | null, dateText: string, description: string, city: string | null, state: string | null, parcelState: ParcelState | null }> }> } | null };

export type ActivityQueryVariables = Exact<{
  orderId: Scalars['ID'];
  first?: InputMaybe<Scalars['Int']>;
}>;


export type ActivityQuery = { activity: Array<{ at: string, actor: string, operation: Operation, invoiceNumber: string | null, type: InvoiceType | null, outcome: Outcome, receipt: string | null, summary: string }> };

export type StoredDocumentQueryVariables = Exact<{
  orderId: Scalars['ID'];
}>;


export type StoredDocumentQuery = { order: { orderId: string, packages: Array<{ invoiceNumber: string, embeddedInvoice: string | null }> } | null };

export type MarkParcelDeliveredMutationVariables = Exact<{
  orderId: Scalars['ID'];
  invoiceNumber: Scalars['String'];
  status: TrackingStatusInput;
}>;


export type MarkParcelDeliveredMutation = { updateTrackingStatus: { outcome: Outcome, problems: Array<{ code: ProblemCode, severity: Severity, field: Array<string>, message: string, facts: Array<{ name: string, value: string }>, differences: Array<{ field: string, stored: string | null, given: string | null }> }> } };

export type StartHandlingMutationVariables = Exact<{
  orderId: Scalars['ID'];
}>;


export type StartHandlingMutation = { startHandling: { outcome: Outcome, order: { orderId: string, sequence: string | null, status: string, stage: Stage, allowedActions: Array<OrderAction>, creationDate: string, lastChange: string | null, paidDate: string | null, invoicedDate: string | null, estimatedDelivery: string | null, customerName: string | null, timeZone: string | null, deliveryChannel: string | null, value: number, invoicedValue: number, remainingValue: number, refundedValue: number, blocked: Array<{ action: OrderAction, problem: { code: ProblemCode, severity: Severity, field: Array<string>, message: string, facts: Array<{ name: string, value: string }>, differences: Array<{ field: string, stored: string | null, given: string | null }> } }>, attention: Array<{ code: ProblemCode, severity: Severity, field: Array<string>, message: string, facts: Array<{ name: string, value: string }>, differences: Array<{ field: string, stored: string | null, given: string | null }> }>, currency: { code: string, symbol: string | null, decimalDigits: number, locale: string | null, isAssumed: boolean }, marketplace: { name: string | null, isCertified: boolean, orderId: string | null } | null, delivery: { methods: Array<string>, recipient: string | null, city: string | null, state: string | null, pickupPoint: string | null }, totals: Array<{ id: string, name: string | null, value: number }>, items: Array<{ itemIndex: number, uniqueId: string | null, id: string, name: string, refId: string | null, ean: string | null, imageUrl: string | null, quantity: number, unitMultiplier: number, isGift: boolean, lineValue: number, invoicedQuantity: number, remainingQuantity: number, removedQuantity: number, returnedQuantity: number }>, packages: Array<{ invoiceNumber: string, type: InvoiceType, version: string, isApplied: boolean, allowedActions: Array<OrderAction>, issuanceDate: string | null, invoiceValue: number, invoiceKey: string | null, invoiceUrl: string | null, hasEmbeddedInvoice: boolean, courier: string | null, trackingNumber: string | null, trackingUrl: string | null, isDelivered: boolean, deliveredDate: string | null, state: ParcelState | null, items: Array<{ itemIndex: number | null, id: string | null, name: string | null, quantity: number, price: number | null }>, events: Array<{ date: string | null, dateText: string, description: string, city: string | null, state: string | null, parcelState: ParcelState | null }> }> } | null, problems: Array<{ code: ProblemCode, severity: Severity, field: Array<string>, message: string, facts: Array<{ name: string, value: string }>, differences: Array<{ field: string, stored: string | null, given: string | null }> }> } };

export type CarrierNamesQueryVariables = Exact<{ [key: string]: never; }>;


export type CarrierNamesQuery = { settings: { carriers: Array<{ name: string }> } };

export type MarkDeliveredFromQueueMutationVariables = Exact<{
  orderId: Scalars['ID'];
  invoiceNumber: Scalars['String'];
  status: TrackingStatusInput;
}>;


export type MarkDeliveredFromQueueMutation = { updateTrackingStatus: { outcome: Outcome, order: { orderId: string, status: string, stage: Stage, allowedActions: Array<OrderAction>, creationDate: string, paidDate: string | null, invoicedDate: string | null, estimatedDelivery: string | null, customerName: string | null, timeZone: string | null, value: number, invoicedValue: number, remainingValue: number, deliveryChannel: string | null, blocked: Array<{ action: OrderAction, problem: { code: ProblemCode, severity: Severity, field: Array<string>, message: string, facts: Array<{ name: string, value: string }>, differences: Array<{ field: string, stored: string | null, given: string | null }> } }>, attention: Array<{ code: ProblemCode, severity: Severity, field: Array<string>, message: string, facts: Array<{ name: string, value: string }>, differences: Array<{ field: string, stored: string | null, given: string | null }> }>, currency: { code: string, symbol: string | null, decimalDigits: number, locale: string | null }, marketplace: { name: string | null, isCertified: boolean, orderId: string | null } | null, items: Array<{ itemIndex: number, quantity: number, invoicedQuantity: number, removedQuantity: number }>, packages: Array<{ invoiceNumber: string, type: InvoiceType, isApplied: boolean, allowedActions: Array<OrderAction>, courier: string | null, trackingNumber: string | null, isDelivered: boolean, deliveredDate: string | null, state: ParcelState | null, trackingUrl: string | null, lastEvent: { date: string | null, dateText: string, description: string, city: string | null } | null, events: Array<{ date: string | null, dateText: string, description: string, city: string | null, state: string | null }> }>, delivery: { recipient: string | null } } | null, problems: Array<{ code: ProblemCode, severity: Severity, field: Array<string>, message: string, facts: Array<{ name: string, value: string }>, differences: Array<{ field: string, stored: string | null, given: string | null }> }> } };

export type OrdersQueryVariables = Exact<{
  queue: OrderQueue;
  search?: InputMaybe<Scalars['String']>;
  createdFrom?: InputMaybe<Scalars['Instant']>;
  createdTo?: InputMaybe<Scalars['Instant']>;
  page: Scalars['Int'];
  perPage: Scalars['Int'];
  sort?: InputMaybe<OrderSort>;
  carrier?: InputMaybe<Scalars['String']>;
  marketplace?: InputMaybe<Scalars['String']>;
  salesChannel?: InputMaybe<Scalars['String']>;
  fromDocuments?: InputMaybe<Scalars['Boolean']>;
  isSearch: Scalars['Boolean'];
}>;


export type OrdersQuery = { orders: { page: number, perPage: number, hasNextPage: boolean, total: number | null, complete: boolean, asOf: string | null, lookBackDays: number | null, rows: Array<{ orderId: string, status: string, stage: Stage, allowedActions: Array<OrderAction>, creationDate: string, paidDate: string | null, invoicedDate: string | null, estimatedDelivery: string | null, customerName: string | null, timeZone: string | null, value: number, invoicedValue: number, remainingValue: number, deliveryChannel: string | null, blocked: Array<{ action: OrderAction, problem: { code: ProblemCode, severity: Severity, field: Array<string>, message: string, facts: Array<{ name: string, value: string }>, differences: Array<{ field: string, stored: string | null, given: string | null }> } }>, attention: Array<{ code: ProblemCode, severity: Severity, field: Array<string>, message: string, facts: Array<{ name: string, value: string }>, differences: Array<{ field: string, stored: string | null, given: string | null }> }>, currency: { code: string, symbol: string | null, decimalDigits: number, locale: string | null }, marketplace: { name: string | null, isCertified: boolean, orderId: string | null } | null, items: Array<{ itemIndex: number, quantity: number, invoicedQuantity: number, removedQuantity: number }>, packages: Array<{ invoiceNumber: string, type: InvoiceType, isApplied: boolean, allowedActions: Array<OrderAction>, courier: string | null, trackingNumber: string | null, isDelivered: boolean, deliveredDate: string | null, state: ParcelState | null, trackingUrl: string | null, lastEvent: { date: string | null, dateText: string, description: string, city: string | null } | null, events: Array<{ date: string | null, dateText: string, description: string, city: string | null, state: string | null }> }>, delivery: { recipient: string | null } }>, documents: Array<{ orderId: string, stage: Stage, attention: Array<ProblemCode>, creationDate: string, paidDate: string | null, invoicedDate: string | null, estimatedDelivery: string | null, lastEventDate: string | null, deliveredDate: string | null, carrier: string | null, parcelState: ParcelState | null, marketplace: string | null, value: number, currency: string }>, unreadable: Array<{ orderId: string, problem: { code: ProblemCode, severity: Severity, field: Array<string>, message: string, facts: Array<{ name: string, value: string }>, differences: Array<{ field: string, stored: string | null, given: string | null }> } }> } };

export type QueueCountsQueryVariables = Exact<{ [key: string]: never; }>;


export type QueueCountsQuery = { queueCounts: Array<{ queue: OrderQueue, count: number | null }> };

export type QueueHitFragment = { deliveryChannel: string | null, delivery: { recipient: string | null }, packages: Array<{ courier: string | null, trackingNumber: string | null, trackingUrl: string | null, deliveredDate: string | null, events: Array<{ date: string | null, dateText: string, description: string, city: string | null, state: string | null }> }> };

export type QueueOrderQueryVariables = Exact<{
  orderId: Scalars['ID'];
}>;


export type QueueOrderQuery = { order: { orderId: string, status: string, stage: Stage, allowedActions: Array<OrderAction>, creationDate: string, paidDate: string | null, invoicedDate: string | null, estimatedDelivery: string | null, customerName: string | null, timeZone: string | null, value: number, invoicedValue: number, remainingValue: number, deliveryChannel: string | null, blocked: Array<{ action: OrderAction, problem: { code: ProblemCode, severity: Severity, field: Array<string>, message: string, facts: Array<{ name: string, value: string }>, differences: Array<{ field: string, stored: string | null, given: string | null }> } }>, attention: Array<{ code: ProblemCode, severity: Severity, field: Array<string>, message: string, facts: Array<{ name: string, value: string }>, differences: Array<{ field: string, stored: string | null, given: string | null }> }>, currency: { code: string, symbol: string | null, decimalDigits: number, locale: string | null }, marketplace: { name: string | null, isCertified: boolean, orderId: string | null } | null, items: Array<{ itemIndex: number, quantity: number, invoicedQuantity: number, removedQuantity: number }>, packages: Array<{ invoiceNumber: string, type: InvoiceType, isApplied: boolean, allowedActions: Array<OrderAction>, courier: string | null, trackingNumber: string | null, isDelivered: boolean, deliveredDate: string | null, state: ParcelState | null, trackingUrl: string | null, lastEvent: { date: string | null, dateText: string, description: string, city: string | null } | null, events: Array<{ date: string | null, dateText: string, description: string, city: string | null, state: string | null }> }>, delivery: { recipient: string | null } } | null };

export type QueueRowFragment = { orderId: string, status: string, stage: Stage, allowedActions: Array<OrderAction>, creationDate: string, paidDate: string | null, invoicedDate: string | null, estimatedDelivery: string | null, customerName: string | null, timeZone: string | null, value: number, invoicedValue: number, remainingValue: number, blocked: Array<{ action: OrderAction, problem: { code: ProblemCode, severity: Severity, field: Array<string>, message: string, facts: Array<{ name: string, value: string }>, differences: Array<{ field: string, stored: string | null, given: string | null }> } }>, attention: Array<{ code: ProblemCode, severity: Severity, field: Array<string>, message: string, facts: Array<{ name: string, value: string }>, differences: Array<{ field: string, stored: string | null, given: string | null }> }>, currency: { code: string, symbol: string | null, decimalDigits: number, locale: string | null }, marketplace: { name: string | null, isCertified: boolean, orderId: string | null } | null, items: Array<{ itemIndex: number, quantity: number, invoicedQuantity: number, removedQuantity: number }>, packages: Array<{ invoiceNumber: string, type: InvoiceType, isApplied: boolean, allowedActions: Array<OrderAction>, courier: string | null, trackingNumber: string | null, isDelivered: boolean, deliveredDate: string | null, state: ParcelState | null, lastEvent: { date: string | null, dateText: string, description: string, city: string | null } | null }> };

export type QueueRowsQueryVariables = Exact<{
  queue: OrderQueue;
  orderIds: Array<Scalars['ID']> | Scalars['ID'];
}>;


export type QueueRowsQuery = { queueRows: { left: Array<string>, rows: Array<{ orderId: string, status: string, stage: Stage, allowedActions: Array<OrderAction>, creationDate: string, paidDate: string | null, invoicedDate: string | null, estimatedDelivery: string | null, customerName: string | null, timeZone: string | null, value: number, invoicedValue: number, remainingValue: number, blocked: Array<{ action: OrderAction, problem: { code: ProblemCode, severity: Severity, field: Array<string>, message: string, facts: Array<{ name: string, value: string }>, differences: Array<{ field: string, stored: string | null, given: string | null }> } }>, attention: Array<{ code: ProblemCode, severity: Severity, field: Array<string>, message: string, facts: Array<{ name: string, value: string }>, differences: Array<{ field: string, stored: string | null, given: string | null }> }>, currency: { code: string, symbol: string | null, decimalDigits: number, locale: string | null }, marketplace: { name: string | null, isCertified: boolean, orderId: string | null } | null, items: Array<{ itemIndex: number, quantity: number, invoicedQuantity: number, removedQuantity: number }>, packages: Array<{ invoiceNumber: string, type: InvoiceType, isApplied: boolean, allowedActions: Array<OrderAction>, courier: string | null, trackingNumber: string | null, isDelivered: boolean, deliveredDate: string | null, state: ParcelState | null, lastEvent: { date: string | null, dateText: string, description: string, city: string | null } | null }> }>, unreadable: Array<{ orderId: string, problem: { code: ProblemCode, severity: Severity, field: Array<string>, message: string, facts: Array<{ name: string, value: string }>, differences: Array<{ field: string, stored: string | null, given: string | null }> } }> } };

export type StartHandlingFromQueueMutationVariables = Exact<{
  orderId: Scalars['ID'];
}>;


export type StartHandlingFromQueueMutation = { startHandling: { outcome: Outcome, order: { orderId: string, status: string, stage: Stage, allowedActions: Array<OrderAction>, creationDate: string, paidDate: string | null, invoicedDate: string | null, estimatedDelivery: string | null, customerName: string | null, timeZone: string | null, value: number, invoicedValue: number, remainingValue: number, deliveryChannel: string | null, blocked: Array<{ action: OrderAction, problem: { code: ProblemCode, severity: Severity, field: Array<string>, message: string, facts: Array<{ name: string, value: string }>, differences: Array<{ field: string, stored: string | null, given: string | null }> } }>, attention: Array<{ code: ProblemCode, severity: Severity, field: Array<string>, message: string, facts: Array<{ name: string, value: string }>, differences: Array<{ field: string, stored: string | null, given: string | null }> }>, currency: { code: string, symbol: string | null, decimalDigits: number, locale: string | null }, marketplace: { name: string | null, isCertified: boolean, orderId: string | null } | null, items: Array<{ itemIndex: number, quantity: number, invoicedQuantity: number, removedQuantity: number }>, packages: Array<{ invoiceNumber: string, type: InvoiceType, isApplied: boolean, allowedActions: Array<OrderAction>, courier: string | null, trackingNumber: string | null, isDelivered: boolean, deliveredDate: string | null, state: ParcelState | null, trackingUrl: string | null, lastEvent: { date: string | null, dateText: string, description: string, city: string | null } | null, events: Array<{ date: string | null, dateText: string, description: string, city: string | null, state: string | null }> }>, delivery: { recipient: string | null } } | null, problems: Array<{ code: ProblemCode, severity: Severity, field: Array<string>, message: string, facts: Array<{ name: string, value: string }>, differences: Array<{ field: string, stored: string | null, given: string | null }> }> } };

export type FoundationQueryVariables = Exact<{ [key: string]: never; }>;


export type FoundationQuery = { readModel: { isOn: boolean, fill: FillState, filled: number, toFill: number | null } };

export type OverviewQueryVariables = Exact<{
  from?: InputMaybe<Scalars['Instant']>;
  carrier?: InputMaybe<Scalars['String']>;
  marketplace?: InputMaybe<Scalars['String']>;
}>;


export type OverviewQuery = { overview: { asOf: string | null, orders: number, tiles: Array<{ queue: OrderQueue, count: number | null, yesterday: number | null }>, ageing: Array<{ stage: Stage, fromDays: number, count: number }>, days: Array<{ day: string, authorised: number, invoiced: number, shipped: number, delivered: number }>, leadTimes: Array<{ step: LeadStep, day: string, medianHours: number | null, p90Hours: number | null }>, onTime: Array<{ by: OnTimeBy, name: string, delivered: number, onTime: number, openLate: number }>, attention: Array<{ code: ProblemCode, count: number }> } };

export type AccountCheckQueryVariables = Exact<{ [key: string]: never; }>;


export type AccountCheckQuery = { accountCheck: { checkedAt: string, checks: Array<{ name: string, verdict: CheckVerdict, detail: string }> } };

export type ReadModelQueryVariables = Exact<{ [key: string]: never; }>;


export type ReadModelQuery = { readModel: { isOn: boolean, keepClosedDays: number, documents: number, fill: FillState, filled: number, toFill: number | null, asOf: string | null, orderHook: { state: OrderHookState, appKey: string | null, since: string | null, lastNotificationAt: string | null, takenBy: string | null } } };

export type RemoveOrderHookMutationVariables = Exact<{ [key: string]: never; }>;


export type RemoveOrderHookMutation = { removeOrderHook: { problems: Array<{ code: ProblemCode, severity: Severity, field: Array<string>, message: string, facts: Array<{ name: string, value: string }> }> } };

export type RemoveReadModelMutationVariables = Exact<{ [key: string]: never; }>;


export type RemoveReadModelMutation = { removeReadModel: { problems: Array<{ code: ProblemCode, severity: Severity, field: Array<string>, message: string, facts: Array<{ name: string, value: string }> }> } };

export type SaveOrderHookMutationVariables = Exact<{
  orderHook: OrderHookInput;
}>;


export type SaveOrderHookMutation = { saveOrderHook: { problems: Array<{ code: ProblemCode, severity: Severity, field: Array<string>, message: string, facts: Array<{ name: string, value: string }> }> } };

export type SaveReadModelMutationVariables = Exact<{
  readModel: ReadModelInput;
}>;


export type SaveReadModelMutation = { saveReadModel: { problems: Array<{ code: ProblemCode, severity: Severity, field: Array<string>, message: string, facts: Array<{ name: string, value: string }> }> } };

export type SaveSettingsMutationVariables = Exact<{
  settings: SettingsInput;
}>;


export type SaveSettingsMutation = { saveSettings: { settings: { version: string, defaultCourier: string | null, xmlRequired: XmlRequirement, freightOn: FreightPosition, noteOnOrder: boolean, batchPace: number, doorAccepts: Array<ProblemCode>, carriers: Array<{ name: string, urlTemplate: string | null, numberPattern: string | null }> } | null, problems: Array<{ code: ProblemCode, severity: Severity, field: Array<string>, message: string, facts: Array<{ name: string, value: string }> }> } };

export type SettingsQueryVariables = Exact<{ [key: string]: never; }>;


export type SettingsQuery = { settings: { version: string, defaultCourier: string | null, xmlRequired: XmlRequirement, freightOn: FreightPosition, noteOnOrder: boolean, batchPace: number, doorAccepts: Array<ProblemCode>, carriers: Array<{ name: string, urlTemplate: string | null, numberPattern: string | null }> }, viewer: { canConfigure: boolean, canView: boolean } };

export type UpdatePartialInvoiceMutationVariables = Exact<{
  orderId: Scalars['ID'];
  invoiceNumber: Scalars['String'];
  tracking: TrackingInput;
  accept?: InputMaybe<Array<ProblemCode> | ProblemCode>;
}>;


export type UpdatePartialInvoiceMutation = { updatePartialInvoice: { outcome: Outcome, receipt: { date: string | null, orderId: string | null, receipt: string | null } | null, invoice: { invoiceNumber: string, version: string, trackingNumber: string | null } | null, order: { orderId: string, sequence: string | null, status: string, stage: Stage, allowedActions: Array<OrderAction>, creationDate: string, lastChange: string | null, paidDate: string | null, invoicedDate: string | null, estimatedDelivery: string | null, customerName: string | null, timeZone: string | null, deliveryChannel: string | null, value: number, invoicedValue: number, remainingValue: number, refundedValue: number, blocked: Array<{ action: OrderAction, problem: { code: ProblemCode, severity: Severity, field: Array<string>, message: string, facts: Array<{ name: string, value: string }>, differences: Array<{ field: string, stored: string | null, given: string | null }> } }>, attention: Array<{ code: ProblemCode, severity: Severity, field: Array<string>, message: string, facts: Array<{ name: string, value: string }>, differences: Array<{ field: string, stored: string | null, given: string | null }> }>, currency: { code: string, symbol: string | null, decimalDigits: number, locale: string | null, isAssumed: boolean }, marketplace: { name: string | null, isCertified: boolean, orderId: string | null } | null, delivery: { methods: Array<string>, recipient: string | null, city: string | null, state: string | null, pickupPoint: string | null }, totals: Array<{ id: string, name: string | null, value: number }>, items: Array<{ itemIndex: number, uniqueId: string | null, id: string, name: string, refId: string | null, ean: string | null, imageUrl: string | null, quantity: number, unitMultiplier: number, isGift: boolean, lineValue: number, invoicedQuantity: number, remainingQuantity: number, removedQuantity: number, returnedQuantity: number }>, packages: Array<{ invoiceNumber: string, type: InvoiceType, version: string, isApplied: boolean, allowedActions: Array<OrderAction>, issuanceDate: string | null, invoiceValue: number, invoiceKey: string | null, invoiceUrl: string | null, hasEmbeddedInvoice: boolean, courier: string | null, trackingNumber: string | null, trackingUrl: string | null, isDelivered: boolean, deliveredDate: string | null, state: ParcelState | null, items: Array<{ itemIndex: number | null, id: string | null, name: string | null, quantity: number, price: number | null }>, events: Array<{ date: string | null, dateText: string, description: string, city: string | null, state: string | null, parcelState: ParcelState | null }> }> } | null, problems: Array<{ code: ProblemCode, severity: Severity, field: Array<string>, message: string, facts: Array<{ name: string, value: string }>, differences: Array<{ field: string, stored: string | null, given: string | null }> }> } };

export type UpdateTrackingStatusMutationVariables = Exact<{
  orderId: Scalars['ID'];
  invoiceNumber: Scalars['String'];
  status: TrackingStatusInput;
  accept?: InputMaybe<Array<ProblemCode> | ProblemCode>;
}>;


export type UpdateTrackingStatusMutation = { updateTrackingStatus: { outcome: Outcome, receipt: { date: string | null, orderId: string | null, receipt: string | null } | null, invoice: { invoiceNumber: string, version: string, trackingNumber: string | null } | null, order: { orderId: string, sequence: string | null, status: string, stage: Stage, allowedActions: Array<OrderAction>, creationDate: string, lastChange: string | null, paidDate: string | null, invoicedDate: string | null, estimatedDelivery: string | null, customerName: string | null, timeZone: string | null, deliveryChannel: string | null, value: number, invoicedValue: number, remainingValue: number, refundedValue: number, blocked: Array<{ action: OrderAction, problem: { code: ProblemCode, severity: Severity, field: Array<string>, message: string, facts: Array<{ name: string, value: string }>, differences: Array<{ field: string, stored: string | null, given: string | null }> } }>, attention: Array<{ code: ProblemCode, severity: Severity, field: Array<string>, message: string, facts: Array<{ name: string, value: string }>, differences: Array<{ field: string, stored: string | null, given: string | null }> }>, currency: { code: string, symbol: string | null, decimalDigits: number, locale: string | null, isAssumed: boolean }, marketplace: { name: string | null, isCertified: boolean, orderId: string | null } | null, delivery: { methods: Array<string>, recipient: string | null, city: string | null, state: string | null, pickupPoint: string | null }, totals: Array<{ id: string, name: string | null, value: number }>, items: Array<{ itemIndex: number, uniqueId: string | null, id: string, name: string, refId: string | null, ean: string | null, imageUrl: string | null, quantity: number, unitMultiplier: number, isGift: boolean, lineValue: number, invoicedQuantity: number, remainingQuantity: number, removedQuantity: number, returnedQuantity: number }>, packages: Array<{ invoiceNumber: string, type: InvoiceType, version: string, isApplied: boolean, allowedActions: Array<OrderAction>, issuanceDate: string | null, invoiceValue: number, invoiceKey: string | null, invoiceUrl: string | null, hasEmbeddedInvoice: boolean, courier: string | null, trackingNumber: string | null, trackingUrl: string | null, isDelivered: boolean, deliveredDate: string | null, state: ParcelState | null, items: Array<{ itemIndex: number | null, id: string | null, name: string | null, quantity: number, price: number | null }>, events: Array<{ date: string | null, dateText: string, description: string, city: string | null, state: string | null, parcelState: ParcelState | null }> }> } | null, problems: Array<{ code: ProblemCode, severity: Severity, field: Array<string>, message: string, facts: Array<{ name: string, value: string }>, differences: Array<{ field: string, stored: string | null, given: string | null }> }> } };

export type ViewerQueryVariables = Exact<{ [key: string]: never; }>;


export type ViewerQuery = { viewer: { actor: string | null, canView: boolean, canStartHandling: boolean, canInvoice: boolean, canReturn: boolean, canConfigure: boolean, timeZone: string | null } };

export type OrderFieldsFragment = { orderId: string, sequence: string | null, status: string, stage: Stage, allowedActions: Array<OrderAction>, creationDate: string, lastChange: string | null, paidDate: string | null, invoicedDate: string | null, estimatedDelivery: string | null, customerName: string | null, timeZone: string | null, deliveryChannel: string | null, value: number, invoicedValue: number, remainingValue: number, refundedValue: number, blocked: Array<{ action: OrderAction, problem: { code: ProblemCode, severity: Severity, field: Array<string>, message: string, facts: Array<{ name: string, value: string }>, differences: Array<{ field: string, stored: string | null, given: string | null }> } }>, attention: Array<{ code: ProblemCode, severity: Severity, field: Array<string>, message: string, facts: Array<{ name: string, value: string }>, differences: Array<{ field: string, stored: string | null, given: string | null }> }>, currency: { code: string, symbol: string | null, decimalDigits: number, locale: string | null, isAssumed: boolean }, marketplace: { name: string | null, isCertified: boolean, orderId: string | null } | null, delivery: { methods: Array<string>, recipient: string | null, city: string | null, state: string | null, pickupPoint: string | null }, totals: Array<{ id: string, name: string | null, value: number }>, items: Array<{ itemIndex: number, uniqueId: string | null, id: string, name: string, refId: string | null, ean: string | null, imageUrl: string | null, quantity: number, unitMultiplier: number, isGift: boolean, lineValue: number, invoicedQuantity: number, remainingQuantity: number, removedQuantity: number, returnedQuantity: number }>, packages: Array<{ invoiceNumber: string, type: InvoiceType, version: string, isApplied: boolean, allowedActions: Array<OrderAction>, issuanceDate: string | null, invoiceValue: number, invoiceKey: string | null, invoiceUrl: string | null, hasEmbeddedInvoice: boolean, courier: string | null, trackingNumber: string | null, trackingUrl: string | null, isDelivered: boolean, deliveredDate: string | null, state: ParcelState | null, items: Array<{ itemIndex: number | null, id: string | null, name: string | null, quantity: number, price: number | null }>, events: Array<{ date: string | null, dateText: string, description: string, city: string | null, state: string | null, parcelState: ParcelState | null }> }> };

export type ProblemFieldsFragment = { code: ProblemCode, severity: Severity, field: Array<string>, message: string, facts: Array<{ name: string, value: string }>, differences: Array<{ field: string, stored: string | null, given: string | null }> };

export type CarriersQueryVariables = Exact<{ [key: string]: never; }>;


export type CarriersQuery = { settings: { defaultCourier: string | null, carriers: Array<{ name: string, urlTemplate: string | null, numberPattern: string | null }> } };
