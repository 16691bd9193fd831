import type { Problem } from './problem'
import { problem } from './problems'

// OMS publishes one limit, 5000 characters for an event (oms §1.3). The others keep a slip of the clipboard out.
export const TEXT_LIMITS = {
  invoiceNumber: 100,
  invoiceKey: 200,
  invoiceUrl: 2000,
  embeddedInvoice: 2_000_000,
  courier: 200,
  trackingNumber: 200,
  trackingUrl: 2000,
  description: 5000,
  city: 200,
  state: 200,
} as const

export type LimitedText = keyof typeof TEXT_LIMITS

/** The text without outer space; null where nothing is left: a field left blank is a field not given. */
export function givenText(text: string | null | undefined): string | null {
  const trimmed = text?.trim() ?? ''
  return trimmed === '' ? null : trimmed
}

/** Without a mark before the text, also where a file in UTF-8 was taken for Latin-1: it breaks parsers. */
export function withoutByteOrderMark(text: string): string {
  return text.replace(/^(?:\uFEFF|ï»¿)/, '')
}

/** A field left out and a null mean the same: not given. */
export function isGiven(value: unknown): boolean {
  return value !== null && value !== undefined
}

export function textTooLong(
  name: LimitedText,
  text: string | null,
  field: readonly (string | number)[]
): Problem | null {
  const max = TEXT_LIMITS[name]
  return text !== null && text.length > max
    ? problem('TEXT_TOO_LONG', { field, facts: { max } })
    : null
}
