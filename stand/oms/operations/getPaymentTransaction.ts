import { json } from '../answers'
import type { OrderOperation } from './call'

/** The order's first transaction, as far as an order shows it (oms §2.8). */
export const getPaymentTransaction: OrderOperation = (_world, { order }) => {
  const transaction = order.paymentData?.transactions?.[0]
  const status = order.status === 'invoiced' ? 'Finished' : 'Approved'
  return json(200, {
    status,
    isActive: transaction?.isActive ?? true,
    transactionId: transaction?.transactionId ?? null,
    merchantName: transaction?.merchantName ?? null,
    payments: transaction?.payments ?? [],
  })
}
