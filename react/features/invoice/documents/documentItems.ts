import type { FiscalItem, OrderItem } from '../../../shared/order/orderTypes'

type Line = Pick<OrderItem, 'itemIndex' | 'id' | 'refId' | 'ean' | 'remainingQuantity'>

/**
 * The lines that an item of a document means: by its EAN, else by the store's own reference, else by SKU id, which an
 * ERP's numbers meet by chance. None where its marks name different lines.
 */
function linesOf(item: FiscalItem, lines: readonly Line[]): Line[] {
  const code = item.code?.trim()
  const ean = item.ean?.trim()
  const hasEan = Boolean(ean && /^\d{8,14}$/.test(ean))
  const byEan = lines.filter((line) => hasEan && ean === line.ean)
  const byReference = lines.filter((line) => code && code === line.refId)

  if (byEan.length > 0 && byReference.length > 0) {
    return byEan.filter((line) => byReference.includes(line))
  }
  if (byEan.length > 0) return byEan
  if (byReference.length > 0) return byReference

  return lines.filter((line) => code && code === line.id && !(hasEan && line.ean))
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
    for (const line of linesOf(item, lines)) {
      const open = left.get(line.itemIndex) ?? 0

      if (wanted === 0 || open === 0) continue
      const taken = Math.min(open, wanted)

      left.set(line.itemIndex, open - taken)
      units[line.itemIndex] = (units[line.itemIndex] ?? 0) + taken
      wanted -= taken
    }
    if (wanted > 0) return null
  }

  return units
}
