import React from 'react'
import { Card } from '../../shared/components/Card'
import { PanelAnchor } from '../../shared/components/PanelAnchor'
import { usePanelNavigation } from '../../shared/navigation/usePanelNavigation'
import { useLanguage, useWords } from '../../shared/words/useWords'
import { FigureColumn, Figures } from './Figures'
import { OTHERS, OverviewState, queueOf } from './overviewState'
import { Overview } from './useOverview'

type Share = Overview['onTime'][number]

interface Props {
  by: Share['by']
  onTime: Overview['onTime']
  state: OverviewState
}

/** Who keeps the promised day: delivered in the period, and what is late now, which leads into its queue. */
export function OnTime({ by, onTime, state }: Props) {
  const words = useWords()
  const language = useLanguage()
  const { toQueue } = usePanelNavigation()
  const rows = onTime.filter((row) => row.by === by)
  const number = new Intl.NumberFormat(language)
  const percent = new Intl.NumberFormat(language, { style: 'percent' })
  const nameOf = ({ name }: Share) => {
    if (name === OTHERS) return words('overview.others')
    return name || words(`overview.noName.${by}`)
  }
  const late = (row: Share) => {
    const { name, openLate } = row
    const text = number.format(openLate)
    if (openLate === 0 || name === '' || name === OTHERS) return text
    const filter = by === 'CARRIER' ? { carrier: name } : { marketplace: name }
    return (
      <PanelAnchor
        link={toQueue(queueOf('LATE', state, filter))}
        label={words('overview.lateOf', { count: openLate, name })}
      >
        {text}
      </PanelAnchor>
    )
  }
  const columns: Array<FigureColumn<Share>> = [
    {
      id: 'name',
      title: words(by === 'CARRIER' ? 'tracking.carrier' : 'filters.marketplace'),
      cell: nameOf,
    },
    {
      id: 'delivered',
      title: words('overview.delivered'),
      isNumber: true,
      cell: ({ delivered }) => number.format(delivered),
    },
    {
      id: 'share',
      title: words('overview.onTime'),
      isNumber: true,
      cell: ({ delivered, onTime: kept }) =>
        delivered === 0 ? '–' : percent.format(Math.floor((kept / delivered) * 100) / 100),
    },
    { id: 'late', title: words('overview.lateNow'), isNumber: true, cell: late },
  ]
  const title = words(`overview.onTime.${by}`)
  return (
    <Card id={`on-time-${by.toLowerCase()}`} title={title}>
      <p className="mt0 mb4 t-small">{words('overview.onTimeHelp')}</p>
      {rows.length === 0 ? (
        <p className="ma0 t-small">{words('overview.onTimeNone')}</p>
      ) : (
        <Figures caption={title} columns={columns} rows={rows} keyOf={({ name }) => name} />
      )}
    </Card>
  )
}
