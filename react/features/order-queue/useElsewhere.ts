import { useMemo } from 'react'
import { OrdersQuery, OrdersQueryVariables } from '../../shared/graphql/generated'
import { usePanelQuery } from '../../shared/graphql/usePanelQuery'
import { QueueState } from '../../shared/navigation/urls'
import ORDERS from './orders.graphql'
import { linesOf } from './queueModel'
import { QueueLine } from './queueTypes'

const NO_LINES: QueueLine[] = []
const MOST = 25

/**
 * What is searched in a queue or in days that do not hold all of it: all orders are asked at the same time, so that whoever
 * has a customer on the phone is told at once where each stands.
 * @param here what the queue itself has found; null while it has not answered
 */
export function useElsewhere(state: QueueState, here: QueueLine[] | null) {
  const search = state.q.trim()
  const isEverywhere = state.queue === 'ALL' && !state.from && !state.to
  const isAsked = search !== '' && !isEverywhere
  const { data, answeredFor, loading } = usePanelQuery<OrdersQuery, OrdersQueryVariables>(ORDERS, {
    variables: { queue: 'ALL', search, page: 1, perPage: MOST, isSearch: true },
    skip: !isAsked,
  })
  const isOfThis = answeredFor !== null && answeredFor.search === search
  const found = isAsked && isOfThis && data ? data.orders : null
  const lines = useMemo(
    () =>
      found && here
        ? linesOf(found).filter(({ orderId }) => !here.some((line) => line.orderId === orderId))
        : NO_LINES,
    [found, here]
  )
  const hasMore = Boolean(found && found.hasNextPage)
  const hasLooked = isEverywhere || found !== null

  return useMemo(
    () => ({ isAsked, isAnswered: !loading, lines, hasMore, hasLooked }),
    [isAsked, loading, lines, hasMore, hasLooked]
  )
}
