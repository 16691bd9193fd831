import React from 'react'
import { Badge } from '../../../shared/components/Badge'
import type { BadgeTone } from '../../../shared/components/Badge'
import { PanelAnchor } from '../../../shared/components/PanelAnchor'
import { ProblemText } from '../../../shared/components/ProblemText'
import type { RowOutcome } from '../../../shared/graphql/generated'
import { usePanelNavigation } from '../../../shared/navigation/usePanelNavigation'
import { useWords } from '../../../shared/words/useWords'
import type { ResultRow } from './resultFile'
import { useRowName } from './useRowName'

const TONES: Record<RowOutcome, BadgeTone> = {
  APPLIED: 'done',
  ALREADY_APPLIED: 'done',
  ACCEPTED: 'open',
  READY: 'open',
  REFUSED: 'look',
  FAILED: 'wrong',
  UNKNOWN: 'wrong',
}

/** Rows of a batch, each with how it ended, why, and the way to its order. */
export function BatchRowList({ rows }: { rows: ResultRow[] }) {
  const words = useWords()
  const { toOrder } = usePanelNavigation()
  const nameOf = useRowName()

  return (
    <ul className="it-batch-rows" aria-label={words('batches.rows')}>
      {rows.map((row) => (
        <li key={row.row} className="it-batch-row">
          <div className="it-batch-row__head">
            <span className="t-small c-muted-1 it-batch-row__at">{nameOf(row)}</span>
            <PanelAnchor link={toOrder(row.orderId, null)}>
              <span className="it-tabular">{row.orderId}</span>
            </PanelAnchor>
            {row.invoiceNumber && (
              <span className="t-small it-tabular">
                {words('object.invoice', { number: row.invoiceNumber })}
              </span>
            )}
            <span className="it-batch-row__state">
              <Badge tone={row.outcome ? TONES[row.outcome] : 'quiet'}>
                {words(`batches.outcome.${row.outcome || 'NONE'}`)}
              </Badge>
            </span>
          </div>
          {row.problems.length > 0 && (
            <div className="it-batch-row__faults">
              {row.problems.map((problem, at) => (
                <p key={at} className="ma0 t-small">
                  <ProblemText problem={problem} isOfBatch />
                </p>
              ))}
            </div>
          )}
        </li>
      ))}
    </ul>
  )
}
