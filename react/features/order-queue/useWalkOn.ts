import { useEffect } from 'react'
import { QueueState } from '../../shared/navigation/urls'
import { queueMemory } from '../../shared/sending/queueMemory'
import { QueueLine } from './queueTypes'

export type Onward = { open: string } | { page: number } | 'NOWHERE'

/**
 * Where the next order is. Orders that were sent meanwhile leave their queue and the later ones move up, so the page is
 * looked through once more before the next one is.
 */
export function onward(
  lines: readonly Pick<QueueLine, 'kind' | 'orderId'>[],
  walked: readonly string[],
  page: number,
  hasNextPage: boolean
): Onward {
  const next = lines.find(({ kind, orderId }) => kind === 'order' && !walked.includes(orderId))
  if (next) return { open: next.orderId }
  return hasNextPage ? { page: page + 1 } : 'NOWHERE'
}

interface Walk {
  state: QueueState
  lines: QueueLine[]
  /** The rows are the answer to this very state. */
  isFresh: boolean
  hasNextPage: boolean
  open: (orderId: string) => void
  choose: (next: QueueState) => void
}

/** "Next order" behind the last one of a page: the queue is read anew, and the first order not seen yet opens. */
export function useWalkOn({ state, lines, isFresh, hasNextPage, open, choose }: Walk) {
  useEffect(() => {
    const walked = queueMemory.walked()
    if (!walked || !isFresh) return
    const to = onward(lines, walked, state.page, hasNextPage)
    if (to !== 'NOWHERE' && 'page' in to) {
      choose({ ...state, page: to.page })
      return
    }
    queueMemory.arrive()
    if (to !== 'NOWHERE') open(to.open)
  }, [state, lines, isFresh, hasNextPage, open, choose])
}
