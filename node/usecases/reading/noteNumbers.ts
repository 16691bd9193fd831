import { namesOfPackage } from '../../domain/carriers/names'
import { outputPackages } from '../../domain/standing/stage'
import { isFault } from '../../domain/problem/fault'
import type { Order } from '../../domain/order/order'
import type { Ports } from '../ports'

/**
 * Feeds the search by invoice and tracking number, and what carriers' parcels are found by. Nobody waits for it, and a
 * failure costs a search, or lets a carrier's message wait until the order is looked at again.
 */
export function noteNumbers(ports: Ports, order: Order): void {
  noteNames(ports, order)
  const numbers = order.packages.flatMap(({ invoiceNumber, trackingNumber }) =>
    trackingNumber ? [invoiceNumber, trackingNumber] : [invoiceNumber]
  )
  if (numbers.length === 0) return
  ports.numbers.see(order.orderId, [...new Set(numbers)]).catch((error: unknown) => {
    const detail = isFault(error) ? error.message : 'failed'
    ports.log.warn({ flow: 'NumberIndex', orderId: order.orderId, detail })
  })
}

function noteNames({ invoiceNames, log }: Ports, { orderId, packages }: Order): void {
  const invoices = outputPackages(packages).map((one) => ({
    invoiceNumber: one.invoiceNumber,
    names: namesOfPackage(one),
  }))
  if (invoices.length === 0) return
  invoiceNames?.see(orderId, invoices).catch((error: unknown) => {
    const detail = isFault(error) ? error.message : 'failed'
    log.warn({ flow: 'InvoiceNames', orderId, detail })
  })
}
