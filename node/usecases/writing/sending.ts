import { isFault, type Fault } from '../../domain/problem/fault'
import type { Problem } from '../../domain/problem/problem'
import { faultProblem } from '../../domain/problem/faultProblem'
import type { Right } from '../../domain/problem/rights'

/**
 * How one write to OMS ended. TAKEN: OMS answered with success. FAILED: surely nothing changed.
 * UNANSWERED: it was sent and nobody knows; reading tells.
 */
export type Sent<T> =
  | { readonly result: 'TAKEN'; readonly answer: T }
  | { readonly result: 'FAILED'; readonly problem: Problem; readonly fault: Fault }
  | { readonly result: 'UNANSWERED' }

/** Sends once. Any Fault is an answer of a kind; anything else is a mistake of ours and is thrown. */
export async function sendOnce<T>(right: Right, send: () => Promise<T>): Promise<Sent<T>> {
  try {
    return { result: 'TAKEN', answer: await send() }
  } catch (error) {
    if (!isFault(error)) throw error
    return error.kind === 'unknown' || error.kind === 'unreadable'
      ? { result: 'UNANSWERED' }
      : { result: 'FAILED', problem: faultProblem(error, right), fault: error }
  }
}
