import type { Outcome } from '../sending/outcome'

/** Seconds after the send at which the order is looked at again. */
const LOOKS = [3, 6, 12, 24, 48]
const LOOKS_WHILE_UNKNOWN = [...LOOKS, 96, 120]

/** As long as another send of the same invoice is refused by the service's own rules, the form is locked. */
export const UNKNOWN_LOCK_SECONDS = 120

export interface Sent {
  outcome: Outcome
  /** Milliseconds since the epoch. */
  sentAt: number
  /** True once a reading of the order shows what was sent. */
  shown: boolean
}

function looksOf(outcome: Outcome): number[] {
  if (outcome === 'ACCEPTED') return LOOKS

  return outcome === 'UNKNOWN' ? LOOKS_WHILE_UNKNOWN : []
}

/** When the order is to be read for this send, in milliseconds since the epoch, earliest first. */
export function looks(sent: Sent): number[] {
  return sent.shown ? [] : looksOf(sent.outcome).map((seconds) => sent.sentAt + seconds * 1000)
}

/** The next of them; null where nothing is awaited. */
export function nextLook(sent: Sent, now: number): number | null {
  return looks(sent).find((at) => at > now) ?? null
}

export type ResultState =
  | 'PAUSED'
  | 'DONE'
  | 'ALREADY'
  | 'APPLYING'
  | 'SLOW'
  | 'REFUSED'
  | 'FAILED'
  | 'UNKNOWN'
  | 'MAY_SEND_AGAIN'

/** What is to be said of a send now. */
export function resultState(sent: Sent, now: number): ResultState {
  switch (sent.outcome) {
    case 'APPLIED':
      return 'DONE'
    case 'ALREADY_APPLIED':
      return 'ALREADY'
    case 'REFUSED':
      return 'REFUSED'
    case 'FAILED':
      return 'FAILED'
    case 'ACCEPTED':
      if (sent.shown) return 'DONE'

      return nextLook(sent, now) == null ? 'SLOW' : 'APPLYING'
    default:
      if (sent.shown) return 'DONE'

      return now >= sent.sentAt + UNKNOWN_LOCK_SECONDS * 1000 ? 'MAY_SEND_AGAIN' : 'UNKNOWN'
  }
}

/** Nobody knows whether VTEX has it: what was sent stays on the screen, and nothing else goes out in its place. */
export function isUnsettled(state: ResultState | null): boolean {
  return state === 'UNKNOWN' || state === 'MAY_SEND_AGAIN'
}

/** Ends after which the next order is what the person wants. */
export function isGoodEnd(state: ResultState): boolean {
  return state === 'DONE' || state === 'ALREADY' || state === 'APPLYING' || state === 'SLOW'
}
