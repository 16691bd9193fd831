import React from 'react'
import { useWords } from '../../../shared/words/useWords'
import { countOf } from './batchModel'
import type { Batch } from './batchModel'

/** What a batch that has ended came to, and what to do next. */
export function BatchEnd({ batch }: { batch: Batch }) {
  const words = useWords()
  const refused = countOf(batch, 'REFUSED')

  return (
    <>
      {batch.isRehearsal && (
        <p className="ma0 mb3">
          {words('batches.rehearsed', {
            ready: countOf(batch, 'READY'),
            already: countOf(batch, 'ALREADY_APPLIED'),
            refused,
            failed: countOf(batch, 'FAILED', 'UNKNOWN'),
          })}
        </p>
      )}
      {refused > 0 && <p className="ma0 mb3">{words('batches.next-step', { count: refused })}</p>}
    </>
  )
}
