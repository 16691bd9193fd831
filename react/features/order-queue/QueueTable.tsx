import React, { ReactNode, useMemo } from 'react'
import { TickBox } from '../../shared/components/TickBox'
import { Amount } from '../../shared/components/Amount'
import { Column, DataTable } from '../../shared/components/DataTable'
import { useWords } from '../../shared/words/useWords'
import { Moment } from '../../shared/components/Moment'
import { CustomerName, StandingWords } from './Awaited'
import { OrderEndWords } from './OrderEndWords'
import { OrderLink } from './OrderLink'
import { DeliveredCell, EventCell, ItemsCell, ParcelCell } from './ParcelCells'
import { ColumnName, columnsOf, stageOf } from './queueColumns'
import { hasMarketplace, rowClassOf } from './queueModel'
import { queueKeys } from './queueKeys'
import { QueueLine, QueueRow, Standing } from './queueTypes'
import { InvoicedBar, InvoicedCell, PromiseCell, StageCell } from './RowParts'
import { ListProps } from './listProps'
import { UnreadableWords } from './UnreadableWords'
import { WhereItStands } from './WhereItStands'

/** The queue from 640 px up: one row an order, the id its link. */
export function QueueTable(props: ListProps) {
  const { lines, state, selected, runKind, ends, rereading, isBusy, lateFirst } = props
  const { onTick, onTickAll, onRange, onOpen, onRetryRow, onRetryRun, onInvoice } = props
  const words = useWords()
  const rows = lines.filter((line) => line.kind === 'order')
  const tickedCount = rows.filter(({ orderId }) => selected[orderId]).length
  const withMarketplace = hasMarketplace(lines)

  const columns = useMemo<Array<Column<QueueLine>>>(() => {
    const common = stageOf[state.queue]
    const column = (
      id: ColumnName,
      title: string,
      cell: (row: QueueRow, standing?: Standing) => ReactNode,
      more: Partial<Column<QueueLine>> = {}
    ): Column<QueueLine> => ({
      id,
      title: words(title),
      cell: (line) => line.kind === 'order' && cell(line.row, line.standing),
      ...more,
    })
    /** What else is to be said of the order: stage, problems, and how a run ended. */
    const said = (row: QueueRow, standing?: Standing) => (
      <>
        {/* One that left says beside its id where it is now. */}
        <StageCell row={row} common={standing === 'LEFT' && common ? row.stage : common} />
        {state.q !== '' && <WhereItStands row={row} />}
        {ends[row.orderId] && (
          <OrderEndWords
            kind={runKind}
            end={ends[row.orderId]}
            row={row}
            onRetry={() => onRetryRun(row.orderId)}
          />
        )}
      </>
    )
    const of: Record<ColumnName, Column<QueueLine>> = {
      stage: column('stage', 'list.stage', said),
      items: column('items', 'list.items', (row) => <ItemsCell row={row} />, {
        isNumber: true,
        isWide: true,
      }),
      paid: column(
        'paid',
        'list.paid',
        (row) => row.paidDate && <Moment at={row.paidDate} timeZone={row.timeZone} />,
        { isWide: true }
      ),
      invoiced: column('invoiced', 'list.invoiced', (row) => <InvoicedCell row={row} />, {
        isNumber: true,
        isWide: true,
      }),
      parcel: column('parcel', 'list.parcel', (row) => <ParcelCell row={row} />),
      event: column('event', 'list.lastEvent', (row, standing) => (
        <>
          <EventCell row={row} />
          {common && said(row, standing)}
        </>
      )),
      delivered: column('delivered', 'list.deliveredOn', (row, standing) => (
        <>
          <DeliveredCell row={row} />
          {said(row, standing)}
        </>
      )),
      value: column(
        'value',
        'list.value',
        (row) => (
          <>
            <Amount cents={row.value} currency={row.currency} />
            <span className="it-only-narrow">
              {row.invoicedValue > 0 && <InvoicedBar row={row} />}
            </span>
          </>
        ),
        { isNumber: true }
      ),
      promise: column('promise', 'list.promise', (row) => <PromiseCell row={row} />),
    }
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
        title: words(lateFirst ? `list.lateFirst.${lateFirst}` : 'list.order'),
        cell: (line) => (
          <>
            <OrderLink orderId={line.orderId} state={state} />
            {line.kind === 'order' && <StandingWords line={line} />}
            {line.kind === 'order' && (
              <span className="it-only-narrow">
                <CustomerName
                  line={line}
                  isReading={rereading[line.orderId] === 'reading'}
                  onRetry={onRetryRow}
                />
              </span>
            )}
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
              <CustomerName
                line={line}
                isReading={rereading[line.orderId] === 'reading'}
                onRetry={onRetryRow}
              />
              {line.row.marketplace && (
                <span className="it-truncate">{line.row.marketplace.name}</span>
              )}
            </>
          ),
      },
      ...columnsOf[state.queue].map((name) => of[name]),
    ]
  }, [
    words,
    rows.length,
    tickedCount,
    selected,
    state,
    runKind,
    ends,
    withMarketplace,
    lateFirst,
    onTick,
    onTickAll,
    onRetryRun,
    onRetryRow,
    rereading,
  ])

  return (
    <DataTable
      caption={words('list.caption')}
      columns={columns}
      rows={lines}
      keyOf={({ orderId }) => orderId}
      rowClass={(line) => rowClassOf(line, Boolean(selected[line.orderId]))}
      isBusy={isBusy}
      isLong
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
