import type {
  InvoicePreview,
  InvoiceType,
  Order,
  OrderItem,
} from '../../../shared/order/orderTypes'
import type { Reading } from '../../../shared/order/reading'
import { isUnanswered } from '../../../shared/sending/unanswered'
import { factOf } from '../../../shared/words/problemFacts'
import { emptyInvoice, openLines, setUnits, takeNone, typeField } from '../invoiceDraft'
import type { InvoiceDraft } from '../invoiceDraft'

/** What an invoice that nobody answered for was sent with, as the service wrote it down. */
export interface SentBefore {
  /** By itemIndex; empty where it went by value. */
  units: Record<number, number>
  value: number
}

type Line = Pick<OrderItem, 'itemIndex' | 'id' | 'invoicedQuantity'>

/** Units of a SKU stand in its lines in order, so what was added last is taken from the last of them. */
function unitsByLine(
  items: InvoicePreview['items'],
  lines: readonly Line[]
): Record<number, number> {
  const units: Record<number, number> = {}

  items.forEach(({ id, quantity }) => {
    let left = quantity

    lines
      .filter((line) => line.id === id)
      .reverse()
      .forEach(({ itemIndex, invoicedQuantity }) => {
        const taken = Math.min(left, invoicedQuantity - (units[itemIndex] || 0))

        left -= taken
        if (taken > 0) units[itemIndex] = (units[itemIndex] || 0) + taken
      })
  })

  return units
}

/** Null where the service waits for no answer to it any more: then the order counts it as open again. */
export function sentBefore(
  preview: Pick<InvoicePreview, 'problems' | 'items' | 'invoiceValue'>,
  lines: readonly Line[]
): SentBefore | null {
  const waits = preview.problems.some(isUnanswered)

  return waits && preview.invoiceValue !== null
    ? { units: unitsByLine(preview.items, lines), value: preview.invoiceValue }
    : null
}

/**
 * The order as it stood before that send: what it took can be taken once more. A return takes nothing, and what the
 * service has given up is open again by itself.
 */
export function orderBefore(
  order: Order,
  number: string,
  type: InvoiceType,
  sent: SentBefore
): Order {
  const isCounted = order.attention.some(
    (problem) => isUnanswered(problem) && factOf(problem, 'invoiceNumber') === number
  )

  if (type === 'INPUT' || !isCounted) return order

  return {
    ...order,
    invoicedValue: order.invoicedValue - sent.value,
    remainingValue: order.remainingValue + sent.value,
    items: order.items.map((item) => ({
      ...item,
      invoicedQuantity: item.invoicedQuantity - (sent.units[item.itemIndex] || 0),
      remainingQuantity: item.remainingQuantity + (sent.units[item.itemIndex] || 0),
    })),
  }
}

/** A form filled with what was sent, under its number; all that is open needs no list of lines. */
export function draftOfSent(
  number: string,
  type: InvoiceType,
  sent: SentBefore | null,
  order: Pick<Order, 'items' | 'remainingValue'>,
  reading: Reading
): InvoiceDraft {
  const empty = typeField(emptyInvoice(type), 'invoiceNumber', number)

  if (!sent) return empty
  const lines = openLines(type, order.items)
  const isWhole = lines.every((line) => sent.units[line.itemIndex] === line.open)

  if (isWhole && lines.length > 0 && (type === 'INPUT' || sent.value === order.remainingValue)) {
    return empty
  }
  const valued = typeField(empty, 'invoiceValue', reading.fromCents(sent.value))

  if (Object.keys(sent.units).length === 0) return { ...valued, covers: 'VALUE' }
  const none: InvoiceDraft = { ...takeNone(valued, lines), covers: 'ITEMS' }

  return lines.reduce(
    (draft, { itemIndex }) => setUnits(draft, itemIndex, sent.units[itemIndex] || 0),
    none
  )
}
