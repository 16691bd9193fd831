import type { Intent } from '../journal/intent'
import { isShown, isUnanswered } from '../journal/intents'
import { outcomeUnknown } from '../journal/waiting'
import {
  isSafeInvoiceNumber,
  isSameInvoiceNumber,
  suggestInvoiceNumber,
} from '../package/invoiceNumber'
import type { Order, Package } from '../order/order'
import type { Problem } from '../problem/problem'
import { problem } from '../problem/problems'
import { outputPackages } from '../standing/stage'

/**
 * The one shipped package of this number: exactly one, or why not. A number that our own call brought to OMS, which
 * does not show it yet, cannot be tracked yet.
 */
export function findTracked(
  order: Order,
  intents: readonly Intent[],
  invoiceNumber: string
): { readonly stored: Package } | { readonly problem: Problem } {
  const field = ['invoiceNumber']
  const outputs = outputPackages(order.packages)
  const found = outputs.filter((one) => isSameInvoiceNumber(one.invoiceNumber, invoiceNumber))
  if (found.length > 1)
    return { problem: problem('INVOICE_AMBIGUOUS', { field, facts: { count: found.length } }) }
  const open = intents.find(
    (intent) =>
      intent.type === 'OUTPUT' &&
      isSameInvoiceNumber(intent.invoiceNumber, invoiceNumber) &&
      !isShown(intent, order)
  )
  // Also a replacement: whatever is written now it would overwrite.
  if (open)
    return {
      problem: isUnanswered(open)
        ? outcomeUnknown(open)
        : problem('IN_PROGRESS', { facts: { since: open.sentAt } }),
    }
  if (found.length === 1) {
    const [stored] = found
    if (isSafeInvoiceNumber(stored.invoiceNumber)) return { stored }
    // The number is a part of the path, and OMS answers 404 or 500 to these (oms §8 Invoice number).
    const suggestion = suggestInvoiceNumber(stored.invoiceNumber)
    return { problem: problem('INVOICE_NUMBER_UNSAFE', { field, facts: { suggestion } }) }
  }
  const invoiceNumbers = outputs.map((one) => one.invoiceNumber)
  return { problem: problem('INVOICE_NOT_FOUND', { field, facts: { invoiceNumbers } }) }
}
