import { useEffect, useMemo, useState } from 'react'
import type { Failure } from '../../../shared/graphql/failure'
import type { BatchRowsQuery, BatchRowsQueryVariables } from '../../../shared/graphql/generated'
import { usePanelRead } from '../../../shared/graphql/usePanelRead'
import type { ProblemLike } from '../../../shared/words/problemFacts'
import { batchFile } from '../desk/batchFile'
import type { BatchFile } from '../desk/batchFile'
import type { Accepted } from '../desk/sendBatch'
import { useSendCalls } from '../desk/useSendCalls'
import { countOf } from './batchModel'
import type { Batch } from './batchModel'
import ROWS from './batchRows.graphql'
import { allRows } from './resultFile'
import type { ResultRow } from './resultFile'
import { freed, warningKinds } from './warnings'

interface Stop {
  failure: Failure | null
  problems: ProblemLike[]
}

const NO_STOP: Stop = { failure: null, problems: [] }

/** Warnings of the rows that were not sent, which of them are accepted for all rows, and what goes then. */
export function useAccepting(
  batch: Batch,
  file: BatchFile | null,
  onSent: (batchId: string) => void
) {
  const { batchId, name } = batch
  const read = usePanelRead<BatchRowsQuery, BatchRowsQueryVariables>(ROWS)
  const calls = useSendCalls()
  const [refused, setRefused] = useState<ResultRow[]>([])
  const [accepted, accept] = useState<string[]>([])
  const [isSending, setSending] = useState(false)
  const [stop, setStop] = useState(NO_STOP)
  const hasRefused = file !== null && batch.state === 'DONE' && countOf(batch, 'REFUSED') > 0

  useEffect(() => {
    let isNewest = true

    accept([])
    setRefused([])
    if (hasRefused) {
      void allRows(batchId, read, ['REFUSED']).then((rows) => {
        if (isNewest && rows) setRefused(rows)
      })
    }

    return () => {
      isNewest = false
    }
  }, [batchId, hasRefused, read])

  const kinds = useMemo(() => warningKinds(refused), [refused])
  const rows = useMemo(() => freed(refused, accepted), [refused, accepted])
  const send = async () => {
    if (isSending) return
    setSending(true)
    setStop(NO_STOP)
    // After a rehearsal the rows that go anyway are sent with them.
    const ready = batch.isRehearsal ? await allRows(batchId, read, ['READY']) : []
    const sent = ready
      ? await batchFile.sendAgain(
          { batchId, name },
          ready
            .map(({ row }) => row)
            .concat(rows)
            .sort((a, b) => a - b),
          accepted as Accepted,
          calls
        )
      : { ok: false as const, failure: { kind: 'FAULT' as const } }

    setSending(false)
    if (sent.ok) onSent(sent.batchId)
    else if ('failure' in sent) setStop({ ...NO_STOP, failure: sent.failure })
    else setStop({ ...NO_STOP, problems: sent.problems })
  }

  return {
    kinds,
    accepted,
    toggle: (code: string) =>
      accept((before) =>
        before.includes(code) ? before.filter((one) => one !== code) : [...before, code]
      ),
    /** How many rows the next send takes; 0 as long as no warning is accepted. */
    count: rows.length === 0 ? 0 : rows.length + (batch.isRehearsal ? countOf(batch, 'READY') : 0),
    send: () => void send(),
    isSending,
    ...stop,
  }
}

export type Accepting = ReturnType<typeof useAccepting>
