import React from 'react'
import { PanelAnchor } from '../../shared/components/PanelAnchor'
import { firstQueueState, QueueState } from '../../shared/navigation/urls'
import { usePanelNavigation } from '../../shared/navigation/usePanelNavigation'
import { useWords } from '../../shared/words/useWords'
import { OrderLink } from './OrderLink'
import { PromiseCell, StageCell } from './RowParts'
import { QueueLine } from './queueTypes'
import { WhereItStands } from './WhereItStands'

interface Props {
  state: QueueState
  lines: QueueLine[]
  /** The queue itself has found others. */
  isBeside: boolean
  hasMore: boolean
}

/** The orders of a search where they stand: not in this queue, or not in these days. */
export function FoundElsewhere({ state, lines, isBeside, hasMore }: Props) {
  const words = useWords()
  const { toQueue } = usePanelNavigation()
  const queue = words(`queue.${state.queue}`)
  return (
    <div className="it-elsewhere">
      <p className="ma0">{words(isBeside ? 'find.besides' : 'list.foundElsewhere', { queue })}</p>
      <ul className="it-elsewhere__orders">
        {lines.map((line) => (
          <li key={line.orderId} className="it-elsewhere__order">
            <OrderLink orderId={line.orderId} state={state} />
            {line.kind === 'order' && (
              <>
                <StageCell row={line.row} />
                <span>{line.row.customerName}</span>
                <PromiseCell row={line.row} />
                <WhereItStands row={line.row} />
              </>
            )}
          </li>
        ))}
      </ul>
      {hasMore && (
        <PanelAnchor link={toQueue({ ...firstQueueState, queue: 'ALL', q: state.q })}>
          {words('filters.everywhere')}
        </PanelAnchor>
      )}
    </div>
  )
}
