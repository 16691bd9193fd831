import type { InvoiceRecord } from '../journal/intent'
import { cents, isCents, sum, ZERO, type Cents } from '../values/money'
import type { Order, Package } from '../order/order'
import type { OutgoingEvent, OutgoingItem, OutgoingTrackingStatus } from '../package/outgoing'
import type { Problem } from '../problem/problem'
import { problem } from '../problem/problems'
import { skuOf } from '../package/units'

/**
 * What a replacing call cannot carry over: a dispatch date that nobody but OMS knows, items that point outside the
 * order, events whose date is no date (oms §2.4).
 */
export function lostByReplacing(
  order: Order,
  stored: Package,
  record: InvoiceRecord | null,
  givesDispatchedDate: boolean,
  givesItems: boolean
): readonly Problem[] {
  const knowsDispatch = record !== null && (record.wroteInvoice || record.dispatchedDate !== null)
  const fields = [
    ...(givesDispatchedDate || knowsDispatch ? [] : ['dispatchedDate']),
    ...(givesItems || stored.items.every((item) => skuOfItem(order, item) !== null)
      ? []
      : ['items']),
    ...(stored.courierStatus?.events.some(({ date }) => date === null) ? ['events'] : []),
  ]
  return fields.length === 0
    ? []
    : [problem('REPLACE_LOSES_FIELDS', { field: ['replace'], facts: { fields } })]
}

/**
 * That OMS may take a replacing call for one invoice more (oms §1.4, §12): where the order has room for the value besides
 * what is stored, OMS would not refuse it, and nothing takes it back. By what OMS shows: what it does not show yet it may
 * not count either.
 */
export function mayCountTwice(
  order: Order,
  { type }: Package,
  invoiceValue: Cents | null
): readonly Problem[] {
  const sumOf = (of: Package['type']): number =>
    sum(order.packages.filter((one) => one.type === of).map((one) => one.invoiceValue))
  const room = type === 'OUTPUT' ? order.value - sumOf('OUTPUT') : sumOf('OUTPUT') - sumOf('INPUT')
  if (invoiceValue === null || invoiceValue <= 0 || invoiceValue > room) return []
  return [
    problem('REPLACE_MAY_COUNT_TWICE', { field: ['replace'], facts: { value: invoiceValue } }),
  ]
}

/**
 * A stored package's items as they go out again: one line per SKU, unit price. Where the package still holds what this
 * app sent, the prices go as they were sent: OMS may show them in another form (oms §1.4 items[].price).
 */
export function storedItems(
  order: Order,
  stored: Package,
  record: InvoiceRecord | null
): readonly OutgoingItem[] {
  const bySku = new Map<string, { quantity: number; total: Cents; description: string | null }>()
  for (const item of stored.items) {
    const id = skuOfItem(order, item)
    if (id === null || item.quantity <= 0) continue
    const known = bySku.get(id) ?? { quantity: 0, total: ZERO, description: null }
    const own = record?.descriptions.find((entry) => entry.id === id)?.description
    bySku.set(id, {
      quantity: known.quantity + item.quantity,
      total: sum([known.total, worthOf(item)]),
      description: known.description ?? own ?? (item.description || null),
    })
  }
  const sent = record?.sent?.invoiceValue === stored.invoiceValue ? record.sent.items : []
  return [...bySku].map(([id, { quantity, total, description }]) => {
    const own = sent.find((item) => item.id === id && item.quantity === quantity)
    return { id, quantity, description, price: own?.price ?? cents(Math.floor(total / quantity)) }
  })
}

/** The tracking history of a package as it can be put again. Null where there is none. */
export function trackingHistory(stored: Package): OutgoingTrackingStatus | null {
  const { courierStatus } = stored
  if (!courierStatus || (courierStatus.events.length === 0 && !courierStatus.finished)) return null
  return {
    isDelivered: courierStatus.finished,
    deliveredDate: courierStatus.deliveredDate,
    events: courierStatus.events.flatMap(({ date, description, city, state }): OutgoingEvent[] =>
      date === null ? [] : [{ date, description, city, state }]
    ),
  }
}

function worthOf({ price, quantity }: Package['items'][number]): Cents {
  const worth = (price ?? 0) * quantity
  return isCents(worth) ? worth : ZERO
}

function skuOfItem(order: Order, item: Package['items'][number]): string | null {
  return (skuOf(order, item.itemIndex) ?? item.id) || null
}
