import { usePageKeys } from '../../shared/components/pageKeys'
import type { Neighbours } from './useNeighbours'

/** j and k: the next and the previous order of the queue. */
export function useOrderKeys({ previous, next }: Neighbours) {
  usePageKeys({ j: next && next.go, k: previous && previous.go })
}
