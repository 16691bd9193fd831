import type { Order } from '../../domain/order/order'
import type { Ports } from '../ports'

/** An order says what OMS holds, not when it was asked: that stands here, for as long as somebody holds the order. */
const moments = new WeakMap<Order, number>()

type Reading = Pick<Ports, 'orders' | 'clock'>

/** One read of OMS. */
export function getOrder(ports: Reading, orderId: string): Promise<Order | null> {
  return noted(ports, ({ orders }) => orders.get(orderId))
}

/** One read of OMS, by the store's own count. */
export function getOrderBySequence(ports: Reading, sequence: string): Promise<Order | null> {
  return noted(ports, ({ orders }) => orders.bySequence(sequence))
}

async function noted(
  ports: Reading,
  read: (ports: Reading) => Promise<Order | null>
): Promise<Order | null> {
  const at = ports.clock.now()
  const order = await read(ports)
  if (order) moments.set(order, at)
  return order
}

/** Right before this very order was asked for; null where it is no reading of OMS. @unit epoch milliseconds */
export function readMomentOf(order: Order): number | null {
  return moments.get(order) ?? null
}
