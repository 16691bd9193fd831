import { allocate, atLeastZero, cents, sum, ZERO, type Cents } from '../values/money'
import type { Order, OrderLine } from './order'

/**
 * What each line is worth, by itemIndex: never negative, and together the order's Items + Discounts to the cent
 * (oms §3.1: residues sit on any line, so they are spread by largest remainder). Without totals the lines speak for
 * themselves.
 */
export function lineValues(order: Order): readonly Cents[] {
  const rough = order.lines.map(({ roughValue }) => atLeastZero(roughValue))
  const target = goodsTotal(order)
  if (target === null) return rough
  if (rough.some((value) => value > 0)) return allocate(target, rough)
  return allocate(target, order.lines.map(weightWithoutPrice))
}

/** Items + Discounts, not below zero. Null where OMS sent no Items total. */
export function goodsTotal(order: Order): Cents | null {
  if (!order.totals.some(({ id }) => id === 'Items')) return null
  return atLeastZero(totalOf(order, ['Items', 'Discounts']))
}

/** Sum of the named totals; ids, because names are localized (oms §2.2). */
export function totalOf(order: Order, ids: readonly string[]): Cents {
  return sum(order.totals.filter(({ id }) => ids.includes(id)).map(({ value }) => value))
}

/**
 * Worth of units of one line, counted from the first unit that is not out yet: what all its units are worth in turn is
 * exactly the line's worth.
 */
export function worthOfUnits(
  lineValue: Cents,
  quantity: number,
  before: number,
  units: number
): Cents {
  if (quantity <= 0 || units <= 0) return ZERO
  return cents(share(lineValue, quantity, before + units) - share(lineValue, quantity, before))
}

function share(value: Cents, quantity: number, units: number): number {
  const capped = Math.min(units, quantity)
  // Cents times units can pass 2^53 on a large order.
  const exact = BigInt(value) * BigInt(capped) * 2n + BigInt(quantity)
  return Number(exact / (BigInt(quantity) * 2n))
}

function weightWithoutPrice(line: OrderLine): number {
  return line.isGift ? 0 : line.quantity
}
