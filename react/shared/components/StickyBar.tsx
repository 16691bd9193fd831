import React, { ReactNode, useLayoutEffect, useRef } from 'react'
import { watchSize } from './watchSize'

interface Props {
  className: string
  children: ReactNode
}

/** What is focused keeps this distance to the bar. @unit CSS pixels */
const ROOM = 16

/**
 * A bar that stays in sight. Its height, whatever the text's size and the lines it takes, is known to the styles as
 * --it-bar, so that it covers nothing that Tab leads to.
 */
export function StickyBar({ className, children }: Props) {
  const bar = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    const element = bar.current
    const panel = element && element.closest<HTMLElement>('.invoice-tracking')
    if (!element || !panel) return undefined
    const look = () => panel.style.setProperty('--it-bar', `${element.offsetHeight + ROOM}px`)
    look()
    const stop = watchSize(element, look)
    return () => {
      stop()
      panel.style.removeProperty('--it-bar')
    }
  }, [])
  return (
    <div ref={bar} className={`it-bar ${className}`}>
      {children}
    </div>
  )
}
