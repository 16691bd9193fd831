import type { Problem } from '../problem/problem'
import { problem } from '../problem/problems'
import { bareText } from '../values/bareText'

/** Numbers whose form tells that blanks in them only group: of the postal union (AA123456785BR), and of UPS (1Z…). */
const POSTAL = /^[A-Z]{2}\d{9}[A-Z]{2}$/
const UPS = /^1Z[0-9A-Z]{16}$/

/** Marks of formatting, and control signs that are no blanks: nobody sees them, and NUL ends a text in many a system. */
const UNSEEN = /[\p{Cf}\u0000-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f]/gu

/**
 * A tracking number as it goes out. Signs that nobody sees go always: they break the customer's link. Blanks go where
 * they only group one number; words, or several numbers in a row, stay as they were given.
 */
export function cleanTrackingNumber(text: string): string {
  const visible = text.replace(UNSEEN, '').replace(/\s+/g, ' ').trim()
  const compact = visible.replace(/ /g, '')
  const upper = compact.toUpperCase()
  if (POSTAL.test(upper) || UPS.test(upper)) return upper
  return isGrouped(visible.split(' ')) ? compact : visible
}

/** Groups of one number: nothing but letters and digits, no word, and at most one of them long enough to be a number itself. */
function isGrouped(groups: readonly string[]): boolean {
  const long = groups.filter((group) => group.length >= 8)
  const digits = groups.join('').replace(/\D/g, '')
  return (
    groups.every((group) => /^[0-9A-Z]+$/i.test(group) && !/^[A-Z]{4,}$/i.test(group)) &&
    long.length <= 1 &&
    digits.length >= 8
  )
}

/** One number, however it is grouped and in whichever case: writing it again replaces nothing. */
export function sameTrackingNumber(a: string | null, b: string | null): boolean {
  return bareText(a ?? '') === bareText(b ?? '')
}

/**
 * Why a text cannot be one tracking number; null where it can. SPREADSHEET: a spreadsheet has rounded it (7,94645E+11),
 * and its digits are lost. LINES: several lines, so several numbers; an invoice has one.
 */
export function trackingNumberProblem(text: string, field: readonly string[]): Problem | null {
  const reason = /[\r\n\u0085\u2028\u2029]/.test(text.trim())
    ? 'LINES'
    : /^\d+(?:[.,]\d+)?E\+\d+$|^\d+[.,]\d+E\d+$/i.test(cleanTrackingNumber(text))
      ? 'SPREADSHEET'
      : null
  return reason && problem('TRACKING_NUMBER_INVALID', { field, facts: { reason } })
}
