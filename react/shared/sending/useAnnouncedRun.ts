import { useEffect, useRef } from 'react'

import { announce } from '../components/StatusLine'
import { useWords } from '../words/useWords'
import { startedCount } from './tickedRun'
import type { RowRun } from './tickedRun'

/** "Started 12 of 38", at most every five seconds, and the end of the run. */
export function useAnnouncedRun(run: RowRun) {
  const words = useWords()
  const said = useRef({ at: 0, wasRunning: false })
  const started = startedCount(run)
  useEffect(() => {
    const { at, wasRunning } = said.current
    const isOver = wasRunning && !run.isRunning
    if (isOver || (run.isRunning && started > 0 && Date.now() - at > 5000)) {
      announce(words(`run.${run.kind}.progress`, { started, total: run.total }))
      said.current.at = Date.now()
    }
    said.current.wasRunning = run.isRunning
  }, [run, started, words])
}
