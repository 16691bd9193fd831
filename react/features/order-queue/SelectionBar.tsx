import React from 'react'
import { LinkButton, PrimaryButton } from '../../shared/components/ActionButton'
import { ProblemText } from '../../shared/components/ProblemText'
import { StickyBar } from '../../shared/components/StickyBar'
import { useWords } from '../../shared/words/useWords'
import { HandlingRun, notStartedCount, startedCount } from './handlingRun'
import { HandlingPlan } from './queueModel'

interface Props {
  count: number
  plan: HandlingPlan
  run: HandlingRun
  isRefreshing: boolean
  /** Ticked orders that the last refresh could not read. */
  notRead: number
  onStart: () => void
  onStop: () => void
  onRefresh: () => void
  onClear: () => void
}

/** What will happen to the ticked orders, said before it happens; then how far it is. */
export function SelectionBar(props: Props) {
  const { count, plan, run, isRefreshing, notRead, onStart, onStop, onRefresh, onClear } = props
  const words = useWords()
  const started = startedCount(run)
  const notStarted = notStartedCount(run)
  const hasRun = run.total > 0
  if (count === 0 && !hasRun) return null
  const leftOut = plan.leftOut.reduce((sum, part) => sum + part.count, 0)
  const reasons = plan.leftOut
    .map((part) => words(`leftOut.${part.reason}`, { count: part.count }))
    .join(', ')

  return (
    <StickyBar className="it-selection bg-base">
      <div className="it-selection__words">
        {hasRun ? (
          <>
            <b className="fw5 it-tabular">
              {words('handling.progress', { started, total: run.total })}
            </b>
            {notStarted > 0 && ` · ${words('handling.notStarted', { count: notStarted })}`}
            {run.isRunning
              ? null
              : ` · ${words(run.isStopped ? 'handling.wasStopped' : 'handling.isOver')}`}
          </>
        ) : (
          <>
            <b className="fw5">{words('selection.count', { count })}</b>
            {' · '}
            {leftOut === 0
              ? words('selection.allWill', { will: plan.will.length })
              : words('selection.plan', { will: plan.will.length, leftOut, reasons })}
            {plan.forbidden && (
              <span className="it-selection__right">
                <ProblemText problem={plan.forbidden} />
              </span>
            )}
            {notRead > 0 && (
              <span className="it-selection__right">
                {words('selection.notRead', { count: notRead })}
              </span>
            )}
            <span className="it-selection__note c-muted-1">{words('selection.note')}</span>
          </>
        )}
      </div>
      <div className="it-selection__acts">
        {run.isRunning && !run.isStopped && (
          <LinkButton onClick={onStop}>{words('handling.stop')}</LinkButton>
        )}
        {!hasRun && plan.will.length > 0 && (
          <PrimaryButton onClick={onStart}>
            {words('handling.start', { count: plan.will.length })}
          </PrimaryButton>
        )}
        {!run.isRunning && (
          <LinkButton onClick={onRefresh}>
            {isRefreshing ? words('selection.refreshing') : words('selection.refresh', { count })}
          </LinkButton>
        )}
        {count > 0 && !run.isRunning && (
          <LinkButton onClick={onClear}>{words('selection.clear')}</LinkButton>
        )}
      </div>
    </StickyBar>
  )
}
