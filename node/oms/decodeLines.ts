import { atLeastZero, ZERO, type Cents } from '../domain/values/money'
import type { OrderLine } from '../domain/order/order'
import { addUp, multiply, readCents, readUnits } from './decodeMoney'
import {
  countOf,
  flagOf,
  isObject,
  listOf,
  numberOf,
  objectOf,
  textOf,
  type Loose,
} from '../domain/values/loose'

/** One line per position, unreadable ones too: the position is what packages point at. @source oms §2.3 */
export function decodeLines(items: unknown, origin: string | null): OrderLine[] {
  return listOf(items).map((item, itemIndex) => decodeLine(objectOf(item), itemIndex, origin))
}

function decodeLine(item: Loose, itemIndex: number, origin: string | null): OrderLine {
  const multiplier = numberOf(item.unitMultiplier)
  const line = {
    quantity: countOf(item.quantity) ?? pricedQuantity(item),
    unitMultiplier: multiplier !== null && multiplier > 0 ? multiplier : 1,
  }
  const id = textOf(item.id) ?? ''
  return {
    ...line,
    itemIndex,
    uniqueId: textOf(item.uniqueId),
    id,
    name: textOf(item.name) ?? id,
    refId: textOf(item.refId),
    ean: textOf(item.ean),
    imageUrl: textOf(item.imageUrl),
    isGift: flagOf(item.isGift) ?? false,
    removedQuantity: 0,
    roughValue: roughValue(item, line.quantity, line.unitMultiplier, origin),
  }
}

/**
 * Worth of a line before residues are spread, never below zero: `priceDefinition.total`; on chain orders, where that
 * is wrong, and on old ones, where it is missing, price × quantity × unitMultiplier and the tags that belong to the line.
 * @unit cents @source oms §3.1
 */
export function roughValue(
  item: Loose,
  quantity: number,
  unitMultiplier: number,
  origin: string | null
): Cents {
  const total = readCents(objectOf(item.priceDefinition).total)
  const isChain = origin?.toLowerCase() === 'chain'
  const value =
    (isChain ? null : total) ??
    byPriceAndTags(item, quantity, unitMultiplier) ??
    total ??
    bySellingPrice(item, quantity)
  return atLeastZero(value ?? ZERO)
}

function byPriceAndTags(item: Loose, quantity: number, unitMultiplier: number): Cents | null {
  const price = readCents(item.price)
  const gross = price === null ? null : multiply(price, [quantity, unitMultiplier])
  if (gross === null) return null
  return addUp([gross, ...listOf(item.priceTags).filter(isObject).map(tagOnLine)])
}

/**
 * What a price tag adds to its line. Shipping kinds stand on items but move `Shipping` (oms §2.9), taxes are a total
 * of their own, and the rawValue of a percentual tag is a rate, so that its rounded value has to do.
 */
function tagOnLine(tag: Loose): Cents {
  const name = (textOf(tag.name) ?? '').toLowerCase()
  if (name.includes('shipping') || name.startsWith('tax')) return ZERO
  const value = readCents(tag.value)
  if (flagOf(tag.isPercentual)) return value ?? ZERO
  return readUnits(tag.rawValue) ?? value ?? ZERO
}

function bySellingPrice(item: Loose, quantity: number): Cents | null {
  const sellingPrice = readCents(item.sellingPrice)
  return sellingPrice === null ? null : multiply(sellingPrice, [quantity])
}

/** Units as the price definition counts them, for a line whose own quantity is missing. */
function pricedQuantity(item: Loose): number {
  const prices = listOf(objectOf(item.priceDefinition).sellingPrices)
  const units = prices.reduce<number>(
    (total, price) => total + (countOf(objectOf(price).quantity) ?? 0),
    0
  )
  return countOf(units) ?? 0
}
