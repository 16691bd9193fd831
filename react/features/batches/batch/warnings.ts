import type { ProblemLike } from '../../../shared/words/problemFacts'
import type { ResultRow } from './resultFile'

/** Rows that one warning keeps from going, by its code. */
export interface WarningKind {
  code: string
  rows: ResultRow[]
  /** As the first of the rows has it. */
  problem: ProblemLike
}

/** To declare an invoice lost is a decision about that invoice, never about a file. */
const ONE_BY_ONE = ['INVOICE_NOT_SHOWN']

const mayBeAccepted = ({ severity, code }: ProblemLike) =>
  severity === 'WARNING' && !ONE_BY_ONE.includes(code)

/** The kinds of warnings among rows that nothing else keeps from going, the most frequent first. */
export function warningKinds(rows: readonly ResultRow[]): WarningKind[] {
  const kinds = new Map<string, WarningKind>()

  rows.forEach((row) => {
    if (!row.problems.every(mayBeAccepted)) return
    row.problems.forEach((problem) => {
      const kind = kinds.get(problem.code) || { code: problem.code, rows: [], problem }

      if (kind.rows[kind.rows.length - 1] !== row) kind.rows.push(row)
      kinds.set(problem.code, kind)
    })
  })

  return Array.from(kinds.values()).sort((a, b) => b.rows.length - a.rows.length)
}

/** Numbers of the rows that go once these warnings are accepted. */
export function freed(rows: readonly ResultRow[], accepted: readonly string[]): number[] {
  return rows
    .filter(
      ({ problems }) =>
        problems.length > 0 &&
        problems.every((problem) => mayBeAccepted(problem) && accepted.includes(problem.code))
    )
    .map(({ row }) => row)
}
