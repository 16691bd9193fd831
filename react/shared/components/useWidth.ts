import { RefObject, useLayoutEffect, useState } from 'react'

interface Observer {
  observe(target: Element): void
  disconnect(): void
}
type ObserverClass = new (look: () => void) => Observer

/** Width of an element: the Admin's side bar takes its part of the window, and nobody knows how much. */
export function useWidth(of: RefObject<HTMLElement>): number {
  const [width, setWidth] = useState(() => window.innerWidth)
  useLayoutEffect(() => {
    const element = of.current
    if (!element) return undefined
    const look = () => setWidth(element.clientWidth)
    look()
    const Observer = (window as unknown as { ResizeObserver?: ObserverClass }).ResizeObserver
    if (!Observer) {
      window.addEventListener('resize', look)
      return () => window.removeEventListener('resize', look)
    }
    const observer = new Observer(look)
    observer.observe(element)
    return () => observer.disconnect()
  }, [of])
  return width
}
