import type { Order } from '../../domain/order/order'
import {
  addActivity,
  markUnseen,
  dropTracking,
  inStepWith,
  inTurn,
  isPast,
} from '../journalEntries'
import { instantAt } from '../../domain/values/instant'
import type { TrackingIntent } from '../../domain/journal/intent'
import type { HeldClaim, Journal, Ports } from '../ports'
import { readBackDeadline } from './readBack'
import { missingFrom, settleTracking } from './settleTracking'
import type { Flow } from './writeOrder'

/**
 * Puts back what an earlier call left half done: events that vanished when a list or an invoice was replaced and nobody
 * lived to send them again. What may only be on its way is left alone until it is overdue. True where anything was done.
 */
export async function restoreTracking(
  ports: Ports,
  flow: Flow,
  claim: HeldClaim,
  order: Order,
  journal: Journal
): Promise<boolean> {
  const nowMs = ports.clock.now()
  const broken = (inStepWith(order, nowMs)(journal).tracking ?? []).filter((intent) =>
    hasLost(order, intent, nowMs)
  )
  if (broken.length === 0 || !(await claim.confirm())) return false
  let seen = order
  const ends: ((journal: Journal) => Journal)[] = []
  for (const intent of broken) {
    // Events that showed and vanished are another matter: what was taken did show.
    const unseen = missingFrom(seen, intent)?.hasVanished ? 0 : (intent.unseen ?? 0)
    const isHopeless = unseen >= MOST_UNSEEN
    const settled = isHopeless
      ? null
      : await settleTracking(ports, flow, claim, intent, seen, readBackDeadline(ports, flow))
    seen = settled?.order ?? seen
    ends.push(
      settled && !settled.isSettled
        ? markUnseen(intent.id, unseen + (settled.isTakenUnseen ? 1 : 0))
        : dropTracking([intent.id]),
      addActivity({
        invoiceNumber: intent.invoiceNumber,
        actor: intent.actor,
        at: instantAt(ports.clock.now()),
        operation: 'UPDATE_TRACKING_STATUS',
        outcome: settled?.isSettled ? 'APPLIED' : 'UNKNOWN',
        receipt: null,
        summary: isHopeless ? GIVEN_UP : 'tracking history put back',
      })
    )
  }
  await ports.journals.update(flow.orderId, inTurn(...ends))
  return true
}

/** More would only make an OMS that shows it in other words hold it yet another time. */
const MOST_UNSEEN = 2
const GIVEN_UP = 'tracking history given up: OMS took it and does not show it'

/** Shown events are gone for sure; those on their way only when they have had their time to show. */
function hasLost(order: Order, intent: TrackingIntent, nowMs: number): boolean {
  const missing = missingFrom(order, intent)
  return missing !== null && (missing.hasVanished || isPast(intent.sentAt, nowMs))
}
