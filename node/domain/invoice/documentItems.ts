import type { InvoiceItemCommand } from './command'
import type { FiscalItem } from '../fiscal/document'
import type { OrderLine } from '../order/order'
import type { Problem } from '../problem/problem'
import { problem } from '../problem/problems'

/**
 * The units that a document lists. FOUND: every one of its items is in the order. UNCLEAR: its own marks contradict each
 * other. UNKNOWN: some item is not found, or is not counted in units (a document may count kilograms where the order has
 * pieces); half a guess would be worse than none.
 */
export type DocumentItems =
  | { readonly result: 'FOUND'; readonly items: readonly InvoiceItemCommand[] }
  | { readonly result: 'UNCLEAR'; readonly problem: Problem }
  | { readonly result: 'UNKNOWN' }

/** Finds a document's items among the lines of an order, and adds up their units by SKU. */
export function readDocumentItems(
  items: readonly FiscalItem[],
  lines: readonly OrderLine[]
): DocumentItems {
  const units = new Map<string, number>()
  let isComplete = items.length > 0
  for (const item of items) {
    const skus = skusOf(item, lines)
    if (skus.length > 1) return { result: 'UNCLEAR', problem: unclear(item, skus) }
    const quantity = item.quantity ?? 0
    const isMeasured = lines.some(
      ({ id, unitMultiplier }) => id === skus[0] && unitMultiplier !== 1
    )
    if (skus.length === 0 || isMeasured || !Number.isSafeInteger(quantity) || quantity < 1)
      isComplete = false
    else units.set(skus[0], (units.get(skus[0]) ?? 0) + quantity)
  }
  if (!isComplete) return { result: 'UNKNOWN' }
  const found = [...units].map(([id, quantity]) => ({
    id,
    quantity,
    itemIndex: null,
    price: null,
    description: null,
  }))
  return { result: 'FOUND', items: found }
}

/**
 * The SKU of an item; none where it is not found, several where its marks say different things. Its EAN is worth most,
 * then the store's own reference. An SKU id is believed only where nothing speaks against it: an ERP counts its products
 * from 1 as VTEX does, so the two meet by chance.
 */
function skusOf({ code, ean }: FiscalItem, lines: readonly OrderLine[]): readonly string[] {
  const named = code?.trim() || null
  const byEan = skusWhere(lines, (line) => ean !== null && sameEan(line.ean, ean))
  const byReference = skusWhere(lines, (line) => named !== null && line.refId?.trim() === named)
  const byId = skusWhere(lines, ({ id }) => id === named)
  if (byEan.length > 0 && byReference.length > 0) {
    const both = byEan.filter((sku) => byReference.includes(sku))
    return both.length > 0 ? narrowed(both, byId) : [...byEan, ...byReference]
  }
  if (byEan.length > 0) return narrowed(byEan, byId)
  if (byReference.length > 0) return narrowed(byReference, byId)
  return byId.filter((sku) => !lines.some((line) => line.id === sku && hasOtherEan(line, ean)))
}

function narrowed(skus: readonly string[], by: readonly string[]): readonly string[] {
  const both = skus.filter((sku) => by.includes(sku))
  return both.length > 0 ? both : skus
}

function skusWhere(
  lines: readonly OrderLine[],
  isMeant: (line: OrderLine) => boolean
): readonly string[] {
  return [...new Set(lines.filter((line) => line.id !== '' && isMeant(line)).map(({ id }) => id))]
}

function hasOtherEan(line: OrderLine, ean: string | null): boolean {
  return Boolean(line.ean?.trim()) && ean !== null && !sameEan(line.ean, ean)
}

/** GTIN of 8, 12, 13 and 14 digits are one number with zeros before it. */
function sameEan(a: string | null, b: string | null): boolean {
  const digits = (text: string | null): string => (text ?? '').trim().replace(/^0+/, '')
  return digits(a) !== '' && digits(a) === digits(b)
}

function unclear({ name, code }: FiscalItem, skus: readonly string[]): Problem {
  return problem('XML_ITEMS_UNCLEAR', {
    field: ['invoice', 'items'],
    facts: { item: name ?? code, skus: [...new Set(skus)] },
  })
}
