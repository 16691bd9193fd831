import { useEffect, useState } from 'react'

const query = '(max-width: 39.99em)'

/** True below 640 px, where rows become cards and tabs a list. */
export function useNarrow(): boolean {
  const [isNarrow, setNarrow] = useState(() => window.matchMedia(query).matches)
  useEffect(() => {
    const list = window.matchMedia(query)
    const look = () => setNarrow(list.matches)
    list.addListener(look)
    return () => list.removeListener(look)
  }, [])
  return isNarrow
}
