import { namesOfReport } from '../../domain/carriers/names'
import {
  invoiceOf,
  withTellings,
  withTold,
  type OrderParcels,
  type Told,
} from '../../domain/carriers/orderParcels'
import { hasNews } from '../../domain/carriers/whatToTell'
import type { LanePorts } from './ports'
import { DONE, LATER, tellInvoice, type InvoiceEnd } from './tellInvoice'

export interface OrderEnds {
  /** By the invoices' numbers as they were asked for. */
  readonly ends: ReadonlyMap<string, InvoiceEnd>
  readonly parcels: OrderParcels
}

/**
 * What messages tell of one order: first written down, in words that stay, then told to OMS, an invoice after the other,
 * then written down that it is told. Whoever dies in between is followed by somebody who finds the same words, so that
 * OMS's own list and the order's journal show what went out. Where nothing is new, OMS is not asked.
 */
export async function tellOrder(
  ports: LanePorts,
  orderId: string,
  told: ReadonlyMap<string, readonly Told[]>,
  connectors: readonly string[],
  until: number
): Promise<OrderEnds> {
  const withAll = (order: OrderParcels): OrderParcels =>
    [...told].reduce((all, [number, of]) => withTold(all, number, of), order)
  const before = await ports.parcels.read(orderId)
  let parcels = withAll(before) === before ? before : await ports.parcels.change(orderId, withAll)
  const ends = new Map<string, InvoiceEnd>()
  for (const invoiceNumber of told.keys()) {
    const known = invoiceOf(parcels, invoiceNumber)
    if (!hasNews(known, ports.clock.now())) {
      ends.set(invoiceNumber, DONE)
    } else if (!(await ports.turn(until))) {
      ends.set(invoiceNumber, LATER)
    } else {
      const end = await tellInvoice(ports.portsOf(actorOf(connectors)), orderId, known)
      ends.set(invoiceNumber, end)
      const { tellings, isDelivered } = end
      if (tellings.size > 0 || (isDelivered && !known.isDeliveryTold))
        parcels = await ports.parcels.change(orderId, (order) =>
          withTellings(order, invoiceNumber, tellings, isDelivered)
        )
      if (end.problem?.code === 'INVOICE_NOT_FOUND')
        await forget(ports, orderId, invoiceNumber, told.get(invoiceNumber)!)
    }
  }
  return { ends, parcels }
}

/** Found under a name that the invoice does not bear any more: whoever comes next waits for the right one. */
async function forget(
  { index }: LanePorts,
  orderId: string,
  invoiceNumber: string,
  told: readonly Told[]
): Promise<void> {
  const names = new Set(told.flatMap(({ reports }) => reports.flatMap(namesOfReport)))
  for (const name of names) await index.forget(name, { orderId, invoiceNumber })
}

/** As the order's activity names them. */
function actorOf(connectors: readonly string[]): string {
  return `carrier: ${[...new Set(connectors)].sort().join(', ')}`
}
