import type { Intent, InvoiceRecord } from './intent'
import type { Journal } from './journal'
import { isWhatWasSent, showsContent } from '../package/invoiceContent'
import { isSameInvoiceNumber } from '../package/invoiceNumber'
import { sum, type Cents } from '../values/money'
import type { Order, Package, PackageItem } from '../order/order'
import { isPast } from './waiting'

/** True where the order shows what the intent sent: a new number, or for a replacement the new content. */
export function isShown(intent: Intent, order: Order): boolean {
  const stored = order.packages.filter(({ invoiceNumber }) =>
    isSameInvoiceNumber(invoiceNumber, intent.invoiceNumber)
  )
  if (!intent.isReplacement) return stored.length > 0
  const { content } = intent
  return content !== undefined && stored.some((one) => showsContent(order, one, content))
}

/**
 * True where the order shows the number of an invoice that was never answered for, and not with the content that was
 * sent: somebody else's, or it was written over since.
 */
export function showsAnother(intent: Intent, order: Order): boolean {
  const { content, invoiceNumber, isReplacement } = intent
  if (!content || isReplacement || !isUnanswered(intent)) return false
  const stored = order.packages.filter((one) =>
    isSameInvoiceNumber(one.invoiceNumber, invoiceNumber)
  )
  return stored.length > 0 && !stored.some((one) => isWhatWasSent(order, one, content))
}

/** True where whoever sent it has no answer: also one that died between sending and writing the answer down. */
export function isUnanswered({ state }: Intent): boolean {
  return state !== 'ACCEPTED'
}

/** True where an unanswered intent may be given up, once reading shows that it left no trace. */
export function isOverdue(intent: Intent, nowMs: number): boolean {
  return isUnanswered(intent) && isPast(intent, nowMs)
}

export function outputSum(order: Order): Cents {
  return sum(
    order.packages.filter(({ type }) => type === 'OUTPUT').map(({ invoiceValue }) => invoiceValue)
  )
}

/**
 * True where an order shows neither the intent's invoice nor a sum that it could have changed. Packages that came since
 * under other numbers explain the new sum, unless one is a stranger of exactly this value.
 */
export function leftNoTrace(
  intent: Intent,
  order: Order,
  records: readonly InvoiceRecord[]
): boolean {
  if (isShown(intent, order)) return false
  if (intent.isReplacement || intent.type === 'INPUT') return true
  const isAmong = (numbers: readonly string[], { invoiceNumber }: Package): boolean =>
    numbers.some((number) => isSameInvoiceNumber(number, invoiceNumber))
  const before = intent.numbersBefore ?? order.packages.map(({ invoiceNumber }) => invoiceNumber)
  const since = order.packages.filter((one) => one.type === 'OUTPUT' && !isAmong(before, one))
  const ours = records.map(({ invoiceNumber }) => invoiceNumber)
  if (since.some((one) => one.invoiceValue === intent.value && !isAmong(ours, one))) return false
  const grown = outputSum(order) - intent.invoicedBefore
  return grown - sum(since.map(({ invoiceValue }) => invoiceValue)) !== intent.value
}

/**
 * True for an unanswered invoice that can no longer come: its time is over and the order's value is reached without it,
 * so that OMS would refuse it now.
 */
export function cameTooLate(intent: Intent, order: Order, nowMs: number): boolean {
  const isNewOutput = intent.type === 'OUTPUT' && !intent.isReplacement
  return (
    isNewOutput &&
    isOverdue(intent, nowMs) &&
    !isShown(intent, order) &&
    outputSum(order) >= order.value
  )
}

/**
 * Intents that still count. Given up are a replacement that OMS took and never showed, for the stored invoice stands,
 * and an invoice that can no longer come.
 */
export function standingIntents(journal: Journal, order: Order, nowMs: number): readonly Intent[] {
  return journal.intents.filter((intent) => {
    const { isReplacement, state } = intent
    if (isReplacement && state === 'ACCEPTED' && isPast(intent, nowMs)) return false
    return !cameTooLate(intent, order, nowMs)
  })
}

/** How an accepted invoice will look. Null where the intent does not say. */
export function pendingPackage(order: Order, intent: Intent): Package | null {
  const { content } = intent
  if (!content) return null
  return {
    invoiceNumber: content.invoiceNumber,
    type: content.type,
    issuanceDate: content.issuanceDate,
    invoiceValue: content.invoiceValue,
    invoiceKey: content.invoiceKey,
    invoiceUrl: content.invoiceUrl,
    embeddedInvoice: null,
    courier: content.courier,
    trackingNumber: content.trackingNumber,
    trackingUrl: content.trackingUrl,
    items: content.items.map((item) => asPackageItem(order, item)),
    courierStatus: null,
  }
}

/** A wire item as the order's own line, where its SKU stands in only one. */
export function asPackageItem(
  order: Order,
  item: {
    readonly id: string
    readonly quantity: number
    readonly price: Cents
    readonly description: string | null
  }
): PackageItem {
  const lines = order.lines.filter(({ id }) => id === item.id)
  return {
    itemIndex: lines.length === 1 ? lines[0].itemIndex : null,
    id: item.id,
    quantity: item.quantity,
    price: item.price,
    description: item.description,
  }
}
