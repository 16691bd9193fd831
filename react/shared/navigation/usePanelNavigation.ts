import { useCallback, useMemo } from 'react'
import { useRuntime } from 'vtex.render-runtime'
import {
  batchesHref,
  connectionsHref,
  FormName,
  orderHref,
  orderQuery,
  pages,
  Query,
  queryText,
  queueHref,
  queueQuery,
  QueueState,
  settingsHref,
} from './urls'

export interface PanelLink {
  href: string
  go: () => void
}

/** Links that open in place on a plain click and as real addresses in a new tab. */
export function usePanelNavigation() {
  const { navigate } = useRuntime()

  const toQueue = useCallback(
    (state: QueueState): PanelLink => ({
      href: queueHref(state),
      go: () => navigate({ page: pages.queue, query: queryText(queueQuery(state)) }),
    }),
    [navigate]
  )
  const toOrder = useCallback(
    (
      orderId: string,
      state: QueueState | null,
      form?: { do: FormName; n?: string }
    ): PanelLink => ({
      href: orderHref(orderId, state, form),
      go: () =>
        navigate({
          page: pages.order,
          params: { orderId },
          query: queryText(orderQuery(state, form)),
        }),
    }),
    [navigate]
  )
  const toSettings = useCallback(
    (): PanelLink => ({ href: settingsHref(), go: () => navigate({ page: pages.settings }) }),
    [navigate]
  )
  const toBatches = useCallback(
    (query: Query = {}): PanelLink => ({
      href: batchesHref(query),
      go: () => navigate({ page: pages.batches, query: queryText(query) }),
    }),
    [navigate]
  )
  const toConnections = useCallback(
    (query: Query = {}): PanelLink => ({
      href: connectionsHref(query),
      go: () => navigate({ page: pages.connections, query: queryText(query) }),
    }),
    [navigate]
  )
  return useMemo(
    () => ({ toQueue, toOrder, toSettings, toBatches, toConnections }),
    [toQueue, toOrder, toSettings, toBatches, toConnections]
  )
}
