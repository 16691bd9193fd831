import React, { ReactNode } from 'react'
import { LinkButton } from '../../shared/components/ActionButton'
import { Pager } from '../../shared/components/Pager'
import { pageSizes, QueueState } from '../../shared/navigation/urls'
import { usePanelNavigation } from '../../shared/navigation/usePanelNavigation'
import { useWords } from '../../shared/words/useWords'
import { AsOf } from './AsOf'
import { QueuePage } from './queueTypes'

interface Props {
  page: QueuePage
  state: QueueState
  shown: number
  unreadable: number
  /** Rows whose live reading is on its way. */
  awaited: number
  onChooseDates: () => void
  file: ReactNode
}

/** Which rows these are of how many, what is missing of them and why, and the way to the others. */
export function QueueEnd({ page, state, shown, unreadable, awaited, onChooseDates, file }: Props) {
  const words = useWords()
  const { toQueue } = usePanelNavigation()
  // Of the rows that are shown: while another page is on its way they are still those of the last one.
  const first = (page.page - 1) * page.perPage + 1
  const last = first + shown - 1
  // What fits on one page is counted by the orders themselves, the rest by VTEX's list, minutes behind.
  const isWhole = page.page === 1 && !page.hasNextPage && page.total === shown
  const range =
    page.total === null
      ? words('pager.range', { first, last })
      : words(isWhole ? 'pager.rangeWhole' : 'pager.rangeOf', { first, last, total: page.total })
  return (
    <div className="it-end-of-list">
      {!page.complete && (page.lookBackDays !== null || !page.hasNextPage) && (
        <p className="it-sentence t-small">
          {page.lookBackDays !== null ? (
            <>
              {words('list.lookBack', { days: page.lookBackDays })}{' '}
              <LinkButton onClick={onChooseDates}>{words('list.chooseDates')}</LinkButton>
            </>
          ) : (
            words('list.noFurther')
          )}
        </p>
      )}
      {shown > 0 && <p className="it-sentence">{file}</p>}
      <Pager
        previous={state.page > 1 ? toQueue({ ...state, page: state.page - 1 }) : null}
        next={page.hasNextPage ? toQueue({ ...state, page: state.page + 1 }) : null}
        sizes={pageSizes.map((size) => ({
          size,
          link: toQueue({ ...state, perPage: size, page: 1 }),
          isCurrent: size === state.perPage,
        }))}
      >
        {shown > 0 && range}
        {page.asOf && <AsOf at={page.asOf} />}
        {/* Said only where it takes long. */}
        {awaited > 0 && (
          <span className="it-awaiting"> · {words('list.rowsAwaited', { count: awaited })}</span>
        )}
        {unreadable > 0 && ` · ${words('pager.unreadable', { count: unreadable })}`}
      </Pager>
    </div>
  )
}
