import React from 'react'
import { Badge } from '../../../shared/components/Badge'
import { Card } from '../../../shared/components/Card'
import { EmptyState } from '../../../shared/components/EmptyState'
import { FailureNotice } from '../../../shared/components/FailureNotice'
import { Moment } from '../../../shared/components/Moment'
import { Notice } from '../../../shared/components/Notice'
import { ProblemText } from '../../../shared/components/ProblemText'
import { Skeleton } from '../../../shared/components/Skeleton'
import type { RowOutcome } from '../../../shared/graphql/generated'
import { useStore } from '../../../shared/sending/store'
import { useWords } from '../../../shared/words/useWords'
import { batchFile } from '../desk/batchFile'
import { Choose } from '../page/Choose'
import { Leaf } from '../page/Leaf'
import { AcceptWarnings } from './AcceptWarnings'
import { BatchActs } from './BatchActs'
import { BatchEnd } from './BatchEnd'
import { countOf, OUTCOMES, stateKey, TONES } from './batchModel'
import type { Batch } from './batchModel'
import { BatchProgress } from './BatchProgress'
import { BatchRowList } from './BatchRowList'
import { FileAgain } from './FileAgain'
import { useAccepting } from './useAccepting'
import { ROWS_A_PAGE, useBatch } from './useBatch'
import type { BatchReading } from './useBatch'

interface Props {
  batchId: string
  maySend: boolean
  onRemoved: () => void
  onSent: (batchId: string) => void
}

/** One batch, once it is read. */
export function BatchView({ batchId, maySend, onRemoved, onSent }: Props) {
  const words = useWords()
  const reading = useBatch(batchId, onRemoved)
  const { batch } = reading

  if (!batch) {
    return (
      <div className="it-card bg-base ba b--muted-4 br3">
        {reading.failure ? (
          <FailureNotice failure={reading.failure} onRetry={reading.refetch} />
        ) : reading.isMissing ? (
          <EmptyState>{words('batches.missing')}</EmptyState>
        ) : (
          <Skeleton rows={6} height={44} />
        )}
      </div>
    )
  }

  return <BatchCard batch={batch} reading={reading} maySend={maySend} onSent={onSent} />
}

interface CardProps extends Pick<Props, 'maySend' | 'onSent'> {
  batch: Batch
  reading: BatchReading
}

/** Where a batch stands, what can be done, and its rows by how they ended. */
function BatchCard({ batch, reading, maySend, onSent }: CardProps) {
  const words = useWords()
  const { rows, only, offset } = reading
  const kept = useStore(batchFile.store)
  const file = kept && kept.batchId === batch.batchId ? kept : null
  const accepting = useAccepting(batch, maySend ? file : null, onSent)
  const present = OUTCOMES.filter((outcome) => countOf(batch, outcome) > 0)
  const options = [
    { value: 'ALL', label: words('batches.show.ALL', { count: batch.rowCount }) },
    ...present.map((outcome) => ({
      value: outcome as string,
      label: `${words(`batches.outcome.${outcome}`)} ${countOf(batch, outcome)}`,
    })),
  ]

  return (
    <Card
      id="batch"
      title={batch.name}
      aside={<Badge tone={TONES[batch.state]}>{words(`batches.is.${stateKey(batch)}`)}</Badge>}
    >
      <p className="ma0 mb4 t-small c-muted-1">
        {words('batches.by-whom', { who: batch.startedBy || batch.createdBy })}
        {' · '}
        <Moment at={batch.startedAt || batch.createdAt} />
      </p>
      <BatchProgress batch={batch} />
      {reading.failure && <FailureNotice failure={reading.failure} onRetry={reading.refetch} />}
      {reading.actFailure && <FailureNotice failure={reading.actFailure} />}
      {reading.problems.map((problem, at) => (
        <Notice key={at} tone="wrong">
          <ProblemText problem={problem} />
        </Notice>
      ))}
      {batch.state === 'DONE' && <BatchEnd batch={batch} />}
      <AcceptWarnings accepting={accepting} />
      {accepting.failure && <FailureNotice failure={accepting.failure} />}
      {accepting.problems.map((problem, at) => (
        <Notice key={at} tone="wrong">
          <ProblemText problem={problem} isOfBatch />
        </Notice>
      ))}
      <BatchActs
        batch={batch}
        file={file}
        reading={reading}
        accepting={accepting}
        maySend={maySend}
      />
      {!file && batch.state === 'DONE' && <FileAgain batch={batch} />}
      <Choose
        label={words('batches.show')}
        value={only || 'ALL'}
        options={options}
        onChange={(value) => reading.choose(value === 'ALL' ? null : (value as RowOutcome))}
      />
      {reading.rowsFailure && (
        <FailureNotice failure={reading.rowsFailure} onRetry={reading.readRows} />
      )}
      {rows && (
        <>
          <BatchRowList rows={rows.rows} />
          <Leaf
            offset={offset}
            shown={rows.rows.length}
            total={rows.total}
            perPage={ROWS_A_PAGE}
            onMove={reading.move}
          />
        </>
      )}
    </Card>
  )
}
