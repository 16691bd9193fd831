import React, { useRef } from 'react'
import { LinkButton } from '../../shared/components/ActionButton'
import { EmptyState } from '../../shared/components/EmptyState'
import { FailureNotice } from '../../shared/components/FailureNotice'
import { KeyHelp } from '../../shared/components/KeyHelp'
import { PageFrame } from '../../shared/components/PageFrame'
import { PanelAnchor } from '../../shared/components/PanelAnchor'
import { ScreenHeader } from '../../shared/components/ScreenHeader'
import { SendsSummary } from '../../shared/components/SendsSummary'
import { Skeleton } from '../../shared/components/Skeleton'
import { SlowLine } from '../../shared/components/SlowLine'
import { useNarrow } from '../../shared/components/useNarrow'
import { useWidth } from '../../shared/components/useWidth'
import { ZoneLine } from '../../shared/components/ZoneLine'
import { handedFiles } from '../../shared/files/handedFiles'
import { usePanelNavigation } from '../../shared/navigation/usePanelNavigation'
import { useWords } from '../../shared/words/useWords'
import { FoundElsewhere } from './FoundElsewhere'
import { withoutFilters } from './documentFilters'
import { ListProps } from './listProps'
import { Looking } from './Looking'
import { QueueCards } from './QueueCards'
import { QueueEmpty } from './QueueEmpty'
import { QueueEnd } from './QueueEnd'
import { QueueFile } from './QueueFile'
import { QueueTable } from './QueueTable'
import { awaitedIn, lateFirst } from './queueModel'
import { QueueTabs } from './QueueTabs'
import { rowRun } from './rowRun'
import { SelectionBar } from './SelectionBar'
import { useOrderQueue } from './useOrderQueue'
import { useTightness } from './useTightness'
import './queueFilters.global.css'
import './orderQueue.global.css'

type Queue = ReturnType<typeof useOrderQueue>

function Rows({ queue, asCards }: { queue: Queue; asCards: boolean }) {
  const { page, lines, loading, failure, state, acts } = queue
  const words = useWords()
  const { toQueue } = usePanelNavigation()
  if (queue.refusal) {
    const link = toQueue(withoutFilters(state))
    return (
      <EmptyState action={<PanelAnchor link={link}>{words('empty.allFilters')}</PanelAnchor>}>
        {words('filters.refused')}
      </EmptyState>
    )
  }
  if (failure) {
    return (
      <>
        <FailureNotice failure={failure} onRetry={acts.refresh} />
        {queue.retryIn !== null && (
          <p className="it-sentence it-tabular t-small">
            {words('order.retry-in', { seconds: queue.retryIn })}
          </p>
        )}
      </>
    )
  }
  if (!page && !loading) return <Stopped onRetry={acts.refresh} />
  if (!page) return <Skeleton rows={asCards ? 6 : 15} height={asCards ? CARD_HEIGHT : 44} />
  const { elsewhere } = queue
  const besides = elsewhere.lines.length > 0 && (
    <FoundElsewhere
      state={state}
      lines={elsewhere.lines}
      isBeside={lines.length > 0}
      hasMore={elsewhere.hasMore}
    />
  )
  if (lines.length === 0 && !loading && besides) return besides
  if (lines.length === 0 && !loading && elsewhere.isAsked && !elsewhere.isAnswered)
    return <Skeleton rows={1} height={44} />
  if (lines.length === 0 && !loading)
    return (
      <QueueEmpty
        state={state}
        counts={queue.counts}
        hasMore={page.hasNextPage}
        hasLookedElsewhere={elsewhere.hasLooked}
      />
    )
  const list: ListProps = {
    lines,
    state,
    selected: queue.selected,
    runKind: queue.run.kind,
    ends: queue.run.ends,
    rereading: queue.rereading,
    isBusy: loading,
    lateFirst: lateFirst(page, lines),
    onTick: acts.tick,
    onTickAll: acts.tickAll,
    onRange: acts.tickRange,
    onOpen: acts.open,
    onInvoice: acts.openAtForm,
    onRetryRow: queue.retryRow,
    onRetryRun: acts.retryRun,
  }
  return (
    <>
      {asCards ? <QueueCards {...list} /> : <QueueTable {...list} />}
      {besides}
    </>
  )
}

