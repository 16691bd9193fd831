import React from 'react'
import { calendarDays, formatMoment, formatTime } from '../../shared/format/moment'
import { usePanelZone } from '../../shared/format/zone'
import { useLanguage, useWords } from '../../shared/words/useWords'

/** How fresh the choice of rows is; each row is as its order is now. */
export function AsOf({ at }: { at: string }) {
  const words = useWords()
  const language = useLanguage()
  const { timeZone } = usePanelZone()
  const context = { language, timeZone, now: Date.now() }
  const isOfToday = calendarDays(Date.parse(at), context.now, timeZone) === 0
  const time = isOfToday ? formatTime(Date.parse(at), context) : formatMoment(at, context)
  return <> · {words('list.asOf', { time })}</>
}
