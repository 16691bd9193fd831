/** Every operation of the contract, each asking for every field. `@ctx` becomes `@context` at the Admin's address. */

const PROBLEM =
  'code severity field message facts { name value } differences { field stored given }'

const PACKAGE = `invoiceNumber type version allowedActions issuanceDate invoiceValue invoiceKey invoiceUrl
  hasEmbeddedInvoice embeddedInvoice courier trackingNumber trackingUrl
  items { itemIndex id name quantity price } isDelivered deliveredDate state
  events { date dateText description city state parcelState }`

const ORDER = `orderId sequence status stage allowedActions blocked { action problem { ${PROBLEM} } }
  attention { ${PROBLEM} } creationDate lastChange invoicedDate estimatedDelivery customerName
  currency { code symbol decimalDigits locale } timeZone marketplace { name isCertified orderId }
  deliveryChannel value invoicedValue remainingValue totals { id name value }
  items { itemIndex uniqueId id name refId ean imageUrl quantity unitMultiplier isGift lineValue
    invoicedQuantity remainingQuantity removedQuantity }
  packages { ${PACKAGE} }`

const WRITE = `outcome receipt { date orderId receipt } order { ${ORDER} } invoice { ${PACKAGE} }
  problems { ${PROBLEM} }`

const SETTINGS = `version defaultCourier carriers { name urlTemplate numberPattern } xmlRequired freightOn
  noteOnOrder batchPace doorAccepts`

const BATCH = `batchId name state isRehearsal isStalled createdBy startedBy createdAt startedAt finishedAt
  expiresAt rowCount received counts { outcome count } pending rate estimatedEnd pausedUntil`

const STEERED = `batch { ${BATCH} } problems { ${PROBLEM} }`

const CONNECTOR = `name title isOn version hasSecret hasOldSecret timeZone defaultTimeZone secretFrom credentials proofs { kind header }
  codes { code state } address attention { ${PROBLEM} } lastMessages(first: 100) { at result isTest parcels orderIds problem { ${PROBLEM} } }`

