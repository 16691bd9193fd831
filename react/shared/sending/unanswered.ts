/** The code of a send that nobody knows the end of, in an answer as in what needs attention. */
export const UNANSWERED = 'OMS_OUTCOME_UNKNOWN'

export function isUnanswered({ code }: { code: string }): boolean {
  return code === UNANSWERED
}
