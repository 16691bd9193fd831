import React, { useEffect, useRef, useState } from 'react'

import { LinkButton } from '../../../shared/components/ActionButton'
import { Card } from '../../../shared/components/Card'
import { Disclosure } from '../../../shared/components/Disclosure'
import { Moment } from '../../../shared/components/Moment'
import { Skeleton } from '../../../shared/components/Skeleton'
import type { ActivityQuery, ActivityQueryVariables } from '../../../shared/graphql/generated'
import { usePanelQuery } from '../../../shared/graphql/usePanelQuery'
import { useWords } from '../../../shared/words/useWords'
import { activityKey } from './activityWords'
import ACTIVITY from './activity.graphql'

const SHOWN = 5

interface Props {
  orderId: string
  timeZone: string | null
  /** Changes when something was sent or read: then the list is asked again. */
  version: unknown
}

/** What was done to the order through this app, failed tries too. */
export function ActivityCard({ orderId, timeZone, version }: Props) {
  const words = useWords()
  const [isWhole, setWhole] = useState(false)
  const isFirst = useRef(true)
  const { data, failure, refetch } = usePanelQuery<ActivityQuery, ActivityQueryVariables>(
    ACTIVITY,
    {
      variables: { orderId, first: 50 },
    }
  )
  const entries = data ? data.activity : []
  const shown = isWhole ? entries : entries.slice(0, SHOWN)

  useEffect(() => {
    if (isFirst.current) {
      isFirst.current = false

      return
    }
    void refetch()
  }, [version, refetch])

  return (
    <Card id="activity" title={words('order.activity')}>
      <p className="it-aside__note t-small c-muted-1">{words('order.activity-subtitle')}</p>
      {!data && !failure && <Skeleton rows={1} height={44} />}
      {failure && !data && (
        <p className="ma0 t-small">
          {words('order.activity-failed')}{' '}
          <LinkButton onClick={refetch}>{words('failure.tryAgain')}</LinkButton>
        </p>
      )}
      {data && entries.length === 0 && (
        <p className="ma0 t-small">{words('order.activity-none')}</p>
      )}
      <ol className="it-activity t-small">
        {shown.map((entry, place) => (
          <li key={`${entry.at}-${place}`} className="it-activity__entry">
            <div className="it-activity__head">
              <span className="it-activity__when">
                <Moment at={entry.at} timeZone={timeZone} />
              </span>{' '}
              <span className="it-break">{entry.actor}</span>
            </div>
            <div>
              {words(activityKey(entry), { number: entry.invoiceNumber || '' })}
              {/* What was done is told as done. */}
              {entry.outcome !== 'APPLIED' &&
                `, ${words(`order.activity-outcome-${entry.outcome.toLowerCase()}`)}`}
            </div>
            {(entry.summary || entry.receipt) && (
              <Disclosure id={`activity-${place}`} title={words('order.activity-details')}>
                {entry.summary && <div className="it-break">{entry.summary}</div>}
                {entry.receipt && (
                  <div className="it-break">
                    {words('order.activity-receipt', { receipt: entry.receipt })}
                  </div>
                )}
              </Disclosure>
            )}
          </li>
        ))}
      </ol>
      {entries.length > SHOWN && (
        <LinkButton onClick={() => setWhole(!isWhole)}>
          {isWhole ? words('order.fold') : words('order.activity-all', { count: entries.length })}
        </LinkButton>
      )}
    </Card>
  )
}
