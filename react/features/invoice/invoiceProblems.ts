import type { InvoiceType, Problem, ProblemCode } from '../../shared/order/orderTypes'
import { isUnanswered } from '../../shared/sending/unanswered'

/** Codes that say that the number is taken: they are settled in the differences, not at a field. */
const NUMBER_TAKEN = ['INVOICE_EXISTS', 'INVOICE_CHANGED']

export function takenNumber(problems: readonly Problem[]): Problem | null {
  return problems.find((problem) => NUMBER_TAKEN.includes(problem.code)) || null
}

export function withoutTaken(problems: readonly Problem[]): Problem[] {
  return problems.filter((problem) => !NUMBER_TAKEN.includes(problem.code))
}

/** Spaces around a number are no part of it. */
export function isNumber(one: string, other: string): boolean {
  return one.trim() === other.trim()
}

/** The invoice that this order holds under the number. */
export function heldUnder<P extends { invoiceNumber: string; type: InvoiceType }>(
  packages: readonly P[],
  type: InvoiceType,
  number: string
): P | null {
  if (!number.trim()) return null

  return packages.find((one) => one.type === type && isNumber(one.invoiceNumber, number)) ?? null
}

/** A return's refund is what its dialog asks about, with the amount: it has no tick box of its own. */
export const CONFIRMED_BY_DIALOG: ProblemCode[] = ['RETURN_TRIGGERS_REFUND']

export function withoutConfirmed(problems: readonly Problem[]): Problem[] {
  return problems.filter((problem) => !CONFIRMED_BY_DIALOG.includes(problem.code))
}

/**
 * "By items" with no unit is caught here: an empty list means "by value" to the service, and would go out
 * as an invoice over all that remains.
 */
export const nothingChosen = {
  code: 'ITEMS_EMPTY',
  severity: 'ERROR',
  field: ['invoice', 'items'],
  message: 'Choose at least one unit or enter a value.',
  facts: [],
  differences: [],
} as unknown as Problem

/** For who enters such an invoice again: the service looks itself, twice, before anything goes out. */
export function withoutUnanswered(problems: readonly Problem[]): Problem[] {
  return problems.filter((problem) => !isUnanswered(problem))
}
