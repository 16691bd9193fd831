import type { Problem } from '../problem/problem'
import { problem, type ProblemDetail } from '../problem/problems'
import { epochOf, instantAt, type Instant } from '../values/instant'

/** How long OMS may take to show what it accepted: after that it has applied it or never will (design §2.1). */
export const UNKNOWN_FOR_MS = 120_000

/** How long one write may be under way until OMS has taken it or never will: its client gives up then (design §2.7). */
export const LONGEST_WRITE_MS = 15_000

/** How far a send may lie behind the moment that is written down for it. */
export const MOST_LAG_MS = 5_000

/** From the moment that is written down before a send until OMS has surely taken it, or never will. */
export const LONGEST_SEND_MS = MOST_LAG_MS + LONGEST_WRITE_MS

/** One write to OMS, as the journal knows it. */
export interface WrittenSend {
  /** From before it went out. */
  readonly sentAt: Instant
  /** When the send ended; absent while it runs, and for ever where whoever sent it died. */
  readonly endedAt?: Instant
}

/**
 * From when a send that no read shows may go out again. What ended counts from its end; what nobody saw end may have been
 * taken as late as a write can be.
 */
export function retryAt({ sentAt, endedAt }: WrittenSend): Instant {
  const taken = endedAt === undefined ? epochOf(sentAt) + LONGEST_SEND_MS : epochOf(endedAt)
  return instantAt(taken + UNKNOWN_FOR_MS)
}

/** True where whatever OMS took of a send has been applied by now. */
export function isPast(send: WrittenSend, nowMs: number): boolean {
  return nowMs >= epochOf(retryAt(send))
}

/** OMS_OUTCOME_UNKNOWN of a send, with the moment from which the same call may send it again. */
export function outcomeUnknown(
  send: WrittenSend,
  { field, facts }: Pick<ProblemDetail, 'field' | 'facts'> = {}
): Problem {
  return problem('OMS_OUTCOME_UNKNOWN', {
    field,
    facts: { sentAt: send.sentAt, retryAt: retryAt(send), ...facts },
  })
}
