import React from 'react'
import { Moment } from '../../shared/components/Moment'
import { CopyReply } from '../../shared/order/CopyReply'
import { carrierLink, isLink } from '../../shared/tracking/carrier'
import { useCarriers } from '../../shared/tracking/useCarriers'
import { useWords } from '../../shared/words/useWords'
import { QueueRow } from './queueTypes'

/** Of a hit of a search: where its parcels are, the last that was heard of them, and what to tell the customer. */
export function WhereItStands({ row }: { row: QueueRow }) {
  const words = useWords()
  const { carriers } = useCarriers()
  const parcels = row.packages
    .filter(({ type }) => type === 'OUTPUT')
    .map((one) => {
      const { courier, trackingNumber, trackingUrl, events = [] } = one
      const parcel = { ...one, courier, trackingNumber: trackingNumber || null, events }
      const link = trackingUrl
        ? isLink(trackingUrl)
          ? trackingUrl
          : null
        : trackingNumber
          ? carrierLink(courier, trackingNumber, carriers)
          : null
      return { parcel, link }
    })
  const tracked = parcels.filter(({ parcel }) => parcel.trackingNumber || parcel.events.length > 0)
  const shown = tracked.find(({ parcel }) => !parcel.isDelivered) || tracked[0]
  const last = shown && shown.parcel.events[0]

  return (
    <span className="it-stands">
      {tracked.length > 1 && (
        <span>
          {words('find.parcels', {
            count: tracked.length,
            delivered: tracked.filter(({ parcel }) => parcel.isDelivered).length,
          })}
        </span>
      )}
      {shown && (
        <span>
          {[shown.parcel.courier, shown.parcel.trackingNumber].filter(Boolean).join(' · ')}
        </span>
      )}
      {shown && shown.link && (
        <a className="it-link" href={shown.link} target="_blank" rel="noopener noreferrer">
          {words('order.open-at-carrier')}
          <span className="it-clip">, {words('order.opens-new-tab')}</span>
        </a>
      )}
      {last && (
        <span>
          {last.date ? <Moment at={last.date} timeZone={row.timeZone} /> : last.dateText}
          {', '}
          {[last.description, [last.city, last.state].filter(Boolean).join(' ')]
            .filter(Boolean)
            .join(', ')}
        </span>
      )}
      <CopyReply
        order={row}
        parcels={parcels}
        label={words('find.copyReply', { orderId: row.orderId })}
      />
    </span>
  )
}
