import React, { useLayoutEffect, useRef } from 'react'

import { LinkButton, PrimaryButton } from '../../../shared/components/ActionButton'
import { StickyBar } from '../../../shared/components/StickyBar'
import { notStartedCount, startedCount } from '../../../shared/sending/tickedRun'
import type { RowRun } from '../../../shared/sending/tickedRun'
import { useWords } from '../../../shared/words/useWords'

interface Props {
  /** How many are ticked. */
  count: number
  run: RowRun
  onStart: () => void
  onStop: () => void
  /** Takes the ticks off, and with them what a run has said. */
  onClear: () => void
}

/** What will be done to the ticked packages, how far it is, how it ended. */
export function ParcelBar({ count, run, onStart, onStop, onClear }: Props) {
  const words = useWords()
  const said = useRef<HTMLSpanElement>(null)
  const hasRun = run.total > 0
  const state = run.isRunning ? 'runs' : hasRun ? 'over' : 'none'

  // The button that was pressed is gone: what it did takes the focus.
  useLayoutEffect(() => {
    if (state !== 'none' && said.current && document.activeElement === document.body)
      said.current.focus()
  }, [state])

  if (count === 0 && !hasRun) return null
  const notMarked = notStartedCount(run)

  return (
    <StickyBar className="it-parcels__bar bg-base">
      <span ref={said} tabIndex={-1} className="it-parcels__said t-small it-tabular">
        {hasRun ? (
          <>
            <b className="fw5">
              {words('run.delivery.progress', { started: startedCount(run), total: run.total })}
            </b>
            {notMarked > 0 && ` · ${words('run.delivery.notStarted', { count: notMarked })}`}
            {!run.isRunning && run.isStopped && ` · ${words('run.wasStopped')}`}
          </>
        ) : (
          <>
            <b className="fw5">{words('selection.count', { count })}</b>
            {` · ${words('run.delivery.allWill', { will: count })}`}
          </>
        )}
      </span>
      <span className="it-parcels__acts t-small">
        {run.isRunning && !run.isStopped && (
          <LinkButton onClick={onStop}>{words('run.stop')}</LinkButton>
        )}
        {!hasRun && (
          <PrimaryButton onClick={onStart}>{words('order.mark-delivered')}</PrimaryButton>
        )}
        {!run.isRunning && (
          <LinkButton onClick={onClear}>
            {words(hasRun ? 'result.dismiss' : 'selection.clear')}
          </LinkButton>
        )}
      </span>
    </StickyBar>
  )
}
