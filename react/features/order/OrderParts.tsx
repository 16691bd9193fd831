import React, { useCallback, useLayoutEffect, useRef, useState } from 'react'

import { LinkButton } from '../../shared/components/ActionButton'
import { Card } from '../../shared/components/Card'
import { Disclosure } from '../../shared/components/Disclosure'
import { FailureNotice, FailureText } from '../../shared/components/FailureNotice'
import { Notice } from '../../shared/components/Notice'
import { ProblemText } from '../../shared/components/ProblemText'
import { formatTime } from '../../shared/format/moment'
import { hasArrived } from '../../shared/order/arrival'
import { aboutOf, isAwaited, isInvoiceSend } from '../../shared/order/orderSends'
import type { OrderSend } from '../../shared/order/orderSends'
import type { Order, Package } from '../../shared/order/orderTypes'
import type { OrderSlots, PackageFormName } from '../../shared/order/slots'
import { useOrderFormat } from '../../shared/order/useOrderFormat'
import type { Place } from '../../shared/sending/queueMemory'
import { hasGoneWell, useSends } from '../../shared/sending/sends'
import { useWords } from '../../shared/words/useWords'
import { ActivityCard } from './overview/ActivityCard'
import { OpenCard } from './OpenCard'
import { OrderDelivery } from './overview/OrderDelivery'
import { OrderItems } from './overview/OrderItems'
import { isAllowed, newestFirst, reasonAgainst } from './orderModel'
import type { PackageAction } from './orderModel'
import { OrderSums } from './overview/OrderSums'
import { PackageCard } from './package/PackageCard'
import { MOST_CARDS } from './parcels/parcelRows'
import { ParcelList } from './parcels/ParcelList'
import { PendingPackage } from './package/PendingPackage'
import { useIsWide } from './useIsWide'
import { useMovement } from './useMovement'
import { useNextOrder } from './sending/useNextOrder'
import type { OpenForm, useOpenForm } from './useOpenForm'
import type { OrderReading } from './useOrderReading'
import { useSendWatch } from './sending/useSendWatch'

interface Props {
  order: Order
  reading: OrderReading
  openForm: ReturnType<typeof useOpenForm>
  place: Place | null
  slots: OrderSlots
}

const FORM_OF: Record<PackageAction, OpenForm['do']> = {
  ADD_TRACKING: 'track',
  EDIT_TRACKING: 'track',
  ADD_EVENTS: 'events',
  DELIVER: 'deliver',
  UNDO_DELIVERY: 'undo',
  REPLACE: 'replace',
}

const PACKAGE_FORMS = ['track', 'events', 'deliver', 'undo']

