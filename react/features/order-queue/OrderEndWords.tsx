import React from 'react'
import { RowEndWords } from '../../shared/sending/RowEndWords'
import { RowEnd, RunKind } from '../../shared/sending/tickedRun'
import { useWords } from '../../shared/words/useWords'
import { QueueRow } from './queueTypes'

interface Props {
  kind: RunKind
  end: RowEnd
  row: QueueRow
  onRetry: () => void
}

/** How a run ended for an order's row. */
export function OrderEndWords({ kind, end, row, onRetry }: Props) {
  const words = useWords()
  const { orderId, currency, timeZone } = row
  return (
    <RowEndWords
      kind={kind}
      end={end}
      currency={currency}
      timeZone={timeZone}
      againLabel={(isUnknown) =>
        words(isUnknown ? 'run.lookAgainOrder' : 'list.tryAgainOrder', { orderId })
      }
      onRetry={onRetry}
    />
  )
}
