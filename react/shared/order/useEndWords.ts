import { useCallback } from 'react'

import type { Send } from '../sending/sends'
import { useOutcomeWords } from '../sending/useOutcomeWords'
import { useWords } from '../words/useWords'

function isTooMany({ answer, failure }: Send): boolean {
  const problems = failure?.kind === 'REFUSED' ? [failure.problem] : (answer?.problems ?? [])

  return problems.length === 1 && problems[0].code === 'RATE_LIMITED'
}

/** The one sentence on how a send ended, or on how it stands now. */
export function useEndWords(): (send: Send) => string {
  const words = useWords()
  const { outcomeWords, objectWords } = useOutcomeWords()

  return useCallback(
    (send) => {
      const { failure, answer, object, state } = send

      if (failure?.kind === 'UNAUTHENTICATED') return words('result.not-sent-session')
      if (failure?.kind === 'FORBIDDEN') return words('result.not-sent-right')
      if (send.state === 'failed' || send.state === 'refused') {
        if (send.isStopped) return words('result.not-sent-stopped', { object: objectWords(object) })
        if (isTooMany(send)) {
          return words('result.not-sent-pace', {
            object: objectWords(object),
            tries: send.tries,
          })
        }
      }
      if (failure?.kind === 'REFUSED') return outcomeWords('REFUSED', object, 1)
      if (state === 'done') {
        return outcomeWords(
          answer?.outcome === 'ALREADY_APPLIED' ? 'ALREADY_APPLIED' : 'APPLIED',
          object
        )
      }
      if (state === 'unknown' || !answer) return outcomeWords('UNKNOWN', object)
      const points = answer.problems.length

      return outcomeWords(answer.outcome, object, points)
    },
    [words, outcomeWords, objectWords]
  )
}
