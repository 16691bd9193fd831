import React, { useEffect, useState } from 'react'

interface Props {
  /** Lines of the final height, in px. */
  rows: number
  height: number
}

/** Grey blocks of the final height, still, and only after 200 ms: a quick answer flashes nothing. */
export function Skeleton({ rows, height }: Props) {
  const isLate = useLater(200)
  return (
    <div aria-hidden="true" className={isLate ? 'it-skeleton' : 'it-skeleton it-skeleton--early'}>
      {Array.from({ length: rows }, (_, row) => (
        <div key={row} className="it-skeleton__row" style={{ height }}>
          <span className="it-skeleton__block" style={{ width: `${70 - ((row * 17) % 40)}%` }} />
        </div>
      ))}
    </div>
  )
}

/** True once this much time has passed since `since` changed. */
export function useLater(milliseconds: number, since: unknown = null): boolean {
  const [isLater, setLater] = useState(false)
  useEffect(() => {
    setLater(false)
    const timer = setTimeout(() => setLater(true), milliseconds)
    return () => clearTimeout(timer)
  }, [milliseconds, since])
  return isLater
}
