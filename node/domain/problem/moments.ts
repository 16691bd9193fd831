import { epochOf, isNoDate, parseInstant, type Instant } from '../values/instant'
import type { Problem } from './problem'
import { problem } from './problems'

/** Clocks differ: this far ahead still counts as now (design §2.4). */
export const FUTURE_TOLERANCE_MS = 5 * 60 * 1000

export type Moment =
  | { readonly moment: Instant | null; readonly problem: null }
  | { readonly moment: null; readonly problem: Problem }

/** A moment as a caller sent it: null where none was given, DATE_INVALID or DATE_IN_FUTURE with its field. */
export function readMoment(
  value: unknown,
  nowMs: number,
  field: readonly (string | number)[]
): Moment {
  if (value === null || value === undefined) return { moment: null, problem: null }
  const moment = parseInstant(value)
  if (moment === null || isNoDate(moment)) return { moment: null, problem: noMoment(value, field) }
  return isAhead(moment, nowMs)
    ? { moment: null, problem: problem('DATE_IN_FUTURE', { field }) }
    : { moment, problem: null }
}

/**
 * DATE_INVALID with what is wrong: NO_OFFSET for a moment that only lacks its offset, NO_DATE for the rest, a day alone
 * and a day out of the calendar among them.
 */
export function noMoment(value: unknown, field: readonly (string | number)[]): Problem {
  const isLocal = typeof value === 'string' && parseInstant(`${value.trim()}Z`) !== null
  const reason = isLocal ? 'NO_OFFSET' : 'NO_DATE'
  return problem('DATE_INVALID', { field, facts: { reason } })
}

export function isAhead(moment: Instant, nowMs: number): boolean {
  return epochOf(moment) > nowMs + FUTURE_TOLERANCE_MS
}
