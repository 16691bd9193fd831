import React from 'react'
import type { ReactNode } from 'react'

import { LinkButton } from '../../shared/components/ActionButton'
import { Card } from '../../shared/components/Card'
import { ProblemText } from '../../shared/components/ProblemText'
import { aboutOf, isInvoiceSend, lastOf } from '../../shared/order/orderSends'
import type { OrderSend } from '../../shared/order/orderSends'
import type { Order } from '../../shared/order/orderTypes'
import { isGoodEnd, isUnsettled } from '../../shared/order/resultModel'
import type { InvoiceCardProps, OrderSlots } from '../../shared/order/slots'
import { WaitingLine } from '../../shared/order/WaitingLine'
import type { OrderFormat } from '../../shared/order/useOrderFormat'
import { isUnderWay, sends, useSends } from '../../shared/sending/sends'
import { useWords } from '../../shared/words/useWords'
import { LeftDraft } from './sending/LeftDraft'
import { openCardView } from './openCardView'
import { openCardOf, openUnits } from './orderModel'
import { SendingNotice } from './sending/SendingNotice'
import { SendResult, stateOfSend } from './sending/SendResult'
import { StartHandling } from './sending/StartHandling'
import type { OpenForm } from './useOpenForm'
import { invoiceReason } from './overview/statusReason'
import { UnsettledNotice } from './sending/UnsettledNotice'
import { useEnterAgain } from './sending/useEnterAgain'
import type { Again } from './sending/useEnterAgain'
import type { SendWatch } from './sending/useSendWatch'

interface Props {
  order: Order
  format: OrderFormat
  form: OpenForm | null
  watch: SendWatch
  slots: OrderSlots
  nextOrder: (takesFocus: boolean, isQuiet?: boolean) => ReactNode
  /** VTEX does not answer: stands in the button's place. */
  blockedBy?: ReactNode
  onClose: () => void
  onEnd: (send: OrderSend) => void
  onReload: () => void
}

/** The title stands again only after what was pressed has gone. */
function focusTitle() {
  setTimeout(() => {
    const title = document.getElementById('open-title')

    if (title) title.focus()
  }, 0)
}

