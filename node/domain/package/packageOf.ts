import type { Order, Package } from '../order/order'
import { isSameInvoiceNumber } from './invoiceNumber'

/** The package of a number; the sale where a return bears the same. */
export function packageOf(order: Order, invoiceNumber: string): Package | null {
  const bearing = order.packages.filter((one) =>
    isSameInvoiceNumber(one.invoiceNumber, invoiceNumber)
  )
  return bearing.find(({ type }) => type === 'OUTPUT') ?? bearing[0] ?? null
}
