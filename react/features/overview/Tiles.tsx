import React from 'react'
import { PanelAnchor } from '../../shared/components/PanelAnchor'
import { usePanelNavigation } from '../../shared/navigation/usePanelNavigation'
import { useLanguage, useWords } from '../../shared/words/useWords'
import { OverviewState, queueOf } from './overviewState'
import { Overview } from './useOverview'

/** What waits now: each number is the way into its queue. */
export function Tiles({ tiles, state }: { tiles: Overview['tiles']; state: OverviewState }) {
  const words = useWords()
  const language = useLanguage()
  const { toQueue } = usePanelNavigation()
  const since = (change: number) => {
    if (change === 0) return words('overview.sameAsYesterday')
    const size = new Intl.NumberFormat(language).format(Math.abs(change))
    return words('overview.sinceYesterday', { change: `${change < 0 ? '−' : '+'}${size}` })
  }
  return (
    <nav aria-label={words('list.queues')}>
      <ul className="it-tiles">
        {tiles.map(({ queue, count, yesterday }) => (
          <li key={queue}>
            <PanelAnchor
              link={toQueue(queueOf(queue, state))}
              className="it-tile bg-base ba b--muted-4 br3"
            >
              <span className="it-tile__name">{words(`queue.${queue}`)}</span>{' '}
              {count === null ? (
                <span className="t-small">{words('overview.notCounted')}</span>
              ) : (
                <span className="it-tile__count it-tabular">
                  {new Intl.NumberFormat(language).format(count)}
                </span>
              )}{' '}
              {count !== null && yesterday !== null && (
                <span className="it-tabular t-small">{since(count - yesterday)}</span>
              )}
            </PanelAnchor>
          </li>
        ))}
      </ul>
    </nav>
  )
}
