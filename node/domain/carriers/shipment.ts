import type { Package, TrackingEvent } from '../order/order'
import { eventIdentity } from '../package/trackingEvents'
import { placeOf, secondOf } from '../parcel/parcelIdentity'
import { whatIsDelivered } from '../parcel/parcelStanding'
import type { ParcelState } from '../parcel/parcelState'
import type { Problem } from '../problem/problem'
import type { InvoiceParcels } from './orderParcels'
import { asParcels, parcelsOf } from './whatToTell'

/** What carriers told of the parcels of one invoice. */
export interface Shipment {
  readonly invoiceNumber: string
  /** Null where nothing was told. */
  readonly state: ParcelState | null
  /** What a person should look at. */
  readonly attention: readonly Problem[]
  /** What the codes of its events mean, by their words and by their second and place. */
  readonly states: ReadonlyMap<string, ParcelState>
}

export function shipmentOf(stored: Package, known: InvoiceParcels, nowMs: number): Shipment {
  const parcels = parcelsOf(stored, known)
  const { state, attention } = whatIsDelivered(asParcels(parcels), nowMs)
  const states = new Map<string, ParcelState>()
  for (const event of parcels.flatMap(({ events }) => events)) {
    const { date, description, city, region } = event
    states.set(happeningOf(event), event.state)
    states.set(eventIdentity({ date, description, city, state: region }), event.state)
  }
  return { state, attention, states, invoiceNumber: stored.invoiceNumber }
}

/** Of an event that OMS shows; null where no carrier told this app of it. */
export function stateOfEvent({ states }: Shipment, event: TrackingEvent): ParcelState | null {
  const { date, city, state } = event
  const told = states.get(eventIdentity(event))
  if (told !== undefined || date === null) return told ?? null
  return states.get(happeningOf({ date, city, region: state })) ?? null
}

/** As events of others are recognised. */
function happeningOf(event: Parameters<typeof placeOf>[0] & Parameters<typeof secondOf>[0]) {
  return JSON.stringify([secondOf(event), ...placeOf(event)])
}
