import { instantAt } from '../domain/values/instant'
import type { TrackingIntent } from '../domain/journal/intent'
import { isSameInvoiceNumber } from '../domain/package/invoiceNumber'
import type { Order, Package } from '../domain/order/order'
import { blocking, problem } from '../domain/problem/problems'
import { findTracked } from '../domain/tracking/trackedPackage'
import { newEvents } from '../domain/package/trackingEvents'
import { withEdits } from '../domain/tracking/trackingEdit'
import {
  decideTrackingStatus,
  showsSent,
  type TrackingDecision,
} from '../domain/tracking/trackingStatus'
import type { Accepted, TrackingStatusCommand, WriteResult } from './commands'
import {
  acceptTracking,
  addTracking,
  changeTracking,
  dropTracking,
  inStepWith,
  inTurn,
  packageOf,
  recordOf,
  standingIntents,
} from './journalEntries'
import type { HeldClaim, Journal, Ports } from './ports'
import { openOrder } from './writing/openOrder'
import { readBackDeadline, readUntilShown } from './writing/readBack'
import { sendOnce } from './writing/sending'
import { settleTracking } from './writing/settleTracking'
import { writeDownAndConfirm } from './writing/writeDownAndConfirm'
import {
  DECIDE_AGAIN,
  orderNotFound,
  refuse,
  writeOrder,
  type Attempt,
  type Decided,
  type Flow,
} from './writing/writeOrder'

/** Adds the events that are not recorded yet, and the delivery (design §2.4). */
export function updateTrackingStatus(
  ports: Ports,
  orderId: string,
  invoiceNumber: string,
  command: TrackingStatusCommand,
  accept: Accepted
): Promise<WriteResult> {
  const flow: Flow = {
    orderId,
    startedAt: ports.clock.now(),
    invoiceNumber,
    operation: 'UPDATE_TRACKING_STATUS',
    name: 'UpdateTrackingStatus',
  }
  return writeOrder(ports, flow, async (claim) => {
    const opened = await openOrder(ports, flow, claim, invoiceNumber)
    if (opened === null) return orderNotFound(orderId)
    const { order, journal } = opened
    const nowMs = ports.clock.now()
    const found = findTracked(order, standingIntents(journal, order, nowMs), invoiceNumber)
    if ('problem' in found) return { ...refuse(order, found.problem), journal }
    const { stored } = found
    const open = inStepWith(order, nowMs)(journal)
    const underWay = underWayTo(stored, open.tracking)
    const accepted = underWayTo(stored, open.edits).filter(({ isAccepted }) => isAccepted)
    const record = recordOf(journal, stored.invoiceNumber)
    const expected = withEdits(stored, accepted)
    const decision = decideTrackingStatus(expected, underWay, record, command, nowMs)
    const change = inStepWith(order, nowMs)
    if (decision.isKnown) return known(order, journal, decision, underWay, change)
    const stopping = blocking(decision.problems, accept)
    if (stopping.length > 0) return { ...refuse(order, ...stopping), journal, change }
    return sendStatus(ports, { flow, claim, order, journal, stored, underWay }, decision)
  })
}

function underWayTo<T extends { readonly invoiceNumber: string }>(
  stored: Package,
  written: readonly T[] | undefined
): readonly T[] {
  return (written ?? []).filter(({ invoiceNumber }) =>
    isSameInvoiceNumber(invoiceNumber, stored.invoiceNumber)
  )
}

/** Nothing to send: the package shows it all, or an earlier call brought it to OMS. */
function known(
  order: Order,
  journal: Journal,
  decision: TrackingDecision,
  underWay: readonly TrackingIntent[],
  change: Attempt['change']
): Attempt {
  const problems = decision.problems.filter(({ code }) => code !== 'EVENTS_ALL_KNOWN')
  if (problems.length > 0) return { ...refuse(order, ...problems), journal, change }
  const [open] = underWay
  if (!open)
    return { outcome: 'ALREADY_APPLIED', order, journal, change, problems: decision.problems }
  if (open.state === 'ACCEPTED') return { outcome: 'ACCEPTED', order, journal, change }
  const unknown = problem('OMS_OUTCOME_UNKNOWN', { facts: { sentAt: open.sentAt } })
  return { outcome: 'UNKNOWN', order, journal, change, problems: [unknown] }
}

interface Situation {
  readonly flow: Flow
  readonly claim: HeldClaim
  readonly order: Order
  readonly journal: Journal
  readonly stored: Package
  readonly underWay: readonly TrackingIntent[]
}

/** Written down before it goes out: an accepted event that OMS does not show yet must not go twice. */
async function sendStatus(
  ports: Ports,
  { flow, claim, order, journal, stored, underWay }: Situation,
  { status, wanted, summary }: TrackingDecision
): Promise<Decided> {
  const { orderId } = flow
  const sentAt = instantAt(ports.clock.now())
  const intent: TrackingIntent = {
    ...wanted,
    sentAt,
    id: ports.newId(),
    invoiceNumber: stored.invoiceNumber,
    actor: ports.caller.actor,
    state: 'SENDING',
    fresh: newEvents(wanted.events, stored.courierStatus?.events ?? []),
    unseen: Math.max(0, ...underWay.map(({ unseen }) => unseen ?? 0)),
  }
  // The new intent wants all that the earlier ones wanted.
  const replaced = underWay.map(({ id }) => id)
  const inStep = inStepWith(order, ports.clock.now())
  const written = await writeDownAndConfirm(
    ports,
    claim,
    orderId,
    journal,
    inTurn(inStep, dropTracking(replaced), addTracking(intent))
  )
  if (written === 'CHANGED') return DECIDE_AGAIN
  const common = { journal, summary, invoiceNumber: stored.invoiceNumber }
  const retreat = inTurn(dropTracking([intent.id]), ...underWay.map(addTracking))
  if (written === 'NOT_HELD') {
    const problems = [problem('IN_PROGRESS', { facts: { since: sentAt } })]
    return { ...common, order, outcome: 'REFUSED', problems, change: retreat }
  }
  const sent = await sendOnce('ShippingAction', () =>
    ports.orders.updateTrackingStatus(orderId, stored.invoiceNumber, status)
  )
  if (sent.result === 'FAILED')
    return { ...common, order, outcome: 'FAILED', problems: [sent.problem], change: retreat }
  const deadline = readBackDeadline(ports, flow)
  const back = await readUntilShown(ports, orderId, deadline, (read) => {
    const shown = packageOf(read, stored.invoiceNumber)
    return shown !== null && showsSent(shown, stored, status)
  })
  const settled = back.isShown
    ? await settleTracking(ports, flow, claim, intent, back.order ?? order, deadline)
    : { order: back.order ?? order, isSettled: false }
  const receipt = sent.result === 'TAKEN' ? sent.answer : null
  const after = { ...common, receipt, order: settled.order }
  if (settled.onTheirWay) {
    const left: TrackingIntent = {
      ...intent,
      fresh: settled.onTheirWay,
      state: receipt ? 'ACCEPTED' : 'SENDING',
    }
    return { ...after, outcome: 'APPLIED', change: changeTracking(left) }
  }
  if (settled.isSettled) return { ...after, outcome: 'APPLIED', change: dropTracking([intent.id]) }
  if (receipt) return { ...after, outcome: 'ACCEPTED', change: acceptTracking(intent.id) }
  const problems = [problem('OMS_OUTCOME_UNKNOWN', { facts: { sentAt } })]
  return { ...after, outcome: 'UNKNOWN', problems }
}
