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

/** Null where nothing is known of that invoice. */
export function recordOf(
  records: readonly InvoiceRecord[],
  invoiceNumber: string
): InvoiceRecord | null {
  return records.find((one) => isSameInvoiceNumber(one.invoiceNumber, invoiceNumber)) ?? null
}

/** Merged with what is there: nothing newer is replaced. */
export function withRecord(
  records: readonly InvoiceRecord[],
  record: InvoiceRecord
): readonly InvoiceRecord[] {
  const known = recordOf(records, record.invoiceNumber)
  return replaced(records, known ? mergeRecords(known, record) : record)
}

/** A dispatch date that went out with an edit of tracking. */
export interface SentDispatch {
  readonly invoiceNumber: string
  readonly dispatchedDate: Instant
  readonly sentAt: Instant
}

/** A dispatch date that this app is sending; whether OMS took it is not known yet. */
export function withSentDispatch(
  records: readonly InvoiceRecord[],
  { invoiceNumber, dispatchedDate, sentAt }: SentDispatch
): readonly InvoiceRecord[] {
  const known = recordOf(records, invoiceNumber)
  return replaced(records, {
    ...(known ?? { invoiceNumber, wroteInvoice: false, descriptions: [] }),
    dispatchedDate,
    dispatchIsUnsure: true,
    dispatchWrittenAt: sentAt,
  })
}

/** OMS took it; a later one that somebody else is sending meanwhile stays unsure. */
export function withConfirmedDispatch(
  records: readonly InvoiceRecord[],
  { invoiceNumber, dispatchedDate }: SentDispatch
): readonly InvoiceRecord[] {
  const record = recordOf(records, invoiceNumber)
  return record?.dispatchedDate === dispatchedDate
    ? replaced(records, { ...record, dispatchIsUnsure: false })
    : records
}

/** OMS refused it: what was known of the dispatch before stands again, unless somebody has written another since. */
export function withoutDispatch(
  records: readonly InvoiceRecord[],
  { invoiceNumber, dispatchedDate: sent }: SentDispatch,
  before: InvoiceRecord | null
): readonly InvoiceRecord[] {
  const record = recordOf(records, invoiceNumber)
  if (!record?.dispatchIsUnsure || record.dispatchedDate !== sent) return records
  if (before === null && record.writtenAt === undefined)
    return records.filter((one) => one !== record)
  const { dispatchedDate = null, dispatchIsUnsure, dispatchWrittenAt } = before ?? {}
  // Of an invoice that was recorded only since, nobody knows the dispatch any more.
  const wroteInvoice = record.wroteInvoice && before !== null
  return replaced(records, {
    ...record,
    wroteInvoice,
    dispatchedDate,
    dispatchIsUnsure,
    dispatchWrittenAt,
  })
}

function replaced(
  records: readonly InvoiceRecord[],
  record: InvoiceRecord
): readonly InvoiceRecord[] {
  const others = records.filter(
    ({ invoiceNumber }) => !isSameInvoiceNumber(invoiceNumber, record.invoiceNumber)
  )
  return [...others, record]
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
