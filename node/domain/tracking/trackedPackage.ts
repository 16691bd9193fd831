import type { Intent } from '../journal/intent'
import { isShown, isUnanswered, pendingPackage } from '../journal/intents'
import { recordFrom } from '../journal/record'
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
import { showsTracking, type TrackingRead } from './trackingEdit'

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
  const open = openIntent(order, intents, invoiceNumber)
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

/** The number of the order's only shipped invoice, those that OMS took and does not show yet among them; or why none is. */
export function onlyTracked(
  order: Order,
  intents: readonly Intent[]
): { readonly invoiceNumber: string } | { readonly problem: Problem } {
  const sent = intents.filter(({ type }) => type === 'OUTPUT')
  const numbers = [...outputPackages(order.packages), ...sent].map((one) =>
    one.invoiceNumber.trim()
  )
  const invoiceNumbers = [...new Set(numbers)]
  if (invoiceNumbers.length === 1) return { invoiceNumber: invoiceNumbers[0] }
  const field = ['invoiceNumber']
  return { problem: problem('INVOICE_NOT_NAMED', { field, facts: { invoiceNumbers } }) }
}

/** The invoice that OMS took from us and does not show yet, where it carries all of this tracking; null else. */
export function acceptedCarrier(
  order: Order,
  intents: readonly Intent[],
  invoiceNumber: string,
  { tracking, problems }: TrackingRead
): Intent | null {
  const open = openIntent(order, intents, invoiceNumber)
  if (!open || isUnanswered(open) || open.isReplacement || problems.length > 0) return null
  const pending = pendingPackage(order, open)
  return pending && showsTracking(pending, recordFrom(open), tracking) ? open : null
}

function openIntent(
  order: Order,
  intents: readonly Intent[],
  invoiceNumber: string
): Intent | undefined {
  return intents.find(
    (intent) =>
      intent.type === 'OUTPUT' &&
      isSameInvoiceNumber(intent.invoiceNumber, invoiceNumber) &&
      !isShown(intent, order)
  )
}
