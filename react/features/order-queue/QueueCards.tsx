import React from 'react'
import { TickBox } from '../../shared/components/TickBox'
import { Amount } from '../../shared/components/Amount'
import { useWords } from '../../shared/words/useWords'
import { ListProps } from './listProps'
import { CustomerName } from './Awaited'
import { OrderEndWords } from './OrderEndWords'
import { OrderLink } from './OrderLink'
import { EventCell, ParcelCell } from './ParcelCells'
import { columnsOf } from './queueColumns'
import { queueKeys } from './queueKeys'
import { rowClassOf } from './queueModel'
import { PromiseCell, StageCell } from './RowParts'
import { UnreadableWords } from './UnreadableWords'
import { WhereItStands } from './WhereItStands'

/** The queue below 640 px: a card an order, three lines. */
export function QueueCards(props: ListProps) {
  const { lines, state, selected, runKind, ends, rereading, isBusy } = props
  const { onTick, onRange, onInvoice, onRetryRow, onRetryRun, onOpen } = props
  const words = useWords()
  return (
    <ul
      className="it-cards"
      aria-label={words('list.caption')}
      aria-busy={isBusy || undefined}
      onKeyDown={queueKeys({ onTick, onRange, onInvoice })}
    >
      {lines.map((line) => (
        <li
          key={line.orderId}
          className={`it-order-card bg-base ${rowClassOf(line, Boolean(selected[line.orderId]))}`}
          onClick={(event) => {
            if (!(event.target as Element).closest('a, button, input, label')) onOpen(line.orderId)
          }}
        >
          <div className="it-order-card__line">
            <OrderLink orderId={line.orderId} state={state} />
            {line.kind === 'order' && (
              <TickBox
                id={`tick-${line.orderId}`}
                isTicked={Boolean(selected[line.orderId])}
                label={
                  <span className="it-clip">{words('list.tick', { orderId: line.orderId })}</span>
                }
                onTick={() => onTick(line.orderId)}
              />
            )}
          </div>
          {line.kind === 'unreadable' ? (
            <UnreadableWords
              row={line.row}
              isReading={rereading[line.orderId] === 'reading'}
              onRetry={() => onRetryRow(line.orderId)}
            />
          ) : (
            <>
              {line.row.document || line.standing === 'UNREAD' ? (
                <CustomerName
                  line={line}
                  isReading={rereading[line.orderId] === 'reading'}
                  onRetry={onRetryRow}
                />
              ) : (
                <div className="it-truncate">
                  {[
                    line.standing === 'LEFT' &&
                      words('list.left', { stage: words(`stage.${line.row.stage}`) }),
                    line.row.customerName,
                    line.row.marketplace && line.row.marketplace.name,
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                </div>
              )}
              <div className="it-order-card__line">
                <StageCell row={line.row} />
                <Amount cents={line.row.value} currency={line.row.currency} />
              </div>
              {columnsOf[state.queue].includes('event') && (
                <div>
                  <EventCell row={line.row} />
                </div>
              )}
              {columnsOf[state.queue].includes('parcel') && <ParcelCell row={line.row} />}
              <PromiseCell row={line.row} />
              {state.q !== '' && <WhereItStands row={line.row} />}
              {ends[line.orderId] && (
                <OrderEndWords
                  kind={runKind}
                  end={ends[line.orderId]}
                  row={line.row}
                  onRetry={() => onRetryRun(line.orderId)}
                />
              )}
            </>
          )}
        </li>
      ))}
    </ul>
  )
}
