import { DocumentNode } from 'graphql'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { useQuery } from 'react-apollo'
import { Failure, failureOf } from './failure'
import { session } from './session'

export interface PanelQuery<D> {
  /** The newest answer; while another one is on its way the last one stays. */
  data: D | null
  loading: boolean
  failure: Failure | null
  /** Reads again past every cache; answers the new data, or null where that failed. */
  refetch: () => Promise<D | null>
}

export interface PanelQueryOptions<V> {
  variables: V
  skip?: boolean
  /** False: answers of other variables are not shown meanwhile. */
  keepsLast?: boolean
}

/** A read of ours: never from a cache of the browser, its errors as one closed union. */
export function usePanelQuery<D, V>(
  document: DocumentNode,
  options: PanelQueryOptions<V>
): PanelQuery<D> {
  const { variables, skip = false, keepsLast = true } = options
  const result = useQuery<D, V>(document, {
    variables,
    skip,
    fetchPolicy: 'network-only',
    errorPolicy: 'none',
    notifyOnNetworkStatusChange: true,
  })
  const last = useRef<D | null>(null)
  const [refetchFailure, setRefetchFailure] = useState<Failure | null>(null)
  const { error, data, refetch: refetchOfApollo } = result
  const isFresh = !result.loading && !error && Boolean(data)
  if (isFresh) last.current = data as D

  const failure = useMemo(
    () => (error ? failureOf(error) : refetchFailure),
    [error, refetchFailure]
  )
  useEffect(() => {
    if (failure && failure.kind === 'UNAUTHENTICATED') session.ended(false)
  }, [failure])

  const key = JSON.stringify(variables)
  useEffect(() => setRefetchFailure(null), [key])

  const refetch = useCallback(async () => {
    try {
      const answer = await refetchOfApollo()
      setRefetchFailure(null)
      return (answer.data as D) || null
    } catch (thrown) {
      setRefetchFailure(failureOf(thrown))
      return null
    }
  }, [refetchOfApollo])

  return {
    data: isFresh ? (data as D) : keepsLast ? last.current : null,
    loading: result.loading,
    failure: result.loading ? null : failure,
    refetch,
  }
}
