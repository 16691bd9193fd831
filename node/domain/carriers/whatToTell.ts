import type { TrackingStatusCommand } from '../invoice/command'
import type { TrackingIntent } from '../journal/intent'
import type { Package } from '../order/order'
import { eventIdentity } from '../package/trackingEvents'
import { notToldByOthers, type NewEvent } from '../parcel/newEvents'
import { parcelKey, placeOf, secondOf } from '../parcel/parcelIdentity'
import type { ParcelEvent, ParcelReport } from '../parcel/parcelReport'
import { whatIsDelivered } from '../parcel/parcelStanding'
import { namesOfPackage, namesOfReport } from './names'
import { eventsOf, markOf, toTell, type InvoiceParcels } from './orderParcels'

export interface Telling {
  readonly command: TrackingStatusCommand
  /** What is told by this command, or was by an earlier one of this app, by the marks of events. */
  readonly own: readonly string[]
  /** What OMS has from others. */
  readonly others: readonly string[]
}

/** Parcels that are still this invoice's: its number may have been replaced since they were reported. */
export function parcelsOf(stored: Package, known: InvoiceParcels): readonly ParcelReport[] {
  const names = new Set(namesOfPackage(stored))
  return known.parcels.filter((parcel) => namesOfReport(parcel).some((name) => names.has(name)))
}

/**
 * Everything new of one invoice as one status: events that OMS has neither from us nor from others, and the delivery,
 * once every parcel of it is delivered. A delivery that OMS holds is never taken back, and keeps its date.
 * @param underWay what was sent to this invoice and is not shown yet
 */
export function whatToTell(
  stored: Package,
  underWay: readonly TrackingIntent[],
  known: InvoiceParcels,
  nowMs: number
): Telling {
  const parcels = parcelsOf(stored, known)
  const shown = stored.courierStatus?.events ?? []
  const fresh = toTell({ ...known, parcels }, nowMs).fresh
  const again = toldTwice(fresh, parcels, known)
  const words = new Set(shown.map(eventIdentity))
  // Sent by this app, which died before it was written down.
  const sent = fresh.filter(({ event }) => words.has(wordsOf(event)))
  const ours = new Set([...sentBefore(parcels, known), ...sent.map(({ event }) => wordsOf(event))])
  const open = fresh.filter((one) => !again.has(one) && !sent.includes(one))
  const news = notToldByOthers(
    open,
    shown.filter((event) => !ours.has(eventIdentity(event)))
  )
  const isNews = new Set(news)
  return {
    command: { ...deliveryOf(stored, underWay, parcels, nowMs), events: news.map(commandOf) },
    own: [...sent, ...news].map(({ identity }) => markOf(identity)),
    others: fresh
      .filter((one) => !sent.includes(one) && !isNews.has(one))
      .map(({ identity }) => markOf(identity)),
  }
}

/**
 * Whether OMS has to be asked at all: for events that it was not told of, or for a delivery that follows from events that
 * it was, because their code means something only now.
 */
export function hasNews(known: InvoiceParcels, nowMs: number): boolean {
  if (toTell(known, nowMs).fresh.length > 0) return true
  return !known.isDeliveryTold && whatIsDelivered(asParcels(known.parcels), nowMs).isDelivered
}

function deliveryOf(
  stored: Package,
  underWay: readonly TrackingIntent[],
  parcels: readonly ParcelReport[],
  nowMs: number
): Pick<TrackingStatusCommand, 'isDelivered' | 'deliveredDate'> {
  const { courierStatus } = stored
  if (courierStatus?.finished)
    return { isDelivered: true, deliveredDate: courierStatus.deliveredDate }
  const onItsWay = underWay.find(({ isDelivered }) => isDelivered)
  if (onItsWay) return { isDelivered: true, deliveredDate: onItsWay.deliveredDate }
  const { isDelivered, deliveredAt } = whatIsDelivered(asParcels(parcels), nowMs)
  return { isDelivered, deliveredDate: deliveredAt }
}

/**
 * Two senders may name one parcel by different names, this one by its number and that one by the invoice. Where only one
 * parcel of the invoice has a name of its own, what is said of the invoice is said of it.
 */
export function asParcels(parcels: readonly ParcelReport[]): readonly ParcelReport[] {
  const named = parcels.filter(hasOwnName)
  if (named.length !== 1 || parcels.length === 1) return parcels
  return [{ ...named[0], events: parcels.flatMap(({ events }) => events) }]
}

function hasOwnName({ parcelId, trackingNumber }: ParcelReport): boolean {
  return parcelId !== null || trackingNumber !== null
}

/** Of one parcel under two names: what was told under the other one, or is told under it now. */
function toldTwice(
  fresh: readonly NewEvent[],
  parcels: readonly ParcelReport[],
  known: InvoiceParcels
): ReadonlySet<NewEvent> {
  if (asParcels(parcels) === parcels) return new Set()
  const told = new Set(known.events.flatMap(({ mark, told }) => (told === null ? [] : [mark])))
  const happened = new Map<string, string>()
  for (const parcel of parcels)
    for (const { mark, event } of eventsOf(parcel))
      if (told.has(mark)) happened.set(what(event), parcelKey(parcel))
  return new Set(
    fresh.filter(({ event, parcel }) => {
      const by = happened.get(what(event))
      if (by === undefined) happened.set(what(event), parcel)
      return by !== undefined && by !== parcel
    })
  )
}

function what(event: ParcelEvent): string {
  return JSON.stringify([event.state, secondOf(event), ...placeOf(event)])
}

function sentBefore(parcels: readonly ParcelReport[], known: InvoiceParcels): readonly string[] {
  const sent = new Set(known.events.flatMap(({ mark, told }) => (told === 'SENT' ? [mark] : [])))
  return parcels
    .flatMap(eventsOf)
    .flatMap(({ mark, event }) => (sent.has(mark) ? [wordsOf(event)] : []))
}

function wordsOf({ date, description, city, region }: ParcelEvent): string {
  return eventIdentity({ date, description, city, state: region })
}

function commandOf({ event }: NewEvent): TrackingStatusCommand['events'][number] {
  const { date, description, city, region } = event
  return { date, description, city, state: region }
}
