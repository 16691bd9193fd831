import type { Order } from '../../domain/order/order'
import { inStepWith } from '../../domain/journal/inStepWith'
import { instantAt } from '../../domain/values/instant'
import { begun } from '../../domain/journal/activity'
import type { JournalEvent } from '../../domain/journal/event'
import type { TrackingIntent } from '../../domain/journal/intent'
import { isPast } from '../../domain/journal/waiting'
import { enter } from '../journalEntries'
import type { ActivityEntry, HeldClaim, Journal, Outcome, Ports } from '../ports'
import { readBackDeadline } from './readBack'
import { missingFrom, settleTracking } from './settleTracking'
import type { Call } from './step'

/**
 * Puts back what an earlier call left half done: events that vanished when a list or an invoice was replaced and nobody
 * lived to send them again. What may only be on its way is left alone until it is overdue. True where anything was done.
 */
export async function restoreTracking(
  ports: Ports,
  call: Call,
  claim: HeldClaim,
  order: Order,
  journal: Journal
): Promise<boolean> {
  const nowMs = ports.clock.now()
  const { tracking } = inStepWith(journal, order, nowMs)
  const broken = tracking.filter((intent) => hasLost(order, intent, nowMs))
  if (broken.length === 0 || !(await claim.confirm())) return false
  let seen = order
  for (const intent of broken) {
    // Events that showed and vanished are another matter: what was taken did show.
    const unseen = missingFrom(seen, intent)?.hasVanished ? 0 : (intent.unseen ?? 0)
    const { invoiceNumber, actor } = intent
    const entry: Entry = { invoiceNumber, actor, operation: 'UPDATE_TRACKING_STATUS' }
    if (unseen >= MOST_UNSEEN) {
      const words = intent.state === 'ACCEPTED' ? GIVEN_UP : GIVEN_UP_UNTAKEN
      await tell(ports, call, { intent, happened: 'STATUS_GIVEN_UP' }, entry, 'UNKNOWN', words)
      continue
    }
    const id = ports.newId()
    const at = instantAt(ports.clock.now())
    const settled = await settleTracking(
      ports,
      call,
      claim,
      intent,
      seen,
      readBackDeadline(ports),
      begun({ ...entry, id, at, summary: PUT_BACK })
    )
    seen = settled.order
    const isTaken = settled.unseen === 'TAKEN'
    const weight = settled.unseen ? WEIGHT[settled.unseen] : 0
    const end: JournalEvent = settled.isSettled
      ? { happened: 'STATUS_SHOWN', id: intent.id }
      : { isTaken, happened: 'STATUS_UNSEEN', id: intent.id, unseen: unseen + weight }
    const outcome = settled.isSettled ? 'APPLIED' : isTaken ? 'ACCEPTED' : 'UNKNOWN'
    await tell(ports, call, end, { ...entry, id }, outcome, PUT_BACK)
  }
  return true
}

type Entry = Pick<ActivityEntry, 'id' | 'invoiceNumber' | 'actor' | 'operation'>

async function tell(
  ports: Ports,
  { orderId }: Call,
  end: JournalEvent,
  entry: Entry,
  outcome: Outcome,
  summary: string
): Promise<void> {
  const at = instantAt(ports.clock.now())
  const told: ActivityEntry = { ...entry, at, outcome, summary, receipt: null }
  await enter(ports, orderId, [end, { happened: 'TOLD', entry: told }])
}

/**
 * More would only make an OMS that shows it in other words hold it yet another time: after two that OMS took, or six that
 * may have got lost on the way.
 */
const MOST_UNSEEN = 6
const WEIGHT = { TAKEN: 3, UNANSWERED: 1 } as const
const GIVEN_UP = 'tracking history given up: OMS took it and does not show it'
const GIVEN_UP_UNTAKEN =
  'tracking history given up: it was sent again and again, and OMS does not show it'
const PUT_BACK = 'tracking history put back'

/** Shown events are gone for sure; those on their way only when they have had their time to show. */
function hasLost(order: Order, intent: TrackingIntent, nowMs: number): boolean {
  const missing = missingFrom(order, intent)
  return missing !== null && (missing.hasVanished || isPast(intent, nowMs))
}
