import { DocumentNode } from 'graphql'
import { useCallback } from 'react'
import { useApolloClient } from 'react-apollo'
import { failureOf } from './failure'
import { onceReleased } from '../components/afterPress'
import { PanelResult } from './usePanelMutation'
import { session } from './session'

/**
 * Apollo joins a query to an equal one that is still in the air, told apart by document and variables. Here a read looks
 * for what came about since: an answer begun before would show nothing of it, and pass for newer than it is.
 */
const anew = (document: DocumentNode): DocumentNode => ({ ...document })

/**
 * A read at a moment of one's choosing (a preview, a file, a second look), outside the drawing of components. A refusal
 * that comes only after the person signed in again tells of the session before: it is asked again in this one.
 */
export function usePanelRead<D, V>(
  document: DocumentNode
): (variables: V) => Promise<PanelResult<D>> {
  const client = useApolloClient()
  return useCallback(
    async function ask(variables: V): Promise<PanelResult<D>> {
      const askedIn = session.current()
      try {
        const answer = await client.query<D, V>({
          query: anew(document),
          variables,
          fetchPolicy: 'no-cache',
        })
        return await onceReleased({ ok: true, data: answer.data })
      } catch (thrown) {
        const failure = await onceReleased(failureOf(thrown))
        if (failure.kind === 'UNAUTHENTICATED') {
          if (askedIn !== session.current()) return ask(variables)
          session.ended(false)
        }
        return { ok: false, failure }
      }
    },
    [client, document]
  )
}
