import React from 'react'
import { Card } from '../../shared/components/Card'
import { queueHref } from '../../shared/navigation/urls'
import { useHasWords, useWords } from '../../shared/words/useWords'
import { OverviewState, queueOf } from './overviewState'
import { Bars } from './pictures/Bars'
import { Overview } from './useOverview'

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
  const nameOf = (code: string) => {
    if (code === 'LATE') return words('queue.LATE')
    return hasWords(`attention.${code}`) ? words(`attention.${code}`) : words('attention.other')
  }
  return (
    <Card id="attention">
      <Bars
        title={words('overview.attention')}
        rows={attention.map(({ code, count }) => ({
          label: nameOf(code),
          value: count,
          href: queueHref(queueOf(code === 'LATE' ? 'LATE' : 'ATTENTION', state)),
        }))}
        columns={[words('overview.reason'), words('overview.orders')]}
      />
      {attention.length > 0 && <p className="mb0 mt4 t-small">{words('overview.attentionHelp')}</p>}
    </Card>
  )
}
