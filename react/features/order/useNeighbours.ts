import type { QueueState } from '../../shared/navigation/urls'
import type { PanelLink } from '../../shared/navigation/usePanelNavigation'
import { usePanelNavigation } from '../../shared/navigation/usePanelNavigation'
import { queueMemory } from '../../shared/sending/queueMemory'
import type { Place } from '../../shared/sending/queueMemory'

export interface Neighbours {
  previous: PanelLink | null
  next: PanelLink | null
}

/** The orders beside this one in its queue; behind the last one of a page the way leads through the queue to the next page. */
export function useNeighbours(place: Place | null, queueState: QueueState | null): Neighbours {
  const { toOrder, toQueue } = usePanelNavigation()
  const onward = (): PanelLink | null => {
    if (!place || !place.goesOn || !queueState) return null
    const link = toQueue(queueState)

    return {
      href: link.href,
      go: () => {
        queueMemory.walkOn()
        link.go()
      },
    }
  }

  return {
    previous: place?.previous ? toOrder(place.previous, queueState) : null,
    next: place?.next ? toOrder(place.next, queueState) : onward(),
  }
}
