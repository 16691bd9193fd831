import React, { useState } from 'react'
import { Badge } from '../../../shared/components/Badge'
import { Card } from '../../../shared/components/Card'
import { EmptyState } from '../../../shared/components/EmptyState'
import { FailureNotice } from '../../../shared/components/FailureNotice'
import { Moment } from '../../../shared/components/Moment'
import { PanelAnchor } from '../../../shared/components/PanelAnchor'
import { Skeleton } from '../../../shared/components/Skeleton'
import type { BatchesQuery, BatchesQueryVariables } from '../../../shared/graphql/generated'
import { usePanelQuery } from '../../../shared/graphql/usePanelQuery'
import { usePanelNavigation } from '../../../shared/navigation/usePanelNavigation'
import { useWords } from '../../../shared/words/useWords'
import { lookAgainAfter, stateKey, TONES } from '../batch/batchModel'
import { usePoll } from '../../../shared/graphql/usePoll'
import { Leaf } from '../page/Leaf'
import BATCHES from './batches.graphql'

const PER_PAGE = 25
const LOOK_AGAIN_MS = 5000

/** Batches of the last 30 days, newest first: state, progress, who. */
export function BatchList() {
  const words = useWords()
  const { toBatches } = usePanelNavigation()
  const [page, setPage] = useState(1)
  const reading = usePanelQuery<BatchesQuery, BatchesQueryVariables>(BATCHES, {
    variables: { page },
  })
  const list = reading.data && reading.data.batches
  const isMoving = list !== null && list.batches.some((one) => lookAgainAfter(one) !== null)

  usePoll(isMoving ? LOOK_AGAIN_MS : null, reading.refetch)

  return (
    <Card id="batch-list" title={words('batches.list')}>
      {reading.failure && <FailureNotice failure={reading.failure} onRetry={reading.refetch} />}
      {!list && !reading.failure && <Skeleton rows={4} height={44} />}
      {list && list.batches.length === 0 && <EmptyState>{words('batches.none')}</EmptyState>}
      {list && list.batches.length > 0 && (
        <ul className="it-batch-rows">
          {list.batches.map((batch) => (
            <li key={batch.batchId} className="it-batch-row">
              <div className="it-batch-row__head">
                <PanelAnchor link={toBatches({ batch: batch.batchId })}>{batch.name}</PanelAnchor>
                <span className="t-small it-tabular">
                  {words('batches.progress', {
                    done: batch.rowCount - batch.pending,
                    total: batch.rowCount,
                  })}
                </span>
                <span className="t-small c-muted-1 it-batch-row__who">
                  {batch.startedBy || batch.createdBy} · <Moment at={batch.createdAt} />
                </span>
                <span className="it-batch-row__state">
                  <Badge tone={TONES[batch.state]}>{words(`batches.is.${stateKey(batch)}`)}</Badge>
                </span>
              </div>
            </li>
          ))}
        </ul>
      )}
      {list && list.total > PER_PAGE && (
        <Leaf
          offset={(page - 1) * PER_PAGE}
          shown={list.batches.length}
          total={list.total}
          perPage={PER_PAGE}
          onMove={(offset) => setPage(offset / PER_PAGE + 1)}
        />
      )}
    </Card>
  )
}
