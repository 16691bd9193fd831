import { useState } from 'react'
import { announce } from '../../../shared/components/StatusLine'
import type { BatchRowsQuery, BatchRowsQueryVariables } from '../../../shared/graphql/generated'
import { usePanelRead } from '../../../shared/graphql/usePanelRead'
import { useProblemWords } from '../../../shared/words/useProblemWords'
import { useWords } from '../../../shared/words/useWords'
import type { BatchFile } from '../desk/batchFile'
import { readersClient } from '../desk/readersClient'
import { useFaultWords } from '../page/useFaultWords'
import { reasonsOf } from '../page/wrongRows'
import type { Batch } from './batchModel'
import ROWS from './batchRows.graphql'
import { saveResult } from './resultFile'

/** Saves the result of a batch in the person's language, in the columns of its file where this page has it. */
export function useResultFile(
  { batchId, name }: Pick<Batch, 'batchId' | 'name'>,
  file: BatchFile | null
) {
  const words = useWords()
  const { textOf } = useProblemWords({ isOfBatch: true })
  const { faultWords } = useFaultWords()
  const read = usePanelRead<BatchRowsQuery, BatchRowsQueryVariables>(ROWS)
  const [isSaving, setSaving] = useState(false)
  const [hasFailed, setFailed] = useState(false)
  const save = async () => {
    if (isSaving) return
    setSaving(true)
    const isSaved = await saveResult(
      { batchId, name },
      read,
      {
        headings: {
          row: words('batches.result.row'),
          order: words('batches.result.order'),
          invoice: words('batches.result.invoice'),
          outcome: words('batches.result.outcome'),
          receipt: words('batches.result.receipt'),
          problems: words('batches.result.problems'),
        },
        outcomeOf: ({ outcome }) => words(`batches.outcome.${outcome || 'NONE'}`),
        problemsOf: ({ problems }) => problems.map(textOf).join(' '),
        notSent: words('batches.result.not-sent'),
        reasonOf: ({ faults }) => reasonsOf(faults, faultWords),
      },
      file,
      readersClient
    )

    setSaving(false)
    setFailed(!isSaved)
    announce(words(isSaved ? 'batches.result.saved' : 'batches.result.failed'))
  }

  return { save: () => void save(), isSaving, hasFailed }
}
