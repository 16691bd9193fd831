import React from 'react'

import { LinkButton } from '../components/ActionButton'
import type { MoneyCurrency } from '../format/money'
import { useProblemWords } from '../words/useProblemWords'
import { useWords } from '../words/useWords'
import type { RowEnd, RunKind } from './tickedRun'

/**
 * How a run ended for this row. One that is unknown is asked again safely: the service looks first and sends nothing twice.
 */
export function RowEndWords({
  kind,
  end,
  currency,
  timeZone,
  againLabel,
  onRetry,
}: {
  kind: RunKind
  end: RowEnd
  currency: MoneyCurrency
  timeZone: string | null
  /** Names the row in the button that tries it again, or looks again where nobody knows yet. */
  againLabel: (isUnknown: boolean) => string
  onRetry: () => void
}) {
  const words = useWords()
  const { sentenceOf } = useProblemWords({ currency, timeZone })
  if (end.kind !== 'notStarted') {
    const isCommon = end.kind === 'waiting' || end.kind === 'applying'
    return (
      <span className={`it-end it-end--${end.kind}`}>
        {words(isCommon ? `run.${end.kind}` : `run.${kind}.${end.kind}`)}
      </span>
    )
  }
  const { done, of, problems, isUnknown } = end
  const sentence =
    problems.length > 0 && !isUnknown
      ? problems.map((problem) => sentenceOf(problem).sentence.replace(/\*/g, '')).join(' ')
      : words(isUnknown ? `run.${kind}.unknown` : `run.${kind}.failed`)
  return (
    <span className="it-end it-end--notStarted">
      {done > 0 && `${words('run.delivery.partly', { done, of })} `}
      {sentence}{' '}
      <LinkButton label={againLabel(isUnknown)} onClick={onRetry}>
        {words(isUnknown ? 'order.refresh' : 'failure.tryAgain')}
      </LinkButton>
    </span>
  )
}
