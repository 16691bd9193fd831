import React from 'react'
import { Badge } from '../../shared/components/Badge'
import { Card } from '../../shared/components/Card'
import { PanelAnchor } from '../../shared/components/PanelAnchor'
import { QueueName } from '../../shared/navigation/urls'
import { usePanelNavigation } from '../../shared/navigation/usePanelNavigation'
import { useLanguage, useWords } from '../../shared/words/useWords'
import { FigureColumn, Figures } from './Figures'
import { OverviewState, queueOf } from './overviewState'
import { Overview } from './useOverview'

interface Row {
  stage: Overview['ageing'][number]['stage']
  counts: Overview['ageing']
}

/** How long what is open has waited, by stage. */
export function Ageing({ ageing, state }: { ageing: Overview['ageing']; state: OverviewState }) {
  const words = useWords()
  const language = useLanguage()
  const { toQueue } = usePanelNavigation()
  const rows = ageing.reduce<Row[]>((all, cell) => {
    const own = all.find(({ stage }) => stage === cell.stage)
    if (!own) return [...all, { stage: cell.stage, counts: [cell] }]
    own.counts.push(cell)
    return all
  }, [])
  const ages = rows.length > 0 ? rows[0].counts.map(({ fromDays }) => fromDays) : []
  const columns: Array<FigureColumn<Row>> = [
    {
      id: 'stage',
      title: words('file.stage'),
      // Each of these stages is a queue of the same name.
      cell: ({ stage }) => (
        <PanelAnchor link={toQueue(queueOf(stage as QueueName, state))}>
          <Badge tone="plain">{words(`queue.${stage}`)}</Badge>
        </PanelAnchor>
      ),
    },
    ...ages.map((age): FigureColumn<Row> => ({
      id: `age-${age}`,
      title: words(`overview.age.${age}`),
      isNumber: true,
      cell: ({ counts }) => {
        const cell = counts.find(({ fromDays }) => fromDays === age)
        return new Intl.NumberFormat(language).format(cell ? cell.count : 0)
      },
    })),
  ]
  return (
    <Card id="ageing" title={words('overview.ageing')}>
      <p className="mt0 mb4 t-small">{words('overview.ageingHelp')}</p>
      <Figures
        caption={words('overview.ageing')}
        columns={columns}
        rows={rows}
        keyOf={({ stage }) => stage}
      />
    </Card>
  )
}
