import { mayBeOrderId } from '../domain/order/orderId'
import { assembleView } from './reading/assembleView'
import type { OrderView } from './commands'
import {
  parcelsForShowing,
  readChanges,
  readForShowing,
  readRights,
  readSettings,
} from './reading/liveReads'
import { noteNumbers } from './reading/noteNumbers'
import type { Ports } from './ports'

/**
 * One order, live, with what this app knows of it besides. Null where OMS knows no such order.
 * @errors Fault where the order cannot be read
 */
export async function viewOrder(ports: Ports, orderId: string): Promise<OrderView | null> {
  if (!mayBeOrderId(orderId)) return null
  const [{ order, journal }, parcels, settings, rights] = await Promise.all([
    readForShowing(ports, orderId),
    parcelsForShowing(ports, orderId),
    readSettings(ports),
    readRights(ports),
  ])
  if (order === null) return null
  const changes = await readChanges(ports, order, false)
  noteNumbers(ports, order)
  const nowMs = ports.clock.now()
  const view = assembleView(order, { journal, parcels, settings, changes, rights, nowMs })
  ports.readModel?.seen(view)
  return view
}
