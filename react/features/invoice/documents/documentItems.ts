import type { FiscalItem, OrderItem } from '../../../shared/order/orderTypes'

type Line = Pick<OrderItem, 'itemIndex' | 'id' | 'refId' | 'ean' | 'remainingQuantity'>

function isSame(line: Line, item: FiscalItem): boolean {
  const code = item.code?.trim()
  const ean = item.ean?.trim()

  return Boolean(
    (code && (code === line.refId || code === line.id)) ||
    (ean && /^\d{8,14}$/.test(ean) && ean === line.ean)
  )
}

/**
 * Units by line that a document lists. Null unless every item of it is found in the order with whole
 * units that remain: half a guess would be worse than none.
 */
export function unitsOfDocument(
  items: readonly FiscalItem[],
  lines: readonly Line[]
): Record<number, number> | null {
  const left = new Map(lines.map((line) => [line.itemIndex, line.remainingQuantity] as const))
  const units: Record<number, number> = {}

  if (items.length === 0) return null
  for (const item of items) {
    let wanted = item.quantity ?? 0

    if (wanted <= 0 || !Number.isInteger(wanted)) return null
    for (const line of lines) {
      const open = left.get(line.itemIndex) ?? 0

      if (wanted === 0 || open === 0 || !isSame(line, item)) continue
      const taken = Math.min(open, wanted)

      left.set(line.itemIndex, open - taken)
      units[line.itemIndex] = (units[line.itemIndex] ?? 0) + taken
      wanted -= taken
    }
    if (wanted > 0) return null
  }

  return units
}
