import { isFault, type Fault } from '../../domain/problem/fault'
import type { Problem } from '../../domain/problem/problem'
import { faultProblem } from '../../domain/problem/faultProblem'
import type { Right } from '../../domain/problem/rights'
import { LONGEST_WRITE_MS, type WrittenSend } from '../../domain/journal/waiting'
import { instantAt, type Instant } from '../../domain/values/instant'
import { RECORD_MS } from '../limits'
import type { Ports } from '../ports'

/**
 * How one write to OMS ended. TAKEN: OMS answered with success. FAILED: surely nothing changed.
 * UNANSWERED: it was sent and nobody knows; reading tells.
 */
export type Sent<T> =
  | (Ended & { readonly result: 'TAKEN'; readonly answer: T })
  | (Ended & { readonly result: 'FAILED'; readonly problem: Problem; readonly fault: Fault })
  | (Ended & { readonly result: 'UNANSWERED' })

/** Absent where this call could not wait as long as OMS may take: then it may be on its way still. */
type Ended = Pick<WrittenSend, 'endedAt'>

/** Sends once. Any Fault is an answer of a kind; anything else is a mistake of ours and is thrown. */
export async function sendOnce<T>(
  { clock, answerBy }: Ports,
  right: Right,
  send: () => Promise<T>
): Promise<Sent<T>> {
  const isCut = answerBy - RECORD_MS - clock.now() < LONGEST_WRITE_MS
  const now = (): Instant => instantAt(clock.now())
  try {
    const answer = await send()
    return { answer, result: 'TAKEN', endedAt: now() }
  } catch (error) {
    if (!isFault(error)) throw error
    return error.kind === 'unknown' || error.kind === 'unreadable'
      ? { result: 'UNANSWERED', ...(isCut ? {} : { endedAt: now() }) }
      : { result: 'FAILED', endedAt: now(), problem: faultProblem(error, right), fault: error }
  }
}
