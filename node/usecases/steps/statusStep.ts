import { recordOf } from '../../domain/journal/record'
import { retryAt, type WrittenSend } from '../../domain/journal/waiting'
import { epochOf } from '../../domain/values/instant'
import type { JournalEvent } from '../../domain/journal/event'
import type { TrackingIntent } from '../../domain/journal/intent'
import type { OutgoingEvent, OutgoingTrackingStatus } from '../../domain/package/outgoing'
import { isDelivered } from '../../domain/standing/stage'
import type { Order, Package } from '../../domain/order/order'
import { blocking } from '../../domain/problem/problems'
import { findTracked } from '../../domain/tracking/trackedPackage'
import { newEvents } from '../../domain/package/trackingEvents'
import { withEdits } from '../../domain/tracking/trackingEdit'
import {
  decideTrackingStatus,
  sameDeliveryDate,
  showsSent,
  showsStatus,
  type TrackingDecision,
} from '../../domain/tracking/trackingStatus'
import type { Accepted, TrackingStatusCommand } from '../commands'
import { packageOf } from '../../domain/package/packageOf'
import { inStepWith } from '../../domain/journal/inStepWith'
import { standingIntents } from '../../domain/journal/intents'
import { takeBack } from '../journalEntries'
import type { HeldClaim, Journal, Ports } from '../ports'
import { readBackDeadline, readUntilShown } from '../writing/readBack'
import { sendOnce } from '../writing/sending'
import { settleTracking } from '../writing/settleTracking'
import { writeDownAndConfirm } from '../writing/writeDownAndConfirm'
import {
  DECIDE_AGAIN,
  refuse,
  unknownSince,
  type Attempt,
  type Call,
  type Decided,
  type Flow,
  type Judged,
  type OpenedOrder,
  type Step,
} from '../writing/step'
import { trackedStep, underWayTo, type TargetOf } from './trackedTarget'

export interface StatusAsked {
  readonly target: TargetOf
  readonly command: TrackingStatusCommand
  readonly accept: Accepted
}

/** Adds the events that are not recorded yet, and the delivery (design §2.4). */
export function statusStep(call: Call, told: string | null, asked: StatusAsked): Step {
  const flow: Flow = {
    ...call,
    invoiceNumber: told,
    operation: 'UPDATE_TRACKING_STATUS',
    name: 'UpdateTrackingStatus',
  }
  return trackedStep(flow, asked.target, (ports, opened, invoiceNumber) =>
    judged(ports, flow, asked, opened, invoiceNumber)
  )
}

function judged(
  ports: Ports,
  flow: Flow,
  { command, accept }: StatusAsked,
  { order, journal }: OpenedOrder,
  invoiceNumber: string
): Judged {
  const nowMs = ports.clock.now()
  const found = findTracked(order, standingIntents(journal, order, nowMs), invoiceNumber)
  if ('problem' in found)
    return { ended: { ...refuse(order, found.problem), journal, invoiceNumber } }
  const { stored } = found
  const open = inStepWith(journal, order, nowMs)
  const underWay = underWayTo(stored, open.tracking)
  const accepted = underWayTo(stored, open.edits).filter(({ isAccepted }) => isAccepted)
  const record = recordOf(journal.invoices, stored.invoiceNumber)
  const expected = withEdits(stored, accepted)
  const givenUp = underWayTo(stored, open.givenUp)
  const gone = givenUp.flatMap(({ events }) => events)
  const decision = decideTrackingStatus(expected, underWay, record, command, nowMs, gone)
  const events: readonly JournalEvent[] = [{ order, nowMs, happened: 'ORDER_READ', known: journal }]
  const common = { journal, events, invoiceNumber: stored.invoiceNumber }
  if (decision.isKnown)
    return { ended: { ...known(order, stored, decision, [...underWay, ...givenUp]), ...common } }
  const stopping = blocking(decision.problems, accept)
  if (stopping.length > 0) return { ended: { ...refuse(order, ...stopping), ...common } }
  const situation = { flow, order, journal, stored, underWay, givenUp }
  return {
    invoiceNumber: stored.invoiceNumber,
    send: (claim) => sendStatus(ports, { ...situation, claim }, decision),
    leaves: null,
  }
}

