import type { InvoiceNotification } from './invoice'
import type { RecordedRequest } from './types'
import type { WireChangeV1, WireOrder } from './wire'

/** An order to start with. `order` is what GET answers, so a seed can break its shape. */
export interface SeedOrder {
  /** What this order is there for. */
  note: string
  order: WireOrder
  /** Changes v2 of its past and present, oldest first. */
  changes?: ChangeV2[]
}

export interface ChangeLine {
  uniqueId: string | null
  id: string | null
  quantity: number
  price: number | null
  name: string | null
  unitMultiplier: number | null
}

export interface ChangeV2 {
  requestId: string
  workflowId: string
  status: 'waiting-acknowledgement' | 'waiting-confirmation' | 'done' | 'canceled'
  reason: string
  /** ISO, as OMS writes it here: `Z` and seven digits. */
  date: string
  manualDiscountValue: number
  manualIncrementValue: number
  totalChangeValue: number
  add: ChangeLine[]
  remove: ChangeLine[]
}

/** What the list index shows of an order, from a moment on. */
export interface IndexEntry {
  at: number
  row: Record<string, unknown>
}

export interface StoredOrder {
  note: string
  order: WireOrder
  changes: ChangeV2[]
  /** Oldest first, bounded. */
  index: IndexEntry[]
  /** By invoice number; OMS takes it and never shows it again (oms §2.4). */
  dispatchedDates: Record<string, string | null>
  /** Dates as they were sent, by shown date: for the `asSent` readings. */
  sentDates: Record<string, string>
  interactions: Array<{ at: string; source: string; message: string }>
  lastChangeRequestAt: number | null
  /** Bug delay-in-canceling…: has gone back to `cancel` once. */
  flipped: boolean
}

export interface TrackingFields {
  trackingNumber?: string | null
  trackingUrl?: string | null
  courier?: string | null
  dispatchedDate?: string | null
}

export interface TrackingEvent {
  date: string
  description: string
  city: string
  state: string
}

export interface TrackingStatus {
  isDelivered: boolean
  deliveredDate: string | null
  /** null: the body has no events. */
  events: TrackingEvent[] | null
}

/** What a receipt promises, to happen at `dueAt`. */
export type Effect = { orderId: string; dueAt: number; turn: number } & EffectBody
export type EffectBody =
  | { kind: 'handling' }
  | { kind: 'invoice'; invoice: InvoiceNotification }
  | { kind: 'settle' }
  | { kind: 'tracking'; invoiceNumber: string; fields: TrackingFields }
  | { kind: 'trackingStatus'; invoiceNumber: string; status: TrackingStatus }
  | { kind: 'cancel'; reason: string | null; requestedByUser: boolean }
  | { kind: 'canceled' }
  | { kind: 'changeV1'; change: WireChangeV1 }
  | { kind: 'changeV2'; requestId: string }

export interface OmsState {
  orders: Record<string, StoredOrder>
  pending: Effect[]
  requests: RecordedRequest[]
  /** Count of receipts and ids given out: makes them deterministic. */
  issued: number
  /** Count of effects scheduled: keeps those due together in their order. */
  turns: number
  /** State of the fault dice. */
  dice: number
  /** Calls of this minute; or until when the bucket lacks what was taken out of it. @unit epoch milliseconds */
  rate: { minute: number; calls: number; emptyUntil?: number }
}
