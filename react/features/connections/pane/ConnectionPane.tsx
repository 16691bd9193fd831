import React, { useEffect } from 'react'
import { LinkButton } from '../../../shared/components/ActionButton'
import { FailureNotice } from '../../../shared/components/FailureNotice'
import { Notice } from '../../../shared/components/Notice'
import { PanelAnchor } from '../../../shared/components/PanelAnchor'
import { Skeleton } from '../../../shared/components/Skeleton'
import { SlowLine } from '../../../shared/components/SlowLine'
import { onSendKey } from '../../../shared/components/sendKey'
import { usePanelNavigation } from '../../../shared/navigation/usePanelNavigation'
import { useWords } from '../../../shared/words/useWords'
import { useConnectionWords } from '../useConnectionWords'
import { ConnectionForm } from './ConnectionForm'
import { MessagesCard } from './MessagesCard'
import { SaveBar } from './SaveBar'
import { SetupCard } from './SetupCard'
import { useConnection } from './useConnection'

interface Props {
  name: string
  /** A code that the carrier sent and nobody has read yet: its row is there to be answered. */
  code: string
  /** What the connection is called, as soon as that is known. */
  onKnown: (known: { name: string; title: string }) => void
}

/** One connection: what is set for it, what the carrier has to be given, and what came from it. */
export function ConnectionPane({ name, code, onKnown }: Props) {
  const words = useWords()
  const { titleOf } = useConnectionWords()
  const { toConnections } = usePanelNavigation()
  const connection = useConnection(name)
  const { state, failure, loading, addCode } = connection
  const isReading = state.kind === 'READING'
  const stored = state.kind === 'EDITING' ? state.editing.stored : null
  const title = stored ? titleOf(stored) : ''

  useEffect(() => {
    if (title) onKnown({ name, title })
  }, [name, title, onKnown])
  useEffect(() => {
    if (code && !isReading) addCode(code)
  }, [code, isReading, addCode])

  if (failure && failure.kind === 'FORBIDDEN') {
    return <Notice tone="info">{words('connections.noRight')}</Notice>
  }
  if (connection.isUnknown) {
    return (
      <Notice
        tone="look"
        action={<PanelAnchor link={toConnections()}>{words('connections.title')}</PanelAnchor>}
      >
        {words('problem.CONNECTOR_UNKNOWN')}
      </Notice>
    )
  }
  if (state.kind === 'READING') {
    return (
      <>
        {failure && <FailureNotice failure={failure} onRetry={connection.refetch} />}
        {loading && (
          <div className="it-card bg-base ba b--muted-4 br3">
            <Skeleton rows={8} height={44} />
            <SlowLine onStop={connection.stop} />
          </div>
        )}
        {!loading && !failure && (
          <Notice
            tone="look"
            action={
              <LinkButton onClick={connection.refetch}>{words('failure.tryAgain')}</LinkButton>
            }
          >
            {words('list.stopped')}
          </Notice>
        )}
      </>
    )
  }

  return (
    <>
      <div
        id="form"
        ref={connection.form}
        tabIndex={-1}
        onKeyDown={onSendKey(() => void connection.send('SAVE'))}
      >
        <ConnectionForm connection={connection} state={state} />
      </div>
      <SetupCard connection={state.editing.stored} />
      <MessagesCard
        connection={state.editing.stored}
        messages={connection.messages}
        onRead={connection.refetch}
        onCode={addCode}
      />
      <SaveBar connection={connection} state={state} />
    </>
  )
}
