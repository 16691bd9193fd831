import { MUG } from '../../demo/catalog'
import { ANA } from '../../demo/people'
import { BRAZIL } from '../../demo/stores'
import type { WireOrder } from '../../oms'
import type { OrderPlan } from '../../demo/plan'

/** Properties by which tests choose demo orders. They read OMS's own JSON, not what the app makes of it. */

export const isUntouched = (order: WireOrder): boolean =>
  order.status === 'handling' &&
  order.isCompleted !== false &&
  Array.isArray(order.items) &&
  (order.packageAttachment?.packages ?? []).length === 0 &&
  order.changesAttachment == null

export const isCertified = (order: WireOrder): boolean => order.marketplace?.isCertified === true

export const currencyOf = (order: WireOrder): string | undefined =>
  order.storePreferencesData?.currencyCode

/** A plain order to invoice: one currency of two decimals, no certified marketplace, every SKU on one line. */
export const isPlain = (order: WireOrder): boolean =>
  isUntouched(order) &&
  !isCertified(order) &&
  currencyOf(order) === 'BRL' &&
  new Set(order.items.map(({ id }) => id)).size === order.items.length &&
  order.items.every(({ price, unitMultiplier }) => price > 0 && unitMultiplier === 1)

/** As `isPlain`, and its first line can be split. */
export const isSplittable = (order: WireOrder): boolean =>
  isPlain(order) && order.items[0]!.quantity >= 3

type Planned = Omit<OrderPlan, 'orderId' | 'note'>

/** Two units of 50.00 and freight of 10.00: value 110.00; a test changes what it is about. */
export function plainPlan(changes: Partial<Planned> = {}): Planned {
  return {
    status: 'handling',
    hoursAgo: 48,
    customer: ANA,
    store: BRAZIL,
    lines: [{ sku: MUG, quantity: 2, price: 5_000 }],
    shipping: 1_000,
    promiseDays: 5,
    ...changes,
  }
}
