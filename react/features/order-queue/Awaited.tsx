import React from 'react'
import { LinkButton } from '../../shared/components/ActionButton'
import { useWords } from '../../shared/words/useWords'
import { QueueLine } from './queueTypes'

/** In the place of one line that only the live row tells, as high as that. */
export function Awaited() {
  const words = useWords()
  return (
    <span className="it-awaited">
      <span className="it-clip">{words('list.awaited')}</span>
    </span>
  )
}

type OrderLine = Extract<QueueLine, { kind: 'order' }>

/** Where the row of a page stands otherwise than its queue says; nothing for the others. */
export function StandingWords({ line }: { line: OrderLine }) {
  const words = useWords()
  if (line.standing !== 'LEFT') return null
  return (
    <span className="it-left">
      {words('list.left', { stage: words(`stage.${line.row.stage}`) })}
    </span>
  )
}

interface NameProps {
  line: OrderLine
  isReading: boolean
  onRetry: (orderId: string) => void
}

/** Whose order it is. No document tells; where its live row did not come it is asked for again here. */
export function CustomerName({ line: { orderId, row, standing }, isReading, onRetry }: NameProps) {
  const words = useWords()
  if (standing === 'UNREAD') {
    return (
      <span className="it-truncate">
        {row.customerName || words('list.unread')}{' '}
        {isReading ? (
          words('list.reading')
        ) : (
          <LinkButton
            label={words('list.tryAgainOrder', { orderId })}
            onClick={() => onRetry(orderId)}
          >
            {words('failure.tryAgain')}
          </LinkButton>
        )}
      </span>
    )
  }
  if (row.document && row.customerName === null) return <Awaited />
  return (
    <span className="it-truncate" title={row.customerName || undefined}>
      {row.customerName}
    </span>
  )
}
