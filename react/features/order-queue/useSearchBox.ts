import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import { QueueState } from '../../shared/navigation/urls'

const PAUSE = 600

/** The search box runs ahead of the address by 600 ms, or until Enter. */
export function useSearchBox(state: QueueState, type: (next: QueueState) => void) {
  const [text, setText] = useState(state.q)
  const timer = useRef<number | undefined>(undefined)
  const latest = useRef(state)
  latest.current = state

  // The address moves for two reasons. It follows the box, perhaps after the next letter: then the box stays as it is. Or it
  // moves by itself (back, a tab, "search everywhere"): then the box follows. Only what was asked here tells the two apart.
  const asked = useRef<string[]>([])
  const known = useRef(state.q)
  // Before the browser paints: a letter typed between the painting and a later effect would be set back.
  useLayoutEffect(() => {
    if (known.current === state.q) return
    known.current = state.q
    const echo = asked.current.indexOf(state.q)
    asked.current = asked.current.slice(echo < 0 ? asked.current.length : echo + 1)
    if (echo >= 0) return
    window.clearTimeout(timer.current)
    setText(state.q)
  }, [state.q])
  useEffect(() => () => window.clearTimeout(timer.current), [])

  const run = (typed: string) => {
    window.clearTimeout(timer.current)
    const q = typed.trim()
    const [current = latest.current.q] = asked.current.slice(-1)
    if (q === current) return
    asked.current = [...asked.current, q]
    type({ ...latest.current, q, page: 1 })
  }
  return {
    text,
    change: (next: string) => {
      setText(next)
      window.clearTimeout(timer.current)
      timer.current = window.setTimeout(() => run(next), PAUSE)
    },
    search: () => run(text),
    clear: () => {
      setText('')
      run('')
    },
  }
}
