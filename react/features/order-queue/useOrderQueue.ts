import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { useRuntime } from 'vtex.render-runtime'
import { announce } from '../../shared/components/StatusLine'
import { learnAccountZone } from '../../shared/format/zone'
import { ViewerQuery } from '../../shared/graphql/generated'
import { usePanelQuery } from '../../shared/graphql/usePanelQuery'
import { useRetry } from '../../shared/graphql/useRetry'
import VIEWER from '../../shared/graphql/viewer.graphql'
import { usePanelNavigation } from '../../shared/navigation/usePanelNavigation'
import { useWords } from '../../shared/words/useWords'
import { filterRefused, hasFilters } from './documentFilters'
import { awaitedIn, isLate, keepRelative } from './queueModel'
import { plansOf } from './rowPlans'
import { useRowRun } from './rowRun'
import { rangeTo, selection, useSelection } from './selection'
import { useElsewhere } from './useElsewhere'
import { useKeptTabs } from './useKeptTabs'
import { useLiveCheck } from './useLiveCheck'
import { useQueueCounts } from './useQueueCounts'
import { useQueueRows } from './useQueueRows'
import { useQueueState } from './useQueueState'
import { useRefresh } from './useRefresh'
import { rememberOpened, useReturnToRow } from './useReturnToRow'
import { useShownZone } from './useShownZone'
import { useRunActs } from './useRunActs'
import { useWalkOn } from './useWalkOn'

const noVariables = {}

/** The queue page's controller: address, rows, counts, ticks, start handling. */
export function useOrderQueue() {
  const words = useWords()
  const { account } = useRuntime()
  const { toOrder } = usePanelNavigation()
  const { state, choose, type } = useQueueState()
  const found = useQueueRows(state)
  const { page, lines, rows, loading, failure, isFresh, timeZone } = found
  const viewer = usePanelQuery<ViewerQuery, Record<string, never>>(VIEWER, {
    variables: noVariables,
  })
  const ownZone = viewer.data ? viewer.data.viewer.timeZone : null

  useEffect(() => learnAccountZone(ownZone, 'account'), [ownZone])
  const actor = viewer.data ? viewer.data.viewer.actor || 'person' : null
  const { refresh, stop, refreshes, isRefreshing, notRead } = useRefresh(found)
  const kept = useKeptTabs(account, actor)
  const { rows: selected, anchor } = useSelection()
  const run = useRowRun()
  const { counts, isComplete } = useQueueCounts(
    page !== null || failure !== null,
    refreshes,
    run.isRunning
  )

  useEffect(() => selection.enter(state.queue), [state.queue])
  useReturnToRow(state, lines)
  const live = useMemo(() => rows.filter(({ isKept }) => !isKept), [rows])
  const isStill = isFresh && !loading && awaitedIn(lines) === 0
  useLiveCheck(rows, isStill && !run.isRunning, found.readOne)
  useAnnouncedRows(loading, page !== null && !failure, lines.length, rows.filter(isLate).length)

  const tick = useCallback(
    (orderId: string) => {
      const row = rows.find((candidate) => candidate.orderId === orderId)
      if (row) selection.set([row], !selected[orderId], orderId)
    },
    [rows, selected]
  )
  const tickRange = useCallback(
    (orderId: string) => selection.set(rangeTo(rows, anchor, orderId), true, orderId),
    [rows, anchor]
  )
  const tickAll = useCallback((isTicked: boolean) => selection.set(rows, isTicked, null), [rows])
  const open = useCallback(
    (orderId: string) => {
      rememberOpened(orderId)
      toOrder(orderId, state).go()
    },
    [toOrder, state]
  )
  const openAtForm = useCallback(
    (orderId: string) => {
      rememberOpened(orderId)
      toOrder(orderId, state, { do: 'invoice' }).go()
    },
    [toOrder, state]
  )
  useWalkOn({
    state,
    lines,
    isFresh: isFresh && !loading,
    hasNextPage: Boolean(page?.hasNextPage),
    open,
    choose,
  })
  const elsewhere = useElsewhere(state, !loading && isFresh ? lines : null)
  // Enter after a scan: the one order that was found opens as soon as it is there.
  const wantsOnlyHit = useRef('')
  const openOnlyHit = useCallback((search: string) => {
    wantsOnlyHit.current = search.trim()
    lookAgain((count) => count + 1)
  }, [])
  const [looks, lookAgain] = useState(0)
  useEffect(() => {
    // An answer that failed or was given up says nothing of this search: the rows are those of another one.
    if (loading || !isFresh || !state.q || wantsOnlyHit.current !== state.q) return
    if (elsewhere.isAsked && !elsewhere.isAnswered && lines.length === 0) return
    wantsOnlyHit.current = ''
    const hits = lines.length > 0 ? lines : elsewhere.lines
    if (hits.length === 1) open(hits[0].orderId)
  }, [loading, isFresh, state.q, lines, elsewhere, open, looks])

  const selectedRows = useMemo(
    () => Object.keys(selected).map((orderId) => selected[orderId]),
    [selected]
  )
  const plans = useMemo(() => plansOf(state.queue, selectedRows), [state.queue, selectedRows])
  const { runAll, retryRun, clear } = useRunActs(plans, selected, rows)

  return {
    ...found,
    state,
    choose,
    type,
    counts,
    elsewhere,
    /** Only the read model sorts and filters: what is set already must be seen to be taken back. */
    takesFilters: isComplete || Boolean(page?.asOf) || hasFilters(state),
    refusal: filterRefused(failure),
    retryIn: useRetry({ loading, failure }, refresh),
    kept,
    view: keepRelative({ ...state, page: 1 }, timeZone, Date.now()),
    zone: useShownZone(live, timeZone),
    isRefreshing,
    notRead,
    isForbidden: Boolean(failure && failure.kind === 'FORBIDDEN'),
    selected,
    plans,
    run,
    acts: {
      tick,
      tickRange,
      tickAll,
      open,
      openAtForm,
      openOnlyHit,
      refresh,
      stop,
      runAll,
      retryRun,
      clear,
    },
    words,
  }
}

/** "25 orders, 3 late", once for each answer; none that failed or was given up is counted. */
function useAnnouncedRows(loading: boolean, isShown: boolean, count: number, late: number) {
  const words = useWords()
  const wasLoading = useRef(true)
  useEffect(() => {
    if (wasLoading.current && !loading && isShown) announce(words('list.loaded', { count, late }))
    wasLoading.current = loading
  }, [loading, isShown, count, late, words])
}
