import { begun } from '../domain/journal/activity'
import type { InvoiceRecord } from '../domain/journal/intent'
import { isSameInvoiceNumber } from '../domain/package/invoiceNumber'
import { MOST_LAG_MS } from '../domain/journal/waiting'
import { epochOf, instantAt, type Instant } from '../domain/values/instant'
import type { Order, Package, Receipt } from '../domain/order/order'
import type { OutgoingTracking } from '../domain/package/outgoing'
import { blocking, problem } from '../domain/problem/problems'
import { findTracked } from '../domain/tracking/trackedPackage'
import { decideTrackingEdit, showsTexts, withStoredValues } from '../domain/tracking/trackingEdit'
import type { Accepted, TrackingCommand, WriteResult } from './commands'
import {
  addActivity,
  addEdit,
  confirmDispatch,
  dropEdit,
  endEdit,
  inStepWith,
  inTurn,
  packageOf,
  recordDispatch,
  recordOf,
  standingIntents,
  takeBackDispatch,
} from './journalEntries'
import type { HeldClaim, Journal, Ports } from './ports'
import { openOrder } from './writing/openOrder'
import { readBackDeadline, readUntilShown } from './writing/readBack'
import { sendOnce, type Sent } from './writing/sending'
import { takeBack } from './writing/takeBack'
import { writeDownAndConfirm } from './writing/writeDownAndConfirm'
import {
  DECIDE_AGAIN,
  orderNotFound,
  refuse,
  unknownSince,
  writeOrder,
  type Decided,
  type Flow,
} from './writing/writeOrder'

/** Writes the given tracking fields of an invoice that exists, and no others (design §2.3). */
export function updatePartialInvoice(
  ports: Ports,
  orderId: string,
  invoiceNumber: string,
  command: TrackingCommand,
  accept: Accepted
): Promise<WriteResult> {
  const flow: Flow = {
    orderId,
    startedAt: ports.clock.now(),
    invoiceNumber,
    operation: 'UPDATE_PARTIAL_INVOICE',
    name: 'UpdatePartialInvoice',
  }
  return writeOrder(ports, flow, async (claim) => {
    const opened = await openOrder(ports, flow, claim, { only: invoiceNumber })
    if (opened === null) return orderNotFound(orderId)
    const { order, journal } = opened
    const found = findTracked(
      order,
      standingIntents(journal, order, ports.clock.now()),
      invoiceNumber
    )
    if ('problem' in found) return { ...refuse(order, found.problem), journal }
    const { stored } = found
    const record = recordOf(journal, stored.invoiceNumber)
    const nowMs = ports.clock.now()
    const underWay = (inStepWith(order, nowMs)(journal).edits ?? []).filter((edit) =>
      isSameInvoiceNumber(edit.invoiceNumber, stored.invoiceNumber)
    )
    const edit = decideTrackingEdit(stored, underWay, record, command, nowMs)
    const stopping = blocking(edit.problems, accept)
    if (stopping.length > 0) return { ...refuse(order, ...stopping), journal }
    const { summary } = edit
    if (edit.isKnown) return { outcome: 'ALREADY_APPLIED', order, journal }
    return sendEdit(ports, { flow, claim, order, journal, stored, record, summary }, edit.tracking)
  })
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

async function sendEdit(ports: Ports, edit: Edit, tracking: OutgoingTracking): Promise<Decided> {
  const { flow, claim, order, journal, stored, record, summary } = edit
  const { invoiceNumber } = stored
  const { dispatchedDate } = tracking
  const id = ports.newId()
  const { actor } = ports.caller
  // No read can ever show a dispatch date: it is written down before it goes out, and taken back if it did not.
  const written = await writeDownAndConfirm(
    ports,
    claim,
    flow,
    journal,
    (sentAt) =>
      inTurn(
        inStepWith(order, ports.clock.now()),
        addEdit({ id, invoiceNumber, sentAt, tracking }),
        dispatchedDate ? recordDispatch(invoiceNumber, dispatchedDate, sentAt) : unchanged,
        addActivity(
          begun({ id, actor, invoiceNumber, summary, at: sentAt, operation: flow.operation })
        )
      ),
    (sentAt) =>
      inTurn(
        dropEdit(id),
        addEdit({ id, invoiceNumber, sentAt, tracking }),
        dispatchedDate ? recordDispatch(invoiceNumber, dispatchedDate, sentAt) : unchanged
      )
  )
  if (written.result === 'CHANGED') return DECIDE_AGAIN
  const common = { order, journal, summary, entryId: id }
  const retreat = (): Promise<boolean> =>
    takeBack(
      ports,
      flow,
      ({ edits }) => (edits ?? []).some((one) => one.id === id),
      inTurn(
        dropEdit(id),
        dispatchedDate ? takeBackDispatch(invoiceNumber, dispatchedDate, record) : unchanged
      )
    )
  if (written.result === 'NOT_HELD') {
    const since = instantAt(ports.clock.now())
    return (await retreat())
      ? { ...common, outcome: 'REFUSED', problems: [problem('IN_PROGRESS', { facts: { since } })] }
      : unknownSince({ sentAt: since }, common)
  }
  const { sentAt } = written
  const { sent, asked } = await sendWithSecondTry(ports, edit, tracking, sentAt)
  if (sent.result === 'FAILED')
    return (await retreat())
      ? { ...common, outcome: 'FAILED', problems: [sent.problem] }
      : unknownSince({ sentAt }, common)
  const receipt = sent.result === 'TAKEN' ? sent.answer : null
  const { endedAt } = sent
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
      const change = inTurn(
        inStepWith(seen, ports.clock.now(), journal),
        back.isShown ? dropEdit(id) : endEdit(id, endedAt, receipt !== null),
        dispatchedDate && (receipt || back.isShown)
          ? confirmDispatch(invoiceNumber, dispatchedDate)
          : unchanged
      )
      if (back.isShown) return { ...common, order: seen, receipt, change, outcome: 'APPLIED' }
      if (receipt) return { ...common, order: seen, receipt, change, outcome: 'ACCEPTED' }
      return unknownSince({ sentAt, endedAt }, { ...common, change, order: seen })
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

function unchanged(journal: Journal): Journal {
  return journal
}
