import type { SkuUnits } from '../journal/intent'
import type { Order, OrderLine, Package } from '../order/order'

/** Units by SKU id. */
export type UnitCount = ReadonlyMap<string, number>

export function countUnits(units: Iterable<SkuUnits>): UnitCount {
  const counted = new Map<string, number>()
  for (const { id, quantity } of units) counted.set(id, (counted.get(id) ?? 0) + quantity)
  return counted
}

/**
 * Units of a stored package by SKU. An item that points outside the order (oms §8, a change after the invoice)
 * counts for nothing: no line of the order is known for it.
 */
export function unitsOfPackage(order: Order, stored: Package): readonly SkuUnits[] {
  return stored.items.flatMap((item) => {
    const id = skuOf(order, item.itemIndex) ?? item.id
    return id === null || item.quantity <= 0 ? [] : [{ id, quantity: item.quantity }]
  })
}

export function skuOf(order: Order, itemIndex: number | null): string | null {
  if (itemIndex === null) return null
  return order.lines.find((line) => line.itemIndex === itemIndex)?.id ?? null
}

/** Units of a line that no change took away. */
export function keptUnits({ quantity, removedQuantity }: OrderLine): number {
  return Math.max(0, quantity - removedQuantity)
}

/**
 * Spreads units per SKU over the lines of the SKU in order, because OMS picks the line (oms §3 point 6).
 * By position of the line; never more than the line holds, and what a change took away only where nothing else is left.
 */
export function spreadOverLines(order: Order, units: UnitCount): readonly number[] {
  const left = new Map(units)
  const take = (id: string, room: number): number => {
    const taken = Math.max(0, Math.min(room, left.get(id) ?? 0))
    left.set(id, (left.get(id) ?? 0) - taken)
    return taken
  }
  const kept = order.lines.map((line) => take(line.id, keptUnits(line)))
  return order.lines.map(
    (line, position) => kept[position] + take(line.id, line.quantity - keptUnits(line))
  )
}

export function sameUnits(a: UnitCount, b: UnitCount): boolean {
  const ids = new Set([...a.keys(), ...b.keys()])
  return [...ids].every((id) => (a.get(id) ?? 0) === (b.get(id) ?? 0))
}
