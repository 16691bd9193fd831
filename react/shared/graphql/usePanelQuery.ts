import { DocumentNode } from 'graphql'
import { useCallback, useEffect, useRef, useState } from 'react'
import { Failure } from './failure'
import { useSession } from './session'
import { nextTurn } from './turns'
import { usePanelRead } from './usePanelRead'

export interface PanelQuery<D, V> {
  /** The newest answer; while another one is on its way the last one stays. */
  data: D | null
  /** What `data` answers to. */
  answeredFor: V | null
  /** When `data` was asked for. */
  turn: number
  loading: boolean
  failure: Failure | null
  /** Reads again; answers the new data, or null where that failed or another read overtook it. */
  refetch: () => Promise<D | null>
  /** Gives up waiting: what was shown stays, an answer that still comes is dropped. */
  stop: () => void
}

export interface PanelQueryOptions<V> {
  variables: V
  skip?: boolean
}

interface State<D, V> {
  data: D | null
  answeredFor: V | null
  turn: number
  loading: boolean
  failure: Failure | null
}

/**
 * A read that follows its variables. Apollo's cache is left out on purpose: who works a queue must see the order as it is,
 * and a cache that files items by id would mix the lines of two orders with the same SKU.
 */
export function usePanelQuery<D, V>(
  document: DocumentNode,
  { variables, skip = false }: PanelQueryOptions<V>
): PanelQuery<D, V> {
  const read = usePanelRead<D, V>(document)
  const [state, setState] = useState<State<D, V>>({
    data: null,
    answeredFor: null,
    turn: 0,
    loading: !skip,
    failure: null,
  })
  const newest = useRef(0)
  const wanted = useRef(variables)
  wanted.current = variables
  const key = JSON.stringify(variables)
  const shownKey = useRef(key)

  const run = useCallback(async (): Promise<D | null> => {
    newest.current += 1
    const mine = newest.current
    const asked = wanted.current
    const turn = nextTurn()
    setState((before) => ({ ...before, loading: true, failure: null }))
    const result = await read(asked)
    if (mine !== newest.current) return null
    setState((before) =>
      result.ok
        ? { data: result.data, answeredFor: asked, turn, loading: false, failure: null }
        : { ...before, loading: false, failure: result.failure }
    )
    return result.ok ? result.data : null
  }, [read])

  useEffect(() => {
    shownKey.current = key
    if (!skip) void run()
  }, [key, skip, run])

  // The person signed in elsewhere and went on here: what the ended session refused is asked again.
  const { hasEnded } = useSession()
  const wasRefused = state.failure !== null && state.failure.kind === 'UNAUTHENTICATED'
  const hadEnded = useRef(hasEnded)
  useEffect(() => {
    if (hadEnded.current && !hasEnded && wasRefused) void run()
    hadEnded.current = hasEnded
  }, [hasEnded, wasRefused, run])

  useEffect(
    () => () => {
      newest.current += 1
    },
    []
  )

  const stop = useCallback(() => {
    newest.current += 1
    setState((before) => ({ ...before, loading: false }))
  }, [])

  // Between the render with new variables and the effect that asks for them the old answer must not pass for the new one.
  const isBehind = !skip && shownKey.current !== key
  return {
    ...state,
    loading: state.loading || isBehind,
    failure: isBehind ? null : state.failure,
    refetch: run,
    stop,
  }
}
