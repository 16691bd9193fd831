import { namesOfPackage } from '../../domain/carriers/names'
import { outputPackages } from '../../domain/standing/stage'
import { isFault } from '../../domain/problem/fault'
import type { Order } from '../../domain/order/order'
import type { Log, Ports } from '../ports'

/**
 * Feeds the search by invoice and tracking number, and what carriers' parcels are found by. Nobody waits for it, and a
 * failure costs a search, or lets a carrier's message wait until the order is looked at again.
 */
export function noteNumbers(ports: Ports, order: Order): void {
  noteNames(ports, order)
  ports.openParcels?.see(order).catch(told(ports.log, 'AskedParcels', order.orderId))
  const numbers = order.packages.flatMap(({ invoiceNumber, trackingNumber }) =>
    trackingNumber ? [invoiceNumber, trackingNumber] : [invoiceNumber]
  )
  if (numbers.length === 0) return
  ports.numbers
    .see(order.orderId, [...new Set(numbers)])
    .catch(told(ports.log, 'NumberIndex', order.orderId))
}

function noteNames({ invoiceNames, log }: Ports, { orderId, packages }: Order): void {
  const invoices = outputPackages(packages).map((one) => ({
    invoiceNumber: one.invoiceNumber,
    names: namesOfPackage(one),
  }))
  if (invoices.length === 0) return
  invoiceNames?.see(orderId, invoices).catch(told(log, 'InvoiceNames', orderId))
}

function told(log: Log, flow: string, orderId: string): (error: unknown) => void {
  return (error) => log.warn({ flow, orderId, detail: isFault(error) ? error.message : 'failed' })
}
