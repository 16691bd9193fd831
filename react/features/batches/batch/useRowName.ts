import { useCallback } from 'react'
import { useWords } from '../../../shared/words/useWords'
import type { ResultRow } from './resultFile'

/** "row 17", or the file of a document. */
export function useRowName() {
  const words = useWords()

  return useCallback(
    ({ row, label }: Pick<ResultRow, 'row' | 'label'>) =>
      label && /\D/.test(label) ? label : words('batches.row', { row: label || row + 1 }),
    [words]
  )
}
