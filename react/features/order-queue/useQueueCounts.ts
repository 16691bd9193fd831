import { useEffect, useState } from 'react'
import { QueueCountQuery, QueueCountQueryVariables } from '../../shared/graphql/generated'
import { usePanelRead } from '../../shared/graphql/usePanelRead'
import { QueueName } from '../../shared/navigation/urls'
import { leftQueues } from '../../shared/sending/leftQueues'
import QUEUE_COUNT from './queueCount.graphql'

const counted = ['TO_HANDLE', 'TO_INVOICE'] as const
const EVERY = 60000

export type QueueCounts = Partial<Record<QueueName, number | null>>

/** Counts of the two queues that OMS can count: after the rows, then each minute while the page is in view, and after a refresh. */
export function useQueueCounts(isReady: boolean, refreshes: number): QueueCounts {
  const read = usePanelRead<QueueCountQuery, QueueCountQueryVariables>(QUEUE_COUNT)
  const [counts, setCounts] = useState<QueueCounts>({})

  useEffect(() => {
    if (!isReady) return undefined
    let isGone = false
    const look = () => {
      if (document.hidden) return
      counted.forEach(async (queue) => {
        const result = await read({ queue })
        const total = result.ok ? result.data.orders.total : null
        if (total !== null) leftQueues.counted(queue, total, Date.now())
        if (!isGone) setCounts((all) => ({ ...all, [queue]: total }))
      })
    }
    look()
    const timer = setInterval(look, EVERY)
    return () => {
      isGone = true
      clearInterval(timer)
    }
  }, [isReady, read, refreshes])
  return counts
}