/** The person gave up waiting and nothing was there before: said, with the way to ask again. */
function Stopped({ onRetry }: { onRetry: () => void }) {
  const words = useWords()
  return (
    <EmptyState action={<LinkButton onClick={onRetry}>{words('failure.tryAgain')}</LinkButton>}>
      {words('list.stopped')}
    </EmptyState>
  )
}

/** Unseen until the first rows tell the zone, in its place: nothing moves when they come. */
function QueueZone({ queue: { zone, loading } }: { queue: Queue }) {
  const isKnown = zone.timeZone !== null || !loading
  return (
    <span className={isKnown ? undefined : 'it-unseen'}>
      <ZoneLine timeZone={zone.timeZone} isMixed={zone.isMixed} />
    </span>
  )
}

const SIZES = ['wide', 'medium', 'cards'] as const
/** Below the first a card an order, below the second a table without the columns that another one can take in. */
const CARDS_BELOW = 640
/** What the card of one order is high, so that nothing jumps when the rows come. */
const CARD_HEIGHT = 117
const ALL_COLUMNS_FROM = 960

/** The queue: header, tabs, what is looked for, what is ticked, the rows and their end. */
export function QueueView({ queue }: { queue: Queue }) {
  const words = useWords()
  const isNarrow = useNarrow()
  const { toSettings, toBatches } = usePanelNavigation()
  const { state, page, lines, loading, isForbidden, acts, run, plans } = queue
  const unreadable = lines.filter(
    (line) => line.kind === 'unreadable' || line.standing === 'UNREAD'
  ).length

  const list = useRef<HTMLElement>(null)
  const width = useWidth(list)
  const first = width < CARDS_BELOW ? 2 : width < ALL_COLUMNS_FROM ? 1 : 0
  const size = SIZES[first + useTightness(list, lines, width, SIZES.length - 1 - first)]
  const asCards = size === 'cards'
  const openBatches = (files: File[]) => {
    handedFiles.put(files)
    toBatches().go()
  }

  const header = (
    <ScreenHeader
      title={words('list.title')}
      aside={
        <>
          <SendsSummary />
          <QueueZone queue={queue} />
          {/* The Admin's own bar leads there, too: a phone has no line to spare. */}
          {!isNarrow && <PanelAnchor link={toBatches()}>{words('batches.title')}</PanelAnchor>}
          <PanelAnchor link={toSettings()}>{words('settings.title')}</PanelAnchor>
          {!isNarrow && <KeyHelp />}
        </>
      }
    >
      {!isForbidden && <QueueTabs state={state} counts={queue.counts} onChoose={queue.choose} />}
    </ScreenHeader>
  )

  return (
    <PageFrame
      header={header}
      skip={{ label: words('list.skip'), targetId: 'list' }}
      onFiles={openBatches}
    >
      {isForbidden && queue.failure ? (
        <FailureNotice failure={queue.failure} />
      ) : (
        <>
          <Looking queue={queue} isFoldable={isNarrow} />
          <SelectionBar
            orderIds={Object.keys(queue.selected)}
            plans={plans}
            run={run}
            isRefreshing={queue.isRefreshing}
            notRead={queue.notRead.filter((orderId) => queue.selected[orderId]).length}
            onStart={acts.runAll}
            onStop={rowRun.stop}
            onRefresh={acts.refresh}
            onClear={acts.clear}
          />
          <section
            id="list"
            ref={list}
            className={`it-list it-list--${size}`}
            aria-label={words('list.caption')}
          >
            <div className="it-list__busy" data-busy={loading && page !== null}>
              {loading && <SlowLine onStop={acts.stop} />}
            </div>
            <Rows queue={queue} asCards={asCards} />
            {page && !queue.failure && (lines.length > 0 || page.hasNextPage || !page.complete) && (
              <QueueEnd
                page={page}
                state={state}
                shown={lines.length}
                unreadable={unreadable}
                awaited={awaitedIn(lines)}
                file={
                  <QueueFile
                    queue={state.queue}
                    variables={queue.variables}
                    timeZone={queue.timeZone}
                  />
                }
                onChooseDates={() => {
                  const range = document.getElementById('range')
                  if (range) range.focus()
                }}
              />
            )}
          </section>
        </>
      )}
    </PageFrame>
  )
}
