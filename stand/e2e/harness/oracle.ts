import type { WireOrder, WirePackage } from '../../oms'

/** What the design says of an order, worked out from OMS's own JSON and apart from the app (design §2.6). */

const packagesOf = (order: WireOrder): WirePackage[] => order.packageAttachment?.packages ?? []

/** @unit cents */
export function outputSum(order: WireOrder): number {
  return packagesOf(order)
    .filter(({ type }) => type === 'Output')
    .reduce((sum, { invoiceValue }) => sum + invoiceValue, 0)
}

/** Null where the design's table does not speak of the status. */
export function stageBySpecification(order: WireOrder): string | null {
  const status = order.status ?? ''
  if (status === 'cancel' || status === 'canceled') return 'CANCELED'
  if (status === 'cancellation-requested') return null
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
  if (['start-handling', 'handling'].includes(status)) return 'TO_INVOICE'
  return 'NOT_READY'
}
