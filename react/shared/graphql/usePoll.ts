import { useEffect, useRef } from 'react'

/** Looks again after each answer, as long as the window is seen. Null looks no more. */
export function usePoll(afterMs: number | null, look: () => Promise<unknown>) {
  const newest = useRef(look)

  newest.current = look
  useEffect(() => {
    if (afterMs === null) return undefined
    let timer = 0
    let isOver = false
    const wait = () => {
      timer = window.setTimeout(() => {
        const next = document.hidden ? Promise.resolve(null) : newest.current()

        void next.then(() => !isOver && wait())
      }, afterMs)
    }

    wait()

    return () => {
      isOver = true
      clearTimeout(timer)
    }
  }, [afterMs])
}
