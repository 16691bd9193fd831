/** What receipts promised, once their time has come (oms §0, §3). No timers: the clock is asked. */
import { applyCancel, applyCanceled } from './cancellation'
import { applyChangeV1, applyChangeV2 } from './changes'
import { applyInvoice, applySettle } from './invoicing'
import { reindex, touch, type World } from './world'
import { applyTracking, applyTrackingStatus } from './tracking'
import type { Effect, StoredOrder } from './state'

/** Brings the state up to `now`: every effect that is due, in the order it was due. */
export function advance(world: World, now: number): void {
  for (;;) {
    const next = nextDue(world.state.pending, now)
    if (next === null) break
    world.state.pending.splice(world.state.pending.indexOf(next), 1)
    const stored = world.state.orders[next.orderId]
    if (stored === undefined) continue
    world.now = next.dueAt
    apply(world, stored, next)
  }
  world.now = now
}

function nextDue(pending: Effect[], now: number): Effect | null {
  let next: Effect | null = null
  for (const effect of pending) {
    if (effect.dueAt > now) continue
    const earlier =
      next === null ||
      effect.dueAt < next.dueAt ||
      (effect.dueAt === next.dueAt && effect.turn < next.turn)
    if (earlier) next = effect
  }
  return next
}

function apply(world: World, stored: StoredOrder, effect: Effect): void {
  switch (effect.kind) {
    case 'handling':
      return applyHandling(world, stored)
    case 'invoice':
      return applyInvoice(world, stored, effect.invoice)
    case 'settle':
      return applySettle(world, stored)
    case 'tracking':
      return applyTracking(world, stored, effect.invoiceNumber, effect.fields)
    case 'trackingStatus':
      return applyTrackingStatus(world, stored, effect.invoiceNumber, effect.status)
    case 'cancel':
      return applyCancel(world, stored, effect.reason, effect.requestedByUser)
    case 'canceled':
      return applyCanceled(world, stored)
    case 'changeV1':
      return applyChangeV1(world, stored, effect.change)
    case 'changeV2':
      return applyChangeV2(world, stored, effect.requestId)
  }
}

function applyHandling(world: World, stored: StoredOrder): void {
  if (stored.order.status !== 'start-handling') return
  const { bugs } = world.behaviour
  if (bugs['orders-stuck-in-starthandling-status']) return
  if (bugs['two-different-workflows-for-the-same-order-resulting-in-status-detailstatenull']) {
    stored.order.statusDescription = 'detail.state.null'
    touch(world, stored, { status: null })
    return
  }
  stored.order.statusDescription = 'Preparando Entrega'
  touch(world, stored, { status: 'handling' })
  reindex(world, stored)
}
