import { useEffect, useState } from 'react'

const WIDE = '(min-width: 64em)'

const ask = () => (typeof window.matchMedia === 'function' ? window.matchMedia(WIDE) : null)

/** True where main and aside stand side by side; below that the aside folds under the header. */
export function useIsWide(): boolean {
  const [isWide, setWide] = useState(() => {
    const query = ask()

    return query ? query.matches : true
  })

  useEffect(() => {
    const query = ask()

    if (!query) return undefined
    const change = () => setWide(query.matches)

    // Safari before 14 knows only this pair.
    query.addListener(change)

    return () => query.removeListener(change)
  }, [])

  return isWide
}
