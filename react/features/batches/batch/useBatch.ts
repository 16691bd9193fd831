import { useEffect, useState } from 'react'
import { announce } from '../../../shared/components/StatusLine'
import type {
  BatchQuery,
  BatchQueryVariables,
  BatchRowsQuery,
  BatchRowsQueryVariables,
  DeleteBatchMutation,
  DeleteBatchMutationVariables,
  PauseBatchMutation,
  PauseBatchMutationVariables,
  RetryBatchMutation,
  RetryBatchMutationVariables,
  RowOutcome,
  StartBatchMutation,
  StartBatchMutationVariables,
} from '../../../shared/graphql/generated'
import type { Failure } from '../../../shared/graphql/failure'
import { usePanelMutation } from '../../../shared/graphql/usePanelMutation'
import type { PanelResult } from '../../../shared/graphql/usePanelMutation'
import { usePanelQuery } from '../../../shared/graphql/usePanelQuery'
import type { ProblemLike } from '../../../shared/words/problemFacts'
import { useWords } from '../../../shared/words/useWords'
import START from '../desk/startBatch.graphql'
import BATCH from './batch.graphql'
import ROWS from './batchRows.graphql'
import { lookAgainAfter, stateKey, WORTH_RETRYING } from './batchModel'
import type { Act } from './batchModel'
import DELETE from './deleteBatch.graphql'
import PAUSE from './pauseBatch.graphql'
import RETRY from './retryBatch.graphql'
import { usePoll } from '../../../shared/graphql/usePoll'

export const ROWS_A_PAGE = 50

interface Answered {
  problems: ProblemLike[]
}

/** One batch: looked at until it ends, its rows, and what can be done with it. */
export function useBatch(batchId: string, onRemoved: () => void) {
  const words = useWords()
  const [only, choose] = useState<RowOutcome | null>(null)
  const [offset, move] = useState(0)
  const [doing, setDoing] = useState<Act | null>(null)
  const [problems, setProblems] = useState<ProblemLike[]>([])
  const [actFailure, setActFailure] = useState<Failure | null>(null)
  const reading = usePanelQuery<BatchQuery, BatchQueryVariables>(BATCH, { variables: { batchId } })
  const rows = usePanelQuery<BatchRowsQuery, BatchRowsQueryVariables>(ROWS, {
    variables: {
      batchId,
      outcomes: only ? [only] : null,
      page: offset / ROWS_A_PAGE + 1,
      perPage: ROWS_A_PAGE,
    },
  })
  const batch = reading.data && reading.data.batch
  const start = usePanelMutation<StartBatchMutation, StartBatchMutationVariables>(START)
  const pause = usePanelMutation<PauseBatchMutation, PauseBatchMutationVariables>(PAUSE)
  const retry = usePanelMutation<RetryBatchMutation, RetryBatchMutationVariables>(RETRY)
  const remove = usePanelMutation<DeleteBatchMutation, DeleteBatchMutationVariables>(DELETE)

  usePoll(batch ? lookAgainAfter(batch) : null, reading.refetch)

  const state = batch && stateKey(batch)
  const counted = batch ? JSON.stringify([batch.state, batch.counts]) : ''
  const { refetch: readRows } = rows

  useEffect(() => {
    if (counted) void readRows()
  }, [counted, readRows])
  useEffect(() => {
    if (state) announce(words(`batches.is.${state}`))
  }, [state, words])

  const run = async (act: Act) => {
    if (!batch || doing) return
    setDoing(act)
    setProblems([])
    setActFailure(null)
    const done = await call(act)

    setDoing(null)
    if (!done.ok) setActFailure(done.failure)
    else if (done.data.problems.length > 0) setProblems(done.data.problems)
    else if (act === 'REMOVE') {
      onRemoved()

      return
    }
    await reading.refetch()
  }
  const call = async (act: Act): Promise<PanelResult<Answered>> => {
    if (act === 'PAUSE') return part(await pause({ batchId }), 'pauseBatch')
    if (act === 'RETRY') {
      return part(await retry({ batchId, outcomes: WORTH_RETRYING }), 'retryBatch')
    }
    if (act === 'REMOVE') return part(await remove({ batchId }), 'deleteBatch')
    const rehearse = act === 'REHEARSE' || (act === 'RESUME' && Boolean(batch && batch.isRehearsal))

    return part(await start({ batchId, rehearse }), 'startBatch')
  }

  return {
    batch,
    isMissing: reading.data !== null && batch === null,
    loading: reading.loading,
    failure: reading.failure,
    refetch: reading.refetch,
    rows: rows.data ? rows.data.batchRows : null,
    rowsFailure: rows.failure,
    readRows,
    only,
    offset,
    choose: (outcome: RowOutcome | null) => {
      choose(outcome)
      move(0)
    },
    move,
    run,
    doing,
    problems,
    actFailure,
  }
}

export type BatchReading = ReturnType<typeof useBatch>

function part<N extends string>(
  result: PanelResult<{ [K in N]: Answered }>,
  name: N
): PanelResult<Answered> {
  return result.ok ? { ok: true, data: result.data[name] } : result
}
