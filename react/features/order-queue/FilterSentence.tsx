import React from 'react'
import { PanelAnchor } from '../../shared/components/PanelAnchor'
import { formatDay, fromLocalInput } from '../../shared/format/moment'
import { firstQueueState, QueueState } from '../../shared/navigation/urls'
import { usePanelNavigation } from '../../shared/navigation/usePanelNavigation'
import { useLanguage, useWords } from '../../shared/words/useWords'
import { rangeChoice, rangeDays } from './queueModel'

/** A search keeps queue and dates and says so: "In To invoice, 1 Mar – 7 Mar." */
export function FilterSentence({
  state,
  timeZone,
  lookBackDays,
}: {
  state: QueueState
  timeZone: string
  lookBackDays: number | null
}) {
  const words = useWords()
  const language = useLanguage()
  const { toQueue } = usePanelNavigation()
  const isEverywhere = state.queue === 'ALL' && !state.from && !state.to
  if (!state.q || isEverywhere) return null
  const queue = words(`queue.${state.queue}`)
  const day = (text: string) => {
    const at = text && fromLocalInput(`${text}T12:00`, timeZone)
    return at ? formatDay(at, { language, timeZone, now: Date.now() }) : null
  }
  const days = rangeDays(state, timeZone, Date.now())
  const choice = rangeChoice(state)
  const from = day(days.from)
  const to = day(days.to)
  const sentence =
    choice === 'any'
      ? lookBackDays === null
        ? words('filters.in', { queue })
        : words('filters.inRange', {
            queue,
            range: words('range.lookBack', { days: lookBackDays }).toLowerCase(),
          })
      : choice === 'dates'
        ? words(
            from && to ? 'filters.inDatesBoth' : from ? 'filters.inDatesFrom' : 'filters.inDatesTo',
            { queue, from, to }
          )
        : words('filters.inRange', { queue, range: words(`range.${choice}`).toLowerCase() })
  return (
    <span>
      {sentence}{' '}
      <PanelAnchor link={toQueue({ ...firstQueueState, queue: 'ALL', q: state.q })}>
        {words('filters.everywhere')}
      </PanelAnchor>
    </span>
  )
}
