import type { InvoiceInput, OrderItem } from '../../../shared/order/orderTypes'
import { unitsOfDocument } from './documentItems'
import type { InvoiceDocument } from '../invoiceDraft'

/** One document of several, with the units that it takes of what the ones before it leave. */
export interface PlannedInvoice {
  document: InvoiceDocument
  /** Null where its items are not found in the order: it goes by value. */
  units: Record<number, number> | null
}

type Line = Pick<OrderItem, 'itemIndex' | 'id' | 'refId' | 'ean' | 'remainingQuantity'>

/** Shares the order's open units out to several documents, in their order, by what each of them lists. */
export function planDocuments(
  documents: readonly InvoiceDocument[],
  items: readonly Line[]
): PlannedInvoice[] {
  let left = items.map((item) => ({ ...item }))

  return documents.map((document) => {
    const units = unitsOfDocument(document.read.items || [], left)

    if (units) {
      left = left.map((line) => ({
        ...line,
        remainingQuantity: line.remainingQuantity - (units[line.itemIndex] || 0),
      }))
    }

    return { document, units }
  })
}

export function countUnits(units: Record<number, number> | null): number {
  return units ? Object.values(units).reduce((total, one) => total + one, 0) : 0
}

export function plannedInput({ document, units }: PlannedInvoice): InvoiceInput {
  return {
    type: 'OUTPUT',
    embeddedInvoice: document.xml,
    items: units
      ? Object.keys(units).map((index) => ({
          itemIndex: Number(index),
          quantity: units[Number(index)],
        }))
      : [],
  }
}
