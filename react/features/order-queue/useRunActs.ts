import { useCallback, useEffect, useRef } from 'react'
import { announce } from '../../shared/components/StatusLine'
import { useWords } from '../../shared/words/useWords'
import { liveRows } from './liveRows'
import { QueueRow } from './queueTypes'
import { RunPlan } from './rowPlans'
import { rowRun, RunKind, startedCount, useRowRun } from './rowRun'
import { selection } from './selection'
import { keepFocusAt } from './useReturnToRow'
import { useRowSteps } from './useRowSteps'

/** What can be pressed about the ticked rows; what a run does is said as it goes. */
export function useRunActs(
  plans: readonly RunPlan[],
  selected: Readonly<Record<string, QueueRow>>,
  rows: readonly QueueRow[]
) {
  const stepsFor = useRowSteps()
  useAnnouncedRun()

  const runAll = useCallback(
    (kind: RunKind) => {
      const plan = plans.find((one) => one.kind === kind)
      // As they were ticked: what has changed since, the service says.
      if (plan) void rowRun.start(kind, plan.will, (orderId) => stepsFor(kind, selected[orderId]))
    },
    [plans, selected, stepsFor]
  )
  const retryRun = useCallback(
    (orderId: string) => {
      const { kind } = rowRun.get()
      const row = selected[orderId] || rows.find((one) => one.orderId === orderId)
      const live = liveRows.get()[orderId]
      const left = live ? stepsFor(kind, live) : []
      const steps = left.length > 0 || !row ? left : stepsFor(kind, row)
      void rowRun.retry(orderId, () => steps)
      keepFocusAt(orderId)
    },
    [selected, rows, stepsFor]
  )
  const clear = useCallback(() => {
    selection.clear()
    rowRun.forget()
  }, [])
  return { runAll, retryRun, clear }
}

/** "Started 12 of 38", at most every five seconds, and the end of the run. */
function useAnnouncedRun() {
  const words = useWords()
  const run = useRowRun()
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
