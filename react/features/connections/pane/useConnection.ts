import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { announce } from '../../../shared/components/StatusLine'
import { useMachine } from '../../../shared/components/useMachine'
import type {
  ConnectionQuery,
  ConnectionQueryVariables,
  SaveConnectionMutation,
  SaveConnectionMutationVariables,
} from '../../../shared/graphql/generated'
import { nextTurn } from '../../../shared/graphql/turns'
import { usePanelMutation } from '../../../shared/graphql/usePanelMutation'
import { usePanelQuery } from '../../../shared/graphql/usePanelQuery'
import { usePoll } from '../../../shared/graphql/usePoll'
import { focusFirstProblem } from '../../../shared/problems/focusFirstProblem'
import { drafts } from '../../../shared/sending/drafts'
import { useWords } from '../../../shared/words/useWords'
import CONNECTION from './connection.graphql'
import { ConnectionDraft, inputOf, Part } from './connectionModel'
import {
  Act,
  changesOf,
  connectionReducer,
  Editing,
  isOvertaken,
  isRunning,
  openedWith,
  problemsOf,
} from './connectionState'
import SAVE_CONNECTION from './saveConnection.graphql'

/** Under which drafts of this page are kept, as those of an order are under its id. */
export const FORM = 'connections'
const MOVING_MS = 3_000
const STILL_MS = 15_000

/** One connection: reads it, and again while somebody looks; wires its form to saving, drafts and the status line. */
export function useConnection(name: string) {
  const words = useWords()
  const variables = useMemo(() => ({ name }), [name])
  const reading = usePanelQuery<ConnectionQuery, ConnectionQueryVariables>(CONNECTION, {
    variables,
  })
  const save = usePanelMutation<SaveConnectionMutation, SaveConnectionMutationVariables>(
    SAVE_CONNECTION
  )
  const { state, now, tell } = useMachine(connectionReducer, () =>
    openedWith(drafts.get<Editing>(FORM, name))
  )
  const found = reading.data && (reading.data.connectors[0] || null)

  // A reading that was begun before the last answer knows nothing of it.
  const answeredAt = useRef(0)

  useEffect(() => {
    if (found && reading.turn > answeredAt.current) tell({ kind: 'READ', connection: found })
  }, [found, reading.turn, tell])

  const messages = found ? found.lastMessages : null
  const isMoving = messages !== null && messages.some(({ result }) => result === 'PENDING')

  usePoll(found ? (isMoving ? MOVING_MS : STILL_MS) : null, reading.refetch)

  const isChanged = changesOf(state).length > 0
  const editing = state.kind === 'EDITING' ? state.editing : null

  useEffect(() => {
    if (editing && isChanged) drafts.put(FORM, name, editing)
    else drafts.clear(FORM, name)
  }, [editing, isChanged, name])

  const form = useRef<HTMLDivElement>(null)
  const send = useCallback(
    async (act: Act) => {
      // A double click presses twice before anything is drawn anew.
      if (isRunning(now.current)) return
      tell({ kind: 'SEND', act })
      const before = now.current
      if (before.kind !== 'EDITING') return
      if (!isRunning(before)) {
        announce(words('outcome.REFUSED', { count: problemsOf(before).length }))
        focusFirstProblem(form.current)
        return
      }
      const { draft, stored } = before.editing
      const result = await save({
        connector:
          act === 'SAVE'
            ? inputOf(draft, stored)
            : {
                name: stored.name,
                version: stored.version,
                isOn: stored.isOn,
                dropOldSecret: true,
              },
      })
      if (!result.ok) {
        tell({ kind: 'FAILED', failure: result.failure })
        return
      }
      const { problems, connector } = result.data.saveConnector
      answeredAt.current = nextTurn()
      tell({ kind: 'ANSWERED', problems, saved: connector })
      if (isOvertaken(now.current)) {
        announce(words('connections.changed'))
      } else if (problems.length > 0) {
        announce(words('outcome.REFUSED', { count: problems.length }))
        focusFirstProblem(form.current)
      } else {
        announce(words(act === 'SAVE' ? 'connections.saved' : 'connections.dropped'))
      }
    },
    [now, tell, save, words]
  )

  const edit = useCallback(
    (patch: Partial<ConnectionDraft>) => tell({ kind: 'EDIT', patch }),
    [tell]
  )
  const [asked, ask] = useState<string | null>(null)
  const addCode = useCallback(
    (code: string) => {
      tell({ kind: 'ADD_CODE', code })
      ask(code)
    },
    [tell]
  )

  return {
    loading: reading.loading,
    failure: editing ? null : reading.failure,
    /** True where the service has no connection of this name. */
    isUnknown: reading.data !== null && found === null,
    refetch: reading.refetch,
    stop: reading.stop,
    messages,
    state,
    form,
    isChanged,
    problems: useMemo(() => problemsOf(state), [state]),
    edit,
    send,
    addCode,
    /** The code whose row was just asked for, so that it takes the focus. */
    askedCode: asked,
    undo: useCallback(() => {
      drafts.clear(FORM, name)
      tell({ kind: 'UNDO' })
    }, [tell, name]),
    takeTheirs: useCallback(
      (part: Part) => {
        tell({ kind: 'TAKE_THEIRS', part })
        // The link goes with what it took; the next Tab is the form's first field.
        if (form.current) form.current.focus({ preventScroll: true })
      },
      [tell]
    ),
    putAway: useCallback(() => tell({ kind: 'PUT_AWAY' }), [tell]),
  }
}

export type ConnectionControl = ReturnType<typeof useConnection>
