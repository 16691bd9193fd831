import React from 'react'
import { LinkButton } from '../../shared/components/ActionButton'
import { useProblemWords } from '../../shared/words/useProblemWords'
import { useWords } from '../../shared/words/useWords'
import { UnreadableRow } from './queueTypes'

interface Props {
  row: UnreadableRow
  isReading: boolean
  onRetry: () => void
}

/** A row that could not be read says so itself, with its own retry. */
export function UnreadableWords({ row, isReading, onRetry }: Props) {
  const words = useWords()
  const { sentenceOf } = useProblemWords()
  // Nothing was meant to be sent: the sentence for a write would only confuse.
  const reason =
    row.problem.code === 'OMS_UNAVAILABLE'
      ? words('list.noAnswer')
      : sentenceOf(row.problem).sentence.replace(/\*/g, '')
  return (
    <span>
      {words('list.unreadable', { reason })}{' '}
      {isReading ? (
        words('list.reading')
      ) : (
        <LinkButton label={words('list.tryAgainOrder', { orderId: row.orderId })} onClick={onRetry}>
          {words('failure.tryAgain')}
        </LinkButton>
      )}
    </span>
  )
}
