import React, { useLayoutEffect, useRef } from 'react'
import { SecondaryButton } from '../../../shared/components/ActionButton'
import { Badge } from '../../../shared/components/Badge'
import { Card } from '../../../shared/components/Card'
import { FailureNotice } from '../../../shared/components/FailureNotice'
import { hasFocus } from '../../../shared/components/hasFocus'
import { Notice } from '../../../shared/components/Notice'
import { PanelAnchor } from '../../../shared/components/PanelAnchor'
import { ProblemText } from '../../../shared/components/ProblemText'
import type { ConnectionMessageFragment } from '../../../shared/graphql/generated'
import { usePanelNavigation } from '../../../shared/navigation/usePanelNavigation'
import { factOf } from '../../../shared/words/problemFacts'
import { useWords } from '../../../shared/words/useWords'
import { MessageFate } from '../MessageFate'
import type { Connection } from './connectionModel'
import { useTestMessage } from './useTestMessage'

interface Props {
  connection: Connection
  messages: readonly ConnectionMessageFragment[] | null
  onRead: () => Promise<unknown>
  /** Somebody wants to say what a code means. */
  onCode: (code: string) => void
}

/** What came in the last three days, newest first, and what became of each; a test of the way. */
export function MessagesCard({ connection, messages, onRead, onCode }: Props) {
  const words = useWords()
  const test = useTestMessage(connection, onRead)
  const part = useRef<HTMLDivElement>(null)
  const end = useRef<HTMLDivElement>(null)
  const { result, failure } = test

  // How it ended is read where it stands, unless the person has gone on meanwhile.
  useLayoutEffect(() => {
    if ((result || failure) && end.current && hasFocus(part.current)) end.current.focus()
  }, [result, failure])

  return (
    <Card id="messages" title={words('connections.messages')}>
      <div ref={part} className="it-messages__test">
        <SecondaryButton isLoading={test.isRunning} onClick={test.run}>
          {words(connection.credentials === null ? 'connections.test' : 'connections.try')}
        </SecondaryButton>
        {failure && (
          <FailureNotice
            failure={failure}
            forbidden={words('connections.noRight')}
            focusRef={end}
            onRetry={test.run}
          />
        )}
        {result && (
          <Notice tone={result.isGood ? 'done' : 'look'} focusRef={end}>
            {result.problem ? <ProblemText problem={result.problem} /> : words(result.key)}
          </Notice>
        )}
      </div>
      {messages && messages.length === 0 && (
        <p className="mb0 mt4 t-small">{words('connections.no-messages')}</p>
      )}
      {messages && messages.length > 0 && (
        <ol className="it-messages" aria-label={words('connections.messages')}>
          {messages.map((message, place) => (
            <MessageRow key={`${message.at}-${place}`} message={message} onCode={onCode} />
          ))}
        </ol>
      )}
    </Card>
  )
}

interface RowProps {
  message: ConnectionMessageFragment
  onCode: (code: string) => void
}

function MessageRow({ message, onCode }: RowProps) {
  const words = useWords()
  const { toOrder } = usePanelNavigation()
  const { parcels, orderIds, problem, isTest, result } = message
  const code = problem && factOf(problem, 'code')

  return (
    <li className="it-message t-small">
      <div className="it-message__head">
        <MessageFate message={message} />
        {isTest && result !== 'NOTHING_NEW' && (
          <Badge tone="quiet">{words('connections.is-test')}</Badge>
        )}
        <span>{words('connections.parcels', { count: parcels })}</span>
        {orderIds.map((orderId) => (
          <PanelAnchor key={orderId} link={toOrder(orderId, null)}>
            {orderId}
          </PanelAnchor>
        ))}
      </div>
      {problem && (
        <p className="ma0 it-message__problem">
          <ProblemText
            problem={problem}
            canRemedy={({ action }) => action === 'EXPLAIN_CODE' && Boolean(code)}
            onRemedy={() => code && onCode(code)}
          />
        </p>
      )}
    </li>
  )
}
