import { pendingPackage } from '../domain/journal/intents'
import type { Order } from '../domain/order/order'
import { outcomeUnknown } from '../domain/journal/waiting'
import { blocking } from '../domain/problem/problems'
import type { Accepted, InvoiceCommand, WriteResult } from './commands'
import { askInvoice, otherOrderOf, readDocument, type JudgedInvoice } from './invoiceQuestion'
import { inStepWith } from './journalEntries'
import { readSettings } from './reading/liveReads'
import type { HeldClaim, Journal, Ports } from './ports'
import { openOrder } from './writing/openOrder'
import { registerDocument, sendInvoice } from './writing/sendInvoice'
import { orderNotFound, refuse, writeOrder, type Decided, type Flow } from './writing/writeOrder'

/**
 * Registers one invoice on one order: never twice, never over another one, never lost (design §2.1, §2.2).
 * `replaceVersion` names the stored content that the caller has seen and wants replaced.
 */
export function notifyInvoice(
  ports: Ports,
  orderId: string,
  command: InvoiceCommand,
  accept: Accepted,
  replaceVersion: string | null
): Promise<WriteResult> {
  const flow: Flow = {
    orderId,
    startedAt: ports.clock.now(),
    operation: 'NOTIFY_INVOICE',
    name: 'NotifyInvoice',
    invoiceNumber: command.invoiceNumber,
    type: command.type,
  }
  const { document, hash: documentHash } = readDocument(command)
  return writeOrder(ports, flow, async (claim) => {
    const [seen, settings, otherOrder] = await Promise.all([
      openOrder(ports, flow, claim, { mayDeclareLost: accept.includes('INVOICE_NOT_SHOWN') }),
      readSettings(ports),
      otherOrderOf(ports, documentHash),
    ])
    if (seen === null) return orderNotFound(orderId)
    const parts = { ...seen, settings, command, document, replaceVersion, otherOrder }
    const decided = await askInvoice(ports, parts, accept)
    return conclude(ports, { flow, claim, command, accept, documentHash, ...seen }, decided)
  })
}

interface Situation {
  readonly flow: Flow
  readonly claim: HeldClaim
  readonly command: InvoiceCommand
  readonly accept: Accepted
  readonly documentHash: string | null
  readonly order: Order
  readonly journal: Journal
}

async function conclude(
  ports: Ports,
  situation: Situation,
  { decision, changes }: JudgedInvoice
): Promise<Decided> {
  const { order, journal, accept } = situation
  const change = inStepWith(order, ports.clock.now(), journal)
  switch (decision.verdict) {
    case 'SAME': {
      const { invoiceNumber } = decision.stored
      // Where the answer of the send was lost nobody has done it yet.
      await registerDocument(ports, situation)
      return { outcome: 'ALREADY_APPLIED', order, journal, invoiceNumber, change }
    }
    case 'ACCEPTED': {
      const { invoiceNumber, receipt } = decision.intent
      const invoice = pendingPackage(order, decision.intent)
      return { outcome: 'ACCEPTED', order, journal, invoiceNumber, receipt, invoice, change }
    }
    case 'UNANSWERED': {
      const { invoiceNumber } = decision.intent
      const problems = [outcomeUnknown(decision.intent)]
      return { outcome: 'UNKNOWN', order, journal, invoiceNumber, problems, change }
    }
  }
  const { invoice, draft, replaces } = decision
  const stopping = blocking(decision.problems, accept)
  if (stopping.length > 0 || invoice === null)
    return {
      ...refuse(order, ...stopping),
      journal,
      changes,
      change,
      invoiceNumber: draft.invoiceNumber,
    }
  return sendInvoice(ports, {
    ...situation,
    invoice,
    replaces,
    changes,
  })
}
