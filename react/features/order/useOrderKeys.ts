import { usePageKeys } from '../../shared/components/pageKeys'
import { leaf } from '../../shared/navigation/leafing'
import type { PanelLink } from '../../shared/navigation/usePanelNavigation'
import type { Neighbours } from './useNeighbours'

/** j and k: the next and the previous order of the queue. */
export function useOrderKeys({ previous, next }: Neighbours) {
  const to = (link: PanelLink | null) => link && (() => leaf(link.go))

  usePageKeys({ j: to(next), k: to(previous) })
}
