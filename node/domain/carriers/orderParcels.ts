import { createHash } from 'node:crypto'
import { isSameInvoiceNumber } from '../package/invoiceNumber'
import { mergeReports, newEvents, type NewEvents } from '../parcel/newEvents'
import { parcelEventIdentity } from '../parcel/parcelIdentity'
import type { ParcelReport } from '../parcel/parcelReport'

/** What carriers have told of the invoices of one order, and what OMS got of it. */
export interface OrderParcels {
  readonly invoices: readonly InvoiceParcels[]
}

export interface InvoiceParcels {
  readonly invoiceNumber: string
  /** A parcel each, every event once, in the words in which it came first: those went to OMS, or will. */
  readonly parcels: readonly ParcelReport[]
  readonly events: readonly KnownEvent[]
  /** OMS was told that it is delivered, or holds that from others; absent: not yet. */
  readonly isDeliveryTold?: boolean
}

export interface KnownEvent {
  /** Of the event's identity. */
  readonly mark: string
  /** The message that brought it first. */
  readonly from: string
  /** SENT: this app sent it. OTHERS: OMS had it from somebody else. Null: it is still to go. */
  readonly told: 'SENT' | 'OTHERS' | null
}

export const NO_PARCELS: OrderParcels = { invoices: [] }

/** What one message says of one invoice. */
export interface Told {
  readonly from: string
  readonly reports: readonly ParcelReport[]
}

/** A parcel has some dozen events; what goes beyond is somebody's mistake. */
const MOST_EVENTS = 500

/** A short mark of an identity, which may be long. */
export function markOf(identity: string): string {
  return createHash('sha256').update(identity).digest('base64url').slice(0, 16)
}

/** With what messages tell of an invoice. The very same object where all of it is known. */
export function withTold(
  order: OrderParcels,
  invoiceNumber: string,
  told: readonly Told[]
): OrderParcels {
  const before = invoiceOf(order, invoiceNumber)
  const events = new Map(before.events.map((event) => [event.mark, event]))
  for (const { from, reports } of told)
    for (const { mark } of reports.flatMap(eventsOf))
      if (!events.has(mark) && events.size < MOST_EVENTS)
        events.set(mark, { mark, from, told: null })
  const parcels = mergeReports(before.parcels, ...told.map(({ reports }) => reports)).map(
    (parcel) => ({
      ...parcel,
      events: eventsOf(parcel).flatMap(({ mark, event }) => (events.has(mark) ? [event] : [])),
    })
  )
  const after = { ...before, invoiceNumber, parcels, events: [...events.values()] }
  // Names that come later change a parcel, and so does a code that means something by now.
  const isKnown = JSON.stringify(parcels) === JSON.stringify(before.parcels)
  return isKnown ? order : withInvoice(order, after)
}

/** With what became of events, and of the delivery. */
export function withTellings(
  order: OrderParcels,
  invoiceNumber: string,
  tellings: ReadonlyMap<string, 'SENT' | 'OTHERS'>,
  isDeliveryTold: boolean
): OrderParcels {
  const before = invoiceOf(order, invoiceNumber)
  const events = before.events.map((event) =>
    event.told === null ? { ...event, told: tellings.get(event.mark) ?? null } : event
  )
  const delivery = isDeliveryTold ? { isDeliveryTold } : {}
  return withInvoice(order, { ...before, ...delivery, events })
}

/** What OMS is still to be told of an invoice, and what is dated ahead. */
export function toTell({ parcels, events }: InvoiceParcels, nowMs: number): NewEvents {
  const told = new Set(events.flatMap(({ mark, told }) => (told === null ? [] : [mark])))
  const known = parcels
    .flatMap(eventsOf)
    .flatMap(({ mark, identity }) => (told.has(mark) ? [identity] : []))
  return newEvents(new Set(known), parcels, nowMs)
}

export function invoiceOf(order: OrderParcels, invoiceNumber: string): InvoiceParcels {
  return (
    order.invoices.find((one) => isSameInvoiceNumber(one.invoiceNumber, invoiceNumber)) ?? {
      invoiceNumber,
      parcels: [],
      events: [],
    }
  )
}

export function eventsOf(parcel: ParcelReport) {
  return parcel.events.map((event) => {
    const identity = parcelEventIdentity(parcel, event)
    return { event, identity, mark: markOf(identity) }
  })
}

function withInvoice(order: OrderParcels, invoice: InvoiceParcels): OrderParcels {
  const others = order.invoices.filter(
    (one) => !isSameInvoiceNumber(one.invoiceNumber, invoice.invoiceNumber)
  )
  return { ...order, invoices: [...others, invoice] }
}
