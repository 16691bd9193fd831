import { DocumentNode } from 'graphql'
import { useCallback } from 'react'
import { useApolloClient } from 'react-apollo'
import { onceReleased } from '../components/afterPress'
import { Failure, failureOf } from './failure'
import { session } from './session'

export type PanelResult<D> = { ok: true; data: D } | { ok: false; failure: Failure }

/** A write of ours, alive beyond the component that started it: its promise settles whatever is mounted then. */
export function usePanelMutation<D, V>(
  document: DocumentNode
): (variables: V) => Promise<PanelResult<D>> {
  const client = useApolloClient()
  return useCallback(
    async (variables: V): Promise<PanelResult<D>> => {
      try {
        const answer = await client.mutate<D>({
          mutation: document,
          variables,
          fetchPolicy: 'no-cache',
        })
        const { data } = await onceReleased(answer)
        if (data) return { ok: true, data }
        return { ok: false, failure: { kind: 'FAULT' } }
      } catch (thrown) {
        const failure = await onceReleased(failureOf(thrown))
        if (failure.kind === 'UNAUTHENTICATED') session.ended(true)
        return { ok: false, failure }
      }
    },
    [client, document]
  )
}
