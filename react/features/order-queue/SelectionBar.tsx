import React from 'react'
import { LinkButton, PrimaryButton, SecondaryButton } from '../../shared/components/ActionButton'
import { CopiedSign } from '../../shared/components/CopiedSign'
import { ProblemText } from '../../shared/components/ProblemText'
import { StickyBar } from '../../shared/components/StickyBar'
import { useCopy } from '../../shared/components/useCopy'
import { useWords } from '../../shared/words/useWords'
import { notStartedCount, RowRun, RunKind, startedCount } from '../../shared/sending/tickedRun'
import { RunPlan } from './rowPlans'

interface Props {
  /** The ticked orders. */
  orderIds: readonly string[]
  /** What fits them; empty where the queue has nothing for ticks, or nothing fits. */
  plans: readonly RunPlan[]
  run: RowRun
  isRefreshing: boolean
  /** Ticked orders that the last refresh could not read. */
  notRead: number
  onStart: (kind: RunKind) => void
  onStop: () => void
  onRefresh: () => void
  onClear: () => void
}

/** What will happen to the ticked orders, said before it happens; then how far it is. */
export function SelectionBar(props: Props) {
  const { orderIds, plans, run, isRefreshing, notRead } = props
  const { onStart, onStop, onRefresh, onClear } = props
  const words = useWords()
  const { isCopied, copy } = useCopy()
  const count = orderIds.length
  const hasRun = run.total > 0
  if (count === 0 && !hasRun) return null
  const ready = hasRun ? [] : plans.filter(({ will }) => will.length > 0)

  return (
    <StickyBar className="it-selection bg-base">
      <div className="it-selection__words">
        {hasRun ? (
          <RunWords run={run} />
        ) : (
          <>
            <b className="fw5">{words('selection.count', { count })}</b>
            {plans.map((plan) => (
              <PlanWords key={plan.kind} plan={plan} />
            ))}
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
          <LinkButton onClick={onStop}>{words('run.stop')}</LinkButton>
        )}
        {ready.map(({ kind, will }, position) => {
          const Button = position === 0 ? PrimaryButton : SecondaryButton
          return (
            <Button key={kind} onClick={() => onStart(kind)}>
              {words(`run.${kind}.start`, { count: will.length })}
            </Button>
          )
        })}
        {!run.isRunning && (
          <LinkButton onClick={onRefresh}>
            {isRefreshing ? words('selection.refreshing') : words('selection.refresh', { count })}
          </LinkButton>
        )}
        {count > 0 && !run.isRunning && (
          <>
            <span className="it-copy">
              <LinkButton
                onClick={() => void copy(orderIds.join('\n'), words('selection.numbers'))}
              >
                {words('selection.copy')}
              </LinkButton>
              <CopiedSign isShown={isCopied} />
            </span>
            <LinkButton onClick={onClear}>{words('selection.clear')}</LinkButton>
          </>
        )}
      </div>
    </StickyBar>
  )
}

function RunWords({ run }: { run: RowRun }) {
  const words = useWords()
  const started = startedCount(run)
  const notStarted = notStartedCount(run)
  return (
    <>
      <b className="fw5 it-tabular">
        {words(`run.${run.kind}.progress`, { started, total: run.total })}
      </b>
      {notStarted > 0 && ` · ${words(`run.${run.kind}.notStarted`, { count: notStarted })}`}
      {run.isRunning
        ? null
        : ` · ${words(run.isStopped ? 'run.wasStopped' : `run.${run.kind}.isOver`)}`}
    </>
  )
}

/** Who goes and who is left out, by one action. */
function PlanWords({ plan: { kind, will, leftOut, forbidden } }: { plan: RunPlan }) {
  const words = useWords()
  const out = leftOut.reduce((sum, part) => sum + part.count, 0)
  const reasons = leftOut
    .map((part) => words(`leftOut.${part.reason}`, { count: part.count }))
    .join(', ')
  return (
    <>
      {' · '}
      {out === 0
        ? words(`run.${kind}.allWill`, { will: will.length })
        : words(`run.${kind}.plan`, { will: will.length, leftOut: out, reasons })}
      {forbidden && (
        <span className="it-selection__right">
          <ProblemText problem={forbidden} />
        </span>
      )}
    </>
  )
}
