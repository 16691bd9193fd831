import React from 'react'
import type { ReactNode } from 'react'

import { SecondaryButton } from '../../../shared/components/ActionButton'
import { ActionMenu } from '../../../shared/components/ActionMenu'
import { Card } from '../../../shared/components/Card'
import { CopyButton } from '../../../shared/components/CopyButton'
import { Moment } from '../../../shared/components/Moment'
import { ProblemText } from '../../../shared/components/ProblemText'
import { aboutOf, lastOf } from '../../../shared/order/orderSends'
import type { Order, Package } from '../../../shared/order/orderTypes'
import type { OrderFormat } from '../../../shared/order/useOrderFormat'
import { useSends, sends } from '../../../shared/sending/sends'
import { useWords } from '../../../shared/words/useWords'
import { isCollected, isUnaddressable, packageActions, reasonAgainst } from '../orderModel'
import type { PackageAction } from '../orderModel'
import { PackageDocument } from './PackageDocument'
import { PackageItems } from './PackageItems'
import { PackageSign } from './PackageSign'
import { TrackingLine } from './TrackingLine'
import { SendResult } from '../sending/SendResult'
import { Timeline } from '../overview/Timeline'
import type { SendWatch } from '../sending/useSendWatch'

interface Props {
  id: string
  order: Order
  parcel: Package
  format: OrderFormat
  watch: SendWatch
  /** The form that is open within this card. */
  form: ReactNode
  /** VTEX does not answer: no action can be taken. */
  isBlocked: boolean
  onAct: (action: PackageAction) => void
  onReload: () => void
  /** Where the work goes on, where this card holds the order's newest good end. */
  next: ReactNode
}

const ACTION_WORDS: Record<PackageAction, string> = {
  ADD_TRACKING: 'order.add-tracking',
  EDIT_TRACKING: 'order.edit-tracking',
  ADD_EVENTS: 'order.add-events',
  DELIVER: 'order.mark-delivered',
  UNDO_DELIVERY: 'order.undo-delivery',
  REPLACE: 'order.replace-invoice',
}

/** One invoice: document, items, tracking, its way so far, and what comes next. */
export function PackageCard(props: Props) {
  const { id, order, parcel, format, watch, form, isBlocked, onAct, onReload, next } = props
  const words = useWords()
  const { invoiceNumber, type } = parcel
  const isReturn = type === 'INPUT'
  const actions = packageActions(parcel, isCollected(order))
  const amount = format.money(isReturn ? -parcel.invoiceValue : parcel.invoiceValue)
  const last = lastOf(
    useSends(),
    // A return may bear the number of an invoice; it is never tracked.
    (send) =>
      !isReturn && send.orderId === order.orderId && aboutOf(send).invoiceNumber === invoiceNumber
  )
  const reason = reasonAgainst(order, 'UPDATE_PARTIAL_INVOICE')
  const hasNoAction = actions.next.length + actions.rest.length === 0

  return (
    <Card
      id={id}
      title={
        <span className="it-tabular">
          {words(isReturn ? 'order.return-title' : 'order.invoice-title', {
            number: invoiceNumber,
          })}{' '}
          <CopyButton text={invoiceNumber} name={invoiceNumber} />
        </span>
      }
      aside={
        <span className="it-package__head">
          {parcel.issuanceDate && <Moment at={parcel.issuanceDate} timeZone={order.timeZone} />}
          <span className="it-tabular nowrap">{amount}</span>
          <PackageSign parcel={parcel} />
        </span>
      }
    >
      <div className="it-package">
        {last && last.state !== 'sending' && (
          <SendResult
            send={last}
            now={watch.now}
            lookIn={watch.lookIn(last)}
            isNews={watch.isNews(last)}
            currency={order.currency}
            timeZone={order.timeZone}
            format={format}
            onLook={onReload}
            onSendAgain={aboutOf(last).again}
            onDismiss={() => sends.dismiss(last.id)}
          >
            {!isReturn && next}
          </SendResult>
        )}
        {isReturn && <p className="ma0 t-small">{words('order.return-note', { amount })}</p>}
        <PackageItems parcel={parcel} />
        <PackageDocument parcel={parcel} orderId={order.orderId} />
        {!isReturn && <TrackingLine order={order} parcel={parcel} />}
        {parcel.isDelivered && parcel.deliveredDate && (
          <p className="ma0 t-small">
            {words('order.delivered-on', { date: format.moment(parcel.deliveredDate) })}
          </p>
        )}
        <Timeline events={parcel.events} invoiceNumber={invoiceNumber} timeZone={order.timeZone} />
        {isUnaddressable(parcel) ? (
          <p className="ma0 t-small">{words('order.unaddressable')}</p>
        ) : (
          !isReturn &&
          hasNoAction &&
          reason &&
          parcel.trackingNumber !== null && (
            <p className="ma0 t-small">
              <ProblemText problem={reason} currency={order.currency} timeZone={order.timeZone} />
            </p>
          )
        )}
        {form ||
          (!hasNoAction && !isBlocked && (
            <div className="it-package__actions t-small">
              {actions.next.map((action) => (
                <SecondaryButton
                  key={action}
                  size="small"
                  id={`${id}-${action}`}
                  onClick={() => onAct(action)}
                >
                  {words(ACTION_WORDS[action])}
                </SecondaryButton>
              ))}
              <ActionMenu
                label={words('order.actions')}
                actions={actions.rest.map((action) => ({
                  id: action,
                  label: words(ACTION_WORDS[action]),
                  onChoose: () => onAct(action),
                }))}
              />
            </div>
          ))}
      </div>
    </Card>
  )
}
