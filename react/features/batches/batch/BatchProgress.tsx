import React from 'react'
import { Moment } from '../../../shared/components/Moment'
import { Notice } from '../../../shared/components/Notice'
import { useLanguage, useWords } from '../../../shared/words/useWords'
import { countOf, OUTCOMES } from './batchModel'
import type { Batch } from './batchModel'

const COLOURS: Record<string, string> = {
  APPLIED: 'good',
  ALREADY_APPLIED: 'good',
  ACCEPTED: 'open',
  READY: 'open',
  REFUSED: 'look',
  FAILED: 'wrong',
  UNKNOWN: 'wrong',
}

/** How far it is: a bar in the colours of the outcomes, the same in words, its pace and what is left. */
export function BatchProgress({ batch }: { batch: Batch }) {
  const words = useWords()
  const language = useLanguage()
  const { rowCount, pending, rate, estimatedEnd, state } = batch
  const done = rowCount - pending
  const isRunning = state === 'RUNNING'
  const pace = new Intl.NumberFormat(language, { maximumFractionDigits: 1 })

  return (
    <div className="it-progress">
      <p className="ma0 mb2 it-tabular">
        {words('batches.progress', { done, total: rowCount })}
        {isRunning && rate ? ` · ${words('batches.pace', { rate: pace.format(rate) })}` : ''}
        {isRunning && estimatedEnd ? (
          <>
            {` · ${words('batches.ends')} `}
            <Moment at={estimatedEnd} />
          </>
        ) : null}
      </p>
      <div className="it-share it-batch-bar" style={{ height: 12 }} aria-hidden="true">
        {OUTCOMES.map((outcome) => (
          <span
            key={outcome}
            className={`it-batch-bar__${COLOURS[outcome]}`}
            style={{ width: `${(countOf(batch, outcome) / Math.max(1, rowCount)) * 100}%` }}
          />
        ))}
      </div>
      {isRunning && batch.pausedUntil && (
        <Notice tone="wait">
          {words('batches.waits')} <Moment at={batch.pausedUntil} />
        </Notice>
      )}
      {batch.isStalled && <Notice tone="wait">{words('batches.stalled')}</Notice>}
    </div>
  )
}
