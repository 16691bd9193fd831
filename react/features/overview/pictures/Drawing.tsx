import React, { ReactNode, RefObject, useLayoutEffect, useRef, useState } from 'react'
import { Place } from './Strip'

interface Props {
  height: number
  /** Room for numbers on the left and at the ends of lines, in px. */
  left: number
  right: number
  children: (place: Place) => ReactNode
}

const LEAST_WIDTH = 280

/** A drawing as wide as its place, in px of that place: its words are as large at 360 px as at 1280. */
export function Drawing({ height, left, right, children }: Props) {
  const box = useRef<HTMLDivElement>(null)
  const width = Math.max(LEAST_WIDTH, useWidth(box))
  return (
    <div ref={box} className="it-picture__drawing">
      <svg role="img" aria-hidden="true" focusable="false" viewBox={`0 0 ${width} ${height}`}>
        {children({ left, width: width - left - right, top: 0 })}
      </svg>
    </div>
  )
}

/** Until a window's change is told the drawing scales: the observer of the pages of daily work is not worth its weight here. */
function useWidth(of: RefObject<HTMLElement>): number {
  const [width, setWidth] = useState(LEAST_WIDTH)
  useLayoutEffect(() => {
    const look = () => of.current && setWidth(of.current.clientWidth)
    look()
    window.addEventListener('resize', look)
    return () => window.removeEventListener('resize', look)
  }, [of])
  return width
}
