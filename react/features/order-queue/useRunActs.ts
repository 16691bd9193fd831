import { useCallback } from 'react'
import { RunKind } from '../../shared/sending/tickedRun'
import { useAnnouncedRun } from '../../shared/sending/useAnnouncedRun'
import { liveRows } from './liveRows'
import { QueueRow } from './queueTypes'
import { RunPlan } from './rowPlans'
import { rowRun, useRowRun } from './rowRun'
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
  useAnnouncedRun(useRowRun())

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
