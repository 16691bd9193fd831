import { useCallback, useEffect, useRef, useState } from 'react'
import { announce } from '../../shared/components/StatusLine'
import { Failure } from '../../shared/graphql/failure'
import { AccountCheckQuery } from '../../shared/graphql/generated'
import { usePanelRead } from '../../shared/graphql/usePanelRead'
import { useWords } from '../../shared/words/useWords'
import ACCOUNT_CHECK from './accountCheck.graphql'
import { summaryOf } from './accountCheckModel'

export type AccountCheck = AccountCheckQuery['accountCheck']

const noVariables = {}

/** Runs when somebody presses; the last result stays until the next one is there. */
export function useAccountCheck() {
  const words = useWords()
  const read = usePanelRead<AccountCheckQuery, Record<string, never>>(ACCOUNT_CHECK)
  const [check, setCheck] = useState<AccountCheck | null>(null)
  const [failure, setFailure] = useState<Failure | null>(null)
  const [isRunning, setRunning] = useState(false)
  const isHere = useRef(true)
  useEffect(
    () => () => {
      isHere.current = false
    },
    []
  )

  const lock = useRef(false)
  const run = useCallback(async () => {
    if (lock.current) return
    lock.current = true
    setRunning(true)
    setFailure(null)
    announce(words('check.running'))
    const result = await read(noVariables)
    lock.current = false
    // Who left the page wants to hear nothing of it.
    if (!isHere.current) return
    setRunning(false)
    if (!result.ok) {
      setFailure(result.failure)
      return
    }
    setCheck(result.data.accountCheck)
    announce(summaryOf(result.data.accountCheck.checks, words))
  }, [read, words])

  return { check, failure, isRunning, run }
}
