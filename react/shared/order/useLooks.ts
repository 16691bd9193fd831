import { useEffect, useRef } from 'react'

/**
 * Looks at each of these moments (milliseconds since the epoch), and once, at once, where the clock has jumped past some
 * of them: a computer slept, a window was in the background.
 * @param now moves on while something is awaited: timers sleep with the computer, so each beat asks the clock again.
 */
export function useLooks(moments: readonly number[], now: number, look: () => void) {
  const lookedAt = useRef(Date.now())
  const key = moments.join()

  useEffect(() => {
    // A clock that was set back has not looked at what is to come.
    lookedAt.current = Math.min(lookedAt.current, Date.now())
    const ahead = moments.filter((at) => at > lookedAt.current)

    if (ahead.length === 0) return undefined
    const timer = setTimeout(
      () => {
        lookedAt.current = Date.now()
        look()
      },
      Math.max(0, Math.min(...ahead) - Date.now())
    )

    return () => clearTimeout(timer)
    // The key holds the moments.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [key, now, look])
}
