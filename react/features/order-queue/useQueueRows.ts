import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { learnAccountZone, usePanelZone } from '../../shared/format/zone'
import {
  OrdersQuery,
  OrdersQueryVariables,
  QueueOrderQuery,
  QueueOrderQueryVariables,
} from '../../shared/graphql/generated'
import { usePanelQuery } from '../../shared/graphql/usePanelQuery'
import { usePanelRead } from '../../shared/graphql/usePanelRead'
import { QueueName, QueueState } from '../../shared/navigation/urls'
import { queueMemory } from '../../shared/sending/queueMemory'
import ORDERS from './orders.graphql'
import QUEUE_ORDER from './queueOrder.graphql'
import { filtersAsked } from './documentFilters'
import { liveRows, useLiveRows } from './liveRows'
import { commonZone, linesOf, rangeInstants } from './queueModel'
import { QueuePage, QueueRow } from './queueTypes'
import { selection } from './selection'
import { keepFocusAt } from './useReturnToRow'
import { useRowsLive } from './useRowsLive'

type Rereading = 'reading' | 'failed'

/** The page of rows for a state of the queue: old ones stay while new ones load, and memory gives them back on return. */
export function useQueueRows(state: QueueState) {
  const { timeZone } = usePanelZone()
  // A day's worth of "now" keeps the variables still while the page is open.
  const today = Math.floor(Date.now() / 60000) * 60000
  const opened = useRef(today)
  const { createdFrom, createdTo } = rangeInstants(state, timeZone, opened.current)
  const variables: OrdersQueryVariables = {
    queue: state.queue,
    search: state.q.trim() || null,
    createdFrom,
    createdTo,
    page: state.page,
    perPage: state.perPage,
    ...filtersAsked(state),
    fromDocuments: state.q.trim() === '',
    isSearch: state.q.trim() !== '',
  }
  const query = usePanelQuery<OrdersQuery, OrdersQueryVariables>(ORDERS, { variables })
  const { data, answeredFor, loading, failure, refetch, stop } = query

  const remembered = useMemo(() => queueMemory.of(state), [state])
  const isOfThisQueue = answeredFor !== null && answeredFor.queue === state.queue
  // Rows of another page or search stay only while these are on their way: given up or failed, they would pass for them.
  const isFresh = answeredFor !== null && JSON.stringify(answeredFor) === JSON.stringify(variables)
  const isShown = isFresh || (isOfThisQueue && loading)
  const page = isShown && data ? data.orders : remembered ? (remembered.page as QueuePage) : null

  const sees = useRef<Partial<Record<QueueName, number | null>>>({})
  // Of dates that somebody chose the service has nothing to say.
  if (page && (isFresh || !isShown) && !createdFrom) sees.current[state.queue] = page.lookBackDays
  const lookBackDays = sees.current[state.queue] || null

  const reread = useLiveRows()
  const [rereading, setRereading] = useState<Record<string, Rereading>>({})
  useEffect(() => {
    liveRows.clear()
    setRereading({})
  }, [data])
  // Behind it: rows of the page before are forgotten when the first of these come.
  const documents = data ? data.orders.documents : null
  const asked = answeredFor && answeredFor.queue
  const standings = useRowsLive(asked || state.queue, documents)

  const lines = useMemo(
    () => (page ? linesOf(page, reread, standings) : []),
    [page, reread, standings]
  )
  const rows = useMemo(
    () =>
      lines.reduce<QueueRow[]>(
        (all, line) => (line.kind === 'order' ? [...all, line.row] : all),
        []
      ),
    [lines]
  )

  useEffect(() => {
    const live = rows.filter(({ isKept }) => !isKept)
    learnAccountZone(commonZone(live))
    selection.refresh(live)
  }, [rows])

  useEffect(() => {
    if (!data || loading || !isFresh) return
    const memory = queueMemory.of(state)
    queueMemory.remember({
      state,
      orderIds: lines.map(({ orderId }) => orderId),
      total: data.orders.total,
      hasNextPage: data.orders.hasNextPage,
      page: data.orders,
      scrollTop: memory ? memory.scrollTop : 0,
      openedOrderId: memory ? memory.openedOrderId : null,
    })
  }, [data, loading, isFresh, lines, state])

  const readOne = usePanelRead<QueueOrderQuery, QueueOrderQueryVariables>(QUEUE_ORDER)
  const retryRow = useCallback(
    async (orderId: string) => {
      setRereading((all) => ({ ...all, [orderId]: 'reading' }))
      keepFocusAt(orderId)
      const result = await readOne({ orderId })
      const order = result.ok ? result.data.order : null
      setRereading((all) => ({ ...all, [orderId]: order ? 'reading' : 'failed' }))
      if (order) liveRows.put(order)
      keepFocusAt(orderId)
    },
    [readOne]
  )

  return {
    variables,
    page,
    lines,
    rows,
    loading,
    failure,
    refetch,
    stop,
    rereading,
    retryRow,
    readOne,
    isFresh,
    lookBackDays,
    timeZone,
  }
}
