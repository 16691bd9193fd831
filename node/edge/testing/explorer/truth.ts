import type { Order, Package } from '../../../domain/order/order'
import type {
  OutgoingEvent,
  OutgoingInvoice,
  OutgoingTracking,
} from '../../../domain/package/outgoing'
import { isSameInvoiceNumber } from '../../../domain/package/invoiceNumber'
import { isDelivered } from '../../../domain/standing/stage'
import type { Call } from './calls'
import type { Send } from './sharedOms'
import type { Answer, ExploredWorld } from './world'

const GOOD = ['APPLIED', 'ACCEPTED', 'ALREADY_APPLIED']
const HANDLED = ['start-handling', 'handling', 'invoiced', 'payment-approved']

/**
 * Whether an answer is true of OMS at the moment it is given. Null: it is; else what is not. What somebody else wrote on
 * the same invoice meanwhile may have come last: then the answer cannot be judged by what OMS shows.
 */
export function untruth(world: ExploredWorld, answer: Answer): string | null {
  const { call, result } = answer
  if (!GOOD.includes(result.outcome)) return null
  const order = world.oms.show(call.orderId)
  // At one moment a caller may end one call and begin the next: what it sent by the one is no part of the other.
  const own = sendsDuring(world, answer).filter(
    (send) => mayBring(send, call) && isAbout(send, call)
  )
  // An order is handled or not: by whom shows nowhere.
  const isOwn = call.deed !== 'START_HANDLING'
  if (isOwn && result.outcome === 'APPLIED' && !own.some(({ committedMs }) => committedMs !== null))
    return 'APPLIED, but OMS took nothing of this call'
  if (result.outcome === 'ACCEPTED') return unaccepted(world, call)
  if (isWrittenBeside(world, answer)) return null
  return notShown(order, call, own)
}

export function sendsDuring(world: ExploredWorld, { caller, startedMs, atMs }: Answer): Send[] {
  return world.oms.sends.filter(
    (send) => send.caller === caller && send.atMs >= startedMs && send.atMs <= atMs
  )
}

/** Tracking may travel inside the invoice. */
function mayBring({ deed }: Send, call: Call): boolean {
  return deed === call.deed || (call.tracking !== undefined && deed === 'NOTIFY_INVOICE')
}

export function packagesOf(order: Order, invoiceNumber: string | null): readonly Package[] {
  return order.packages.filter((one) => isSameInvoiceNumber(one.invoiceNumber, invoiceNumber ?? ''))
}

/** An event as a store knows it: to the second, whatever OMS keeps below. */
export function eventKey(event: { readonly date: unknown; readonly description: string }): string {
  return `${Math.floor(Date.parse(String(event.date)) / 1000)} ${event.description}`
}

export function eventsShown(order: Order, invoiceNumber: string | null): readonly string[] {
  return packagesOf(order, invoiceNumber).flatMap((one) =>
    (one.courierStatus?.events ?? []).map(({ dateText, description }) =>
      eventKey({ description, date: dateText })
    )
  )
}

/** By number, or by the document: one that stands under another number is the same invoice. */
function storedOf(order: Order, { invoice, invoiceNumber }: Call): readonly Package[] {
  const key = invoice?.invoiceKey ?? null
  const byKey = order.packages.filter((one) => key !== null && one.invoiceKey === key)
  return byKey.length > 0 ? byKey : packagesOf(order, invoiceNumber)
}

function notShown(order: Order, call: Call, own: readonly Send[]): string | null {
  const stored = storedOf(order, call)
  if (call.deed === 'START_HANDLING')
    return HANDLED.includes(order.status) ? null : `the order is ${order.status}`
  if (stored.length === 0) return `OMS shows no ${call.invoiceNumber}`
  if (call.deed === 'NOTIFY_INVOICE') return invoiceNotShown(stored, call, own)
  if (call.deed === 'UPDATE_PARTIAL_INVOICE') return textsNotShown(stored[0], call)
  const shown = eventsShown(order, call.invoiceNumber)
  const missing = (call.status?.events ?? []).filter((event) => !shown.includes(eventKey(event)))
  if (missing.length > 0)
    return `OMS does not show ${missing.map((one) => one.description).join(', ')}`
  return call.status?.isDelivered && !stored.some(isDelivered) ? 'OMS shows no delivery' : null
}

function invoiceNotShown(
  stored: readonly Package[],
  { invoice, invoiceNumber }: Call,
  own: readonly Send[]
): string | null {
  const last = own[own.length - 1]?.body as OutgoingInvoice | undefined
  const value = last?.invoiceValue ?? invoice?.invoiceValue
  const fits = stored.some(
    (one) =>
      (value === null || value === undefined || one.invoiceValue === value) &&
      (!invoice?.courier || one.courier === invoice.courier)
  )
  return fits ? null : `OMS shows ${invoiceNumber} over ${stored[0].invoiceValue}, not ${value}`
}

function textsNotShown(stored: Package, { tracking }: Call): string | null {
  for (const field of ['trackingNumber', 'trackingUrl', 'courier'] as const)
    if (tracking?.[field] && stored[field] !== tracking[field])
      return `OMS shows ${field} ${stored[field]}, not ${tracking[field]}`
  return null
}

function isAbout({ orderId, invoiceNumber, body }: Send, call: Call): boolean {
  const key = call.invoice?.invoiceKey ?? null
  const isSameDocument = key !== null && (body as OutgoingInvoice).invoiceKey === key
  const isSameNumber =
    call.invoiceNumber === null || isSameInvoiceNumber(invoiceNumber ?? '', call.invoiceNumber)
  return orderId === call.orderId && (isSameNumber || isSameDocument)
}

/** What was accepted: OMS has taken it from somebody of ours, or shows it. */
function unaccepted(world: ExploredWorld, call: Call): string | null {
  const taken = world.oms.sends.filter(
    (send) => send.committedMs !== null && mayBring(send, call) && isAbout(send, call)
  )
  if (call.status) {
    const known = [
      ...eventsShown(world.oms.show(call.orderId), call.invoiceNumber),
      ...taken.flatMap(({ body }) => (body as { events: OutgoingEvent[] }).events.map(eventKey)),
    ]
    const missing = call.status.events.filter((event) => !known.includes(eventKey(event)))
    return missing.length > 0
      ? `ACCEPTED, but OMS never took ${missing.map((one) => one.description).join(', ')}`
      : null
  }
  if (call.tracking) {
    const given = Object.entries(call.tracking).filter(([, value]) => value !== null)
    const isTaken = taken.some(({ body }) =>
      given.every(([field]) => (body as OutgoingTracking)[field as keyof OutgoingTracking])
    )
    return isTaken ? null : 'ACCEPTED, but OMS never took the edit'
  }
  return taken.length > 0 ? null : 'ACCEPTED, but OMS never took it'
}

/**
 * By an edit or a replacement beside an edit or a replacement; by an invoice beside tracking, which takes its history
 * away and puts it back: that each event ends there once is judged at the end.
 */
function isWrittenBeside(world: ExploredWorld, { caller, call, startedMs }: Answer): boolean {
  const isTracking = call.deed === 'UPDATE_TRACKING_STATUS'
  const isRewriting = call.replaces || call.deed === 'UPDATE_PARTIAL_INVOICE'
  return world.oms.sends.some(
    (send) =>
      send.caller !== caller &&
      send.orderId === call.orderId &&
      (isTracking
        ? send.deed === 'NOTIFY_INVOICE'
        : isRewriting && send.deed !== 'UPDATE_TRACKING_STATUS') &&
      (send.committedMs ?? 0) >= startedMs
  )
}
