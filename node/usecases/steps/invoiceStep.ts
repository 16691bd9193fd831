import { pendingPackage } from '../../domain/journal/intents'
import { blocking } from '../../domain/problem/problems'
import type { TrackingRead } from '../../domain/tracking/trackingEdit'
import { readTracking } from '../../domain/tracking/trackingEdit'
import type { Accepted, InvoiceCommand, TrackingCommand } from '../commands'
import { askInvoice, otherOrderOf, type CommandDocument } from '../invoiceQuestion'
import type { JournalEvent } from '../../domain/journal/event'
import { readSettings } from '../reading/liveReads'
import type { Ports } from '../ports'
import { asApplied, registerDocument, sendInvoice } from '../writing/sendInvoice'
import {
  refuse,
  unknownSince,
  type Call,
  type Flow,
  type Judged,
  type OpenedOrder,
  type Step,
} from '../writing/step'

export interface InvoiceAsked {
  readonly command: InvoiceCommand
  /** As the command's document was read. */
  readonly read: CommandDocument
  readonly accept: Accepted
  /** Version of the stored content that the caller has seen and wants replaced. */
  readonly replaceVersion: string | null
  /** Tracking that travels inside the invoice where it is new; what is stored is not compared with it. */
  readonly carries: TrackingCommand | null
}

/** Registers one invoice: never twice, never over another one, never lost (design §2.1, §2.2). */
export function invoiceStep(call: Call, asked: InvoiceAsked): Step {
  const { command, read } = asked
  const flow: Flow = {
    ...call,
    operation: 'NOTIFY_INVOICE',
    name: 'NotifyInvoice',
    invoiceNumber: command.invoiceNumber,
    type: command.type,
  }
  let beside: ReturnType<typeof readBeside> | undefined
  const prepare = (ports: Ports): ReturnType<typeof readBeside> =>
    (beside ??= readBeside(ports, read))
  return {
    flow,
    prepare,
    judge: async (ports, opened) => {
      const [settings, otherOrder] = await prepare(ports)
      const { document } = read
      const { replaceVersion, accept } = asked
      const carried = asked.carries && readTracking(asked.carries, ports.clock.now())
      const parts = { ...opened, settings, command, document, replaceVersion, otherOrder, carried }
      return judged(ports, { flow, asked, carried, opened }, await askInvoice(ports, parts, accept))
    },
  }
}

function readBeside(ports: Ports, { hash }: CommandDocument) {
  return Promise.all([readSettings(ports), otherOrderOf(ports, hash)])
}

interface Situation {
  readonly flow: Flow
  readonly asked: InvoiceAsked
  readonly carried: TrackingRead | null
  readonly opened: OpenedOrder
}

function judged(
  ports: Ports,
  { flow, asked, carried, opened }: Situation,
  { decision, changes }: Awaited<ReturnType<typeof askInvoice>>
): Judged {
  const { order, journal } = opened
  const documentHash = asked.read.hash
  const nowMs = ports.clock.now()
  const events: readonly JournalEvent[] = [{ order, nowMs, happened: 'ORDER_READ', known: journal }]
  switch (decision.verdict) {
    case 'SAME': {
      const { invoiceNumber } = decision.stored
      return {
        ended: { outcome: 'ALREADY_APPLIED', order, journal, invoiceNumber, events },
        // Where the answer of the send was lost nobody has done it yet.
        besides: () => registerDocument(ports, { flow, documentHash }),
      }
    }
    case 'ACCEPTED': {
      const { invoiceNumber, receipt } = decision.intent
      const invoice = pendingPackage(order, decision.intent)
      return {
        ended: { outcome: 'ACCEPTED', order, journal, invoiceNumber, receipt, invoice, events },
      }
    }
    case 'UNANSWERED': {
      const { invoiceNumber } = decision.intent
      return { ended: unknownSince(decision.intent, { order, journal, invoiceNumber, events }) }
    }
  }
  const { invoice, draft, replaces } = decision
  const problems = [...decision.problems, ...(carried?.problems ?? [])]
  const stopping = blocking(problems, asked.accept)
  if (stopping.length > 0 || invoice === null) {
    const { invoiceNumber } = draft
    return {
      ended: { ...refuse(order, ...stopping), journal, changes, events, invoiceNumber },
    }
  }
  const toSend = { flow, order, journal, changes, invoice, replaces, documentHash }
  return {
    invoiceNumber: invoice.invoiceNumber,
    send: (claim) => sendInvoice(ports, { ...toSend, claim }),
    leaves: () => asApplied(ports, toSend),
  }
}
