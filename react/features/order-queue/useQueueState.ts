import { useCallback, useMemo } from 'react'
import { useRuntime } from 'vtex.render-runtime'
import { queueQuery, QueueState, readQueueState } from '../../shared/navigation/urls'
import { usePanelNavigation } from '../../shared/navigation/usePanelNavigation'

/** The queue's state is the address: choices push, typing replaces, so that back and share work. */
export function useQueueState() {
  const { query, setQuery } = useRuntime()
  const { toQueue } = usePanelNavigation()
  const state = useMemo(() => readQueueState(query), [query])

  const choose = useCallback((next: QueueState) => toQueue(next).go(), [toQueue])
  const type = useCallback(
    (next: QueueState) => {
      const wanted = queueQuery(next)
      const set: Record<string, string> = {}
      for (const name of Object.keys(wanted)) {
        const value = wanted[name]
        if (value !== undefined) set[name] = value
      }
      setQuery(set, { merge: false, replace: true })
    },
    [setQuery]
  )
  return { state, choose, type }
}
