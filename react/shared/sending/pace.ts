import type { SendAnswer, SendResult } from './answer'
import { factOf } from '../words/problemFacts'

/** How often a send that VTEX had no room for goes out again by itself. */
export const MOST_TRIES = 5
/** A pause longer than this is the person's to decide about. @unit seconds */
export const LONGEST_PAUSE = 300
const STANDARD_PAUSE = 60

/** Seconds that VTEX asks to wait, where all that an answer says is that it takes no more calls now; else null. */
export function askedPause(result: SendResult<SendAnswer>): number | null {
  const problems = result.ok
    ? result.answer.problems
    : result.failure.kind === 'REFUSED'
      ? [result.failure.problem]
      : []
  const changedNothing =
    !result.ok || result.answer.outcome === 'FAILED' || result.answer.outcome === 'REFUSED'
  const limited = problems.find(({ code }) => code === 'RATE_LIMITED')

  if (!changedNothing || !limited || problems.length > 1) return null
  const seconds = Number(factOf(limited, 'retryAfterSeconds'))

  return seconds > 0 ? Math.ceil(seconds) : STANDARD_PAUSE
}

/** While nothing leaves this machine a try would be lost: it is put off. @unit seconds */
export const OFFLINE_PAUSE = 5