/** Nothing to send: the package shows it all, or an earlier call brought it to OMS. */
function known(
  order: Order,
  stored: Package,
  { problems, asked }: TrackingDecision,
  underWay: readonly TrackingIntent[]
): Attempt {
  const found = problems.filter(({ code }) => code !== 'EVENTS_ALL_KNOWN')
  if (found.length > 0) return refuse(order, ...found)
  const awaited = awaitedFor(asked, stored, underWay)
  if (awaited.length === 0) return { outcome: 'ALREADY_APPLIED', order, problems }
  const unanswered = awaited.find(({ state }) => state !== 'ACCEPTED')
  if (unanswered) return unknownSince(unanswered, { order })
  return { outcome: 'ACCEPTED', order }
}

/** Those of the earlier sends that bring what was asked for and is not shown yet. */
function awaitedFor(
  asked: OutgoingTrackingStatus,
  stored: Package,
  underWay: readonly TrackingIntent[]
): readonly TrackingIntent[] {
  const missing = newEvents(asked.events, stored.courierStatus?.events ?? [])
  const isSame = asked.isDelivered === isDelivered(stored)
  const hasDate = sameDeliveryDate(asked, stored)
  return underWay.filter(
    (intent) =>
      newEvents(missing, intent.events).length < missing.length ||
      (!(isSame && hasDate) && intent.isDelivered === asked.isDelivered)
  )
}

interface Situation {
  readonly flow: Flow
  readonly claim: HeldClaim
  readonly order: Order
  readonly journal: Journal
  readonly stored: Package
  readonly underWay: readonly TrackingIntent[]
  readonly givenUp: readonly TrackingIntent[]
}

/** Written down before it goes out: an accepted event that OMS does not show yet must not go twice. */
async function sendStatus(
  ports: Ports,
  situation: Situation,
  decision: TrackingDecision
): Promise<Decided> {
  const { flow, claim, order, journal, stored, underWay } = situation
  const { status, wanted, summary } = decision
  const { orderId } = flow
  const { invoiceNumber } = stored
  const planned: Omit<TrackingIntent, 'sentAt'> = {
    ...wanted,
    invoiceNumber,
    id: ports.newId(),
    actor: ports.caller.actor,
    state: 'SENDING',
    fresh: newEvents(wanted.events, stored.courierStatus?.events ?? []),
    unseen: Math.max(0, ...underWay.map(({ unseen }) => unseen ?? 0)),
  }
  const { id } = planned
  const written = await writeDownAndConfirm(
    ports,
    claim,
    flow,
    journal,
    (sentAt) => [
      { order, happened: 'ORDER_READ', nowMs: ports.clock.now() },
      {
        summary,
        happened: 'STATUS_WRITTEN',
        intent: { ...planned, sentAt },
        instead: underWay.map((intent) => intent.id),
      },
    ],
    (sentAt) => [{ happened: 'STATUS_WRITTEN_AGAIN', intent: { ...planned, sentAt } }]
  )
  if (written.result === 'CHANGED') return DECIDE_AGAIN
  const common = { journal, summary, invoiceNumber, entryId: id }
  const retreat = (): Promise<boolean> =>
    takeBack(ports, flow, id, { id, happened: 'STATUS_TAKEN_BACK', restored: underWay })
  if (written.result === 'NOT_SENT')
    return (await retreat())
      ? { ...common, ...refuse(order, written.problem) }
      : unknownSince({ sentAt: written.at }, { ...common, order })
  const intent: TrackingIntent = { ...planned, sentAt: written.sentAt }
  const sent = await sendOnce(ports, 'ShippingAction', () =>
    ports.orders.updateTrackingStatus(orderId, invoiceNumber, status)
  )
  if (sent.result === 'FAILED')
    return (await retreat())
      ? { ...common, order, outcome: 'FAILED', problems: [sent.problem] }
      : unknownSince(intent, { ...common, order })
  const receipt = sent.result === 'TAKEN' ? sent.answer : null
  const ended: TrackingIntent = { ...intent, endedAt: sent.endedAt }
  const followed = await followUp(ports, situation, decision, ended)
  return outcomeOf(
    { ...common, receipt, order: followed.order },
    decision,
    situation,
    ended,
    followed
  )
}

