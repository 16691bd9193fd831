import { RefObject, useLayoutEffect, useState } from 'react'
import { watchSize } from '../../shared/components/watchSize'

interface Tight {
  lines: readonly unknown[]
  width: number
  steps: number
}

/**
 * How many steps down from the layout of its width a list must go until these rows fit: an order id and money are never
 * cut, so that a very long one, or wide letters, ask for another layout, not for a list that scrolls sideways.
 * @unit steps, from 0 to `most`
 */
export function useTightness(
  list: RefObject<HTMLElement>,
  lines: readonly unknown[],
  width: number,
  most: number
): number {
  const [tight, setTight] = useState<Tight | null>(null)
  const steps = tight?.lines === lines && tight.width === width ? tight.steps : 0
  // Before anything is painted: nobody sees the table that does not fit.
  useLayoutEffect(() => {
    const box = list.current
    if (!box || steps >= most) return undefined
    const look = () => {
      if (box.scrollWidth > box.clientWidth) setTight({ lines, width, steps: steps + 1 })
    }
    look()
    // The Admin's font may come after the rows, and somebody may set larger text while they are there.
    const table = box.querySelector('table')
    return table ? watchSize(table, look) : undefined
  }, [list, lines, width, most, steps])
  return steps
}
