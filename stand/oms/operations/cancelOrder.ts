import { empty, json, refuse } from '../answers'
import { optionalText, readObject } from '../invoice'
import { isRaceOn } from '../invoicing'
import { expectedInvoices } from '../packages'
import { issueReceipt, schedule, touch } from '../world'
import type { OrderOperation } from './call'

/**
 * Cancel: a receipt, then `cancel`, then `canceled` (oms §2.7, §3.8).
 * @errors 400 with an Output invoice, when invoiced, incomplete or canceled already
 */
export const cancelOrder: OrderOperation = (world, stored, { body }) => {
  const { order } = stored
  const { bugs } = world.behaviour
  const fields = body === undefined ? {} : readObject(body)
  const reason = optionalText(fields, 'reason')
  if (order.isCompleted === false) {
    if (bugs['order-isnt-fully-canceled']) return json(200, issueReceipt(world, order.orderId))
    refuse(400, 'Incomplete order cannot be canceled')
  }
  if (order.status === 'start-handling' && bugs['orders-stuck-in-starthandling-status']) {
    refuse(400, 'Order status start-handling does not allow cancellation')
  }
  if (['invoice', 'invoiced', 'cancel', 'canceled'].includes(order.status ?? '')) {
    refuse(400, `Order status ${order.status} does not allow cancellation`)
  }
  const applied = order.packageAttachment?.packages ?? []
  const invoices = isRaceOn(world) ? applied : expectedInvoices(world, stored)
  if (invoices.some(({ type }) => type === 'Output')) {
    refuse(400, 'Partially invoiced order cannot be canceled')
  }
  const receipt = issueReceipt(world, order.orderId)
  schedule(world, order.orderId, world.behaviour.applyDelayMs, {
    kind: 'cancel',
    reason,
    requestedByUser: fields.requestedByUser === true,
  })
  return json(200, receipt)
}

/**
 * The seller keeps the order although somebody asked to cancel it (oms §2.7).
 * @errors 400 where no cancellation is requested
 */
export const denyCancellation: OrderOperation = (world, stored) => {
  if (stored.order.status !== 'cancellation-requested') {
    refuse(400, 'Order has no cancellation request')
  }
  const stuck = world.behaviour.bugs['order-stuck-at-seller-status-cancellationrequestdeniedffm']
  touch(world, stored, { status: stuck ? 'cancellation-request-denied-ffm' : 'handling' })
  return empty(204)
}
