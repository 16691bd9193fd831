import React from 'react'
import { formatDay, formatMoment, zoneCity, zoneOffsetLabel } from '../format/moment'
import { usePanelZone } from '../format/zone'
import { useLanguage, useWords } from '../words/useWords'

interface Props {
  /** ISO text with offset. */
  at: string
  /** Of the order; without it the account's. */
  timeZone?: string | null
  isDayOnly?: boolean
}

/** A moment in the order's zone; a text that is no date is shown as it stands. */
export function Moment({ at, timeZone, isDayOnly }: Props) {
  const language = useLanguage()
  const zone = usePanelZone(timeZone)
  const context = { language, timeZone: zone.timeZone, now: Date.now() }
  const text = isDayOnly ? formatDay(at, context) : formatMoment(at, context)
  if (text === null) return <span>{at}</span>
  return (
    <time dateTime={at} className="it-tabular nowrap">
      {text}
    </time>
  )
}

interface ZoneProps {
  timeZone?: string | null
  /** The screen shows dates in more than one zone. */
  isMixed?: boolean
}

/** The zone once a screen: "Times in São Paulo, GMT−3"; where it is not the order's own, whose it is. */
export function ZoneLine({ timeZone, isMixed }: ZoneProps) {
  const words = useWords()
  const language = useLanguage()
  const zone = usePanelZone(timeZone)
  if (isMixed) return <span className="it-zone">{words('zone.mixed')}</span>
  const values = {
    city: zoneCity(zone.timeZone, language),
    offset: zoneOffsetLabel(zone.timeZone, Date.now()),
  }
  return (
    <span className="it-zone">
      {words(zone.source === 'browser' ? 'zone.browser' : 'zone.times', values)}
    </span>
  )
}
