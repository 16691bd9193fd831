import { useCallback, useEffect, useRef, useState } from 'react'
import { announce } from '../../../shared/components/StatusLine'
import type { Failure } from '../../../shared/graphql/failure'
import type {
  TestConnectionMutation,
  TestConnectionMutationVariables,
} from '../../../shared/graphql/generated'
import { usePanelMutation } from '../../../shared/graphql/usePanelMutation'
import type { ProblemLike } from '../../../shared/words/problemFacts'
import { useWords } from '../../../shared/words/useWords'
import TEST_CONNECTION from './testConnection.graphql'
import { TestResult, testResultOf } from './testResult'

/** Sends a made-up message through the door when somebody presses, and tells what became of it. */
export function useTestMessage(name: string, onRead: () => Promise<unknown>) {
  const words = useWords()
  const send = usePanelMutation<TestConnectionMutation, TestConnectionMutationVariables>(
    TEST_CONNECTION
  )
  const [result, setResult] = useState<TestResult | null>(null)
  const [failure, setFailure] = useState<Failure | null>(null)
  const [isRunning, setRunning] = useState(false)
  const lock = useRef(false)
  const isHere = useRef(true)

  useEffect(
    () => () => {
      isHere.current = false
    },
    []
  )

  const run = useCallback(async () => {
    if (lock.current) return
    lock.current = true
    setRunning(true)
    setFailure(null)
    setResult(null)
    announce(words('connections.testing'))
    const answer = await send({ name })

    lock.current = false
    // Who left the page wants to hear nothing of it.
    if (!isHere.current) return
    setRunning(false)
    if (!answer.ok) {
      setFailure(answer.failure)

      return
    }
    const { problems, connector } = answer.data.testConnector
    const ended: TestResult = testResultOf(
      problems as ProblemLike[],
      connector && connector.lastMessages
    )

    setResult(ended)
    announce(words(ended.key))
    void onRead()
  }, [name, send, onRead, words])

  return { result, failure, isRunning, run }
}
