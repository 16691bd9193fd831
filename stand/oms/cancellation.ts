/** Cancel and what it leads to (oms §2.7, §3.8). */
import { dotNetDate } from './dates'
import { isRaceOn, wedge } from './invoicing'
import type { StoredOrder } from './state'
import { schedule, settleDelay, touch, type World } from './world'

/** The order goes to `cancel`, then to `canceled`. */
export function applyCancel(
  world: World,
  stored: StoredOrder,
  reason: string | null,
  requestedByUser: boolean
): void {
  const { order } = stored
  const { pending } = world.state
  const invoice = pending.find(
    (effect) => effect.kind === 'invoice' && effect.orderId === order.orderId
  )
  if (isRaceOn(world) && invoice !== undefined) {
    pending.splice(pending.indexOf(invoice), 1)
    wedge(world, stored)
    return
  }
  order.cancelReason = reason
  order.cancellationData = {
    RequestedByUser: requestedByUser,
    RequestedBySystem: false,
    RequestedBySellerNotification: !requestedByUser,
    RequestedByPaymentNotification: false,
    Reason: reason,
    CancellationDate: dotNetDate(world.now).replace('+00:00', 'Z'),
  }
  order.statusDescription = 'Cancelando'
  touch(world, stored, { status: 'cancel' })
  schedule(world, order.orderId, settleDelay(world.behaviour), { kind: 'canceled' })
}

/** The end, or with the bug one step back before it. */
export function applyCanceled(world: World, stored: StoredOrder): void {
  const { order } = stored
  if (order.status === 'canceled') {
    if (!world.behaviour.bugs['delay-in-canceling-the-order-in-marketplace'] || stored.flipped) {
      return
    }
    stored.flipped = true
    touch(world, stored, { status: 'cancel' })
    schedule(world, order.orderId, settleDelay(world.behaviour), { kind: 'canceled' })
    return
  }
  if (order.status !== 'cancel') return
  order.statusDescription = 'Cancelado'
  order.allowCancellation = false
  touch(world, stored, { status: 'canceled' })
  if (world.behaviour.bugs['delay-in-canceling-the-order-in-marketplace'] && !stored.flipped) {
    schedule(world, order.orderId, settleDelay(world.behaviour), { kind: 'canceled' })
  }
}
