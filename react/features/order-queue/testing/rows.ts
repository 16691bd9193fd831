import { KeptOrder, QueuePage, QueueRow } from '../queueTypes'

export type RowProblem = QueueRow['attention'][number]
export type Parcel = QueueRow['packages'][number]

export const problem = (code: RowProblem['code']): RowProblem => ({
  code,
  severity: 'ERROR',
  field: [],
  message: '',
  facts: [],
  differences: [],
})

export const row = (orderId: string, more: Partial<QueueRow> = {}): QueueRow => ({
  orderId,
  status: 'ready-for-handling',
  stage: 'TO_HANDLE',
  deliveryChannel: null,
  delivery: { recipient: null },
  allowedActions: ['START_HANDLING'],
  blocked: [],
  attention: [],
  creationDate: '2026-03-01T12:00:00Z',
  paidDate: '2026-03-01T12:05:00Z',
  invoicedDate: null,
  estimatedDelivery: '2026-03-03T23:00:00Z',
  customerName: 'Ana Souza',
  timeZone: 'America/Sao_Paulo',
  currency: { code: 'BRL', symbol: 'R$', decimalDigits: 2, locale: null },
  marketplace: null,
  value: 24990,
  invoicedValue: 0,
  remainingValue: 24990,
  items: [],
  packages: [],
  ...more,
})

/** An invoice on its way, which may be marked delivered. */
export const parcel = (invoiceNumber: string, more: Partial<Parcel> = {}): Parcel => ({
  invoiceNumber,
  type: 'OUTPUT',
  isApplied: true,
  allowedActions: ['UPDATE_PARTIAL_INVOICE', 'UPDATE_TRACKING_STATUS'],
  courier: 'Correios',
  trackingNumber: `AA${invoiceNumber}BR`,
  trackingUrl: null,
  events: [],
  isDelivered: false,
  deliveredDate: null,
  state: null,
  lastEvent: null,
  ...more,
})

export const page = (rows: QueueRow[], unreadable: string[] = []): QueuePage => ({
  rows,
  documents: [],
  unreadable: unreadable.map((orderId) => ({ orderId, problem: problem('OMS_UNAVAILABLE') })),
  page: 1,
  perPage: 25,
  hasNextPage: false,
  total: null,
  complete: true,
  asOf: null,
  lookBackDays: null,
})

export const kept = (orderId: string, more: Partial<KeptOrder> = {}): KeptOrder => ({
  orderId,
  stage: 'IN_TRANSIT',
  attention: [],
  creationDate: '2026-03-01T12:00:00Z',
  paidDate: '2026-03-01T12:05:00Z',
  invoicedDate: '2026-03-01T15:00:00Z',
  estimatedDelivery: '2026-03-03T23:00:00Z',
  lastEventDate: '2026-03-02T15:00:00Z',
  deliveredDate: null,
  carrier: 'Correios',
  parcelState: null,
  marketplace: null,
  value: 24990,
  currency: 'BRL',
  ...more,
})
