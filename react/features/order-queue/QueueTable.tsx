import React, { useMemo } from 'react'
import { TickBox } from '../../shared/components/TickBox'
import { Amount } from '../../shared/components/Amount'
import { Column, DataTable } from '../../shared/components/DataTable'
import { useWords } from '../../shared/words/useWords'
import { OrderLink } from './OrderLink'
import { hasMarketplace } from './queueModel'
import { queueKeys } from './queueKeys'
import { QueueLine } from './queueTypes'
import { InvoicedBar, InvoicedCell, PromiseCell, RowEndWords, StageCell } from './RowParts'
import { ListProps } from './listProps'
import { UnreadableWords } from './UnreadableWords'
import { WhereItStands } from './WhereItStands'

/** The queue from 640 px up: one row an order, the id its link, late ones first. */
export function QueueTable(props: ListProps) {
  const { lines, state, selected, ends, rereading, isBusy } = props
  const { onTick, onTickAll, onRange, onOpen, onRetryRow, onRetryHandling, onInvoice } = props
  const words = useWords()
  const rows = lines.filter((line) => line.kind === 'order')
  const tickedCount = rows.filter(({ orderId }) => selected[orderId]).length
  const withMarketplace = hasMarketplace(lines)

  const columns = useMemo<Array<Column<QueueLine>>>(() => {
    return [
      {
        id: 'tick',
        width: '44px',
        title: (
          <TickBox
            id="tick-all"
            isTicked={rows.length > 0 && tickedCount === rows.length}
            isPartly={tickedCount > 0 && tickedCount < rows.length}
            label={<span className="it-clip">{words('list.tickAll')}</span>}
            onTick={() => onTickAll(tickedCount < rows.length)}
          />
        ),
        cell: ({ orderId }) => (
          <TickBox
            id={`tick-${orderId}`}
            isTicked={Boolean(selected[orderId])}
            label={<span className="it-clip">{words('list.tick', { orderId })}</span>}
            onTick={() => onTick(orderId)}
          />
        ),
      },
      {
        id: 'order',
        title: words('list.order'),
        cell: (line) => (
          <>
            <OrderLink orderId={line.orderId} state={state} />
            <span className="it-only-narrow it-truncate">
              {line.kind === 'order' && line.row.customerName}
            </span>
          </>
        ),
      },
      {
        id: 'customer',
        title: words(withMarketplace ? 'list.customerFrom' : 'list.customer'),
        isWide: true,
        cell: (line) =>
          line.kind === 'order' && (
            <>
              <span className="it-truncate" title={line.row.customerName || undefined}>
                {line.row.customerName}
              </span>
              {line.row.marketplace && (
                <span className="it-truncate">{line.row.marketplace.name}</span>
              )}
            </>
          ),
      },
      {
        id: 'stage',
        title: words('list.stage'),
        cell: (line) =>
          line.kind === 'order' && (
            <>
              <StageCell row={line.row} />
              {state.q !== '' && <WhereItStands row={line.row} />}
              {ends[line.orderId] && (
                <RowEndWords
                  end={ends[line.orderId]}
                  row={line.row}
                  onRetry={() => onRetryHandling(line.orderId)}
                />
              )}
            </>
          ),
      },
      {
        id: 'invoiced',
        title: words('list.invoiced'),
        isNumber: true,
        isWide: true,
        cell: (line) => line.kind === 'order' && <InvoicedCell row={line.row} />,
      },
      {
        id: 'value',
        title: words('list.value'),
        isNumber: true,
        cell: (line) =>
          line.kind === 'order' && (
            <>
              <Amount cents={line.row.value} currency={line.row.currency} />
              <span className="it-only-narrow">
                {line.row.invoicedValue > 0 && <InvoicedBar row={line.row} />}
              </span>
            </>
          ),
      },
      {
        id: 'promise',
        title: words('list.promise'),
        cell: (line) => line.kind === 'order' && <PromiseCell row={line.row} />,
      },
    ]
  }, [
    words,
    rows.length,
    tickedCount,
    selected,
    state,
    ends,
    withMarketplace,
    onTick,
    onTickAll,
    onRetryHandling,
  ])

  return (
    <DataTable
      caption={words('list.caption')}
      columns={columns}
      rows={lines}
      keyOf={({ orderId }) => orderId}
      rowClass={({ orderId }) => (selected[orderId] ? 'it-row--ticked' : '')}
      isBusy={isBusy}
      onRowClick={({ orderId }) => onOpen(orderId)}
      onKeyDown={queueKeys({ onTick, onRange, onInvoice })}
      wholeRow={(line) =>
        line.kind === 'unreadable' && (
          <span className="it-unreadable">
            <OrderLink orderId={line.orderId} state={state} />
            <UnreadableWords
              row={line.row}
              isReading={rereading[line.orderId] === 'reading'}
              onRetry={() => onRetryRow(line.orderId)}
            />
          </span>
        )
      }
    />
  )
}
