import { useCallback } from 'react'
import { useWords } from '../words/useWords'
import { Outcome } from '../graphql/generated'
import { OutcomeObject } from './outcome'

/** "Done: invoice 000123. VTEX shows it.": the one sentence of an outcome. `count` is the number of problems of a refusal. */
export function useOutcomeWords() {
  const words = useWords()
  const objectWords = useCallback(
    ({ kind, number, isEventsOnly, isUndone }: OutcomeObject) =>
      words(
        isEventsOnly ? 'object.events' : isUndone ? 'object.deliveryUndone' : `object.${kind}`,
        { number }
      ),
    [words]
  )
  const outcomeWords = useCallback(
    (outcome: Outcome, object: OutcomeObject, count = 0) =>
      words(`outcome.${outcome}`, { object: objectWords(object), count }),
    [words, objectWords]
  )
  return { outcomeWords, objectWords }
}
