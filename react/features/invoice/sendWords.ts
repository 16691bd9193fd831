import type { InvoiceType } from '../../shared/order/orderTypes'
import type { Covers } from './invoiceDraft'

/** What the one button says; `amount` is null until the preview, or the order itself, knows it. */
export type SendWords =
  | { key: 'send-units'; units: number; of: number; amount: number }
  | { key: 'send-units-only'; units: number; of: number }
  | { key: 'send-value'; amount: number }
  | { key: 'send-value-only' }
  | { key: 'send-return'; number: string; amount: number }
  | { key: 'send-return-only'; number: string }
  | { key: 'send-return-unnumbered'; amount: number }
  | { key: 'send-return-unknown' }
  /** By items, and no unit is chosen. */
  | { key: 'send-nothing' | 'send-nothing-return' }

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
    return { key: type === 'INPUT' ? 'send-nothing-return' : 'send-nothing' }
  }
  if (type === 'INPUT') {
    if (amount == null)
      return number ? { key: 'send-return-only', number } : { key: 'send-return-unknown' }

    return number
      ? { key: 'send-return', number, amount }
      : { key: 'send-return-unnumbered', amount }
  }
  if (covers === 'VALUE' || units === 0) {
    return amount == null ? { key: 'send-value-only' } : { key: 'send-value', amount }
  }

  return amount == null
    ? { key: 'send-units-only', units, of }
    : { key: 'send-units', units, of, amount }
}
