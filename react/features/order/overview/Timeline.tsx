import React, { useState } from 'react'

import { LinkButton } from '../../../shared/components/ActionButton'
import { Moment } from '../../../shared/components/Moment'
import { useWords } from '../../../shared/words/useWords'
import type { TrackingEvent } from '../../../shared/order/orderTypes'

const SHOWN = 3

interface Props {
  events: readonly TrackingEvent[]
  invoiceNumber: string
  timeZone: string | null
}

/** Where the parcel was, newest first, in the order's zone. */
export function Timeline({ events, invoiceNumber, timeZone }: Props) {
  const words = useWords()
  const [isWhole, setWhole] = useState(false)
  /** The carrier's words, behind what its code means where they do not say just that. */
  const withMeaning = ({ description, parcelState }: TrackingEvent) => {
    if (parcelState === null || parcelState === 'UNKNOWN') return description
    const meaning = words(`parcel.${parcelState}`)

    return description.trim().toLowerCase() === meaning.toLowerCase()
      ? description
      : words('order.event-meaning', { meaning, description })
  }
  const shown = isWhole ? events : events.slice(0, SHOWN)
  const older = events.length - shown.length

  if (events.length === 0) return null

  return (
    <div className="it-timeline t-small">
      <ol aria-label={words('order.timeline', { number: invoiceNumber })}>
        {shown.map((event, place) => {
          const where = [event.city, event.state].filter(Boolean).join(' ')
          const description = withMeaning(event)

          return (
            <li key={`${event.dateText}-${place}`} className="it-timeline__event">
              <span className="it-timeline__when">
                {event.date ? <Moment at={event.date} timeZone={timeZone} /> : event.dateText}
              </span>
              <span className="it-timeline__what">
                {where ? words('order.event-place', { description, place: where }) : description}
              </span>
            </li>
          )
        })}
      </ol>
      {(older > 0 || isWhole) && events.length > SHOWN && (
        <LinkButton onClick={() => setWhole(!isWhole)}>
          {isWhole ? words('order.fold') : words('order.timeline-older', { count: older })}
        </LinkButton>
      )}
    </div>
  )
}
