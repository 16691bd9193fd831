import { RefObject, useLayoutEffect, useState } from 'react'
import { watchSize } from './watchSize'

/** Width of an element: the Admin's side bar takes its part of the window, and nobody knows how much. */
export function useWidth(of: RefObject<HTMLElement>): number {
  const [width, setWidth] = useState(() => window.innerWidth)
  useLayoutEffect(() => {
    const element = of.current
    if (!element) return undefined
    const look = () => setWidth(element.clientWidth)
    look()
    return watchSize(element, look)
  }, [of])
  return width
}
