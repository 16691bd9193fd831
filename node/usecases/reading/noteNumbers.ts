import { namesOfPackage } from '../../domain/carriers/names'
import { cleanInvoiceKey } from '../../domain/fiscal/accessKey'
import { hashOfKey } from '../../domain/fiscal/identity'
import { outputPackages } from '../../domain/standing/stage'
import { isFault } from '../../domain/problem/fault'
import type { Order } from '../../domain/order/order'
import type { Log, Ports } from '../ports'

/**
 * Feeds the search by what OMS does not look at, and what carriers' parcels are found by. Nobody waits for it, and a
 * failure costs a search, or lets a carrier's message wait until the order is looked at again.
 */
export function noteNumbers(ports: Ports, order: Order): void {
  noteNames(ports, order)
  ports.openParcels?.see(order).catch(told(ports.log, 'AskedParcels', order.orderId))
  const numbers = numbersOf(order)
  if (numbers.length === 0) return
  ports.numbers.see(order.orderId, numbers).catch(told(ports.log, 'NumberIndex', order.orderId))
}

/** What OMS's own search does not look at: invoices, keys, parcels, and the marketplace's name for the order (oms §4). */
function numbersOf({ orderId, marketplace, packages }: Order): readonly string[] {
  const known = packages.flatMap(({ invoiceNumber, invoiceKey, trackingNumber }) => [
    invoiceNumber,
    invoiceKey && hashOfKey(cleanInvoiceKey(invoiceKey)),
    trackingNumber,
  ])
  const named = [marketplace?.orderId, ...known].filter((name): name is string => Boolean(name))
  return [...new Set(named)].filter((name) => name !== orderId)
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
