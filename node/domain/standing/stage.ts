import type { OrderLedger } from './ledger'
import type { Order, Package } from '../order/order'

export type Stage =
  | 'NOT_READY'
  | 'TO_HANDLE'
  | 'TO_INVOICE'
  | 'PARTIALLY_INVOICED'
  | 'TO_SHIP'
  | 'IN_TRANSIT'
  | 'DELIVERED'
  | 'CANCELED'

export type OrderAction =
  | 'START_HANDLING'
  | 'NOTIFY_INVOICE'
  | 'NOTIFY_RETURN'
  | 'UPDATE_PARTIAL_INVOICE'
  | 'UPDATE_TRACKING_STATUS'

export const TO_HANDLE_STATUSES: readonly string[] = [
  'ready-for-handling',
  'waiting-seller-handling',
]
export const HANDLING_STATUSES: readonly string[] = ['start-handling', 'handling']
/** A seller denies a requested cancellation by invoicing (oms §3 point 7): the order waits for that like one being handled. */
export const CANCELLATION_REQUESTED = 'cancellation-requested'
export const TO_INVOICE_STATUSES: readonly string[] = [...HANDLING_STATUSES, CANCELLATION_REQUESTED]
export const CANCELED_STATUSES: readonly string[] = ['cancel', 'canceled']
/** Another order goes on in its place: this one is neither invoiced nor delivered any more (oms §2.7). */
export const REPLACED_STATUS = 'replaced'

/** Where an order stands between payment and the door (design §2.6). */
export function stageOf(order: Order, ledger: OrderLedger): Stage {
  if (CANCELED_STATUSES.includes(order.status)) return 'CANCELED'
  if (isFullyInvoiced(order, ledger)) return shipmentStage(outputPackages(ledger.packages))
  if (ledger.invoicedValue > 0) return 'PARTIALLY_INVOICED'
  if (TO_HANDLE_STATUSES.includes(order.status)) return 'TO_HANDLE'
  if (TO_INVOICE_STATUSES.includes(order.status)) return 'TO_INVOICE'
  return 'NOT_READY'
}

/** True where OMS says invoiced, or where the Output invoices reach the order's value. */
export function isFullyInvoiced(order: Order, ledger: OrderLedger): boolean {
  if (order.status === 'invoiced') return true
  return ledger.invoicedValue > 0 && ledger.invoicedValue >= order.value
}

export function outputPackages(packages: readonly Package[]): readonly Package[] {
  return packages.filter(({ type }) => type === 'OUTPUT')
}

export function isDelivered(of: Package): boolean {
  return of.courierStatus?.finished ?? false
}

export function isShipped(of: Package): boolean {
  return Boolean(of.trackingNumber) || isDelivered(of) || (of.courierStatus?.events.length ?? 0) > 0
}

function shipmentStage(packages: readonly Package[]): Stage {
  if (packages.length === 0 || !packages.every(isShipped)) return 'TO_SHIP'
  return packages.every(isDelivered) ? 'DELIVERED' : 'IN_TRANSIT'
}
