import { factOf } from '../words/problemFacts'
import type { ProblemLike } from '../words/problemFacts'

/** The code of a send that nobody knows the end of, in an answer as in what needs attention. */
export const UNANSWERED = 'OMS_OUTCOME_UNKNOWN'

export function isUnanswered({ code }: { code: string }): boolean {
  return code === UNANSWERED
}

/** How long the service itself sends nothing again, where it could not be asked: its longest. Checked in tooling/checks. */
export const LONGEST_LOCK_MS = 140_000

/** How long after its send nothing may go out in its place, as the service says it. */
export function lockOf(unanswered: Pick<ProblemLike, 'facts'> | undefined): number {
  const momentOf = (name: string) =>
    unanswered ? Date.parse(factOf(unanswered, name) || '') : Number.NaN
  const lock = momentOf('retryAt') - momentOf('sentAt')

  return lock >= 0 ? lock : LONGEST_LOCK_MS
}
