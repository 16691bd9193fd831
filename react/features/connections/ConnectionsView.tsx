import React, { useEffect, useState } from 'react'
import { useRuntime } from 'vtex.render-runtime'
import { PageFrame } from '../../shared/components/PageFrame'
import { SendsSummary } from '../../shared/components/SendsSummary'
import { ZoneLine } from '../../shared/components/ZoneLine'
import { PanelAnchor } from '../../shared/components/PanelAnchor'
import { ScreenHeader } from '../../shared/components/ScreenHeader'
import { learnAccountZone } from '../../shared/format/zone'
import type { ViewerQuery } from '../../shared/graphql/generated'
import { usePanelQuery } from '../../shared/graphql/usePanelQuery'
import VIEWER from '../../shared/graphql/viewer.graphql'
import { firstQueueState } from '../../shared/navigation/urls'
import { usePanelNavigation } from '../../shared/navigation/usePanelNavigation'
import { queueMemory } from '../../shared/sending/queueMemory'
import { useWords } from '../../shared/words/useWords'
import './connections.global.css'
import { ErpCard } from './erp/ErpCard'
import { ConnectionList } from './list/ConnectionList'
import { ConnectionPane } from './pane/ConnectionPane'

const noVariables = {}

/** Who sends to this store by itself: carriers, each with its own pane, and the ERP. */
export function ConnectionsView() {
  const words = useWords()
  const { query } = useRuntime()
  const { toQueue, toConnections } = usePanelNavigation()
  // Whoever may set up a connection need not see orders: without an answer the browser's zone is shown, and said.
  const viewer = usePanelQuery<ViewerQuery, Record<string, never>>(VIEWER, {
    variables: noVariables,
  })
  const timeZone = viewer.data && viewer.data.viewer.timeZone
  const name = query.connector || ''
  const [known, setKnown] = useState({ name: '', title: '' })
  const [memory] = useState(queueMemory.get)
  const back = memory ? memory.state : firstQueueState

  useEffect(() => learnAccountZone(timeZone, 'account'), [timeZone])

  const header = (
    <ScreenHeader
      title={name ? (known.name === name ? known.title : name) : words('connections.title')}
      above={
        name ? (
          <PanelAnchor link={toConnections()}>{`‹ ${words('connections.title')}`}</PanelAnchor>
        ) : (
          <PanelAnchor link={toQueue(back)}>{`‹ ${words(`queue.${back.queue}`)}`}</PanelAnchor>
        )
      }
      aside={
        <>
          <SendsSummary />
          <ZoneLine />
        </>
      }
    />
  )

  return (
    <PageFrame
      header={header}
      skip={{ label: words(name ? 'order.skip-to-form' : 'list.skip'), targetId: 'connections' }}
    >
      <div id="connections" className="it-connections-page">
        {name ? (
          <ConnectionPane key={name} name={name} code={query.code || ''} onKnown={setKnown} />
        ) : (
          <>
            <ConnectionList />
            <ErpCard />
          </>
        )}
      </div>
    </PageFrame>
  )
}
