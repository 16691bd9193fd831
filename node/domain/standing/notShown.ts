import type { Intent, InvoiceRecord } from '../journal/intent'
import { leftNoTrace } from '../journal/intents'
import type { InvoiceType, Order, Receipt } from '../order/order'
import type { Problem } from '../problem/problem'
import { problem } from '../problem/problems'
import { epochOf, type Instant } from '../values/instant'

/** How long OMS may take to show what it gave a receipt for, before a person is asked. */
const NOT_SHOWN_AFTER_MS = 60 * 60 * 1000

type Accepted = Pick<Intent, 'state' | 'sentAt' | 'isReplacement'>

/** True for an invoice that OMS took so long ago that it should show it. */
export function isLongAccepted({ state, sentAt, isReplacement }: Accepted, nowMs: number): boolean {
  // A replacement that does not come is given up by itself: the stored invoice stands.
  return state === 'ACCEPTED' && !isReplacement && nowMs - epochOf(sentAt) >= NOT_SHOWN_AFTER_MS
}

/** True where, besides, the order shows no trace of it: then a person may declare it lost. */
export function mayBeLost(
  intent: Intent,
  order: Order,
  records: readonly InvoiceRecord[],
  nowMs: number
): boolean {
  return isLongAccepted(intent, nowMs) && leftNoTrace(intent, order, records)
}

export function invoiceNotShown(accepted: {
  readonly invoiceNumber: string
  readonly type: InvoiceType
  readonly sentAt: Instant
  readonly receipt: Receipt | null
}): Problem {
  const { invoiceNumber, type, sentAt, receipt } = accepted
  return problem('INVOICE_NOT_SHOWN', {
    facts: { invoiceNumber, type, sentAt, receipt: receipt?.receipt },
  })
}
