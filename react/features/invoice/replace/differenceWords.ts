import type { Difference } from '../../../shared/order/orderTypes'

/** Words of the fields that a stored and a given invoice can differ in. */
export const DIFFERENCE_WORDS: Record<string, string> = {
  type: 'invoice.difference-type',
  invoiceNumber: 'invoice.number',
  issuanceDate: 'invoice.issue-date',
  invoiceValue: 'invoice.value',
  items: 'invoice.difference-items',
  invoiceKey: 'invoice.key',
  invoiceUrl: 'invoice.url',
  embeddedInvoice: 'invoice.difference-xml',
  courier: 'tracking.carrier',
  trackingNumber: 'tracking.number',
  trackingUrl: 'tracking.url',
  dispatchedDate: 'tracking.dispatched',
}

const MOMENTS = ['issuanceDate', 'dispatchedDate']
const LONGEST = 120

export interface DifferenceFormat {
  money(cents: number): string
  moment(instant: string): string
}

/** One side of a difference as a person reads it: amounts, moments, and no whole document. */
export function differenceText(field: string, value: string, format: DifferenceFormat): string {
  const cents = Number(value)

  if (field === 'invoiceValue' && value.trim() && Number.isSafeInteger(cents)) {
    return format.money(cents)
  }
  if (MOMENTS.includes(field)) return format.moment(value)
  if (field === 'embeddedInvoice') return `${value.slice(0, LONGEST)}…`

  return value
}

/** A document's key is stored and its value or number would change: that is another document. */
export function changesFiscalDocument(
  differences: readonly Difference[],
  storedKey: string | null
): boolean {
  return (
    Boolean(storedKey) &&
    differences.some(({ field }) => field === 'invoiceValue' || field === 'invoiceKey')
  )
}
