import { MOST_LAG_MS } from '../../domain/journal/waiting'
import { epochOf, type Instant } from '../../domain/values/instant'
import type { JournalEvent } from '../../domain/journal/event'
import type { EditIntent, InvoiceRecord } from '../../domain/journal/intent'
import { pendingPackage, standingIntents } from '../../domain/journal/intents'
import { recordOf } from '../../domain/journal/record'
import { stepThrough } from '../../domain/journal/step'
import type { Order, Package, Receipt } from '../../domain/order/order'
import type { OutgoingTracking } from '../../domain/package/outgoing'
import { blocking } from '../../domain/problem/problems'
import { acceptedCarrier, findTracked } from '../../domain/tracking/trackedPackage'
import {
  decideTrackingEdit,
  readTracking,
  showsTexts,
  withEdits,
  withStoredValues,
} from '../../domain/tracking/trackingEdit'
import type { Accepted, TrackingCommand } from '../commands'
import { packageOf } from '../../domain/package/packageOf'
import { inStepWith } from '../../domain/journal/inStepWith'
import { takeBack } from '../journalEntries'
import type { HeldClaim, Journal, Ports } from '../ports'
import { readBackDeadline, readUntilShown } from '../writing/readBack'
import { sendOnce, type Sent } from '../writing/sending'
import { writeDownAndConfirm } from '../writing/writeDownAndConfirm'
import {
  DECIDE_AGAIN,
  nowOf,
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

export interface TrackingAsked {
  readonly target: TargetOf
  readonly command: TrackingCommand
  readonly accept: Accepted
}

/** Writes the given tracking fields of an invoice that exists, and no others (design §2.3). */
export function trackingStep(call: Call, told: string | null, asked: TrackingAsked): Step {
  const flow: Flow = {
    ...call,
    invoiceNumber: told,
    operation: 'UPDATE_PARTIAL_INVOICE',
    name: 'UpdatePartialInvoice',
  }
  return trackedStep(flow, asked.target, (ports, opened, invoiceNumber) =>
    judged(ports, flow, asked, opened, invoiceNumber)
  )
}

function judged(
  ports: Ports,
  flow: Flow,
  { command, accept }: TrackingAsked,
  { order, journal }: OpenedOrder,
  invoiceNumber: string
): Judged {
  const nowMs = ports.clock.now()
  const standing = standingIntents(journal, order, nowMs)
  const found = findTracked(order, standing, invoiceNumber)
  if ('problem' in found) {
    const carrier = acceptedCarrier(order, standing, invoiceNumber, readTracking(command, nowMs))
    const ended: Attempt = carrier
      ? {
          order,
          outcome: 'ACCEPTED',
          receipt: carrier.receipt,
          invoice: pendingPackage(order, carrier),
        }
      : refuse(order, found.problem)
    return { ended: { ...ended, journal, invoiceNumber } }
  }
  const { stored } = found
  const record = recordOf(journal.invoices, stored.invoiceNumber)
  const underWay = underWayTo(stored, inStepWith(journal, order, nowMs).edits)
  const edit = decideTrackingEdit(stored, underWay, record, command, nowMs)
  const common = { order, journal, invoiceNumber: stored.invoiceNumber }
  const stopping = blocking(edit.problems, accept)
  if (stopping.length > 0) return { ended: { ...refuse(order, ...stopping), ...common } }
  if (edit.isKnown) return { ended: { ...common, outcome: 'ALREADY_APPLIED' } }
  if (edit.isAccepted) return { ended: { ...common, outcome: 'ACCEPTED' } }
  const { summary, tracking } = edit
  const toSend = { flow, order, journal, stored, record, summary }
  return {
    invoiceNumber: stored.invoiceNumber,
    send: (claim) => sendEdit(ports, { ...toSend, claim }, tracking),
    leaves: () => asApplied(ports, toSend, tracking),
  }
}

interface Edit {
  readonly flow: Flow
  readonly claim: HeldClaim
  readonly order: Order
  readonly journal: Journal
  readonly stored: Package
  readonly record: InvoiceRecord | null
  readonly summary: string
}

function asApplied(
  ports: Ports,
  { order, journal, stored, summary }: Omit<Edit, 'claim'>,
  tracking: OutgoingTracking
): OpenedOrder {
  const { invoiceNumber } = stored
  const { actor } = ports.caller
  const edit: EditIntent = { invoiceNumber, tracking, id: ports.newId(), sentAt: nowOf(ports) }
  const applied = withEdits(stored, [edit])
  return {
    order: {
      ...order,
      packages: order.packages.map((one) => (one === stored ? applied : one)),
    },
    journal: stepThrough(journal, [
      { edit, actor, summary, happened: 'EDIT_WRITTEN' },
      { edit, happened: 'EDIT_SHOWN' },
    ]),
  }
}

async function sendEdit(ports: Ports, edit: Edit, tracking: OutgoingTracking): Promise<Decided> {
  const { flow, claim, order, journal, stored, record, summary } = edit
  const { invoiceNumber } = stored
  const id = ports.newId()
  const { actor } = ports.caller
  const editAt = (sentAt: Instant): EditIntent => ({ id, invoiceNumber, sentAt, tracking })
  const written = await writeDownAndConfirm(
    ports,
    claim,
    flow,
    journal,
    (sentAt) => [
      { order, happened: 'ORDER_READ', nowMs: ports.clock.now() },
      { actor, summary, happened: 'EDIT_WRITTEN', edit: editAt(sentAt) },
    ],
    (sentAt) => [{ happened: 'EDIT_WRITTEN_AGAIN', edit: editAt(sentAt) }]
  )
  if (written.result === 'CHANGED') return DECIDE_AGAIN
  const common = { order, journal, summary, invoiceNumber, entryId: id }
  const retreat = (): Promise<boolean> =>
    takeBack(ports, flow, id, {
      happened: 'EDIT_TAKEN_BACK',
      edit: editAt(nowOf(ports)),
      before: record,
    })
  if (written.result === 'NOT_SENT')
    return (await retreat())
      ? { ...common, ...refuse(order, written.problem) }
      : unknownSince({ sentAt: written.at }, common)
  const { sentAt } = written
  const { sent, asked } = await sendWithSecondTry(ports, edit, tracking, sentAt)
  if (sent.result === 'FAILED')
    return (await retreat())
      ? { ...common, outcome: 'FAILED', problems: [sent.problem] }
      : unknownSince({ sentAt }, common)
  const receipt = sent.result === 'TAKEN' ? sent.answer : null
  const deadline = readBackDeadline(ports)
  return {
    ...common,
    outcome: 'UNKNOWN',
    follow: async () => {
      const isShown = (of: Order): boolean => {
        const shown = packageOf(of, invoiceNumber)
        // Only what was not there before tells of a lost answer, and a dispatch date shows nowhere.
        const tells = receipt !== null || !showsTexts(stored, asked)
        return shown !== null && showsTexts(shown, asked) && tells
      }
      const back = await readUntilShown(ports, flow.orderId, deadline, isShown)
      const seen = back.order ?? order
      const nowMs = ports.clock.now()
      const { endedAt } = sent
      const sentEdit = editAt(sentAt)
      const events: readonly JournalEvent[] = [
        { nowMs, happened: 'ORDER_READ', order: seen, known: journal },
        back.isShown
          ? { happened: 'EDIT_SHOWN', edit: sentEdit }
          : { endedAt, happened: 'EDIT_LEFT', edit: sentEdit, isAccepted: receipt !== null },
      ]
      if (back.isShown) return { ...common, order: seen, receipt, events, outcome: 'APPLIED' }
      if (receipt) return { ...common, order: seen, receipt, events, outcome: 'ACCEPTED' }
      return unknownSince({ sentAt, endedAt }, { ...common, events, order: seen })
    },
  }
}

/** Once more with the stored values, and only where OMS says by 400 or 422 which field it misses (design §2.3). */
async function sendWithSecondTry(
  ports: Ports,
  { flow, claim, stored, record }: Edit,
  tracking: OutgoingTracking,
  sentAt: Instant
): Promise<{ readonly sent: Sent<Receipt>; readonly asked: OutgoingTracking }> {
  const send = (body: OutgoingTracking): Promise<Sent<Receipt>> =>
    sendOnce(ports, 'ShippingAction', () =>
      ports.orders.updatePartialInvoice(flow.orderId, stored.invoiceNumber, body)
    )
  const first = await send(tracking)
  if (first.result !== 'FAILED' || ![400, 422].includes(first.fault.status ?? 0))
    return { sent: first, asked: tracking }
  const fuller = withStoredValues(stored, record, tracking, first.fault.upstreamMessage ?? '')
  // What is written down for it must not lie too far back; and it writes stored values again: whoever holds the order by
  // now may have written newer ones.
  const isLate = (): boolean => ports.clock.now() - epochOf(sentAt) >= MOST_LAG_MS
  return fuller === null || isLate() || !(await claim.confirm()) || isLate()
    ? { sent: first, asked: tracking }
    : { sent: await send(fuller), asked: fuller }
}
