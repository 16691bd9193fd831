import React from 'react'
import { AttentionMark } from '../../shared/components/Badge'
import { Card } from '../../shared/components/Card'
import { PanelAnchor } from '../../shared/components/PanelAnchor'
import { usePanelNavigation } from '../../shared/navigation/usePanelNavigation'
import { useHasWords, useLanguage, useWords } from '../../shared/words/useWords'
import { FigureColumn, Figures } from './Figures'
import { OverviewState, queueOf } from './overviewState'
import { Overview } from './useOverview'

type Reason = Overview['attention'][number]

/** Why orders need somebody: each reason leads to where its orders stand. */
export function Attention({
  attention,
  state,
}: {
  attention: Overview['attention']
  state: OverviewState
}) {
  const words = useWords()
  const hasWords = useHasWords()
  const language = useLanguage()
  const { toQueue } = usePanelNavigation()
  const nameOf = (code: string) => {
    if (code === 'LATE') return words('queue.LATE')
    return hasWords(`attention.${code}`) ? words(`attention.${code}`) : words('attention.other')
  }
  const columns: Array<FigureColumn<Reason>> = [
    {
      id: 'reason',
      title: words('overview.reason'),
      cell: ({ code }) => (
        <PanelAnchor link={toQueue(queueOf(code === 'LATE' ? 'LATE' : 'ATTENTION', state))}>
          <AttentionMark code={code}>{nameOf(code)}</AttentionMark>
        </PanelAnchor>
      ),
    },
    {
      id: 'count',
      title: words('overview.orders'),
      cell: ({ count }) => new Intl.NumberFormat(language).format(count),
    },
  ]
  return (
    <Card id="attention" title={words('overview.attention')}>
      {attention.length === 0 ? (
        <p className="ma0 t-small">{words('empty.ATTENTION')}</p>
      ) : (
        <>
          <p className="mt0 mb4 t-small">{words('overview.attentionHelp')}</p>
          <Figures
            caption={words('overview.attention')}
            columns={columns}
            rows={attention}
            keyOf={({ code }) => code}
          />
        </>
      )}
    </Card>
  )
}
