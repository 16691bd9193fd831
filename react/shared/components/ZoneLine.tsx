import React from 'react'
import { zoneCity, zoneOffsetLabel } from '../format/moment'
import { usePanelZone } from '../format/zone'
import { useLanguage, useWords } from '../words/useWords'

interface Props {
  timeZone?: string | null
  /** The screen shows dates in more than one zone. */
  isMixed?: boolean
}

/** The zone once a screen: "Times in São Paulo, GMT−3"; where it is not the order's own, whose it is. */
export function ZoneLine({ timeZone, isMixed }: Props) {
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
