/** What the tests read of the GraphQL contract. Written from the contract, not from the app's code. */

export type Outcome = 'APPLIED' | 'ACCEPTED' | 'ALREADY_APPLIED' | 'REFUSED' | 'FAILED' | 'UNKNOWN'

export interface Fact {
  name: string
  value: string
}

export interface Difference {
  field: string
  stored: string | null
  given: string | null
}

export interface Problem {
  code: string
  severity: 'ERROR' | 'WARNING'
  field: string[]
  message: string
  facts: Fact[]
  differences: Difference[]
}

export interface TrackingEvent {
  date: string | null
  dateText: string
  description: string
  city: string | null
  state: string | null
  parcelState: string | null
}

export interface PackageItem {
  itemIndex: number | null
  id: string | null
  name: string | null
  quantity: number
  price: number | null
}

export interface Package {
  invoiceNumber: string
  type: 'OUTPUT' | 'INPUT'
  version: string
  allowedActions: string[]
  issuanceDate: string | null
  invoiceValue: number
  invoiceKey: string | null
  invoiceUrl: string | null
  hasEmbeddedInvoice: boolean
  embeddedInvoice: string | null
  courier: string | null
  trackingNumber: string | null
  trackingUrl: string | null
  items: PackageItem[]
  state: string | null
  isDelivered: boolean
  deliveredDate: string | null
  events: TrackingEvent[]
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
  lineValue: number
  invoicedQuantity: number
  remainingQuantity: number
  removedQuantity: number
}

export interface Order {
  orderId: string
  sequence: string | null
  status: string
  stage: string
  allowedActions: string[]
  blocked: { action: string; problem: Problem }[]
  attention: Problem[]
  creationDate: string
  lastChange: string | null
  invoicedDate: string | null
  estimatedDelivery: string | null
  customerName: string | null
  currency: { code: string; symbol: string | null; decimalDigits: number; locale: string | null }
  timeZone: string | null
  marketplace: { name: string | null; isCertified: boolean; orderId: string | null } | null
  deliveryChannel: string | null
  value: number
  invoicedValue: number
  remainingValue: number
  totals: { id: string; name: string | null; value: number }[]
  items: OrderItem[]
  packages: Package[]
}

export interface OrderPage {
  rows: Order[]
  unreadable: { orderId: string; problem: Problem }[]
  page: number
  perPage: number
  hasNextPage: boolean
  total: number | null
  complete: boolean
}

export interface Write {
  outcome: Outcome
  receipt: { date: string | null; orderId: string | null; receipt: string | null } | null
  order: Order | null
  invoice: Package | null
  problems: Problem[]
}

export interface FulfillStep {
  operation: string
  outcome: Outcome
  receipt: Write['receipt']
  problems: Problem[]
}

export interface Fulfilled extends Omit<Write, 'receipt'> {
  steps: FulfillStep[]
}

export interface Preview {
  invoiceNumber: string | null
  invoiceValue: number | null
  issuanceDate: string | null
  items: PackageItem[]
  remainingAfter: number | null
  completesOrder: boolean
  problems: Problem[]
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
  issuerId: string | null
  recipientId: string | null
  authorized: boolean | null
  protocol: string | null
  testEnvironment: boolean | null
  items: {
    code: string | null
    ean: string | null
    name: string | null
    quantity: number | null
    value: number | null
  }[]
  problems: Problem[]
}

export interface Activity {
  at: string
  actor: string
  operation: string
  invoiceNumber: string | null
  outcome: Outcome
  receipt: string | null
  summary: string
}

export interface Settings {
  version: string
  defaultCourier: string | null
  carriers: { name: string; urlTemplate: string | null; numberPattern: string | null }[]
  xmlRequired: string
  freightOn: string
  noteOnOrder: boolean
  batchPace: number
  doorAccepts: string[]
}

export interface Viewer {
  actor: string | null
  canView: boolean
  canStartHandling: boolean
  canInvoice: boolean
  canReturn: boolean
  canConfigure: boolean
}

export interface AccountCheck {
  checks: { name: string; verdict: 'PASSED' | 'FAILED' | 'UNPROVEN'; detail: string }[]
  checkedAt: string
}

/** Inputs stay open: tests send what the contract does not allow as well. */
export type Input = Record<string, unknown>

export interface Batch {
  batchId: string
  name: string
  state: 'FILLING' | 'READY' | 'RUNNING' | 'PAUSED' | 'DONE'
  isRehearsal: boolean
  isStalled: boolean
  createdBy: string
  startedBy: string | null
  createdAt: string
  startedAt: string | null
  finishedAt: string | null
  expiresAt: string
  rowCount: number
  received: number
  counts: { outcome: string; count: number }[]
  pending: number
  rate: number | null
  estimatedEnd: string | null
  pausedUntil: string | null
}

export interface BatchRow {
  row: number
  label: string | null
  orderId: string
  invoiceNumber: string | null
  outcome: string | null
  steps: { operation: string; outcome: string; receipt: unknown; problems: Problem[] }[]
  problems: Problem[]
  finishedAt: string | null
}

export interface Steered {
  batch: Batch | null
  problems: Problem[]
}

export interface OrderMatch {
  orderId: string | null
  by: string | null
  invoiceNumber: string | null
  candidates: { orderId: string; customerName: string | null; value: number; stage: string }[]
}

export interface Connector {
  name: string
  title: string
  isOn: boolean
  version: string
  hasSecret: boolean
  hasOldSecret: boolean
  timeZone: string | null
  defaultTimeZone: string
  secretFrom: string
  proofs: { kind: string; header: string | null }[]
  credentials: string[] | null
  codes: { code: string; state: string }[]
  address: string
  attention: Problem[]
  lastMessages: ConnectorMessage[]
}

export interface ConnectorMessage {
  at: string
  result: string
  isTest: boolean
  parcels: number
  orderIds: string[]
  problem: Problem | null
}

export interface ConnectorSaved {
  connector: Connector | null
  problems: Problem[]
}
