import { decideInvoice, type InvoiceDecision, type InvoiceQuestion } from '../invoice/decideInvoice'
import type { Order } from '../order/order'
import { DEFAULT_SETTINGS } from '../values/settings'
import { someInvoice } from './someOrder'

/** An invoice asked of an order of which nothing else is known. */
export function someQuestion(
  order: Order,
  changes: Partial<InvoiceQuestion> = {}
): InvoiceQuestion {
  return {
    order,
    intents: [],
    records: [],
    settings: DEFAULT_SETTINGS,
    changes: null,
    command: someInvoice(),
    replaceVersion: null,
    document: null,
    otherOrder: null,
    writingSince: () => null,
    nowMs: Date.parse('2026-03-10T12:00:00Z'),
    ...changes,
  }
}

/** @errors where nothing was judged: the number is there, or on its way. */
export function judgedOf(
  question: InvoiceQuestion
): Extract<InvoiceDecision, { verdict: 'JUDGED' }> {
  const decision = decideInvoice(question)
  if (decision.verdict !== 'JUDGED') throw new Error(decision.verdict)
  return decision
}
