import { useCallback, useEffect, useRef, useState } from 'react'

/**
 * A pure machine as React state. What it holds can be asked for at any moment, also between two drawings: two presses in
 * one tick must not both find the first state.
 */
export function useMachine<S, E>(step: (state: S, event: E) => S, start: () => S) {
  const [state, setState] = useState(start)
  const now = useRef(state)
  const isMounted = useRef(true)

  useEffect(
    () => () => {
      isMounted.current = false
    },
    []
  )

  const tell = useCallback(
    (event: E) => {
      now.current = step(now.current, event)
      // What was sent ends whenever it does, also after the form has gone.
      if (isMounted.current) setState(now.current)
    },
    [step]
  )

  return { state, now, tell }
}