interface Followed {
  readonly order: Order
  /** True where the package shows all that this call named. */
  readonly isShown: boolean
  /** True where it shows all that was ever sent to it. */
  readonly isSettled: boolean
  readonly onTheirWay?: readonly OutgoingEvent[]
}

/** Reads until the package shows what this call named; what vanished meanwhile is put back. */
async function followUp(
  ports: Ports,
  { flow, claim, order, stored, givenUp }: Situation,
  { status, asked }: TrackingDecision,
  intent: TrackingIntent
): Promise<Followed> {
  const deadline = readBackDeadline(ports)
  const shows = (judge: (shown: Package) => boolean) => (read: Order) => {
    const shown = packageOf(read, stored.invoiceNumber)
    return shown !== null && judge(shown)
  }
  const back = await readUntilShown(
    ports,
    flow.orderId,
    deadline,
    shows((shown) => showsSent(shown, stored, status))
  )
  const seen = back.order ?? order
  if (!back.isShown) return { order: seen, isShown: false, isSettled: false }
  const settled = await settleTracking(ports, flow, claim, intent, seen, deadline)
  const { isSettled, onTheirWay } = settled
  // Nobody waits for what was given up.
  const gone = givenUp.flatMap(({ events }) => events)
  const awaited = { ...asked, events: newEvents(asked.events, gone) }
  const isThere = shows((shown) => showsStatus(shown, awaited))
  if (!onTheirWay || isThere(settled.order))
    return {
      ...settled,
      isShown: isSettled || (onTheirWay !== undefined && isThere(settled.order)),
    }
  // An earlier call brought the rest of it to OMS, or tried to.
  const rest = await readUntilShown(ports, flow.orderId, deadline, isThere)
  return { isSettled, onTheirWay, order: rest.order ?? settled.order, isShown: rest.isShown }
}

/** APPLIED where the package shows what this call named. What it does not show yet, whoever sent it, is not done. */
function outcomeOf(
  attempt: Omit<Attempt, 'outcome'>,
  { asked }: TrackingDecision,
  { stored, underWay, givenUp }: Situation,
  intent: TrackingIntent,
  { order, isShown, isSettled, onTheirWay }: Followed
): Attempt {
  const { receipt } = attempt
  if (isShown && isSettled)
    return {
      ...attempt,
      outcome: 'APPLIED',
      events: [{ happened: 'STATUS_SHOWN', id: intent.id }],
    }
  const isTaken = Boolean(receipt) && underWay.every(({ state }) => state === 'ACCEPTED')
  const left: TrackingIntent = {
    ...intent,
    state: isTaken ? 'ACCEPTED' : 'SENDING',
    // What is left came from an earlier call: it has its time from then on.
    ...(onTheirWay ? { fresh: onTheirWay, ...earliest([intent, ...underWay]) } : {}),
  }
  const events: readonly JournalEvent[] = [{ happened: 'STATUS_LEFT', intent: left }]
  if (isShown) return { ...attempt, outcome: 'APPLIED', events }
  const shown = packageOf(order, stored.invoiceNumber) ?? stored
  const unanswered = awaitedFor(asked, shown, [...underWay, ...givenUp]).find(
    ({ state }) => state !== 'ACCEPTED'
  )
  if (receipt && !unanswered) return { ...attempt, outcome: 'ACCEPTED', events }
  return unknownSince((receipt ? unanswered : intent)!, { ...attempt, events })
}

/** Of the send whose time is over first. */
function earliest(intents: readonly TrackingIntent[]): WrittenSend {
  const [{ sentAt, endedAt }] = [...intents].sort(
    (a, b) => epochOf(retryAt(a)) - epochOf(retryAt(b))
  )
  return { sentAt, endedAt }
}
