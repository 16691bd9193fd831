import React from 'react'

import { LinkButton } from '../../shared/components/ActionButton'
import { Card } from '../../shared/components/Card'
import { FailureNotice } from '../../shared/components/FailureNotice'
import { Notice } from '../../shared/components/Notice'
import { PanelAnchor } from '../../shared/components/PanelAnchor'
import { Skeleton, useLater } from '../../shared/components/Skeleton'
import type { Failure } from '../../shared/graphql/failure'
import { firstQueueState, vtexOrderHref } from '../../shared/navigation/urls'
import { usePanelNavigation } from '../../shared/navigation/usePanelNavigation'
import { useWords } from '../../shared/words/useWords'

/** The order is on its way; after 3 s that is said, after 10 s the person may stop it. */
export function OrderLoading({ onStop }: { onStop: () => void }) {
  const words = useWords()
  const isSlow = useLater(3000)
  const isVerySlow = useLater(10000)

  return (
    <>
      {isSlow && <SlowLine onStop={isVerySlow ? onStop : undefined}>{words('slow.line')}</SlowLine>}
      <div className="it-order">
        <div className="it-order__main">
          <Card id="loading">
            <Skeleton rows={7} height={48} />
          </Card>
        </div>
        <div className="it-order__aside">
          <Card id="loading-aside">
            <Skeleton rows={4} height={32} />
          </Card>
        </div>
      </div>
    </>
  )
}

interface SlowProps {
  children: React.ReactNode
  onStop?: () => void
}

function SlowLine({ children, onStop }: SlowProps) {
  const words = useWords()
  const [isWaiting, setWaiting] = React.useState(false)

  return (
    <Notice
      tone="wait"
      action={
        onStop &&
        !isWaiting && (
          <>
            <LinkButton onClick={() => setWaiting(true)}>{words('slow.keepWaiting')}</LinkButton>
            <LinkButton onClick={onStop}>{words('slow.stop')}</LinkButton>
          </>
        )
      }
    >
      {children}
    </Notice>
  )
}

interface MissingProps {
  orderId: string
  account: string
}

export function OrderMissing({ orderId, account }: MissingProps) {
  const words = useWords()
  const { toQueue } = usePanelNavigation()

  return (
    <Notice
      tone="look"
      action={
        <PanelAnchor link={toQueue({ ...firstQueueState, queue: 'ALL', q: orderId })}>
          {words('order.search-it')}
        </PanelAnchor>
      }
    >
      {words('order.not-found', { orderId, account })}
    </Notice>
  )
}

interface FailedProps {
  orderId: string
  failure: Failure | null
  retryIn: number | null
  onRetry: () => void
}

/** Nothing was ever read: sentence, next try, and VTEX's own page of the order. */
export function OrderFailed({ orderId, failure, retryIn, onRetry }: FailedProps) {
  const words = useWords()

  return (
    <Card id="failed">
      {failure ? (
        <FailureNotice failure={failure} onRetry={onRetry} />
      ) : (
        <Notice
          tone="look"
          action={<LinkButton onClick={onRetry}>{words('failure.tryAgain')}</LinkButton>}
        >
          {words('order.stopped')}
        </Notice>
      )}
      {retryIn !== null && (
        <p className="it-tabular t-small mt0">{words('order.retry-in', { seconds: retryIn })}</p>
      )}
      {failure?.kind !== 'FORBIDDEN' && (
        <a className="it-link t-small" href={vtexOrderHref(orderId)}>
          {words('order.open-in-vtex')}
        </a>
      )}
    </Card>
  )
}
