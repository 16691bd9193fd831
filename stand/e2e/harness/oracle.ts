import type { WireOrder, WirePackage } from '../../oms'

/** What the design says of an order, worked out from OMS's own JSON and apart from the app (design §2.6). */

const packagesOf = (order: WireOrder): WirePackage[] => order.packageAttachment?.packages ?? []

/** @unit cents */
export function outputSum(order: WireOrder): number {
  return packagesOf(order)
    .filter(({ type }) => type === 'Output')
    .reduce((sum, { invoiceValue }) => sum + invoiceValue, 0)
}

/** A requested cancellation, of which the design's table does not speak, may be denied by an invoice (oms §3.7). */
export function stageBySpecification(order: WireOrder): string {
  const status = order.status ?? ''
  if (status === 'cancel' || status === 'canceled') return 'CANCELED'
  const sum = outputSum(order)
  const outputs = packagesOf(order).filter(({ type }) => type === 'Output')
  if (status === 'invoiced' || (sum > 0 && sum >= order.value)) {
    const shipped = outputs.every(
      (one) =>
        Boolean(one.trackingNumber) ||
        (one.courierStatus?.data ?? []).length > 0 ||
        one.courierStatus?.finished === true
    )
    if (outputs.length === 0 || !shipped) return 'TO_SHIP'
    return outputs.every(({ courierStatus }) => courierStatus?.finished)
      ? 'DELIVERED'
      : 'IN_TRANSIT'
  }
  if (sum > 0) return 'PARTIALLY_INVOICED'
  if (['ready-for-handling', 'waiting-seller-handling'].includes(status)) return 'TO_HANDLE'
  if (['start-handling', 'handling', 'cancellation-requested'].includes(status)) return 'TO_INVOICE'
  return 'NOT_READY'
}