/** The cards of an order that was read: what is open, each invoice, and the aside. */
export function OrderParts({ order, reading, openForm, place, slots }: Props) {
  const words = useWords()
  const format = useOrderFormat(order)
  const isWide = useIsWide()
  const { read, failure, readAt, retryIn } = reading
  const { form, open, close: closeForm, isHere, queueState } = openForm
  const watch = useSendWatch(order, order.orderId, read)
  const { moved, forget } = useMovement(order, read)
  const opener = useRef<string | null>(null)
  const [ends, setEnds] = useState(0)
  const { PackageForm } = slots

  const onEnd = useCallback(
    (send: OrderSend) => {
      if (!isHere.current) return
      setEnds((count) => count + 1)
      if (send.state !== 'refused') void read()
      const isOver = hasGoneWell(send)
      const isOwnForm = form?.do === 'replace' || form?.do === 'return'

      // The result takes the form's place; the address must not bring the form back.
      if (isOver && isOwnForm && isInvoiceSend(send)) closeForm(form)
    },
    [read, isHere, closeForm, form]
  )
  const idOf = (parcel: Package) => `package-${order.packages.indexOf(parcel)}`
  const act = (parcel: Package, action: PackageAction) => {
    opener.current = `${idOf(parcel)}-${action}`
    open({ do: FORM_OF[action], n: parcel.invoiceNumber })
  }
  const close = (parcel?: Package, isDone = false) => {
    if (!closeForm(form)) return
    // The button stands again only after the form has gone.
    setTimeout(() => {
      const title = parcel ? document.getElementById(`${idOf(parcel)}-title`) : null
      const button = opener.current ? document.getElementById(opener.current) : null
      const target = isDone ? document.getElementById('next-order') || title : button || title

      if (target && document.activeElement === document.body) target.focus()
    }, 0)
  }

  useLayoutEffect(() => {
    if (form?.do !== 'replace' && form?.do !== 'return') return
    const card = document.getElementById('open-title')

    if (card) card.focus()
  }, [form?.do, form?.n])

  const pending = useSends().filter((send): send is OrderSend => {
    const { awaited } = aboutOf(send)

    return (
      send.orderId === order.orderId &&
      isInvoiceSend(send) &&
      isAwaited(send) &&
      !(awaited && hasArrived(order.packages, awaited)) &&
      // Its card stands already: taken and not applied yet, or about to be replaced.
      !order.packages.some((one) => one.invoiceNumber === send.object.number)
    )
  })
  const nextOrder = useNextOrder({
    order,
    place,
    queueState,
    watch,
    isEditing: form !== null && PACKAGE_FORMS.includes(form.do),
  })
  const staleNotice = failure && <FailureNotice failure={failure} onRetry={read} />
  const blockedBy = failure && (
    <p className="ma0">
      {failure.kind === 'REFUSED' ? (
        <ProblemText problem={failure.problem} />
      ) : (
        <FailureText failure={failure} />
      )}
    </p>
  )
  const returnReason = reasonAgainst(order, 'NOTIFY_RETURN')
  const hasForm = (parcel: Package) =>
    form !== null && form.n === parcel.invoiceNumber && PACKAGE_FORMS.includes(form.do)
  const formOf = (parcel: Package) =>
    form && hasForm(parcel) ? (
      <PackageForm
        name={form.do as PackageFormName}
        order={order}
        parcel={parcel}
        onEnd={onEnd}
        onClose={(isDone) => close(parcel, isDone)}
      />
    ) : null
  const showMoved = () => {
    const parcel = order.packages.find((one) => one.invoiceNumber === moved?.invoiceNumber)
    const target = document.getElementById(parcel ? `${idOf(parcel)}-title` : 'sums-title')

    forget()
    if (target) target.focus()
  }
  const aside = (
    <>
      <OrderSums order={order} format={format} />
      <OrderDelivery order={order} format={format} />
      <ActivityCard orderId={order.orderId} timeZone={order.timeZone} version={ends} />
    </>
  )
  const packages = newestFirst(order.packages)
  const cardOf = (parcel: Package) => (
    <PackageCard
      key={`${parcel.invoiceNumber} ${parcel.type} ${idOf(parcel)}`}
      id={idOf(parcel)}
      order={order}
      parcel={parcel}
      format={format}
      watch={watch}
      form={formOf(parcel)}
      isBlocked={Boolean(failure)}
      onAct={(action) => act(parcel, action)}
      onReload={read}
      next={nextOrder.inPackage(parcel.invoiceNumber)}
    />
  )

  return (
    <>
      {staleNotice && (
        <div className="it-order__stale">
          {staleNotice}
          <p className="ma0 t-small it-tabular">
            {readAt !== null && words('order.as-of', { time: formatTime(readAt, format) })}
            {retryIn !== null && ` · ${words('order.retry-in', { seconds: retryIn })}`}
          </p>
        </div>
      )}
      {moved && (
        <Notice
          tone="look"
          action={<LinkButton onClick={showMoved}>{words('order.show')}</LinkButton>}
        >
          {moved.invoiceNumber && moved.at && moved.actor
            ? words('order.changed', {
                number: moved.invoiceNumber,
                time: format.moment(moved.at),
                actor: moved.actor,
              })
            : moved.invoiceNumber
              ? words('order.changed-invoice', { number: moved.invoiceNumber })
              : words('order.changed-plain')}
        </Notice>
      )}
      <div className="it-order">
        {!isWide && (
          <div className="it-order__aside-fold">
            <Disclosure id="order-aside" title={words('order.aside-fold')}>
              {aside}
            </Disclosure>
          </div>
        )}
        <div className="it-order__main">
          {form?.do === 'return' && !isAllowed(order, 'NOTIFY_RETURN') ? (
            <Card id="open" title={words('invoice.return-title')}>
              <p className="ma0">
                {returnReason ? (
                  <ProblemText
                    problem={returnReason}
                    currency={order.currency}
                    timeZone={order.timeZone}
                  />
                ) : (
                  words('order.cannot-now')
                )}
              </p>
            </Card>
          ) : (
            <OpenCard
              order={order}
              format={format}
              form={form}
              watch={watch}
              slots={slots}
              nextOrder={nextOrder.inOpenCard}
              blockedBy={blockedBy}
              onClose={() => close()}
              onEnd={onEnd}
              onReload={read}
            />
          )}
          {pending.map((send) => (
            <PendingPackage key={send.id} send={send} format={format} />
          ))}
          {packages.length > MOST_CARDS ? (
            <ParcelList
              order={order}
              packages={packages}
              format={format}
              idOf={idOf}
              isBlocked={Boolean(failure)}
              hasForm={hasForm}
              cardOf={cardOf}
              nextOf={(parcel) => nextOrder.inPackage(parcel.invoiceNumber)}
              onRunOver={() => {
                setEnds((count) => count + 1)
                void read()
              }}
            />
          ) : (
            packages.map(cardOf)
          )}
          <OrderItems order={order} format={format} />
        </div>
        {isWide && (
          <aside className="it-order__aside" aria-label={words('order.aside')}>
            {aside}
          </aside>
        )}
      </div>
    </>
  )
}
