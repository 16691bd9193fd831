import { instantAt, type Instant } from '../../domain/values/instant'
import type { JournalEvent } from '../../domain/journal/event'
import type { Intent, TrackingIntent } from '../../domain/journal/intent'
import { step } from '../../domain/journal/step'
import { isShown, outputSum, pendingPackage, showsAnother } from '../../domain/journal/intents'
import { outcomeUnknown } from '../../domain/journal/waiting'
import { contentHash, contentOf } from '../../domain/package/invoiceContent'
import { invoiceSummary } from '../../domain/invoice/invoiceSummary'
import { isFault } from '../../domain/problem/fault'
import type { ChangeState, Order, Package, Receipt } from '../../domain/order/order'
import type { OutgoingInvoice } from '../../domain/package/outgoing'
import { isSameInvoiceNumber } from '../../domain/package/invoiceNumber'
import type { Problem } from '../../domain/problem/problem'
import { problem } from '../../domain/problem/problems'
import { trackingHistory } from '../../domain/invoice/replaceInvoice'
import type { Right } from '../../domain/problem/rights'
import { enterOrLog } from '../journalEntries'
import { readBackDeadline, readUntilShown } from './readBack'
import type { HeldClaim, Journal, Ports } from '../ports'
import { settleTracking } from './settleTracking'
import { sendOnce, type Sent } from './sending'
import { writeDownAndConfirm } from './writeDownAndConfirm'
import { DECIDE_AGAIN, type Attempt, type Decided, type Flow, type OpenedOrder } from './step'

export interface InvoiceToSend {
  readonly flow: Flow
  readonly claim: HeldClaim
  readonly order: Order
  readonly journal: Journal
  readonly changes: ChangeState | null
  readonly invoice: OutgoingInvoice
  readonly replaces: Package | null
  readonly documentHash: string | null
}

/** As the order will be once OMS has applied it. Nothing is written for that. */
export function asApplied(ports: Ports, toSend: Omit<InvoiceToSend, 'claim'>): OpenedOrder {
  const { order, journal, replaces } = toSend
  const intent = intentOf(ports, toSend)
  const applied = pendingPackage(order, intent)
  const packages = order.packages.filter((one) => one !== replaces)
  return {
    order: { ...order, packages: applied ? [...packages, applied] : packages },
    journal: step(journal, { intent, happened: 'INVOICE_SHOWN', at: intent.sentAt }),
  }
}

/** Writes the intent, makes sure of the claim, sends once, settles, and reads back (design §2.1). */
export async function sendInvoice(ports: Ports, toSend: InvoiceToSend): Promise<Decided> {
  const { flow, claim, order, changes, invoice, replaces } = toSend
  const { orderId } = flow
  const planned = intentOf(ports, toSend)
  const history = replaces && trackingHistory(replaces)
  const historyKept = (sentAt: Instant): TrackingIntent | null =>
    history && {
      ...history,
      sentAt,
      id: planned.id,
      invoiceNumber: invoice.invoiceNumber,
      actor: planned.actor,
      state: 'SENDING',
      fresh: [],
    }
  const written = await writeDownAndConfirm(
    ports,
    claim,
    flow,
    toSend.journal,
    (sentAt) => [
      { order, happened: 'ORDER_READ', nowMs: ports.clock.now() },
      {
        happened: 'INVOICE_WRITTEN',
        intent: { ...planned, sentAt },
        history: historyKept(sentAt),
      },
    ],
    (sentAt) => [
      {
        happened: 'INVOICE_WRITTEN_AGAIN',
        intent: { ...planned, sentAt },
        history: historyKept(sentAt),
      },
    ]
  )
  if (written.result === 'CHANGED') return DECIDE_AGAIN
  const common = {
    order,
    changes,
    entryId: planned.id,
    invoiceNumber: invoice.invoiceNumber,
    summary: planned.summary,
  }
  /** Answers what is still to be written, with the activity. */
  const retreat = async (): Promise<readonly JournalEvent[]> => {
    const takenBack = [{ happened: 'INVOICE_TAKEN_BACK', id: planned.id }] as const
    return (await enterOrLog(ports, flow, takenBack)) ? [] : takenBack
  }
  // Also where that stays in the journal: nobody sends an invoice along, it only waits until it is given up.
  if (written.result === 'NOT_SENT')
    return {
      ...common,
      outcome: 'REFUSED',
      problems: [written.problem],
      events: await retreat(),
    }
  const intent: Intent = { ...planned, sentAt: written.sentAt }
  const kept = historyKept(written.sentAt)
  const right: Right = invoice.type === 'INPUT' ? 'RefundAction' : 'ShippingAction'
  const sent = await sendOnce(ports, right, () => ports.orders.notifyInvoice(orderId, invoice))
  if (sent.result === 'FAILED') {
    return { ...common, outcome: 'FAILED', problems: [sent.problem], events: await retreat() }
  }
  const longestMs = sent.result === 'TAKEN' ? undefined : ports.longestLookMs
  const deadline = readBackDeadline(ports, longestMs)
  const ended: Intent = { ...intent, endedAt: sent.endedAt }
  // Where that fails the intent stays as it was written before the send, and the next caller finds out by reading.
  const settling = enterOrLog(ports, flow, [
    sent.result === 'TAKEN'
      ? { happened: 'INVOICE_ACCEPTED', intent: ended, receipt: sent.answer }
      : { happened: 'INVOICE_UNANSWERED', intent: ended },
  ])
  const registered = sent.result === 'TAKEN' ? registerDocument(ports, toSend) : undefined
  const follow = () => followUp(ports, toSend, ended, sent, deadline)
  if (!kept) {
    // The first read goes beside the settling; what comes after it needs no claim.
    const first = follow()
    first.catch(() => undefined)
    await Promise.all([settling, registered])
    return { ...common, outcome: 'UNKNOWN', follow: () => first }
  }
  await Promise.all([settling, registered])
  // A replaced package may lose its history: it is put back while nobody else can write.
  const followed = await follow()
  const settled = await settleTracking(ports, flow, claim, kept, followed.order ?? order, deadline)
  return {
    ...followed,
    order: settled.order,
    events:
      settled.isSettled && followed.outcome === 'APPLIED'
        ? [...followed.events, { happened: 'STATUS_SHOWN', id: kept.id }]
        : followed.events,
  }
}

