import React, { Fragment, useRef, useState } from 'react'
import type { ReactNode } from 'react'

import { LinkButton } from '../../../shared/components/ActionButton'
import { Card } from '../../../shared/components/Card'
import { CopyButton } from '../../../shared/components/CopyButton'
import { DataTable } from '../../../shared/components/DataTable'
import type { Column } from '../../../shared/components/DataTable'
import { TickBox } from '../../../shared/components/TickBox'
import { useWidth } from '../../../shared/components/useWidth'
import type { Order, Package } from '../../../shared/order/orderTypes'
import type { OrderFormat } from '../../../shared/order/useOrderFormat'
import { RowEndWords } from '../../../shared/sending/RowEndWords'
import { useWords } from '../../../shared/words/useWords'
import { PackageSign } from '../package/PackageSign'
import { ParcelBar } from './ParcelBar'
import { canBeMarked, endShown } from './parcelRows'
import './parcels.global.css'
import { useParcelRun } from './useParcelRun'

interface Props {
  order: Order
  /** In the order of the screen. */
  packages: readonly Package[]
  format: OrderFormat
  idOf: (parcel: Package) => string
  /** VTEX does not answer: nothing can be done. */
  isBlocked: boolean
  /** Its form is open, and keeps its card open. */
  hasForm: (parcel: Package) => boolean
  cardOf: (parcel: Package) => ReactNode
  /** Where the work goes on, of the package that holds it. */
  nextOf: (parcel: Package) => ReactNode
  /** A run over ticked packages has ended. */
  onRunOver: () => void
}

type Line = { parcel: Package; isCard: boolean }

/** Below it carrier and value stand under the number. @unit CSS pixels */
const FULL_WIDTH = 560

