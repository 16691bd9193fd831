import type { Journal } from '../journal/journal'
import { showsStatus } from '../tracking/trackingStatus'
import type { Order } from '../order/order'
import { packageOf } from '../package/packageOf'
import type { OrderLedger } from '../standing/ledger'
import { CANCELED_STATUSES, isFullyInvoiced, REPLACED_STATUS } from '../standing/stage'

/**
 * An order that a call of this app has written, from right before the first send until all of it is shown and told. One
 * a call: whoever finds it knows what OMS showed before, so what is more is news.
 */
export interface FollowedOrder {
  readonly orderId: string
  /** Ids of the news that the order showed before the call, or that were told since. */
  readonly known: readonly string[]
  /** Codes of what was told to people already, in the activity. */
  readonly found: readonly string[]
}

const MINUTE_MS = 60_000

/**
 * When a followed order is looked at again, from its first send on: once its call and whatever OMS had to apply are
 * surely over (journal/waiting.ts), then when somebody should hear that something hangs (doors §4). After the last look
 * it is followed no more.
 */
export const LOOKS_AFTER_MS = [2.5, 11, 65, 24 * 60].map((minutes) => minutes * MINUTE_MS)

/** Whether anything that this app sent, or that follows from it, is still to be seen. */
export function isUnsettled(order: Order, ledger: OrderLedger, journal: Journal): boolean {
  if ([REPLACED_STATUS, ...CANCELED_STATUSES].includes(order.status)) return false
  if (order.status !== 'invoiced' && isFullyInvoiced(order, ledger)) return true
  if (ledger.pending.length > 0) return true
  return (journal.tracking ?? []).some((intent) => {
    const stored = packageOf(order, intent.invoiceNumber)
    return stored === null || !showsStatus(stored, intent)
  })
}
