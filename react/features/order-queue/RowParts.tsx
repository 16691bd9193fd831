import React from 'react'
import { Amount } from '../../shared/components/Amount'
import { AttentionMark, StageBadge } from '../../shared/components/Badge'
import { Moment } from '../../shared/components/Moment'
import { ParcelBadge } from '../../shared/components/ParcelBadge'
import { ShareBar } from '../../shared/components/ShareBar'
import { usePanelZone } from '../../shared/format/zone'
import { drafts, useDrafts } from '../../shared/sending/drafts'
import { useProblemWords } from '../../shared/words/useProblemWords'
import { useHasWords, useWords } from '../../shared/words/useWords'
import { Awaited } from './Awaited'
import { lateness, marksOf, signOf, unitsOf } from './queueModel'
import { QueueRow } from './queueTypes'

/** Stage, unless all orders there have it, then each problem in words. */
export function StageCell({ row, common }: { row: QueueRow; common?: string }) {
  const words = useWords()
  const hasWords = useHasWords()
  const { textOf } = useProblemWords({ currency: row.currency, timeZone: row.timeZone })
  const sign = signOf(row)
  useDrafts()
  return (
    <span className="it-marks">
      {row.stage !== common && <StageBadge stage={row.stage} />}
      {sign && <ParcelBadge state={sign} />}
      {marksOf(row).map((problem, position) => (
        <AttentionMark key={position} code={problem.code}>
          <span title={row.document ? undefined : textOf(problem)}>
            {hasWords(`attention.${problem.code}`)
              ? words(`attention.${problem.code}`)
              : words('attention.other')}
          </span>
        </AttentionMark>
      ))}
      {drafts.has(row.orderId) && <span className="t-small">{words('list.draft')}</span>}
    </span>
  )
}

/** What is invoiced, over a thin bar; units in its hidden words. Nothing invoiced is a dash. */
export function InvoicedCell({ row }: { row: QueueRow }) {
  const words = useWords()
  if (row.document) return <Awaited />
  if (row.invoicedValue === 0) {
    return (
      <>
        <span aria-hidden="true">—</span>
        <span className="it-clip">{words('list.nothingInvoiced')}</span>
      </>
    )
  }
  return (
    <span className="it-invoiced">
      <Amount cents={row.invoicedValue} currency={row.currency} />
      <InvoicedBar row={row} />
    </span>
  )
}

/** Invoiced of the whole, 4 px; its name says the units. */
export function InvoicedBar({ row }: { row: QueueRow }) {
  const words = useWords()
  const { invoiced, total } = unitsOf(row)
  const label = words('list.units', { invoiced, total })
  return <ShareBar label={label} before={row.invoicedValue} now={0} total={row.value} height={4} />
}

/** The promised day, and by how much it is missed. */
export function PromiseCell({ row }: { row: QueueRow }) {
  const words = useWords()
  const { timeZone } = usePanelZone(row.timeZone)
  if (!row.estimatedDelivery) return null
  const late = lateness(row, timeZone, Date.now())
  if (!row.attention.some(({ code }) => code === 'LATE')) {
    return <Moment at={row.estimatedDelivery} timeZone={row.timeZone} isDayOnly />
  }
  return (
    <span className="it-late">
      <Moment at={row.estimatedDelivery} timeZone={row.timeZone} isDayOnly />
      <span className="it-late__by">
        {late > 0 ? words('list.daysLate', { count: late }) : words('list.lateToday')}
      </span>
    </span>
  )
}
