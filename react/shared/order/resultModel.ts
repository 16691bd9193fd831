import type { Outcome } from '../sending/outcome'

/** Seconds after the send at which the order is looked at again. */
const LOOKS = [3, 6, 12, 24, 48]
const LOOKS_WHILE_UNKNOWN = [...LOOKS, 96]

export interface Sent {
  outcome: Outcome
  /** Milliseconds since the epoch. */
  sentAt: number
  /** Until then the service sends nothing in its place, and the form is locked; counts without an answer. */
  retryAt: number
  /** True once a reading of the order shows what was sent. */
  shown: boolean
}

function looksOf({ outcome, sentAt, retryAt }: Sent): number[] {
  const after = (seconds: number) => sentAt + seconds * 1000

  if (outcome === 'ACCEPTED') return LOOKS.map(after)

  return outcome === 'UNKNOWN'
    ? [...LOOKS_WHILE_UNKNOWN.map(after).filter((at) => at < retryAt), retryAt]
    : []
}

/** When the order is to be read for this send, in milliseconds since the epoch, earliest first. */
export function looks(sent: Sent): number[] {
  return sent.shown ? [] : looksOf(sent)
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

      return now >= sent.retryAt ? 'MAY_SEND_AGAIN' : 'UNKNOWN'
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
