import React from 'react'
import { useWords } from '../../shared/words/useWords'
import { OrderLink } from './OrderLink'
import { PromiseCell, StageCell } from './RowParts'
import { QueueState } from '../../shared/navigation/urls'
import { QueueLine } from './queueTypes'

/** The order that was searched by its id, where it stands: not in this queue, or not in these days. */
export function FoundElsewhere({ state, lines }: { state: QueueState; lines: QueueLine[] }) {
  const words = useWords()
  return (
    <div className="it-elsewhere">
      <p className="ma0">
        {words('list.foundElsewhere', { queue: words(`queue.${state.queue}`) })}
      </p>
      <ul className="it-elsewhere__orders">
        {lines.map((line) => (
          <li key={line.orderId} className="it-elsewhere__order">
            <OrderLink orderId={line.orderId} state={state} />
            {line.kind === 'order' && (
              <>
                <StageCell row={line.row} />
                <span>{line.row.customerName}</span>
                <PromiseCell row={line.row} />
              </>
            )}
          </li>
        ))}
      </ul>
    </div>
  )
}
