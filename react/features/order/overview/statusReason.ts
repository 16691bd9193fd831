import type { Order, Problem } from '../../../shared/order/orderTypes'
import { reasonAgainst } from '../orderModel'

/** Why VTEX takes no invoice in a status: `order.reason-…` holds the sentence. */
export type StatusReason =
  | 'payment'
  | 'payment-approval'
  | 'payment-denied'
  | 'approval'
  | 'seller'
  | 'cancel-window'
  | 'seller-window'
  | 'warehouse'
  | 'verifying'
  | 'verifying-stuck'
  | 'creation-error'
  | 'replaced'
  | 'canceling'
  | 'canceled'
  | 'invoiced'
  | 'unknown'

const REASONS: Record<string, StatusReason> = {
  'order-created': 'payment',
  'on-order-completed': 'payment',
  'on-order-completed-ffm': 'payment',
  'order-completed': 'payment',
  'payment-pending': 'payment',
  'window-to-change-payment': 'payment',
  'approve-payment': 'payment-approval',
  'payment-denied': 'payment-denied',
  'order-accepted': 'approval',
  'waiting-for-order-authorization': 'approval',
  'waiting-for-sellers-confirmation': 'approval',
  'waiting-ffmt-authorization': 'approval',
  'waiting-for-authorization': 'approval',
  'waiting-for-manual-authorization': 'approval',
  'waiting-for-mkt-authorization': 'approval',
  'authorize-fulfillment': 'approval',
  'payment-approved': 'seller',
  'window-to-cancel': 'cancel-window',
  'window-to-change-seller': 'seller-window',
  'waiting-for-fulfillment': 'warehouse',
  'release-to-fulfillment': 'warehouse',
  'ready-for-invoicing': 'warehouse',
  invoice: 'verifying',
  'invoice-after-cancellation-deny': 'verifying',
  'order-create-error': 'creation-error',
  'order-creation-error': 'creation-error',
  replaced: 'replaced',
  'cancellation-request-denied-ffm': 'canceling',
  'request-cancel': 'canceling',
  'waiting-for-seller-decision': 'canceling',
  cancel: 'canceling',
  canceled: 'canceled',
  invoiced: 'invoiced',
}

/** Statuses that come after the payment, although nothing can be handled or invoiced in them. */
const PAID = [
  'payment-approved',
  'window-to-cancel',
  'window-to-change-seller',
  'waiting-for-fulfillment',
  'release-to-fulfillment',
  'ready-for-invoicing',
  'invoice',
  'invoice-after-cancellation-deny',
]

export function statusReason(status: string): StatusReason {
  return REASONS[status] ?? 'unknown'
}

export function isPaid(status: string): boolean {
  return PAID.includes(status)
}

/** What stands in the form's place: a problem of its own, else the sentence of the order's status. */
export function invoiceReason(
  order: Pick<Order, 'blocked' | 'status' | 'attention'>
): { problem: Problem } | { status: StatusReason } {
  const problem = reasonAgainst(order, 'NOTIFY_INVOICE')

  if (problem && problem.code !== 'ORDER_STATE_FORBIDS') return { problem }
  const reason = statusReason(order.status)
  const isStuck = order.attention.some(({ code }) => code === 'ORDER_STUCK')

  return { status: reason === 'verifying' && isStuck ? 'verifying-stuck' : reason }
}
