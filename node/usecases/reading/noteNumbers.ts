import { isFault } from '../../domain/problem/fault'
import type { Order } from '../../domain/order/order'
import type { Ports } from '../ports'

/** Feeds the search by invoice and tracking number. Nobody waits for it, and a failure costs a search only. */
export function noteNumbers(ports: Ports, order: Order): void {
  const numbers = order.packages.flatMap(({ invoiceNumber, trackingNumber }) =>
    trackingNumber ? [invoiceNumber, trackingNumber] : [invoiceNumber]
  )
  if (numbers.length === 0) return
  ports.numbers.see(order.orderId, [...new Set(numbers)]).catch((error: unknown) => {
    const detail = isFault(error) ? error.message : 'failed'
    ports.log.warn({ flow: 'NumberIndex', orderId: order.orderId, detail })
  })
}
