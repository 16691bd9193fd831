import type { Shipment } from '../carriers/shipment'
import type { Order, Package } from '../order/order'
import { newestMoment } from '../package/trackingEvents'
import { worstOf } from '../parcel/parcelStanding'
import type { ParcelState } from '../parcel/parcelState'
import type { Problem, ProblemCode } from '../problem/problem'
import { CANCELED_STATUSES, outputPackages, REPLACED_STATUS, type Stage } from '../standing/stage'
import { epochOf, instantAt, type Instant } from '../values/instant'
import type { Carrier } from '../values/settings'
import { refreshDue } from './refreshDue'

/**
 * What the read model keeps of an order: derived from OMS and from this app's journal, rebuilt at any time, and never what
 * a write decides by. All moments in UTC, so that they compare as texts. Nothing personal and no free text of a carrier
 * (masterdata §2).
 */
export interface OrderDocument {
  readonly orderId: string
  readonly stage: Stage
  /** Somebody has to do something yet, or a parcel is on its way. */
  readonly open: boolean
  /** The first of `attention`; what there is besides follows from the promise and the moment (LATE). */
  readonly reason: ProblemCode | null
  readonly attention: readonly ProblemCode[]
  readonly promise: Instant | null
  readonly created: Instant
  readonly authorized: Instant | null
  readonly invoiced: Instant | null
  /** When the last of its parcels was first seen by a carrier; null where no event tells it. */
  readonly shipped: Instant | null
  readonly lastEvent: Instant | null
  readonly delivered: Instant | null
  /** When nothing was left to do: delivered, canceled, replaced. Null while it is open. */
  readonly closed: Instant | null
  readonly carrier: string | null
  readonly marketplace: string | null
  readonly salesChannel: string | null
  /** @unit cents */
  readonly value: number
  readonly currency: string
  readonly parcelState: ParcelState | null
  /** When the order was asked for that this was made of: what was asked for earlier never takes its place. */
  readonly readAt: Instant
  /** When it is to be read again although nobody says that it changed. */
  readonly refreshDue: Instant
}

/** What an order shows, as the pages do (usecases/reading/assembleView.ts). */
export interface StandingOrder {
  readonly order: Order
  readonly stage: Stage
  readonly attention: readonly Problem[]
  readonly shipments: readonly Shipment[]
}

export interface DocumentParts {
  /** Right before the order was asked for. @unit epoch milliseconds */
  readonly readAtMs: number
  /** How long closed orders are kept. */
  readonly keepClosedDays: number
  /** Whose names the store has set. */
  readonly carriers: readonly Carrier[]
}

export function documentOf(
  { order, stage, attention, shipments }: StandingOrder,
  { readAtMs, keepClosedDays, carriers }: DocumentParts
): OrderDocument {
  const outputs = outputPackages(order.packages)
  // LATE comes and goes with the clock: it is asked of the promise.
  const codes = [...new Set(attention.map(({ code }) => code))].filter((code) => code !== 'LATE')
  const lastEvent = utc(newestMoment(outputs.flatMap(eventsOf)))
  const delivered = stage === 'DELIVERED' ? (utc(deliveredAt(outputs)) ?? lastEvent) : null
  const open = isOpen(order, stage)
  const closed = open ? null : (delivered ?? utc(order.lastChange ?? order.creationDate))
  const document = {
    stage,
    open,
    lastEvent,
    delivered,
    closed,
    orderId: order.orderId,
    reason: codes[0] ?? null,
    attention: codes,
    promise: utc(order.estimatedDelivery),
    created: instantAt(epochOf(order.creationDate)),
    authorized: utc(order.paidDate),
    invoiced: utc(order.invoicedDate),
    shipped: utc(shippedAt(outputs)),
    carrier: carrierOf(outputs, carriers),
    marketplace: order.marketplace?.name ?? null,
    salesChannel: order.salesChannel,
    value: order.value,
    currency: order.currency.code,
    parcelState: worstOf(shipments.flatMap(({ state }) => state ?? [])),
    readAt: instantAt(readAtMs),
  }
  return { ...document, refreshDue: refreshDue(document, keepClosedDays) }
}

/** Whether the read model keeps a document: all that is open, and what was closed not too long ago. */
export function isKept(
  { closed }: Pick<OrderDocument, 'closed'>,
  keepClosedDays: number,
  nowMs: number
): boolean {
  return closed === null || nowMs - epochOf(closed) < keepClosedDays * DAY_MS
}

const DAY_MS = 24 * 60 * 60 * 1000

function isOpen({ status }: Order, stage: Stage): boolean {
  if (stage === 'DELIVERED') return false
  return status !== REPLACED_STATUS && !CANCELED_STATUSES.includes(status)
}

function eventsOf({ courierStatus }: Package) {
  return courierStatus?.events ?? []
}

function deliveredAt(outputs: readonly Package[]): Instant | null {
  return newestMoment(
    outputs.map(({ courierStatus }) => ({ date: courierStatus?.deliveredDate ?? null }))
  )
}

/** The last of the parcels counts, and one of which no event tells its first moment leaves it open. */
function shippedAt(outputs: readonly Package[]): Instant | null {
  const first = outputs.map((one) => oldestMoment(eventsOf(one)))
  if (first.includes(null)) return null
  return newestMoment(first.map((date) => ({ date })))
}

function oldestMoment(events: readonly { readonly date: Instant | null }[]): Instant | null {
  return events.reduce<Instant | null>(
    (oldest, { date }) =>
      date !== null && (oldest === null || epochOf(date) < epochOf(oldest)) ? date : oldest,
    null
  )
}

/** As the store writes its name, where it has set one; however OMS, an ERP or a hub spelled it. */
function carrierOf(outputs: readonly Package[], carriers: readonly Carrier[]): string | null {
  const stored = outputs.map(({ courier }) => courier?.trim() ?? '').find((name) => name !== '')
  if (stored === undefined) return null
  const own = carriers.find(({ name }) => isSameName(name, stored))
  return own?.name ?? stored.slice(0, LONGEST_NAME)
}

const LONGEST_NAME = 100

function isSameName(a: string, b: string): boolean {
  return a.trim().toLowerCase() === b.toLowerCase()
}

function utc(instant: Instant | null): Instant | null {
  return instant && instantAt(epochOf(instant))
}
