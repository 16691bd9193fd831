import {
  differences,
  documentTextHash,
  heldByPackage,
  type GivenContent,
} from '../package/invoiceContent'
import { decimalText } from '../values/money'
import type { Order, Package } from '../order/order'
import type { OutgoingInvoice } from '../package/outgoing'

/** What goes out, in words; of a replaced invoice what changes. No document's text, no personal data. */
export function invoiceSummary(
  order: Order,
  invoice: OutgoingInvoice,
  replaces: Package | null
): string {
  const money = `${decimalText(invoice.invoiceValue)} ${order.currency.code}`
  const units = invoice.items.map(({ id, quantity }) => `${quantity} × ${id}`).join(', ')
  if (!replaces) {
    const kind = invoice.type === 'INPUT' ? 'return' : 'invoice'
    const tracking = invoice.trackingNumber ? `; trackingNumber ${invoice.trackingNumber}` : ''
    return `${kind} of ${money}; ${units || 'by value'}${tracking}`
  }
  const { embeddedInvoice, items, dispatchedDate, ...texts } = invoice
  const given = {
    ...texts,
    ...plainDocument(embeddedInvoice),
    dispatchedDate: dispatchedDate ?? undefined,
  }
  const changed = differences(
    withoutNulls({ ...given, items }),
    heldByPackage(order, replaces, null)
  )
  const words = changed.map(
    ({ field, stored, given: now }) => `${field}: ${stored ?? 'none'} → ${now}`
  )
  return `replaced; ${words.join('; ') || money}`
}

function plainDocument(text: string | null): { embeddedInvoiceHash?: string } {
  return { embeddedInvoiceHash: documentTextHash(text) ?? undefined }
}

function withoutNulls(content: Record<string, unknown>): GivenContent {
  return Object.fromEntries(Object.entries(content).filter(([, value]) => value !== null))
}
