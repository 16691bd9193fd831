import type { Order } from '../order/order'
import { isSameInvoiceNumber } from '../package/invoiceNumber'
import type { Instant } from '../values/instant'
import { inStepWith } from './inStepWith'
import type { Journal } from './journal'

/** Since when something else than an invoice is on its way to this package; null where nothing is. */
export function writingSince(
  journal: Journal,
  order: Order,
  invoiceNumber: string,
  nowMs: number
): Instant | null {
  const { tracking, edits } = inStepWith(journal, order, nowMs)
  const open = [...tracking, ...edits].find((intent) =>
    isSameInvoiceNumber(intent.invoiceNumber, invoiceNumber)
  )
  return open?.sentAt ?? null
}
