import React from 'react'
import { Badge } from '../../shared/components/Badge'
import type { BadgeTone } from '../../shared/components/Badge'
import { Moment } from '../../shared/components/Moment'
import type { ConnectionMessageFragment, MessageResult } from '../../shared/graphql/generated'
import { useWords } from '../../shared/words/useWords'

const TONES: Record<MessageResult, BadgeTone> = {
  WRITTEN: 'done',
  NOTHING_NEW: 'plain',
  WAITING_FOR_INVOICE: 'look',
  REFUSED: 'wrong',
  FAILED: 'wrong',
  PENDING: 'open',
}

interface Props {
  message: Pick<ConnectionMessageFragment, 'at' | 'result' | 'isTest'>
}

/** When a message came, and what became of it. A test that came through is no news about parcels. */
export function MessageFate({ message }: Props) {
  const words = useWords()
  const { at, result, isTest } = message
  const isThrough = isTest && result === 'NOTHING_NEW'

  return (
    <span className="it-fate">
      <Moment at={at} />
      <Badge tone={isThrough ? 'done' : TONES[result] || 'plain'}>
        {isThrough ? words('connections.came-through') : words(`connections.result.${result}`)}
      </Badge>
    </span>
  )
}
