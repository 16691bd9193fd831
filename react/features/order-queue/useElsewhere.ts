import { useMemo } from 'react'
import { OrdersQuery, OrdersQueryVariables } from '../../shared/graphql/generated'
import { usePanelQuery } from '../../shared/graphql/usePanelQuery'
import { QueueState } from '../../shared/navigation/urls'
import ORDERS from './orders.graphql'
import { linesOf, looksLikeOrderId } from './queueModel'
import { QueueLine } from './queueTypes'

const NO_LINES: QueueLine[] = []

/**
 * An order searched by its id in a queue or in days that do not hold it: all orders are asked at the same time, so that
 * whoever has a customer on the phone is told at once where it stands.
 * @param isMissed the queue has answered and holds nothing of it
 */
export function useElsewhere(state: QueueState, isMissed: boolean) {
  const isEverywhere = state.queue === 'ALL' && !state.from && !state.to
  const isAsked = looksLikeOrderId(state.q) && !isEverywhere
  const { data, answeredFor, loading } = usePanelQuery<OrdersQuery, OrdersQueryVariables>(ORDERS, {
    variables: { queue: 'ALL', search: state.q.trim(), page: 1, perPage: 25 },
    skip: !isAsked,
  })
  const isOfThis = answeredFor !== null && answeredFor.search === state.q.trim()
  const found = isAsked && isOfThis && data ? data.orders : null
  const lines = useMemo(() => (found && isMissed ? linesOf(found) : NO_LINES), [found, isMissed])

  return useMemo(() => ({ isAsked, isAnswered: !loading, lines }), [isAsked, loading, lines])
}
