import type { Problem, ProblemCode } from '../order/orderTypes'

/**
 * What a tick says yes to: the warning with the very facts that stood beside it. Other facts are
 * another question, so the old tick does not answer it.
 */
export function tickOf(problem: Pick<Problem, 'code' | 'field' | 'facts'>): string {
  const facts = problem.facts
    .map((fact) => `${fact.name}=${fact.value}`)
    .sort()
    .join('&')

  return `${problem.code}@${problem.field.join('.')}?${facts}`
}

export function isOpen(problem: Problem, ticks: ReadonlySet<string>): boolean {
  return problem.severity !== 'WARNING' || !ticks.has(tickOf(problem))
}

/** Errors and warnings that still stand against sending. */
export function openProblems(problems: readonly Problem[], ticks: ReadonlySet<string>): Problem[] {
  return problems.filter((problem) => isOpen(problem, ticks))
}

/** Codes to accept: a code goes only where each warning that bears it is ticked. */
export function acceptedCodes(
  problems: readonly Problem[],
  ticks: ReadonlySet<string>
): ProblemCode[] {
  const warnings = problems.filter((problem) => problem.severity === 'WARNING')
  const codes = warnings.map((problem) => problem.code)

  return codes
    .filter((code, at) => codes.indexOf(code) === at)
    .filter((code) => warnings.every((problem) => problem.code !== code || !isOpen(problem, ticks)))
}
