import { CheckVerdict } from '../../shared/graphql/generated'
import { Words } from '../../shared/words/useWords'

interface Judged {
  verdict: CheckVerdict
}

/** What came of all checks, in a sentence or two: failures first. */
export function summaryOf(checks: readonly Judged[], words: Words): string {
  const failed = countOf(checks, 'FAILED')
  const unproven = countOf(checks, 'UNPROVEN')
  if (failed + unproven === 0) return words('check.allPassed')
  return [
    failed > 0 ? words('check.someFailed', { failed }) : '',
    unproven > 0 ? words('check.someUnproven', { unproven }) : '',
  ]
    .filter(Boolean)
    .join(' ')
}

export function toneOf(checks: readonly Judged[]): 'done' | 'look' | 'wrong' {
  if (countOf(checks, 'FAILED') > 0) return 'wrong'
  return countOf(checks, 'UNPROVEN') > 0 ? 'look' : 'done'
}

function countOf(checks: readonly Judged[], wanted: CheckVerdict): number {
  return checks.filter(({ verdict }) => verdict === wanted).length
}
