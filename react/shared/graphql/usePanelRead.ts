import { DocumentNode } from 'graphql'
import { useCallback } from 'react'
import { useApolloClient } from 'react-apollo'
import { failureOf } from './failure'
import { PanelResult } from './usePanelMutation'
import { session } from './session'

/** A read at a moment of one's choosing (a preview, a file, a second look), outside the drawing of components. */
export function usePanelRead<D, V>(
  document: DocumentNode
): (variables: V) => Promise<PanelResult<D>> {
  const client = useApolloClient()
  return useCallback(
    async (variables: V): Promise<PanelResult<D>> => {
      try {
        const answer = await client.query<D, V>({
          query: document,
          variables,
          fetchPolicy: 'no-cache',
        })
        return { ok: true, data: answer.data }
      } catch (thrown) {
        const failure = failureOf(thrown)
        if (failure.kind === 'UNAUTHENTICATED') session.ended(false)
        return { ok: false, failure }
      }
    },
    [client, document]
  )
}
