/** Worth of an order line (oms §2.3, §3.1). */
import type { WireItem } from './wire'

/** @unit cents, before discounts */
export function grossOf({
  price,
  quantity,
  unitMultiplier,
}: Pick<WireItem, 'price' | 'quantity' | 'unitMultiplier'>): number {
  return Math.round(price * quantity * (unitMultiplier || 1))
}

/** Whole cents that sum to `total`: `calculatedSellingPrice` alone would not. @unit cents */
export function sellingPrices(total: number, quantity: number) {
  if (quantity === 0) return []
  const value = Math.floor(total / quantity)
  const more = total - value * quantity
  const rows = [
    { value: value + 1, quantity: more },
    { value, quantity: quantity - more },
  ]
  return rows.filter((row) => row.quantity > 0)
}
