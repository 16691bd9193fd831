import { createHash } from 'node:crypto'

/** Why a carrier is not asked just now, and what it was asked for as a whole. */
export interface AskingState {
  /** It is left alone until then: it said that it is asked too often, or it was away. @unit epoch milliseconds */
  readonly restsUntil: number
  /** Of the credentials that it refused: others are tried at once, these never again. */
  readonly refusedMark: string | null
  /** When a person was last told that it is away. @unit epoch milliseconds */
  readonly awayToldAt: number
  /** A carrier that is asked for all news at once: when that was. @unit epoch milliseconds */
  readonly newsAt: number
}

export const NEVER_ASKED: AskingState = {
  restsUntil: 0,
  refusedMark: null,
  awayToldAt: 0,
  newsAt: 0,
}

const DAY_MS = 24 * 60 * 60 * 1000
/** A carrier that lists all news of a day is asked for them this often. */
const NEWS_EVERY_MS = 30 * 60_000
const AWAY_RESTS_MS = 5 * 60_000
const TOO_FAST_RESTS_MS = 60_000
const LONGEST_REST_MS = DAY_MS
/** One who is away for a day is told about some times, not a hundred. */
const AWAY_TOLD_EVERY_MS = 6 * 60 * 60_000

export function credentialsMark(secret: string): string {
  return createHash('sha256').update(`asked with ${secret}`).digest('hex').slice(0, 16)
}

export function mayAsk(state: AskingState, secret: string, nowMs: number): boolean {
  return state.restsUntil <= nowMs && state.refusedMark !== credentialsMark(secret)
}

export function isNewsDue({ newsAt }: AskingState, nowMs: number): boolean {
  return nowMs - newsAt >= NEWS_EVERY_MS
}

/** @shape yyyy-MM-dd each: today, and yesterday while something of it may not have been asked for */
export function newsDays(
  { newsAt }: AskingState,
  nowMs: number,
  dayOf: (ms: number) => string
): readonly string[] {
  const [today, yesterday] = [dayOf(nowMs), dayOf(nowMs - DAY_MS)]
  return dayOf(newsAt) === today ? [today] : [yesterday, today]
}

export function afterRefusal(state: AskingState, secret: string): AskingState {
  return { ...state, refusedMark: credentialsMark(secret) }
}

export function afterTooFast(
  state: AskingState,
  retryAfterSeconds: number | null,
  nowMs: number
): AskingState {
  const rest = retryAfterSeconds === null ? TOO_FAST_RESTS_MS : retryAfterSeconds * 1000
  return { ...state, restsUntil: nowMs + Math.min(Math.max(rest, 1_000), LONGEST_REST_MS) }
}

/** `isToTell`: it is time that a person hears of it. */
export function afterAway(
  state: AskingState,
  nowMs: number
): { readonly state: AskingState; readonly isToTell: boolean } {
  const isToTell = nowMs - state.awayToldAt >= AWAY_TOLD_EVERY_MS
  const restsUntil = nowMs + AWAY_RESTS_MS
  return { isToTell, state: { ...state, restsUntil, ...(isToTell && { awayToldAt: nowMs }) } }
}