function intentOf(
  ports: Ports,
  { order, invoice, replaces }: Omit<InvoiceToSend, 'claim'>
): Intent {
  const content = contentOf(invoice)
  return {
    content,
    id: ports.newId(),
    invoiceNumber: invoice.invoiceNumber,
    type: invoice.type,
    contentHash: contentHash(content),
    value: invoice.invoiceValue,
    units: invoice.items.map(({ id, quantity }) => ({ id, quantity })),
    actor: ports.caller.actor,
    sentAt: instantAt(ports.clock.now()),
    state: 'SENDING',
    receipt: null,
    invoicedBefore: outputSum(order),
    numbersBefore: order.packages.map(({ invoiceNumber }) => invoiceNumber),
    isReplacement: replaces !== null,
    summary: invoiceSummary(order, invoice, replaces),
  }
}

/** Which order holds the document, for whoever brings it to another one. What fails costs that warning, not the call. */
export async function registerDocument(
  ports: Ports,
  { flow, documentHash }: Pick<InvoiceToSend, 'flow' | 'documentHash'>
): Promise<void> {
  if (documentHash === null) return
  try {
    await ports.documents.register(documentHash, flow.orderId)
  } catch (error) {
    if (!isFault(error)) throw error
    ports.log.warn({ flow: 'Documents', orderId: flow.orderId, detail: error.message })
  }
}

/** An OMS that counts a replaced invoice again was warned of; that it did must not go unsaid. */
function ambiguous(order: Order, { invoiceNumber }: Intent): readonly Problem[] {
  const count = order.packages.filter((one) =>
    isSameInvoiceNumber(one.invoiceNumber, invoiceNumber)
  ).length
  if (count < 2) return []
  return [problem('INVOICE_AMBIGUOUS', { field: ['invoice', 'invoiceNumber'], facts: { count } })]
}

async function followUp(
  ports: Ports,
  toSend: InvoiceToSend,
  intent: Intent,
  sent: Sent<Receipt>,
  deadline: number
): Promise<Attempt & Required<Pick<Attempt, 'events'>>> {
  const { flow, order, changes } = toSend
  const receipt = sent.result === 'TAKEN' ? sent.answer : null
  const back = await readUntilShown(ports, flow.orderId, deadline, (read) => isShown(intent, read))
  const common = {
    receipt,
    changes,
    entryId: intent.id,
    order: back.order ?? order,
    invoiceNumber: intent.invoiceNumber,
    summary: intent.summary,
    invoice: pendingPackage(order, intent),
  }
  // Without a receipt only the sent content tells: another system may have used the number meanwhile.
  if (back.isShown && (receipt !== null || !showsAnother(intent, common.order))) {
    if (receipt === null) await registerDocument(ports, toSend)
    return {
      ...common,
      outcome: 'APPLIED',
      problems: ambiguous(common.order, intent),
      events: [{ intent, happened: 'INVOICE_SHOWN', at: instantAt(ports.clock.now()) }],
    }
  }
  const events: readonly JournalEvent[] = [{ happened: 'INVOICE_LEFT', id: intent.id }]
  if (receipt !== null) return { ...common, events, outcome: 'ACCEPTED' }
  const problems = [outcomeUnknown(intent)]
  return { ...common, problems, events, outcome: 'UNKNOWN', invoice: null }
}
