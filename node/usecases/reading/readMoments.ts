import type { Order } from '../../domain/order/order'
import type { Ports } from '../ports'

/** An order says what OMS holds, not when it was asked: that stands here, for as long as somebody holds the order. */
const moments = new WeakMap<Order, number>()

/** One read of OMS. */
export async function getOrder(
  { orders, clock }: Pick<Ports, 'orders' | 'clock'>,
  orderId: string
): Promise<Order | null> {
  const at = clock.now()
  const order = await orders.get(orderId)
  if (order) moments.set(order, at)
  return order
}

/** Right before this very order was asked for; null where it is no reading of OMS. @unit epoch milliseconds */
export function readMomentOf(order: Order): number | null {
  return moments.get(order) ?? null
}
