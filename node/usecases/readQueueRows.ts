import { mayBeOrderId } from '../domain/order/orderId'
import { problem, QueryRefused } from '../domain/problem/problems'
import { belongsTo, type OrderQueue } from '../domain/standing/queue'
import type { OrderPageView } from './commands'
import { ROWS_AT_ONCE } from './limits'
import type { Ports } from './ports'
import { readRows, rowParts, split, unlisted } from './reading/readRows'

export interface QueueRowsView extends Pick<OrderPageView, 'rows' | 'unreadable'> {
  /** Of the rows, those that the queue no longer holds. */
  readonly left: readonly string[]
}

/**
 * Rows of a page that stand there as documents, read live: in the order that was asked for, each once. What is read so has
 * its document put right.
 * @errors QueryRefused BATCH_TOO_LARGE
 */
export async function readQueueRows(
  ports: Ports,
  queue: OrderQueue,
  asked: readonly string[]
): Promise<QueueRowsView> {
  const orderIds = [...new Set(asked)].filter(mayBeOrderId)
  if (orderIds.length > ROWS_AT_ONCE) {
    const facts = { max: String(ROWS_AT_ONCE) }
    throw new QueryRefused(problem('BATCH_TOO_LARGE', { field: ['orderIds'], facts }))
  }
  const found = await readRows(ports, orderIds.map(unlisted), await rowParts(ports), new Map())
  const { rows, unreadable } = split(found)
  const left = rows.filter((row) => !belongsTo(queue, row)).map(({ order }) => order.orderId)
  return { rows, unreadable, left }
}