/** An order's many packages: a row each, ticks to mark them delivered together, and the card of each on demand. */
export function ParcelList(props: Props) {
  const { order, packages, format, idOf, isBlocked, hasForm, cardOf, nextOf, onRunOver } = props
  const words = useWords()
  const box = useRef<HTMLDivElement>(null)
  const isFull = useWidth(box) >= FULL_WIDTH
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set())
  const [shown, setShown] = useState<ReadonlySet<string>>(new Set())
  const { run, start, retry, stop, forget } = useParcelRun(order, onRunOver)
  const markable = isBlocked ? [] : packages.filter(canBeMarked)
  const chosen = markable.filter((parcel) => ticked.has(idOf(parcel)))
  const isOpen = (parcel: Package) => shown.has(idOf(parcel)) || hasForm(parcel)
  const lines = packages.flatMap<Line>((parcel) => [
    { parcel, isCard: false },
    ...(isOpen(parcel) ? [{ parcel, isCard: true }] : []),
  ])
  const hasRun = run.total > 0

  const showOf = (parcel: Package) =>
    !hasForm(parcel) && (
      <LinkButton
        onClick={() => setShown(toggled(shown, idOf(parcel)))}
        label={`${words(isOpen(parcel) ? 'order.fold' : 'order.show')}, ${parcel.invoiceNumber}`}
      >
        {words(isOpen(parcel) ? 'order.fold' : 'order.show')}
      </LinkButton>
    )

  const columns: Array<Column<Line>> = [
    {
      id: 'tick',
      width: '44px',
      title: markable.length > 0 && (
        <TickBox
          id="tick-parcels"
          isTicked={chosen.length === markable.length}
          isPartly={chosen.length > 0 && chosen.length < markable.length}
          isReadOnly={run.isRunning}
          label={
            <span className="it-clip">{words('parcels.tickAll', { count: markable.length })}</span>
          }
          onTick={() =>
            setTicked(new Set(chosen.length < markable.length ? markable.map(idOf) : []))
          }
        />
      ),
      cell: ({ parcel }) =>
        markable.includes(parcel) && (
          <TickBox
            id={`tick-${idOf(parcel)}`}
            isTicked={ticked.has(idOf(parcel))}
            isReadOnly={run.isRunning}
            label={
              <span className="it-clip">
                {words('parcels.tick', { number: parcel.invoiceNumber })}
              </span>
            }
            onTick={() => setTicked(toggled(ticked, idOf(parcel)))}
          />
        ),
    },
    {
      id: 'invoice',
      title: words('parcels.invoice'),
      cell: ({ parcel }) => (
        <>
          <span
            // The card bears the title where it is open.
            id={isOpen(parcel) ? undefined : `${idOf(parcel)}-title`}
            tabIndex={-1}
            className="it-tabular fw5"
          >
            {parcel.invoiceNumber}
          </span>
          {!isFull && <Tracking parcel={parcel} />}
        </>
      ),
    },
    {
      id: 'tracking',
      title: words('list.parcel'),
      isWide: true,
      cell: ({ parcel }) => <Tracking parcel={parcel} />,
    },
    {
      id: 'state',
      title: words('parcels.state'),
      cell: ({ parcel }) => {
        const end = endShown(run.ends[parcel.invoiceNumber], parcel)

        return (
          <>
            <PackageSign parcel={parcel} /> {!isFull && showOf(parcel)}
            {end && parcel.type === 'OUTPUT' && (
              <RowEndWords
                kind="delivery"
                end={end}
                currency={order.currency}
                timeZone={order.timeZone}
                againLabel={(isUnknown) =>
                  words(isUnknown ? 'parcels.lookAgain' : 'parcels.tryAgain', {
                    number: parcel.invoiceNumber,
                  })
                }
                onRetry={() => retry(parcel.invoiceNumber)}
              />
            )}
          </>
        )
      },
    },
    {
      id: 'value',
      title: words('list.value'),
      isNumber: true,
      isWide: true,
      cell: ({ parcel }) => (
        <span className="nowrap">
          {format.money(parcel.type === 'INPUT' ? -parcel.invoiceValue : parcel.invoiceValue)}
        </span>
      ),
    },
    {
      id: 'show',
      title: <span className="it-clip">{words('parcels.card')}</span>,
      isWide: true,
      cell: ({ parcel }) => showOf(parcel),
    },
  ]

  return (
    <Card id="packages" title={words('parcels.title', { count: packages.length })}>
      <div ref={box} className={`it-parcels${isFull ? '' : ' it-list--medium'}`}>
        <DataTable
          caption={words('parcels.title', { count: packages.length })}
          columns={columns}
          rows={lines}
          isLong
          keyOf={({ parcel, isCard }) => `${idOf(parcel)}${isCard ? ' card' : ''}`}
          rowClass={({ parcel, isCard }) =>
            isCard ? 'it-parcels__open' : chosen.includes(parcel) ? 'it-parcels__ticked' : ''
          }
          wholeRow={({ parcel, isCard }) => isCard && cardOf(parcel)}
        />
        <ParcelBar
          count={chosen.length}
          run={run}
          onStart={() => start(chosen.map(({ invoiceNumber }) => invoiceNumber))}
          onStop={stop}
          onClear={() => {
            setTicked(new Set())
            if (hasRun) forget()
          }}
        />
      </div>
      {packages.map(
        (parcel) => !isOpen(parcel) && <Fragment key={idOf(parcel)}>{nextOf(parcel)}</Fragment>
      )}
    </Card>
  )
}

function toggled(all: ReadonlySet<string>, one: string): ReadonlySet<string> {
  const next = new Set(all)

  if (!next.delete(one)) next.add(one)

  return next
}

/** Carrier over tracking number. */
function Tracking({ parcel: { courier, trackingNumber } }: { parcel: Package }) {
  return (
    <>
      {courier && <span className="db">{courier}</span>}
      {trackingNumber && (
        <span className="nowrap">
          <span className="it-tabular">{trackingNumber}</span>
          <CopyButton text={trackingNumber} name={trackingNumber} />
        </span>
      )}
    </>
  )
}
