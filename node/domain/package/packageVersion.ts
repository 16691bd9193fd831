import { createHash } from 'node:crypto'
import { epochOf } from '../values/instant'
import type { Package } from '../order/order'

/**
 * Names the content of a stored invoice: a hash of every stored field that notifyInvoice writes. Tracking events are
 * not in it, so a carrier's scan does not block an edit (design §2.2). Empty text and nothing are one.
 */
export function packageVersion(stored: Package): string {
  const items = stored.items.map((item) =>
    JSON.stringify([item.itemIndex, item.id, item.quantity, item.price, item.description || null])
  )
  const content = [
    stored.type,
    stored.invoiceNumber,
    stored.issuanceDate && epochOf(stored.issuanceDate),
    stored.invoiceValue,
    stored.invoiceKey || null,
    stored.invoiceUrl || null,
    stored.embeddedInvoice || null,
    stored.courier || null,
    stored.trackingNumber || null,
    stored.trackingUrl || null,
    items.sort(),
  ]
  return createHash('sha256').update(JSON.stringify(content)).digest('hex')
}
