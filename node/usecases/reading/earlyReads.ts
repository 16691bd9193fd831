import type { Order } from '../../domain/order/order'
import { ROWS_AT_ONCE } from '../limits'
import { journalForShowing, readOrder } from './liveReads'
import type { Journal, Ports } from '../ports'

/** What is on its way for one row. */
export interface EarlyRead {
  /** Null where a row that was read just now may still hold: the list decides that. */
  readonly order: Promise<Order | null> | null
  readonly journal: Promise<Journal>
}

export type EarlyReads = ReadonlyMap<string, EarlyRead>

/**
 * Rows of a page that this reader has seen before, read while OMS still lists: a look at the same queue again takes one
 * call's time, not two. The list decides what is shown; what it no longer names was read for nothing.
 */
export function readEarly(ports: Ports, page: string): EarlyReads {
  const expected = (ports.pages?.ordersOf(page) ?? []).slice(0, ROWS_AT_ONCE)
  return new Map(
    expected.map((orderId) => {
      const order = ports.rows?.holds(orderId) ? null : readOrder(ports, orderId)
      const journal = journalForShowing(ports, orderId)
      // Whoever shows the row sees the failure; a row that left the page has nobody to see it.
      order?.catch(() => undefined)
      journal.catch(() => undefined)
      return [orderId, { order, journal }]
    })
  )
}