/** What is still to do on the order, or how the last thing done to it ended. */
export function OpenCard(props: Props) {
  const { format, form, watch, slots, nextOrder, onClose, onEnd, onReload } = props
  const { AgainCard, InvoiceCard } = slots
  const words = useWords()
  const { orderId } = props.order
  const allSends = useSends()
  const { unsettled, again, setAgain } = useEnterAgain(props.order, allSends)
  const last = lastOf(
    allSends,
    (send) => send.orderId === orderId && (isInvoiceSend(send) || send.object.kind === 'handling')
  )
  const handled = last?.object.kind === 'handling' ? last : null
  const invoiced = last && !handled ? last : null
  const state = invoiced && invoiced.state !== 'sending' ? stateOfSend(invoiced, watch.now) : null
  const isMidway = Boolean(invoiced && aboutOf(invoiced).isMidway)
  const isLocked = Boolean(invoiced && (isUnderWay(invoiced) || isUnsettled(state)))
  const sent = isLocked && invoiced ? aboutOf(invoiced).form : undefined
  // What is in the air is counted off the order at once: its own form stays as it was sent.
  const order = sent?.order ?? props.order
  const open = openCardOf(props.order)
  const view = openCardView({
    open,
    packages: order.packages,
    last: invoiced && {
      isReturn: invoiced.object.kind === 'return',
      isMidway,
      hasEndedWell: state !== null && isGoodEnd(state),
      sentForm: sent ?? null,
    },
    form,
    again,
    hasMoreToTell: Boolean(handled) || unsettled.length > 0,
  })
  const units = openUnits(order)
  const aside =
    units > 0
      ? words('order.open-units', { open: units, amount: format.money(order.remainingValue) })
      : order.remainingValue > 0
        ? words('order.open-value', { amount: format.money(order.remainingValue) })
        : undefined

  const resultOf = (send: OrderSend, children?: ReactNode) => (
    <SendResult
      send={send}
      now={watch.now}
      lookIn={watch.lookIn(send)}
      isNews={watch.isNews(send)}
      currency={order.currency}
      timeZone={order.timeZone}
      format={format}
      onLook={onReload}
      onSendAgain={aboutOf(send).again}
      onDismiss={isGoodEnd(stateOfSend(send, watch.now)) ? undefined : () => sends.dismiss(send.id)}
    >
      {children}
    </SendResult>
  )

  // The form comes back in the result's place, and the focus with it.
  const goOnWith = (send: OrderSend) => {
    sends.dismiss(send.id)
    focusTitle()
  }
  const enterAgain = (one: Again | null) => {
    setAgain(one)
    focusTitle()
  }

  if (invoiced && view.kind === 'ENDED_WELL') {
    return (
      <Card id="open" title={words('order.result')}>
        {resultOf(
          invoiced,
          <>
            {open.kind === 'FORM' && (
              <LinkButton onClick={() => goOnWith(invoiced)}>
                {words('result.invoice-rest')}
              </LinkButton>
            )}
            {nextOrder(true)}
          </>
        )}
        {open.kind === 'NONE' && <LeftDraft orderId={orderId} />}
      </Card>
    )
  }

  const notices = unsettled.map((one) => (
    <UnsettledNotice
      key={one.invoiceNumber}
      unsettled={one}
      onLook={onReload}
      onEnterAgain={view.kind === 'AGAIN' || sent ? null : () => enterAgain(one)}
    />
  ))
  const lead = (
    <>
      {notices}
      {invoiced?.state === 'sending' && (
        <SendingNotice send={invoiced}>{nextOrder(false)}</SendingNotice>
      )}
      {invoiced &&
        state !== null &&
        !(isMidway && isGoodEnd(state)) &&
        resultOf(invoiced, (state === 'PAUSED' || isUnsettled(state)) && nextOrder(false))}
      {handled &&
        handled.state !== 'sending' &&
        resultOf(handled, handled.state === 'done' && nextOrder(true, true))}
      {!isLocked && 'canStartHandling' in open && open.canStartHandling && (
        <StartHandling order={order} onEnd={onEnd} />
      )}
    </>
  )
  const blockedBy = isUnsettled(state) ? (
    <p className="ma0 t-small">{words('invoice.locked')}</p>
  ) : invoiced && state === 'PAUSED' ? (
    <WaitingLine send={invoiced} />
  ) : (
    props.blockedBy
  )
  const cardProps = { order, lead, isLocked, blockedBy, onEnd, onReload }
  const card = (own: Partial<InvoiceCardProps> & Pick<InvoiceCardProps, 'title'>, key: string) => (
    <InvoiceCard key={key} type="OUTPUT" replacing={null} {...cardProps} {...own} />
  )

  switch (view.kind) {
    case 'AGAIN':
      return (
        <AgainCard
          key={`again ${view.invoiceNumber}`}
          {...cardProps}
          type={view.type}
          replacing={null}
          title={words(view.type === 'INPUT' ? 'invoice.again-return-send' : 'invoice.again-send', {
            number: view.invoiceNumber,
          })}
          again={view.invoiceNumber}
          onClose={() => enterAgain(null)}
        />
      )
    case 'REPLACE':
      return card(
        {
          title: words('invoice.replace', { number: view.parcel.invoiceNumber }),
          type: view.parcel.type,
          replacing: view.parcel,
          onClose,
        },
        `replace ${view.parcel.invoiceNumber}`
      )
    case 'RETURN':
      return card({ title: words('invoice.return-title'), type: 'INPUT', onClose }, 'return')
    case 'INVOICE':
      return card({ title: words('order.open-title'), aside }, 'invoice')
    case 'RESULT':
      return (
        <Card id="open" title={words('order.result')}>
          {lead}
          <LeftDraft orderId={orderId} />
        </Card>
      )
    case 'NOTHING':
      return <LeftDraft orderId={orderId} />
    case 'HANDLING_ONLY':
      return (
        <Card id="open" title={words('order.open-title')} aside={aside}>
          {handled && handled.state !== 'sending' && resultOf(handled)}
          <StartHandling order={order} onEnd={onEnd} />
        </Card>
      )
    default:
      return <ReasonCard order={order} lead={lead} aside={aside} onReload={onReload} />
  }
}

interface ReasonProps extends Pick<Props, 'order' | 'onReload'> {
  lead: ReactNode
  aside?: string
}

/** In the form's place: why VTEX takes no invoice. */
function ReasonCard({ order, lead, aside, onReload }: ReasonProps) {
  const words = useWords()
  const reason = invoiceReason(order)

  return (
    <Card
      id="open"
      title={words('order.open-title')}
      aside={order.stage === 'CANCELED' ? undefined : aside}
    >
      {lead}
      <p className="ma0">
        {'problem' in reason ? (
          <ProblemText
            problem={reason.problem}
            currency={order.currency}
            timeZone={order.timeZone}
            onRemedy={onReload}
          />
        ) : (
          words(`order.reason-${reason.status}`, { status: order.status })
        )}
      </p>
    </Card>
  )
}
