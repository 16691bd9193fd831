import type { ChosenItems } from './invoiceItems'
import type { OrderLedger } from '../standing/ledger'
import { totalOf } from '../order/lines'
import { atLeastZero, isCents, subtract, sum, ZERO, type Cents } from '../values/money'
import type { InvoiceType, Order } from '../order/order'
import type { Problem } from '../problem/problem'
import { problem } from '../problem/problems'
import type { FreightPosition } from '../values/settings'

export interface ValueQuestion {
  readonly order: Order
  /** Without the invoice that is being replaced. */
  readonly ledger: OrderLedger
  readonly type: InvoiceType
  readonly chosen: ChosenItems
  /** How the units came about: named, left out (every remaining unit), or an empty list (by value). */
  readonly units: 'NAMED' | 'LEFT_OUT' | 'NONE' | 'KEPT'
  /** As the caller sent it; null or undefined where left out. */
  readonly given: unknown
  /** The document's total, or the stored value of an invoice that is replaced. */
  readonly read: Cents | null
  readonly freightOn: FreightPosition
}

export interface DecidedValue {
  readonly value: Cents | null
  readonly problems: readonly Problem[]
}

const FIELD = ['invoice', 'invoiceValue']

/**
 * Given, else read, else what the items are worth, else what remains. The last invoice takes the remainder, so that
 * freight, tax, changes and rounding end in it (design §2.2).
 */
export function decideValue(question: ValueQuestion): DecidedValue {
  const { given, read, chosen, units } = question
  const limit = limitOf(question)
  if (given !== null && given !== undefined && !isCents(given))
    return { value: null, problems: [problem('VALUE_INVALID', { field: FIELD })] }
  const named = (given ?? read) as Cents | null
  if (named === null && units === 'NONE')
    return { value: null, problems: [problem('ITEMS_EMPTY', { field: ['invoice', 'items'] })] }
  const value = named ?? proposal(question, limit)
  // A proposal says nothing of its own where units that it would be made of were refused.
  if (named === null && chosen.problems.length > 0)
    return { value: smaller(value, limit), problems: [] }
  if (value <= 0) {
    const nothingLeft = named === null && limit === 0 && question.order.value > 0
    return { value, problems: [nothingLeft ? overLimit(question, limit) : notPositive()] }
  }
  if (value > limit) return { value, problems: [overLimit(question, limit)] }
  if (question.type === 'OUTPUT' && chosen.coversAll && value < limit)
    return {
      value,
      problems: [
        problem('VALUE_LEAVES_REMAINDER', {
          field: FIELD,
          facts: { remainder: subtract(limit, value) },
        }),
      ],
    }
  return { value, problems: differsFromItems(question, limit, value) }
}

/** What can still be invoiced, or of a return: refunded. */
function limitOf({ order, ledger, type }: ValueQuestion): Cents {
  if (type === 'OUTPUT') return ledger.remainingValue
  return refundableValue(order, ledger)
}

/** Output invoices that OMS shows, minus what went back or is on its way back. */
export function refundableValue(order: Order, ledger: OrderLedger): Cents {
  const shown = order.packages.filter(({ type }) => type === 'OUTPUT')
  const invoiced = sum(shown.map(({ invoiceValue }) => invoiceValue))
  return atLeastZero(subtract(invoiced, ledger.refundedValue))
}

function proposal(question: ValueQuestion, limit: Cents): Cents {
  const { chosen, units, type } = question
  if (units === 'LEFT_OUT' || (chosen.coversAll && type === 'OUTPUT')) return limit
  // Prices of the caller's own are his word; the order's, with the freight, can pass what a change left.
  if (chosen.isPriced && chosen.worth > limit) return chosen.worth
  return smaller(sum([chosen.worth, freight(question)]), limit)
}

function differsFromItems(question: ValueQuestion, limit: Cents, value: Cents): Problem[] {
  const { chosen, units } = question
  if (chosen.items.length === 0 || units === 'NONE' || units === 'KEPT') return []
  const itemsValue = proposal(question, limit)
  if (value === itemsValue || (!chosen.coversAll && value === chosen.worth)) return []
  return [problem('VALUE_NOT_ITEMS', { field: FIELD, facts: { itemsValue } })]
}

/** The order's shipping, where the store puts it on the first invoice and this is it. */
function freight({ order, ledger, type, freightOn }: ValueQuestion): Cents {
  const isFirst = type === 'OUTPUT' && freightOn === 'FIRST_INVOICE' && ledger.invoicedValue === 0
  return isFirst ? atLeastZero(totalOf(order, ['Shipping'])) : ZERO
}

function overLimit({ type }: ValueQuestion, limit: Cents): Problem {
  return type === 'OUTPUT'
    ? problem('VALUE_OVER_REMAINING', { field: FIELD, facts: { remaining: limit } })
    : problem('VALUE_OVER_REFUNDABLE', { field: FIELD, facts: { refundable: limit } })
}

function notPositive(): Problem {
  return problem('VALUE_NOT_POSITIVE', { field: FIELD })
}

function smaller(a: Cents, b: Cents): Cents {
  return a < b ? a : b
}
