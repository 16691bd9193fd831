import type { Journal, Operation } from '../journal/journal'
import type { TrackingIntent } from '../journal/intent'
import type { WrittenSend } from '../journal/waiting'
import type { Order, Receipt } from '../order/order'
import { packageOf } from '../package/packageOf'
import type { Problem } from '../problem/problem'
import { problem } from '../problem/problems'
import type { OrderLedger } from '../standing/ledger'
import { CANCELED_STATUSES, isFullyInvoiced, REPLACED_STATUS } from '../standing/stage'
import { showsStatus } from '../tracking/trackingStatus'
import { epochOf } from '../values/instant'

/** How long OMS may take to show what it gave a receipt for, before somebody should hear of it (doors §4). */
const SHOWN_WITHIN_MS = 10 * 60_000

/** A write that OMS took and does not show. */
export interface HangingWrite extends Pick<WrittenSend, 'sentAt'> {
  readonly operation: Extract<Operation, 'NOTIFY_INVOICE' | 'UPDATE_TRACKING_STATUS'>
  readonly invoiceNumber: string
  readonly receipt: Receipt | null
}

/**
 * Invoices and events that OMS took ten minutes ago and longer, and does not show. A replacement that does not come is
 * given up by itself: the stored invoice stands.
 */
export function hangingWrites(
  order: Order,
  { pending }: Pick<OrderLedger, 'pending'>,
  tracking: readonly TrackingIntent[],
  nowMs: number
): readonly HangingWrite[] {
  // A canceled order takes nothing any more: nobody waits for it.
  if (CANCELED_STATUSES.includes(order.status)) return []
  const isOld = ({ sentAt }: WrittenSend): boolean => nowMs - epochOf(sentAt) >= SHOWN_WITHIN_MS
  const invoices = pending.filter(
    (one) => one.state === 'ACCEPTED' && !one.isReplacement && isOld(one)
  )
  const statuses = tracking.filter((one) => {
    const stored = packageOf(order, one.invoiceNumber)
    return one.state === 'ACCEPTED' && isOld(one) && !(stored && showsStatus(stored, one))
  })
  return [
    ...invoices.map(({ invoiceNumber, sentAt, receipt }): HangingWrite => ({
      invoiceNumber,
      sentAt,
      receipt,
      operation: 'NOTIFY_INVOICE',
    })),
    ...statuses.map(({ invoiceNumber, sentAt }): HangingWrite => ({
      invoiceNumber,
      sentAt,
      receipt: null,
      operation: 'UPDATE_TRACKING_STATUS',
    })),
  ]
}

export function writeNotShown({ operation, invoiceNumber, sentAt }: HangingWrite): Problem {
  return problem('WRITE_NOT_SHOWN', { facts: { invoiceNumber, operation, sentAt } })
}

/** What hangs, as the activity tells it, once each. */
export interface Hanging {
  /** Tells one from another, for good. */
  readonly mark: string
  readonly operation: Operation
  readonly invoiceNumber: string | null
  readonly receipt: string | null
  readonly words: string
}

/** How long OMS may take from the last invoice to `invoiced` (doors §4). */
const INVOICED_WITHIN_MS = 60 * 60_000

/** @param since when the first write went out that is followed, in epoch milliseconds */
export function hangingOf(
  order: Order,
  ledger: OrderLedger,
  journal: Journal,
  since: number,
  nowMs: number
): readonly Hanging[] {
  const writes = hangingWrites(order, ledger, journal.tracking ?? [], nowMs).map(
    ({ operation, invoiceNumber, sentAt, receipt }): Hanging => ({
      operation,
      invoiceNumber,
      mark: `${operation} ${invoiceNumber} ${sentAt}`,
      receipt: receipt?.receipt ?? null,
      words: `WRITE_NOT_SHOWN: OMS took it at ${sentAt} and does not show it`,
    })
  )
  // OMS has something to work on from the send on, long before the order shows a change.
  const rests = nowMs - Math.max(since, epochOf(order.lastChange ?? order.creationDate))
  const isStuck =
    ledger.pending.length === 0 &&
    !['invoiced', REPLACED_STATUS, ...CANCELED_STATUSES].includes(order.status) &&
    isFullyInvoiced(order, ledger) &&
    rests >= INVOICED_WITHIN_MS
  if (!isStuck) return writes
  return [
    ...writes,
    {
      mark: `ORDER_STUCK ${order.status}`,
      operation: 'NOTIFY_INVOICE',
      invoiceNumber: null,
      receipt: null,
      words: `ORDER_STUCK: all of it is invoiced, and the order is still in ${order.status || 'null'}`,
    },
  ]
}
