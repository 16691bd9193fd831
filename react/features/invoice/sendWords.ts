import type { InvoiceType } from '../../shared/order/orderTypes'
import type { Covers } from './invoiceDraft'

/** What the one button says; `amount` is null until the preview, or the order itself, knows it. */
export type SendWords =
  | { key: 'invoice.send-units'; units: number; of: number; amount: number }
  | { key: 'invoice.send-units-only'; units: number; of: number }
  | { key: 'invoice.send-value'; amount: number }
  | { key: 'invoice.send-value-only' }
  | { key: 'invoice.send-return'; number: string; amount: number }
  | { key: 'invoice.send-return-only'; number: string }
  | { key: 'invoice.send-return-unnumbered'; amount: number }
  | { key: 'invoice.send-return-unknown' }
  /** By items, and no unit is chosen. */
  | { key: 'invoice.send-nothing' | 'invoice.send-nothing-return' }

export interface SendFacts {
  type: InvoiceType
  covers: Covers
  number: string
  units: number
  of: number
  amount: number | null
  isNothingChosen?: boolean
}

/** Verb, units and amount of the send button, from what would be sent. */
export function sendWords(facts: SendFacts): SendWords & { amount?: number } {
  const { type, covers, number, units, of, amount } = facts

  if (facts.isNothingChosen) {
    return { key: type === 'INPUT' ? 'invoice.send-nothing-return' : 'invoice.send-nothing' }
  }
  if (type === 'INPUT') {
    if (amount == null)
      return number
        ? { key: 'invoice.send-return-only', number }
        : { key: 'invoice.send-return-unknown' }

    return number
      ? { key: 'invoice.send-return', number, amount }
      : { key: 'invoice.send-return-unnumbered', amount }
  }
  if (covers === 'VALUE' || units === 0) {
    return amount == null
      ? { key: 'invoice.send-value-only' }
      : { key: 'invoice.send-value', amount }
  }

  return amount == null
    ? { key: 'invoice.send-units-only', units, of }
    : { key: 'invoice.send-units', units, of, amount }
}
