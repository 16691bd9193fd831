import { useEffect } from 'react'

/** Looks at a moment, and at once where the clock has jumped past it: a computer slept, a window was in the background. */
export function useLook(at: number | null, look: () => void) {
  useEffect(() => {
    if (at === null) return undefined
    let isDone = false
    const timer = setTimeout(
      () => {
        isDone = true
        look()
      },
      Math.max(0, at - Date.now())
    )

    return () => {
      clearTimeout(timer)
      if (!isDone && at <= Date.now()) look()
    }
  }, [at, look])
}
