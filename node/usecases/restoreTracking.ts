import type { Order } from '../domain/order'
import { addActivity, dropTracking, inStepWith, inTurn, isPast } from './journalEntries'
import { instantAt } from '../domain/instant'
import type { TrackingIntent } from '../domain/intent'
import type { HeldClaim, Journal, Ports } from './ports'
import { readBackDeadline } from './readBack'
import { missingFrom, settleTracking } from './settleTracking'
import type { Flow } from './writeOrder'

/**
 * Puts back what an earlier call left half done: events that vanished when a list or an invoice was replaced and nobody
 * lived to send them again. What may only be on its way is left alone until it is overdue.
 */
export async function restoreTracking(
  ports: Ports,
  flow: Flow,
  claim: HeldClaim,
  order: Order,
  journal: Journal
): Promise<{ readonly order: Order; readonly journal: Journal }> {
  const nowMs = ports.clock.now()
  const broken = (inStepWith(order, nowMs)(journal).tracking ?? []).filter((intent) =>
    hasLost(order, intent, nowMs)
  )
  if (broken.length === 0 || !(await claim.confirm())) return { order, journal }
  let seen = order
  const settledIds: string[] = []
  for (const intent of broken) {
    const settled = await settleTracking(ports, flow, intent, seen, readBackDeadline(ports, flow))
    seen = settled.order
    if (settled.isSettled) settledIds.push(intent.id)
  }
  const entries = broken.map(({ id, invoiceNumber, actor }) =>
    addActivity({
      invoiceNumber,
      actor,
      at: instantAt(ports.clock.now()),
      operation: 'UPDATE_TRACKING_STATUS',
      outcome: settledIds.includes(id) ? 'APPLIED' : 'UNKNOWN',
      receipt: null,
      summary: 'tracking history put back',
    })
  )
  const updated = await ports.journals.update(
    flow.orderId,
    inTurn(dropTracking(settledIds), ...entries)
  )
  return { order: seen, journal: updated }
}

/** Shown events are gone for sure; those on their way only when they have had their time to show. */
function hasLost(order: Order, intent: TrackingIntent, nowMs: number): boolean {
  const missing = missingFrom(order, intent)
  return missing !== null && (missing.hasVanished || isPast(intent.sentAt, nowMs))
}
