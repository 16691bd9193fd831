import { LONGEST_CODE, type OwnCode } from './connectorSettings'
import { isSameCode } from '../connectors/codes'
import type { Problem } from '../problem/problem'
import { problem } from '../problem/problems'

/** A code that a carrier sent and that stands in no table. */
export interface UnreadCode {
  readonly code: string
  /** When it came last, to the day. @unit epoch milliseconds */
  readonly at: number
}

/** Of each connector, those that came last first. */
export type UnreadCodes = Readonly<Record<string, readonly UnreadCode[]>>

const DAY_MS = 24 * 60 * 60 * 1000
/** A carrier that has stopped sending a code, or an app that has learned it, needs nobody's answer. */
export const FORGOTTEN_AFTER_MS = 30 * DAY_MS
/** Of one connector. More is no carrier's table, but a sender that puts something else where its code belongs. */
export const MOST_UNREAD = 50

/** Those of one message that a store can say the meaning of. */
export function unknownCodesIn(problems: readonly Problem[]): readonly string[] {
  return problems
    .filter(({ code }) => code === 'TRACKING_UNKNOWN_CODE')
    .map(({ facts }) => facts.find(({ name }) => name === 'code')?.value.trim() ?? '')
    .filter((code) => code !== '' && code.length <= LONGEST_CODE)
}

/** What is known of a connector's codes once these came, too; null where that is nothing new. */
export function withUnread(
  known: UnreadCodes,
  connector: string,
  codes: readonly string[],
  nowMs: number
): UnreadCodes | null {
  const before = unreadOf(known, connector)
  const came = codes.filter(
    (code) => !before.some((one) => isSameCode(one.code, code) && nowMs - one.at < DAY_MS)
  )
  if (came.length === 0) return null
  const others = before.filter(
    (one) => nowMs - one.at < FORGOTTEN_AFTER_MS && !came.some((code) => isSameCode(one.code, code))
  )
  const all = [...came.map((code) => ({ code, at: nowMs })), ...others]
  return { ...known, [connector]: all.slice(0, MOST_UNREAD) }
}

/** What a store should look at: each code once, until it says what the code means, or that it means nothing. */
export function codesToExplain(
  known: UnreadCodes,
  connector: string,
  answered: readonly OwnCode[],
  nowMs: number
): readonly Problem[] {
  return unreadOf(known, connector)
    .filter(({ at }) => nowMs - at < FORGOTTEN_AFTER_MS)
    .filter(({ code }) => !answered.some((one) => isSameCode(one.code, code)))
    .map(({ code }) => problem('TRACKING_UNKNOWN_CODE', { facts: { connector, code } }))
}

function unreadOf(known: UnreadCodes, connector: string): readonly UnreadCode[] {
  return Object.prototype.hasOwnProperty.call(known, connector) ? known[connector] : []
}
