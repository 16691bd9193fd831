import { isSameInvoiceNumber } from '../package/invoiceNumber'
import type { Order } from '../order/order'
import { epochOf, type Instant } from '../values/instant'
import type { Intent, InvoiceRecord } from './intent'
import { UNKNOWN_FOR_MS } from './waiting'

/** What this app knows of an invoice once it is on its way. */
export function recordFrom(intent: Intent): InvoiceRecord {
  const { invoiceNumber, content, value, sentAt } = intent
  return {
    invoiceNumber,
    wroteInvoice: true,
    writtenAt: sentAt,
    dispatchedDate: content?.dispatchedDate ?? null,
    dispatchWrittenAt: sentAt,
    descriptions: (content?.items ?? []).flatMap(({ id, description }) =>
      description === null ? [] : [{ id, description }]
    ),
    sent: {
      invoiceValue: value,
      items: (content?.items ?? []).map(({ id, quantity, price }) => ({ id, quantity, price })),
    },
  }
}

/**
 * Both as one, each field as it was written last: whoever writes late, because it waited for OMS to show its invoice,
 * must not put back what somebody else has written since.
 */
export function mergeRecords(a: InvoiceRecord, b: InvoiceRecord): InvoiceRecord {
  const { wroteInvoice, descriptions, sent, writtenAt } = isLater(a.writtenAt, b.writtenAt) ? a : b
  const { dispatchedDate, dispatchIsUnsure, dispatchWrittenAt } = isLater(
    a.dispatchWrittenAt,
    b.dispatchWrittenAt
  )
    ? a
    : b
  return {
    invoiceNumber: b.invoiceNumber,
    wroteInvoice,
    descriptions,
    sent,
    writtenAt,
    dispatchedDate,
    dispatchIsUnsure,
    dispatchWrittenAt,
    shownAt: isLater(a.shownAt, b.shownAt) ? a.shownAt : b.shownAt,
  }
}

function isLater(a: Instant | undefined, b: Instant | undefined): boolean {
  return a !== undefined && (b === undefined || epochOf(a) > epochOf(b))
}

/**
 * True where an order lacks an invoice that a read has shown since: it is an older reading, and nothing may be decided on
 * it. For as long as OMS may take to apply anything; after that what it says counts, whatever was there before.
 */
export function isOlderReading(
  order: Order,
  records: readonly InvoiceRecord[],
  nowMs: number
): boolean {
  return records.some(
    ({ invoiceNumber, shownAt }) =>
      shownAt !== undefined &&
      nowMs - epochOf(shownAt) < UNKNOWN_FOR_MS &&
      !order.packages.some((one) => isSameInvoiceNumber(one.invoiceNumber, invoiceNumber))
  )
}