export const DOCUMENTS = {
  order: `query ($orderId: ID!) { order(orderId: $orderId) @ctx { ${ORDER} } }`,
  orders: `query ($queue: OrderQueue, $search: String, $createdFrom: Instant, $createdTo: Instant, $page: Int,
    $perPage: Int) { orders(queue: $queue, search: $search, createdFrom: $createdFrom, createdTo: $createdTo,
    page: $page, perPage: $perPage) @ctx { rows { ${ORDER} } unreadable { orderId problem { ${PROBLEM} } }
    page perPage hasNextPage total complete } }`,
  previewInvoice: `query ($orderId: ID!, $invoice: InvoiceInput!, $replace: ReplaceInvoice) {
    previewInvoice(orderId: $orderId, invoice: $invoice, replace: $replace) @ctx { invoiceNumber invoiceValue
    issuanceDate items { itemIndex id name quantity price } remainingAfter completesOrder
    problems { ${PROBLEM} } } }`,
  readFiscalDocument: `query ($xml: String!) { readFiscalDocument(xml: $xml) @ctx { kind rootElement key
    keyIsValid number series issuanceDate value issuerId recipientId authorized protocol testEnvironment
    items { code ean name quantity value } problems { ${PROBLEM} } } }`,
  activity: `query ($orderId: ID!, $first: Int) { activity(orderId: $orderId, first: $first) @ctx { at actor
    operation invoiceNumber outcome receipt summary } }`,
  settings: `query { settings @ctx { ${SETTINGS} } }`,
  viewer: `query { viewer @ctx { actor canView canStartHandling canInvoice canReturn canConfigure } }`,
  accountCheck: `query { accountCheck @ctx { checks { name verdict detail } checkedAt } }`,
  startHandling: `mutation ($orderId: ID!) { startHandling(orderId: $orderId) @ctx { outcome
    order { ${ORDER} } problems { ${PROBLEM} } } }`,
  notifyInvoice: `mutation ($orderId: ID!, $invoice: InvoiceInput!, $accept: [ProblemCode!],
    $replace: ReplaceInvoice) { notifyInvoice(orderId: $orderId, invoice: $invoice, accept: $accept,
    replace: $replace) @ctx { ${WRITE} } }`,
  updatePartialInvoice: `mutation ($orderId: ID!, $invoiceNumber: String!, $tracking: TrackingInput!,
    $accept: [ProblemCode!]) { updatePartialInvoice(orderId: $orderId, invoiceNumber: $invoiceNumber,
    tracking: $tracking, accept: $accept) @ctx { ${WRITE} } }`,
  updateTrackingStatus: `mutation ($orderId: ID!, $invoiceNumber: String!, $status: TrackingStatusInput!,
    $accept: [ProblemCode!]) { updateTrackingStatus(orderId: $orderId, invoiceNumber: $invoiceNumber,
    status: $status, accept: $accept) @ctx { ${WRITE} } }`,
  fulfill: `mutation ($orderId: ID!, $fulfill: FulfillInput!, $accept: [ProblemCode!]) {
    fulfill(orderId: $orderId, fulfill: $fulfill, accept: $accept) @ctx { outcome
    steps { operation outcome receipt { date orderId receipt } problems { ${PROBLEM} } }
    order { ${ORDER} } invoice { ${PACKAGE} } problems { ${PROBLEM} } } }`,
  batch: `query ($batchId: ID!) { batch(batchId: $batchId) @ctx { ${BATCH} } }`,
  batches: `query ($page: Int, $perPage: Int) { batches(page: $page, perPage: $perPage) @ctx {
    batches { ${BATCH} } page perPage total } }`,
  matchOrders: `query ($references: [OrderReference!]!) { matchOrders(references: $references) @ctx { orderId by
    invoiceNumber candidates { orderId customerName value creationDate stage } } }`,
  batchRows: `query ($batchId: ID!, $outcomes: [RowOutcome!], $page: Int, $perPage: Int) {
    batchRows(batchId: $batchId, outcomes: $outcomes, page: $page, perPage: $perPage) @ctx {
    rows { row label orderId invoiceNumber outcome finishedAt problems { ${PROBLEM} }
      steps { operation outcome receipt { date orderId receipt } problems { ${PROBLEM} } } }
    page perPage total } }`,
  createBatch: `mutation ($batch: CreateBatchInput!) { createBatch(batch: $batch) @ctx { ${STEERED} } }`,
  addBatchRows: `mutation ($batchId: ID!, $offset: Int!, $rows: [BatchRowInput!]!) {
    addBatchRows(batchId: $batchId, offset: $offset, rows: $rows) @ctx { ${STEERED} } }`,
  startBatch: `mutation ($batchId: ID!, $rehearse: Boolean) {
    startBatch(batchId: $batchId, rehearse: $rehearse) @ctx { ${STEERED} } }`,
  pauseBatch: `mutation ($batchId: ID!) { pauseBatch(batchId: $batchId) @ctx { ${STEERED} } }`,
  retryBatch: `mutation ($batchId: ID!, $outcomes: [RowOutcome!]) {
    retryBatch(batchId: $batchId, outcomes: $outcomes) @ctx { ${STEERED} } }`,
  deleteBatch: `mutation ($batchId: ID!) { deleteBatch(batchId: $batchId) @ctx { ${STEERED} } }`,
  saveSettings: `mutation ($settings: SettingsInput!) { saveSettings(settings: $settings) @ctx {
    settings { ${SETTINGS} } problems { ${PROBLEM} } } }`,
  connectors: `query ($name: String) { connectors(name: $name) @ctx { ${CONNECTOR} } }`,
  saveConnector: `mutation ($connector: ConnectorInput!) { saveConnector(connector: $connector) @ctx {
    connector { ${CONNECTOR} } problems { ${PROBLEM} } } }`,
  testConnector: `mutation ($name: String!) { testConnector(name: $name) @ctx {
    connector { ${CONNECTOR} } problems { ${PROBLEM} } } }`,
} as const

export type RootField = keyof typeof DOCUMENTS
