import type { Delivery } from '../domain/order/order'
import type { Instant } from '../domain/values/instant'
import { epochOf } from '../domain/values/instant'
import { readInstant } from './decodeDates'
import {
  countOf,
  flagOf,
  isObject,
  listOf,
  objectOf,
  textOf,
  type Loose,
} from '../domain/values/loose'

/**
 * How and where the order travels, and when the whole of it was promised: the last of its lines' dates.
 * The array stands in no order, so lines are taken by itemIndex (oms §2.6).
 */
export function decodeDelivery(shippingData: unknown): {
  readonly deliveryChannel: string | null
  readonly estimatedDelivery: Instant | null
  readonly delivery: Delivery
} {
  const shipping = objectOf(shippingData)
  const lines = listOf(shipping.logisticsInfo)
    .filter(isObject)
    .sort((a, b) => position(a) - position(b))
  const dates = lines
    .map((line) => readInstant(line.shippingEstimateDate))
    .filter((date): date is Instant => date !== null)
  const store = lines.map(pickupStore).find((found) => found !== null) ?? null
  const address = addressOf(shipping)
  // The person's own address says nothing of where a parcel that they collect goes to.
  const place = store ? objectOf(store.address) : address
  return {
    deliveryChannel: lines.map(channelOf).find((channel) => channel !== null) ?? null,
    estimatedDelivery: dates.reduce<Instant | null>(later, null),
    delivery: {
      methods: [...new Set(lines.map(methodOf).filter((name): name is string => name !== null))],
      recipient: textOf(address.receiverName),
      city: textOf(place.city),
      state: textOf(place.state),
      pickupPoint: textOf(store?.friendlyName),
    },
  }
}

function position(line: Loose): number {
  return countOf(line.itemIndex) ?? Number.MAX_SAFE_INTEGER
}

function channelOf(line: Loose): string | null {
  return textOf(line.deliveryChannel) ?? textOf(chosenSla(line)?.deliveryChannel)
}

function chosenSla(line: Loose): Loose | undefined {
  return listOf(line.slas)
    .filter(isObject)
    .find((sla) => sla.id !== undefined && sla.id === line.selectedSla)
}

/** Its name where VTEX lists it, else its id; what a marketplace ships itself has an id that is no word (oms §2.6). */
function methodOf(line: Loose): string | null {
  const id = textOf(line.selectedSla)
  const name = textOf(chosenSla(line)?.name)
  return name ?? (id?.startsWith('vtex:') ? null : id)
}

function pickupStore(line: Loose): Loose | null {
  const store = objectOf(line.pickupStoreInfo)
  return flagOf(store.isPickupStore) ? store : null
}

/** Orders with several addresses list them beside the first one. */
function addressOf(shipping: Loose): Loose {
  if (isObject(shipping.address)) return shipping.address
  return objectOf(listOf(shipping.selectedAddresses)[0])
}

function later(a: Instant | null, b: Instant): Instant {
  return a !== null && epochOf(a) >= epochOf(b) ? a : b
}
