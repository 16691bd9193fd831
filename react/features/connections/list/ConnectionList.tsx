import React from 'react'
import { Badge } from '../../../shared/components/Badge'
import { Card } from '../../../shared/components/Card'
import { LinkButton } from '../../../shared/components/ActionButton'
import { FailureNotice } from '../../../shared/components/FailureNotice'
import { Notice } from '../../../shared/components/Notice'
import { PanelAnchor } from '../../../shared/components/PanelAnchor'
import { Skeleton } from '../../../shared/components/Skeleton'
import { SlowLine } from '../../../shared/components/SlowLine'
import type { ConnectionsQuery } from '../../../shared/graphql/generated'
import { usePanelQuery } from '../../../shared/graphql/usePanelQuery'
import { usePanelNavigation } from '../../../shared/navigation/usePanelNavigation'
import { drafts } from '../../../shared/sending/drafts'
import { useWords } from '../../../shared/words/useWords'
import { MessageFate } from '../MessageFate'
import { FORM } from '../pane/useConnection'
import { useConnectionWords } from '../useConnectionWords'
import CONNECTIONS from './connections.graphql'

const noVariables = {}

/** Every sender that can be connected: whether it is, whether a secret stands, and what came last. */
export function ConnectionList() {
  const words = useWords()
  const { data, loading, failure, refetch, stop } = usePanelQuery<
    ConnectionsQuery,
    Record<string, never>
  >(CONNECTIONS, { variables: noVariables })

  if (failure && failure.kind === 'FORBIDDEN') {
    return <Notice tone="info">{words('connections.noRight')}</Notice>
  }

  return (
    <Card id="connection-list" title={words('connections.carriers')}>
      <p className="mt0 mb4 t-small">{words('connections.carriers-help')}</p>
      {failure && <FailureNotice failure={failure} onRetry={refetch} />}
      {loading && !data && (
        <>
          <Skeleton rows={9} height={44} />
          <SlowLine onStop={stop} />
        </>
      )}
      {!loading && !data && !failure && (
        <Notice
          tone="look"
          action={<LinkButton onClick={refetch}>{words('failure.tryAgain')}</LinkButton>}
        >
          {words('list.stopped')}
        </Notice>
      )}
      {data && (
        <ul className="it-connections">
          {data.connectors.map((connector) => (
            <Row key={connector.name} connector={connector} />
          ))}
        </ul>
      )}
    </Card>
  )
}

function Row({ connector }: { connector: ConnectionsQuery['connectors'][number] }) {
  const words = useWords()
  const { titleOf } = useConnectionWords()
  const { toConnections } = usePanelNavigation()
  const { name, isOn, attention, lastMessages } = connector
  const [last] = lastMessages

  return (
    <li className="it-connection">
      <span className="it-connection__name">
        <PanelAnchor link={toConnections({ connector: name })}>{titleOf(connector)}</PanelAnchor>
        {drafts.has(FORM) && drafts.get(FORM, name) !== null && (
          <span className="t-small"> · {words('connections.draft')}</span>
        )}
      </span>
      <span className="it-connection__state">
        <Badge tone={isOn ? 'done' : 'quiet'}>
          {words(isOn ? 'connections.on' : 'connections.off')}
        </Badge>
        <span className="t-small">{words(proofWord(connector))}</span>
        {attention.length > 0 && (
          <Badge tone="look">{words('connections.unread', { count: attention.length })}</Badge>
        )}
      </span>
      <span className="it-connection__last t-small">
        {last ? <MessageFate message={last} /> : words('connections.nothing-came')}
      </span>
    </li>
  )
}

type Proof = Pick<
  ConnectionsQuery['connectors'][number],
  'credentials' | 'hasSecret' | 'hasOldSecret'
>

/** What stands between the two: a secret of the sender's, or what the carrier is asked with. */
function proofWord({ credentials, hasSecret, hasOldSecret }: Proof) {
  if (credentials && credentials.length === 0) return 'connections.none-needed'
  if (credentials)
    return hasSecret ? 'connections.has-credentials' : 'connections.lacks-credentials'
  if (hasOldSecret) return 'connections.two-secrets'

  return hasSecret ? 'connections.has-secret' : 'connections.no-secret'
}
