import {
  markOfParcel,
  shardOfParcel,
  withSeen,
  type SeenParcel,
} from '../../../domain/carriers/openParcels'
import { adapterFor, askedParcelOf } from '../../../domain/connectors/pull/adapters'
import type { PullAdapter } from '../../../domain/connectors/pull/pullAdapter'
import type { Order } from '../../../domain/order/order'
import { isDelivered, outputPackages } from '../../../domain/standing/stage'
import { epochOf } from '../../../domain/values/instant'
import type { Clock } from '../../ports'
import type { OpenParcelsPort } from '../ports'

/**
 * Writes down about which parcels of an order a carrier is to be asked: those of invoices that are not delivered, each
 * with the one carrier that a store has switched on for it. Whatever is lost of this comes back with the next look.
 * The carriers that something new is noted for.
 * @errors Fault VBASE
 */
export async function noteOpenParcels(
  {
    openParcels,
    clock,
  }: { readonly openParcels: OpenParcelsPort; readonly clock: Pick<Clock, 'now'> },
  order: Order,
  on: readonly PullAdapter[]
): Promise<readonly string[]> {
  const fresh = new Set<string>()
  const places = new Map<string, { carrier: string; shard: number; seen: SeenParcel[] }>()
  for (const { carrier, seen } of seenIn(order, on)) {
    const shard = shardOfParcel(markOfParcel(seen))
    const key = `${carrier}/${shard}`
    const place = places.get(key) ?? { carrier, shard, seen: [] }
    places.set(key, place)
    place.seen.push(seen)
  }
  for (const { carrier, shard, seen } of places.values())
    await openParcels.change(carrier, shard, (newest) => {
      const next = withSeen(newest, seen, clock.now())
      if (next) fresh.add(carrier)
      return next
    })
  return [...fresh]
}

interface SeenOf {
  readonly carrier: string
  readonly seen: SeenParcel
}

/** What of an order a carrier is to be asked about. */
export function seenIn(
  { orderId, status, packages, estimatedDelivery }: Order,
  on: readonly PullAdapter[]
): readonly SeenOf[] {
  if (status === 'canceled') return []
  const promisedAt = estimatedDelivery && epochOf(estimatedDelivery)
  return outputPackages(packages).flatMap((one): readonly SeenOf[] => {
    const adapter = isDelivered(one) ? null : adapterFor(one, on)
    if (adapter === null) return []
    const { invoiceNumber } = one
    const seen = { ...askedParcelOf(one), orderId, invoiceNumber, promisedAt }
    return [{ carrier: adapter.name, seen }]
  })
}
