import React from 'react'
import { EmptyState } from '../../shared/components/EmptyState'
import { PanelAnchor } from '../../shared/components/PanelAnchor'
import { firstQueueState, QueueState } from '../../shared/navigation/urls'
import { usePanelNavigation } from '../../shared/navigation/usePanelNavigation'
import { useWords } from '../../shared/words/useWords'
import { hasFilters, withoutFilters } from './documentFilters'
import { fullestOther } from './queueModel'
import { soughtAs } from './sought'
import { QueueCounts } from './useQueueCounts'

interface Props {
  state: QueueState
  counts: QueueCounts
  /** The list goes on: only the orders of this page have moved on. */
  hasMore: boolean
  /** A search was looked for in all orders, too. */
  hasLookedElsewhere: boolean
}

/** One sentence, what would be here, one link. */
export function QueueEmpty({ state, counts, hasMore, hasLookedElsewhere }: Props) {
  const words = useWords()
  const { toQueue } = usePanelNavigation()
  if (hasMore) return <EmptyState>{words('empty.moved')}</EmptyState>
  if (state.page > 1) {
    const link = toQueue({ ...state, page: 1 })
    return (
      <EmptyState action={<PanelAnchor link={link}>{words('empty.firstPage')}</PanelAnchor>}>
        {words('empty.page')}
      </EmptyState>
    )
  }
  if (state.q) {
    const link = toQueue({ ...firstQueueState, queue: 'ALL', q: state.q })
    return (
      <EmptyState
        action={
          !hasLookedElsewhere && (
            <PanelAnchor link={link}>{words('filters.everywhere')}</PanelAnchor>
          )
        }
      >
        {words('empty.search', { search: state.q })} {words(`find.sought.${soughtAs(state.q)}`)}
      </EmptyState>
    )
  }
  if (hasFilters(state)) {
    const link = toQueue(withoutFilters(state))
    return (
      <EmptyState action={<PanelAnchor link={link}>{words('empty.allFilters')}</PanelAnchor>}>
        {words('empty.filters')}
      </EmptyState>
    )
  }
  if (state.from || state.to) {
    const link = toQueue({ ...state, from: '', to: '' })
    return (
      <EmptyState action={<PanelAnchor link={link}>{words('empty.allDates')}</PanelAnchor>}>
        {words('empty.dates')}
      </EmptyState>
    )
  }
  const other = fullestOther(counts, state.queue)
  const link = other && toQueue({ ...firstQueueState, queue: other.queue })
  return (
    <EmptyState
      action={
        other &&
        link && (
          <PanelAnchor link={link}>
            {words(other.queue === 'TO_HANDLE' ? 'empty.toHandle' : 'empty.toInvoice', {
              count: other.count,
            })}
          </PanelAnchor>
        )
      }
    >
      {words(`empty.${state.queue}`)}
    </EmptyState>
  )
}
