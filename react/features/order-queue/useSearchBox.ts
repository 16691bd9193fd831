import { useEffect, useRef, useState } from 'react'
import { QueueState } from '../../shared/navigation/urls'

const PAUSE = 600

/** The search box runs ahead of the address by 600 ms, or until Enter. */
export function useSearchBox(state: QueueState, type: (next: QueueState) => void) {
  const [text, setText] = useState(state.q)
  const timer = useRef<number | undefined>(undefined)
  const latest = useRef(state)
  latest.current = state

  // The address moved without the box: back, a tab, "search everywhere". A blank that is still being typed is no other search.
  // Not on arrival: what is typed into a page that has just appeared must stay.
  const known = useRef(state.q)
  useEffect(() => {
    if (known.current === state.q) return
    known.current = state.q
    setText((typed) => (typed.trim() === state.q ? typed : state.q))
  }, [state.q])
  useEffect(() => () => window.clearTimeout(timer.current), [])

  const run = (q: string) => {
    window.clearTimeout(timer.current)
    if (q.trim() !== latest.current.q) type({ ...latest.current, q: q.trim(), page: 1 })
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
