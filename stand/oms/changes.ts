/** Changes of an order: v1 moves the sum, v2 rewrites the items (oms §2.5, §3.9). */
import { evaluate } from './invoicing'
import { grossOf, sellingPrices } from './lines'
import { linesOf } from './packages'
import type { ChangeLine, ChangeV2, StoredOrder } from './state'
import type { WireChangeV1, WireItem, WireOrder } from './wire'
import { touch, type World } from './world'

/** The removed line stays in items[]; only `Change` and value move. */
export function applyChangeV1(world: World, stored: StoredOrder, change: WireChangeV1): void {
  const { order } = stored
  order.changesAttachment ??= { id: 'changeAttachment', changesData: [] }
  order.changesAttachment.changesData.push(change)
  const unseen =
    world.behaviour.bugs['possible-errors-in-change-orders-notification-in-the-ui-api-and-gateway']
  if (!unseen) addToTotal(order, 'Change', change.incrementValue - change.discountValue)
  touch(world, stored)
  evaluate(world, stored)
}

/** The requested lines replace the old ones; the uniqueId of what stays is kept. */
export function applyChangeV2(world: World, stored: StoredOrder, requestId: string): void {
  const change = stored.changes.find((candidate) => candidate.requestId === requestId)
  if (change === undefined || change.status === 'done' || change.status === 'canceled') return
  if (stored.order.status === 'canceled' || stored.order.status === 'cancel') {
    change.status = 'canceled'
    return
  }
  const before = stored.order.value
  rewrite(stored.order, change, picksFirst(world))
  change.totalChangeValue = stored.order.value - before
  change.status = 'done'
  touch(world, stored)
  evaluate(world, stored)
}

/** Value that the order would have after a change. @unit cents */
export function valueAfter(world: World, order: WireOrder, change: ChangeV2): number {
  const copy = structuredClone(order)
  rewrite(copy, change, picksFirst(world))
  return copy.value
}

/** A change that is not done yet: OMS lets no second one start. */
export function runningChange(stored: StoredOrder): ChangeV2 | undefined {
  return stored.changes.find(({ status }) => status !== 'done' && status !== 'canceled')
}

/** The line that a change names: by uniqueId, else by SKU. */
export function lineOf(order: WireOrder, named: ChangeLine, firstOfSku = false): number {
  const lines = linesOf(order)
  const exact = lines.findIndex(({ uniqueId }) => uniqueId === named.uniqueId)
  if (exact >= 0 && !firstOfSku) return exact
  const sku = named.id ?? lines[exact]?.id
  return lines.findIndex(({ id }) => id === sku)
}

function picksFirst(world: World): boolean {
  return world.behaviour.bugs['erro-in-change-v2-flow-with-duplicated-itens']
}

function rewrite(order: WireOrder, change: ChangeV2, firstOfSku: boolean): void {
  for (const named of change.remove) {
    const index = lineOf(order, named, firstOfSku)
    const line = order.items[index]
    if (line !== undefined) resize(order, line, Math.max(0, line.quantity - named.quantity))
  }
  for (const named of change.add) add(order, named)
  dropEmptyLines(order)
  const manual = change.manualIncrementValue - change.manualDiscountValue
  if (manual !== 0) addToTotal(order, 'Change', manual)
}

function add(order: WireOrder, named: ChangeLine): void {
  const same = order.items.find(
    ({ id, uniqueId }) => uniqueId === named.uniqueId && id === (named.id ?? id)
  )
  if (same !== undefined) {
    resize(order, same, same.quantity + named.quantity)
    return
  }
  const twin = order.items.find(({ id }) => id === named.id)
  const price = named.price ?? twin?.price ?? 0
  const line: WireItem = {
    ...(twin ?? order.items[0]!),
    uniqueId: named.uniqueId ?? `${order.orderId}-${order.items.length}`,
    id: named.id ?? twin!.id,
    name: named.name ?? twin?.name ?? `SKU ${named.id}`,
    quantity: 0,
    price,
    sellingPrice: price,
    isGift: false,
    unitMultiplier: named.unitMultiplier ?? twin?.unitMultiplier ?? 1,
    priceTags: [],
    priceDefinition: {
      sellingPrices: [],
      calculatedSellingPrice: price,
      total: 0,
      reason: null,
    },
  }
  order.items.push(line)
  resize(order, line, named.quantity)
}

/** A line in another quantity: its worth follows in proportion, `Items` and `Discounts` with it. */
function resize(order: WireOrder, line: WireItem, quantity: number): void {
  const before = { gross: grossOf(line), total: line.priceDefinition?.total ?? grossOf(line) }
  const had = line.quantity
  line.quantity = quantity
  const gross = grossOf(line)
  const total = had === 0 ? gross : Math.round((before.total * quantity) / had)
  if (line.priceDefinition) {
    line.priceDefinition.total = total
    line.priceDefinition.sellingPrices = sellingPrices(total, quantity)
    line.priceDefinition.calculatedSellingPrice = quantity === 0 ? 0 : Math.round(total / quantity)
  }
  if (line.priceTags.length > 0) {
    line.priceTags = [{ ...line.priceTags[0]!, rawValue: (total - gross) / 100 }]
  }
  addToTotal(order, 'Items', gross - before.gross)
  addToTotal(order, 'Discounts', total - gross - (before.total - before.gross))
}

function addToTotal(order: WireOrder, id: string, cents: number): void {
  if (cents === 0) return
  const total = order.totals.find((candidate) => candidate.id === id)
  if (total) total.value += cents
  else order.totals.push({ id, name: id === 'Change' ? 'Total das mudanças' : id, value: cents })
  order.value += cents
}

/** Lines without a unit go; positions in logisticsInfo and packages follow. */
function dropEmptyLines(order: WireOrder): void {
  const kept = [...order.items.keys()].filter((index) => order.items[index]!.quantity > 0)
  if (kept.length === order.items.length) return
  const moved = new Map(kept.map((from, to) => [from, to]))
  order.items = kept.map((index) => order.items[index]!)
  const logistics = order.shippingData?.logisticsInfo
  if (logistics) {
    order.shippingData!.logisticsInfo = logistics.flatMap((info) => {
      const itemIndex = moved.get(info.itemIndex)
      return itemIndex === undefined ? [] : [{ ...info, itemIndex }]
    })
  }
  for (const { items } of order.packageAttachment?.packages ?? []) {
    for (const item of items) item.itemIndex = moved.get(item.itemIndex) ?? item.itemIndex
  }
}
