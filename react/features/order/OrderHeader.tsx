import React from 'react'
import type { ReactNode, Ref } from 'react'

import { ActionMenu } from '../../shared/components/ActionMenu'
import type { MenuAction } from '../../shared/components/ActionMenu'
import { AttentionMark, StageBadge } from '../../shared/components/Badge'
import { CopyButton } from '../../shared/components/CopyButton'
import { KeyHelp } from '../../shared/components/KeyHelp'
import { PanelAnchor } from '../../shared/components/PanelAnchor'
import { ScreenHeader } from '../../shared/components/ScreenHeader'
import { SendsSummary } from '../../shared/components/SendsSummary'
import { ZoneLine } from '../../shared/components/ZoneLine'
import type { QueueState } from '../../shared/navigation/urls'
import { firstQueueState } from '../../shared/navigation/urls'
import { usePanelNavigation } from '../../shared/navigation/usePanelNavigation'
import type { Place } from '../../shared/sending/queueMemory'
import { UNANSWERED } from '../../shared/sending/unanswered'
import { useStatusWords } from '../../shared/words/useProblemWords'
import { useWords } from '../../shared/words/useWords'
import type { Order } from '../../shared/order/orderTypes'
import { countsUnanswered } from './sending/unsettled'
import type { Neighbours } from './useNeighbours'

interface Props {
  orderId: string
  order: Order | null
  titleRef: Ref<HTMLHeadingElement>
  place: Place | null
  queueState: QueueState | null
  neighbours: Neighbours
  actions: MenuAction[]
  /** Goes to the form: the first stop after the title, which has the focus when an order opens. */
  skipTo: (() => void) | null
  children?: ReactNode
}

/** Where the person stands: back, place in the queue, order, stage, who bought it. */
export function OrderHeader(props: Props) {
  const { orderId, order, titleRef, place, queueState, neighbours, actions, skipTo, children } =
    props
  const words = useWords()
  const statusWords = useStatusWords()
  const { toQueue } = usePanelNavigation()
  const back = queueState || firstQueueState
  const stageWords = order ? words(`stage.${order.stage}`) : ''
  const status = order ? statusWords(order.status) : ''
  const marketplaceId = order?.marketplace?.orderId

  return (
    <ScreenHeader
      titleRef={titleRef}
      above={
        <div className="it-order__above">
          <PanelAnchor link={toQueue(back)}>{`‹ ${words(`queue.${back.queue}`)}`}</PanelAnchor>
          {place && (
            <span className="it-tabular">
              {place.total === null
                ? place.position
                : words('order.place', { place: place.position, total: place.total })}
            </span>
          )}
          <nav className="it-order__neighbours" aria-label={words('order.neighbours')}>
            {neighbours.previous && (
              <PanelAnchor link={neighbours.previous}>
                <span aria-hidden="true">‹ </span>
                {words('order.previous')}
              </PanelAnchor>
            )}
            {neighbours.next && (
              <PanelAnchor link={neighbours.next}>
                {words('order.next')}
                <span aria-hidden="true"> ›</span>
              </PanelAnchor>
            )}
          </nav>
        </div>
      }
      title={<span className="it-tabular">{orderId}</span>}
      beside={
        <>
          {skipTo && (
            <button type="button" className="it-skip" onClick={skipTo}>
              {words('order.skip-to-form')}
            </button>
          )}
          <CopyButton text={orderId} name={words('order.title', { orderId })} />
        </>
      }
      aside={
        <>
          <SendsSummary />
          {order && <ZoneLine timeZone={order.timeZone} />}
          <ActionMenu label={words('order.actions')} actions={actions} />
          <span className="it-order__keys">
            <KeyHelp />
          </span>
        </>
      }
    >
      {order && (
        <div className="it-order__line t-small">
          <StageBadge stage={order.stage} />
          {/* The stage counts an invoice that VTEX may not have. */}
          {countsUnanswered(order) && (
            <AttentionMark code={UNANSWERED}>{words(`attention.${UNANSWERED}`)}</AttentionMark>
          )}
          {status !== stageWords && <span>{status}</span>}
          <span className="it-order__who">
            {order.customerName}
            {order.customerName && order.marketplace?.name ? ' · ' : ''}
            {order.marketplace?.name}
            {marketplaceId && marketplaceId !== orderId && (
              <>
                {' '}
                <span className="it-tabular">{marketplaceId}</span>
                <CopyButton text={marketplaceId} name={marketplaceId} />
              </>
            )}
          </span>
        </div>
      )}
      {children}
    </ScreenHeader>
  )
}
