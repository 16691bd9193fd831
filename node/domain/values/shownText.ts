/** More characters than an honest id, number or message of OMS has. */
const MOST = 500

/**
 * A text of a caller or of OMS as it is told in facts, logs and the activity: whole, unless it is longer than any honest
 * one. Never half a character at its end.
 */
export function shownText(text: string): string {
  return text.length <= MOST ? text : `${text.slice(0, MOST).replace(/[\uD800-\uDBFF]$/, '')}…`
}
