import React from 'react'
import { formatDay, formatMoment } from '../format/moment'
import { usePanelZone } from '../format/zone'
import { useLanguage } from '../words/useWords'

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
