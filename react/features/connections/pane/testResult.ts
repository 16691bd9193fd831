import type { ConnectionMessageFragment } from '../../../shared/graphql/generated'
import type { ProblemLike } from '../../../shared/words/problemFacts'

export interface TestResult {
  isGood: boolean
  /** Of the sentence that says it. */
  key: 'connections.test-through' | 'connections.test-stored' | 'connections.test-failed'
  /** What stands against it, where that is known. */
  problem: ProblemLike | null
}

/**
 * What became of a test message. Nothing but its whole way is good: stored and not worked off yet is no more than that.
 * @param messages newest first; null where the answer holds none
 */
export function testResultOf(
  problems: readonly ProblemLike[],
  messages: ReadonlyArray<Pick<ConnectionMessageFragment, 'isTest' | 'result' | 'problem'>> | null
): TestResult {
  const [problem] = problems
  const test = (messages || []).find(({ isTest }) => isTest)

  if (problem || !test) {
    return { isGood: false, key: 'connections.test-failed', problem: problem || null }
  }
  if (test.result === 'PENDING') {
    return { isGood: false, key: 'connections.test-stored', problem: null }
  }

  return test.result === 'NOTHING_NEW' && !test.problem
    ? { isGood: true, key: 'connections.test-through', problem: null }
    : { isGood: false, key: 'connections.test-failed', problem: test.problem }
}
