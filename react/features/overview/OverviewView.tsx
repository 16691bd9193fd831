import React, { useState } from 'react'
import { LinkButton } from '../../shared/components/ActionButton'
import { Card } from '../../shared/components/Card'
import { FailureNotice } from '../../shared/components/FailureNotice'
import { Moment } from '../../shared/components/Moment'
import { ZoneLine } from '../../shared/components/ZoneLine'
import { Notice } from '../../shared/components/Notice'
import { PageFrame } from '../../shared/components/PageFrame'
import { PanelAnchor } from '../../shared/components/PanelAnchor'
import { ScreenHeader } from '../../shared/components/ScreenHeader'
import { SendsSummary } from '../../shared/components/SendsSummary'
import { Skeleton } from '../../shared/components/Skeleton'
import { SlowLine } from '../../shared/components/SlowLine'
import { firstQueueState } from '../../shared/navigation/urls'
import { usePanelNavigation } from '../../shared/navigation/usePanelNavigation'
import { queueMemory } from '../../shared/sending/queueMemory'
import { useWords } from '../../shared/words/useWords'
import { Ageing } from './Ageing'
import { Attention } from './Attention'
import { Offer } from './Offer'
import { OnTime } from './OnTime'
import { OverviewFilters } from './OverviewFilters'
import { isFiltered, OverviewState } from './overviewState'
import { DaysPicture } from './pictures/DaysPicture'
import { LeadTimesPicture } from './pictures/LeadTimesPicture'
import { Tiles } from './Tiles'
import { Overview, useOverview } from './useOverview'
import './overview.global.css'

/** What waits, for how long, and how it went: for whoever looks in twice a day. */
export function OverviewView() {
  const words = useWords()
  const { toQueue } = usePanelNavigation()
  const { state, told, foundation, names, loading, failure, refetch, stop } = useOverview()
  const [memory] = useState(queueMemory.get)
  const back = memory ? memory.state : firstQueueState
  const isForbidden = failure !== null && failure.kind === 'FORBIDDEN'

  const header = (
    <ScreenHeader
      title={words('overview.title')}
      above={<PanelAnchor link={toQueue(back)}>{`‹ ${words(`queue.${back.queue}`)}`}</PanelAnchor>}
      aside={
        <>
          <SendsSummary />
          {told && told.asOf && <Rest orders={told.orders} asOf={told.asOf} />}
          <ZoneLine />
        </>
      }
    />
  )

  return (
    <PageFrame header={header} skip={{ label: words('overview.skip'), targetId: 'overview' }}>
      <div id="overview" className="it-overview" aria-busy={loading || undefined}>
        {!isForbidden && (isFiltered(state) || (told && told.asOf)) && (
          <OverviewFilters state={state} names={names} />
        )}
        <div className="it-overview__busy">
          {loading && told && <div className="it-thin-bar" />}
        </div>
        {failure && <FailureNotice failure={failure} onRetry={refetch} />}
        {loading && !told && (
          <div className="it-card bg-base ba b--muted-4 br3">
            <Skeleton rows={8} height={44} />
          </div>
        )}
        {loading && <SlowLine onStop={stop} />}
        {!loading && !told && !failure && (
          <Notice
            tone="look"
            action={<LinkButton onClick={refetch}>{words('failure.tryAgain')}</LinkButton>}
          >
            {words('list.stopped')}
          </Notice>
        )}
        {told && (
          <>
            <Tiles tiles={told.tiles} state={state} />
            {told.asOf ? (
              <Pictures told={told} state={state} />
            ) : (
              <Offer foundation={foundation} onRetry={refetch} />
            )}
          </>
        )}
      </div>
    </PageFrame>
  )
}

/** "4,812 orders, as of 10 Mar, 10:42". */
function Rest({ orders, asOf }: { orders: number; asOf: string }) {
  const words = useWords()
  return (
    <span className="it-tabular">
      {words('overview.rest', { orders })} <Moment at={asOf} />
    </span>
  )
}

function Pictures({ told, state }: { told: Overview; state: OverviewState }) {
  const words = useWords()
  return (
    <>
      <div className="it-overview__pair">
        <Ageing ageing={told.ageing} state={state} />
        <Attention attention={told.attention} state={state} />
      </div>
      {told.days.length === 0 ? (
        <Notice tone="wait">{words('overview.counting')}</Notice>
      ) : (
        <>
          <Card>
            <DaysPicture days={told.days} />
          </Card>
          <Card>
            <LeadTimesPicture leadTimes={told.leadTimes} />
          </Card>
        </>
      )}
      <div className="it-overview__pair">
        <OnTime by="CARRIER" onTime={told.onTime} state={state} />
        <OnTime by="MARKETPLACE" onTime={told.onTime} state={state} />
      </div>
    </>
  )
}
