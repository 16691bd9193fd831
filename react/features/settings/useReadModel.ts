import { useRef, useState } from 'react'
import { announce } from '../../shared/components/StatusLine'
import { Failure } from '../../shared/graphql/failure'
import {
  OrderHookInput,
  ReadModelQuery,
  RemoveOrderHookMutation,
  RemoveReadModelMutation,
  SaveOrderHookMutation,
  SaveOrderHookMutationVariables,
  SaveReadModelMutation,
  SaveReadModelMutationVariables,
} from '../../shared/graphql/generated'
import { usePanelMutation } from '../../shared/graphql/usePanelMutation'
import { usePanelQuery } from '../../shared/graphql/usePanelQuery'
import { usePoll } from '../../shared/graphql/usePoll'
import { ProblemLike } from '../../shared/words/problemFacts'
import { useWords } from '../../shared/words/useWords'
import READ_MODEL from './readModel.graphql'
import REMOVE_HOOK from './removeOrderHook.graphql'
import REMOVE from './removeReadModel.graphql'
import SAVE_HOOK from './saveOrderHook.graphql'
import SAVE from './saveReadModel.graphql'

const noVariables = {}
const LOOK_AGAIN_MS = 5_000
/** These end by themselves. */
const PASSING_STATES = ['UNCONFIRMED', 'GONE', 'LEAVING']

interface Told {
  onSaved?: () => void
  /** Problems stand at their fields then. */
  onRefused?: () => void
}

/** The read model as it stands, looked at again while something of it is under way; its switch and its removal. */
export function useReadModel({ onSaved, onRefused }: Told = {}) {
  const words = useWords()
  const reading = usePanelQuery<ReadModelQuery, Record<string, never>>(READ_MODEL, {
    variables: noVariables,
  })
  const saveIt = usePanelMutation<SaveReadModelMutation, SaveReadModelMutationVariables>(SAVE)
  const removeIt = usePanelMutation<RemoveReadModelMutation, Record<string, never>>(REMOVE)
  const saveHook = usePanelMutation<SaveOrderHookMutation, SaveOrderHookMutationVariables>(
    SAVE_HOOK
  )
  const removeHook = usePanelMutation<RemoveOrderHookMutation, Record<string, never>>(REMOVE_HOOK)
  const [problems, setProblems] = useState<ProblemLike[]>([])
  const [actFailure, setActFailure] = useState<Failure | null>(null)
  const [isRunning, setRunning] = useState(false)
  const model = reading.data && reading.data.readModel

  const isMoving =
    model && (model.fill !== 'IDLE' || PASSING_STATES.indexOf(model.orderHook.state) >= 0)
  usePoll(isMoving ? LOOK_AGAIN_MS : null, reading.refetch)

  // A double click presses twice before anything is drawn anew.
  const lock = useRef(false)
  const act = async (done: string, send: () => Promise<ProblemLike[] | Failure>) => {
    if (lock.current) return
    lock.current = true
    setRunning(true)
    setProblems([])
    setActFailure(null)
    const found = await send()
    if (!Array.isArray(found)) setActFailure(found)
    else {
      setProblems(found)
      announce(found.length > 0 ? words('outcome.REFUSED', { count: found.length }) : done)
      if (found.length > 0) onRefused?.()
      await reading.refetch()
      // What was typed stands in for what is read until then.
      if (found.length === 0) onSaved?.()
    }
    lock.current = false
    setRunning(false)
  }

  return {
    model,
    loading: reading.loading,
    failure: reading.failure,
    refetch: reading.refetch,
    problems,
    actFailure,
    isRunning,
    save: (isOn: boolean, keepClosedDays: number) =>
      act(words('settings.saved'), async () => {
        const result = await saveIt({ readModel: { isOn, keepClosedDays } })
        return result.ok ? result.data.saveReadModel.problems : result.failure
      }),
    removeAll: () =>
      act(words('readModel.fill.REMOVING'), async () => {
        const result = await removeIt(noVariables)
        return result.ok ? result.data.removeReadModel.problems : result.failure
      }),
    setUpHook: (orderHook: OrderHookInput) =>
      act(words('orderHook.asked'), async () => {
        const result = await saveHook({ orderHook })
        return result.ok ? result.data.saveOrderHook.problems : result.failure
      }),
    takeDownHook: () =>
      act(words('orderHook.state.OFF'), async () => {
        const result = await removeHook(noVariables)
        return result.ok ? result.data.removeOrderHook.problems : result.failure
      }),
  }
}
