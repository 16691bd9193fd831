/** NOT_READY and CANCELED. */
import * as sku from '../catalog'
import * as people from '../people'
import type { OrderPlan } from '../plan'
import { BRAZIL } from '../stores'

const plain = (
  orderId: string,
  note: string,
  status: string,
  hoursAgo: number,
  more: Partial<OrderPlan> = {}
): OrderPlan => ({
  orderId,
  note,
  status,
  hoursAgo,
  customer: people.BENTO,
  store: BRAZIL,
  lines: [{ sku: sku.COFFEE, quantity: 1 }],
  shipping: 1_490,
  ...more,
})

export const closed: OrderPlan[] = [
  plain('1300080000801-01', 'NOT_READY: payment-pending', 'payment-pending', 1),
  plain('1300080000802-01', 'NOT_READY: window-to-cancel', 'window-to-cancel', 1.5),
  plain(
    '1300080000803-01',
    'NOT_READY: payment-approved, nothing invoiced: waits for the seller',
    'payment-approved',
    2.5
  ),
  plain('1300080000804-01', 'CANCELED', 'canceled', 95, {
    shape: (order) => {
      order.cancelReason = 'Cliente desistiu'
      order.cancellationData = {
        RequestedByUser: true,
        RequestedBySystem: false,
        RequestedBySellerNotification: false,
        RequestedByPaymentNotification: false,
        Reason: 'Cliente desistiu',
        CancellationDate: order.lastChange.replace('+00:00', 'Z'),
      }
    },
  }),
  plain('1300080000805-01', 'CANCELED: on its way there, status cancel', 'cancel', 45),
]
