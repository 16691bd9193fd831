import React from 'react'
import { Moment } from '../../shared/components/Moment'
import { useWords } from '../../shared/words/useWords'
import { Awaited } from './Awaited'
import { unitsOf } from './queueModel'
import { QueueRow } from './queueTypes'
import { InvoicedBar } from './RowParts'

type Parcel = QueueRow['packages'][number]

const soldOf = ({ packages }: QueueRow) => packages.filter(({ type }) => type === 'OUTPUT')

/** Of an order in several parcels the one to look at: still on its way before delivered, the longest silent first. */
function parcelOf(row: QueueRow): Parcel | undefined {
  const sold = soldOf(row)
  const open = sold.filter(({ isDelivered }) => !isDelivered)
  const told = (parcel: Parcel) =>
    Date.parse((parcel.lastEvent && parcel.lastEvent.date) || '') || 0
  return (open.length > 0 ? open : sold).slice().sort((a, b) => told(a) - told(b))[0]
}

/** Units, or how many of them are invoiced over a thin bar. */
export function ItemsCell({ row }: { row: QueueRow }) {
  const words = useWords()
  if (row.document) return <Awaited />
  const { invoiced, total } = unitsOf(row)
  if (row.invoicedValue === 0)
    return <span className="nowrap">{words('list.unitsOf', { total })}</span>
  return (
    <span className="it-invoiced">
      {words('list.units', { invoiced, total })}
      <InvoicedBar row={row} />
    </span>
  )
}

/** Carrier over tracking number; before there is one, the invoice. */
export function ParcelCell({ row }: { row: QueueRow }) {
  const words = useWords()
  const parcel = parcelOf(row)
  if (row.document) {
    const { carrier, invoicedDate } = row.document
    return (
      <>
        {carrier && <span className="it-truncate it-parcel">{carrier}</span>}
        {(carrier || invoicedDate) && <Awaited />}
      </>
    )
  }
  if (!parcel) return null
  const { courier, trackingNumber, invoiceNumber } = parcel
  const others = soldOf(row).length - 1
  return (
    <>
      {courier && <span className="it-truncate it-parcel">{courier}</span>}
      <span className="it-tabular it-parcel">
        {trackingNumber || `${words('list.invoice')} ${invoiceNumber}`}
        {others > 0 && ` ${words('list.more', { count: others })}`}
      </span>
    </>
  )
}

/** What its carrier told last, and when. */
export function EventCell({ row }: { row: QueueRow }) {
  const words = useWords()
  if (row.document && row.document.lastEventDate) {
    return (
      <>
        <Awaited />
        <Moment at={row.document.lastEventDate} timeZone={row.timeZone} />
      </>
    )
  }
  const parcel = parcelOf(row)
  const event = parcel && parcel.lastEvent
  if (!event) return <>{words('list.noEvent')}</>
  return (
    <>
      <span className="it-truncate it-parcel" title={event.description}>
        {event.description}
      </span>
      <Moment at={event.date || event.dateText} timeZone={row.timeZone} />
    </>
  )
}

/** The day of the last delivery. */
export function DeliveredCell({ row }: { row: QueueRow }) {
  const kept = row.document && row.document.deliveredDate
  if (kept) return <Moment at={kept} timeZone={row.timeZone} />
  const last = soldOf(row)
    .map(({ deliveredDate }) => deliveredDate || '')
    .sort((a, b) => Date.parse(b) - Date.parse(a))
    .find(Boolean)
  return last ? <Moment at={last} timeZone={row.timeZone} /> : null
}
