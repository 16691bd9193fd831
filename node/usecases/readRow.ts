import type { ListedOrder, Order } from '../domain/order'
import type { Right } from '../domain/rights'
import type { Settings } from '../domain/settings'
import { assembleView } from './assembleView'
import type { OrderView } from './commands'
import { journalForShowing, readOrder } from './liveReads'
import { noteNumbers } from './noteNumbers'
import type { Ports } from './ports'

/** What is the same for every row of a page. */
export interface RowParts {
  readonly settings: Settings
  readonly rights: ReadonlySet<Right>
}

/**
 * One row of a queue. Changes under way are not asked for: a page costs one list and one read a row (design §2.6).
 * Null where OMS lists an order that it does not know.
 */
export async function readRow(
  ports: Ports,
  listed: ListedOrder,
  parts: RowParts
): Promise<OrderView | null> {
  const [order, journal] = await Promise.all([
    liveOrder(ports, listed),
    journalForShowing(ports, listed.orderId),
  ])
  if (order === null) return null
  noteNumbers(ports, order)
  return assembleView(order, { ...parts, journal, changes: null, nowMs: ports.clock.now() })
}

async function liveOrder(
  ports: Ports,
  { orderId, lastChange }: ListedOrder
): Promise<Order | null> {
  const known = lastChange && ports.rows?.get(orderId, lastChange)
  if (known) return known
  const order = await readOrder(ports, orderId)
  // Tracking does not move lastChange (oms §2.1), so an order with a package may change unseen.
  if (order && lastChange && order.packages.length === 0)
    ports.rows?.put(orderId, lastChange, order)
  return order
}
