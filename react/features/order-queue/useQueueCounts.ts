import { useEffect } from 'react'
import { QueueCountsQuery, QueueCountsQueryVariables } from '../../shared/graphql/generated'
import { usePanelRead } from '../../shared/graphql/usePanelRead'
import { QueueName } from '../../shared/navigation/urls'
import { leftQueues } from '../../shared/sending/leftQueues'
import { createStore, useStore } from '../../shared/sending/store'
import QUEUE_COUNTS from './queueCounts.graphql'

const EVERY = 60000
/** A window that comes back tells it twice, by its focus and by being seen. */
const AT_ONCE = 5000

export type QueueCounts = Partial<Record<QueueName, number | null>>

export interface CountedQueues {
  /** Empty where the last try failed. */
  counts: QueueCounts
  /** The read model tells queues: it counted one of which OMS's list knows nothing. */
  isComplete: boolean
}

/** Outlives the page: back from an order its tabs are as they were, until they are counted anew. */
const store = createStore<CountedQueues>({ counts: {}, isComplete: false })

/**
 * Counts of all queues in one call: after the rows, each minute while the page is in view, when the window comes back, after
 * a refresh and at the end of a run.
 * @param isRunning many orders leave their queue one after the other: counted when that is over
 */
export function useQueueCounts(
  isReady: boolean,
  refreshes: number,
  isRunning: boolean
): CountedQueues {
  const read = usePanelRead<QueueCountsQuery, QueueCountsQueryVariables>(QUEUE_COUNTS)

  useEffect(() => {
    if (!isReady || isRunning) return undefined
    let isGone = false
    let asked = 0
    const look = async () => {
      if (document.hidden) return
      asked = Date.now()
      const mine = asked
      const result = await read({})
      if (isGone || mine !== asked) return
      if (!result.ok) {
        store.set({ ...store.get(), counts: {} })
        return
      }
      const counts: QueueCounts = {}
      for (const { queue, count } of result.data.queueCounts) counts[queue] = count
      for (const queue of ['TO_HANDLE', 'TO_INVOICE'] as const) {
        const total = counts[queue]
        if (typeof total === 'number') leftQueues.counted(queue, total, Date.now())
      }
      store.set({ counts, isComplete: typeof counts.LATE === 'number' })
    }
    const comeBack = () => {
      if (Date.now() - asked > AT_ONCE) void look()
    }
    void look()
    const timer = setInterval(() => void look(), EVERY)
    document.addEventListener('visibilitychange', comeBack)
    window.addEventListener('focus', comeBack)
    return () => {
      isGone = true
      clearInterval(timer)
      document.removeEventListener('visibilitychange', comeBack)
      window.removeEventListener('focus', comeBack)
    }
  }, [isReady, isRunning, read, refreshes])
  return useStore(store)
}
