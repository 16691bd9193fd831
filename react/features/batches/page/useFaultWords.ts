import { useCallback } from 'react'
import { useWords } from '../../../shared/words/useWords'

type Facts = Record<string, string | number>

const NOTHING: Facts = {
  row: '',
  value: '',
  count: 0,
  expected: 0,
  length: 0,
  reference: 'none',
  max: 0,
  file: '',
  record: '',
  separator: '',
}

/** What is wrong with a cell, a row or a file, and what to do about it. */
export function useFaultWords() {
  const words = useWords()
  const faultWords = useCallback(
    (code: string, facts: Facts) => words(`batches.fault.${code}`, { ...NOTHING, ...facts }),
    [words]
  )
  const refusalWords = useCallback(
    (code: string, facts: Facts) => words(`batches.refusal.${code}`, { ...NOTHING, ...facts }),
    [words]
  )

  return { faultWords, refusalWords }
}
