import { RefObject, useLayoutEffect, useState } from 'react'

/**
 * True where these rows do not fit into the list with all columns: an order id and money are never cut, so that a very
 * long one asks for another table, not for a list that scrolls sideways.
 */
export function useTightness(
  list: RefObject<HTMLElement>,
  lines: readonly unknown[],
  width: number,
  showsAll: boolean
): boolean {
  const [tight, setTight] = useState<{ lines: readonly unknown[]; width: number } | null>(null)
  const isTight = tight !== null && tight.lines === lines && tight.width === width
  // Before anything is painted: nobody sees the table that does not fit.
  useLayoutEffect(() => {
    const box = list.current
    if (box && showsAll && !isTight && box.scrollWidth > box.clientWidth) setTight({ lines, width })
  }, [list, lines, width, showsAll, isTight])
  return isTight
}
