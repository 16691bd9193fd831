import type { Instant } from '../domain/values/instant'
import { epochOf } from '../domain/values/instant'
import { readInstant } from './decodeDates'
import { countOf, isObject, listOf, objectOf, textOf, type Loose } from './loose'

/**
 * How the order travels, and when the whole of it was promised: the last of its lines' dates.
 * The array stands in no order, so lines are taken by itemIndex (oms §2.6).
 */
export function decodeDelivery(shippingData: unknown): {
  readonly deliveryChannel: string | null
  readonly estimatedDelivery: Instant | null
} {
  const lines = listOf(objectOf(shippingData).logisticsInfo)
    .filter(isObject)
    .sort((a, b) => position(a) - position(b))
  const dates = lines
    .map((line) => readInstant(line.shippingEstimateDate))
    .filter((date): date is Instant => date !== null)
  return {
    deliveryChannel: lines.map(channelOf).find((channel) => channel !== null) ?? null,
    estimatedDelivery: dates.reduce<Instant | null>(later, null),
  }
}

function position(line: Loose): number {
  return countOf(line.itemIndex) ?? Number.MAX_SAFE_INTEGER
}

function channelOf(line: Loose): string | null {
  const selected = listOf(line.slas)
    .filter(isObject)
    .find((sla) => sla.id !== undefined && sla.id === line.selectedSla)
  return textOf(line.deliveryChannel) ?? textOf(selected?.deliveryChannel)
}

function later(a: Instant | null, b: Instant): Instant {
  return a !== null && epochOf(a) >= epochOf(b) ? a : b
}
