import React, { useMemo, useRef, useState } from 'react'
import type { ReactNode } from 'react'
import { IconClose } from 'vtex.styleguide'

import { LinkButton, PrimaryButton, TertiaryButton } from '../../shared/components/ActionButton'
import { Dialog } from '../../shared/components/Dialog'
import { Notice } from '../../shared/components/Notice'
import { announce, announceAlert } from '../../shared/components/StatusLine'
import type {
  NotifyInvoiceMutation,
  NotifyInvoiceMutationVariables,
} from '../../shared/graphql/generated'
import { usePanelMutation } from '../../shared/graphql/usePanelMutation'
import { learnOrder } from '../../shared/order/learnedOrders'
import type { OrderSend } from '../../shared/order/orderSends'
import type { Order, WritePayload } from '../../shared/order/orderTypes'
import { useEndWords } from '../../shared/order/useEndWords'
import { useOrderFormat } from '../../shared/order/useOrderFormat'
import { sends } from '../../shared/sending/sends'
import { useWords } from '../../shared/words/useWords'
import { countUnits, plannedInput, planDocuments } from './documentPlan'
import type { InvoiceDocument } from './invoiceDraft'
import NOTIFY_INVOICE from './notifyInvoice.graphql'
import { documentWords } from './documentWords'

interface Props {
  order: Order
  documents: InvoiceDocument[]
  /** Nobody knows yet how one of them ended: no other may go out. */
  isLocked: boolean
  /** Why nothing can be sent right now, in the button's place. */
  blockedBy?: ReactNode
  onChange: (documents: InvoiceDocument[]) => void
  onOpen: (document: InvoiceDocument) => void
  onEnd: (send: OrderSend) => void
}

type State = 'WAITING' | 'SENDING' | 'TAKEN' | 'STOPPED'

/** One invoice a document, one after the other; stops at the first that is not taken. */
export function SeveralDocuments(props: Props) {
  const { order, documents, isLocked, blockedBy, onChange, onOpen, onEnd } = props
  const words = useWords()
  const endWords = useEndWords()
  const format = useOrderFormat(order)
  const [states, setStates] = useState<State[]>([])
  // What is sent again later goes on from where it stopped, whatever was drawn when it was first pressed.
  const taken = useRef(new Set<number>())
  const [isAsking, setAsking] = useState(false)
  // Units are shared out once, from the order as it was: what is taken meanwhile must not be shared again.
  const [items] = useState(order.items)
  const plan = useMemo(() => planDocuments(documents, items), [documents, items])
  const mutate = usePanelMutation<NotifyInvoiceMutation, NotifyInvoiceMutationVariables>(
    NOTIFY_INVOICE
  )
  const waiting = plan.filter((_, place) => states[place] !== 'TAKEN')
  const sum = waiting.reduce((total, { document }) => total + (document.read.value || 0), 0)
  const isSending = states.includes('SENDING')
  const stopped = states.indexOf('STOPPED')
  const setState = (place: number, state: State) =>
    setStates((before) => plan.map((_, at) => (at === place ? state : before[at] || 'WAITING')))

  const sendOne = async (place: number): Promise<OrderSend | null> => {
    const planned = plan[place]
    const number = planned.document.read.number || planned.document.fileName
    const started = sends.start<WritePayload>({
      orderId: order.orderId,
      object: { kind: 'invoice', number },
      about: {
        awaited: { operation: 'NOTIFY_INVOICE', invoiceNumber: number, type: 'OUTPUT' },
        units: countUnits(planned.units),
        amount: planned.document.read.value,
        isMidway: place < plan.length - 1,
        again: () => void sendAll(),
        form: { name: 'invoice', order },
      },
      run: async () => {
        const answer = await mutate({
          orderId: order.orderId,
          invoice: plannedInput(planned),
          accept: [],
        } as unknown as NotifyInvoiceMutationVariables)

        return answer.ok ? learnOrder({ ok: true, answer: answer.data.notifyInvoice }) : answer
      },
    })

    return started ? ((await started) as unknown as OrderSend) : null
  }

  const sendAll = async () => {
    setAsking(false)
    let last = null as OrderSend | null

    for (let place = 0; place < plan.length; place += 1) {
      if (taken.current.has(place)) continue
      setState(place, 'SENDING')
      const send = await sendOne(place)
      const isTaken = send && (send.state === 'done' || send.state === 'applying')

      if (isTaken) taken.current.add(place)
      setState(place, isTaken ? 'TAKEN' : 'STOPPED')
      if (!send || !isTaken) {
        if (send) announceAlert(endWords(send))
        // What went before has changed the order; this one may have.
        if (last) onEnd(last)
        else if (send && send.state === 'unknown') onEnd(send)

        return
      }
      announce(endWords(send))
      last = send
    }
    if (last) onEnd(last)
  }
  const press = () => {
    if (isSending) return
    if (sum === order.remainingValue || waiting.length < 2) void sendAll()
    else setAsking(true)
  }
  const stateWords = (place: number) => {
    const state = states[place]

    if (state === 'TAKEN') return words('invoice.several-taken')
    if (state === 'SENDING') return words('invoice.several-sending')

    return state ? words('invoice.several-waiting') : null
  }

  return (
    <div className="it-several">
      <p className="ma0 mb3">{words('invoice.several', { count: documents.length })}</p>
      {stopped >= 0 && !isLocked && (
        <Notice
          tone="wrong"
          action={
            <LinkButton onClick={() => onOpen(documents[stopped])}>
              {words('invoice.several-open')}
            </LinkButton>
          }
        >
          {words('invoice.several-stopped', {
            document: documentWords(words, documents[stopped]),
          })}
        </Notice>
      )}
      <ul className="it-several__list t-small">
        {plan.map(({ document, units }, place) => (
          <li key={`${document.fileName}-${place}`} className="it-several__line">
            <span className="it-several__name">
              {words('invoice.several-line', {
                document: documentWords(words, document),
                units: countUnits(units),
              })}
              {!units && <span className="db">{words('invoice.several-by-value')}</span>}
            </span>
            <span>{stateWords(place)}</span>
            <span className="it-tabular">
              {document.read.value == null ? '' : format.money(document.read.value)}
            </span>
            {!isSending && !isLocked && states[place] !== 'TAKEN' && (
              <button
                type="button"
                className="it-icon-button"
                aria-label={words('invoice.remove-document', { fileName: document.fileName })}
                onClick={() => onChange(documents.filter((one) => one !== document))}
              >
                <IconClose size={12} />
              </button>
            )}
          </li>
        ))}
      </ul>
      <div className="it-sendbar it-form__end">
        {blockedBy || (
          <PrimaryButton id="invoice-send" onClick={press} isLoading={isSending}>
            {words('invoice.several-send', { count: waiting.length, amount: format.money(sum) })}
          </PrimaryButton>
        )}
        {!isSending && !isLocked && (
          <TertiaryButton onClick={() => onChange([])}>{words('invoice.cancel')}</TertiaryButton>
        )}
      </div>
      {isAsking && (
        <Dialog
          id="several"
          title={words('invoice.several-sum-title')}
          onCancel={() => setAsking(false)}
          actions={
            <>
              <TertiaryButton onClick={() => setAsking(false)}>
                {words('invoice.cancel')}
              </TertiaryButton>
              <PrimaryButton onClick={sendAll}>
                {words('invoice.several-confirm', { count: waiting.length })}
              </PrimaryButton>
            </>
          }
        >
          {words('invoice.several-sum', {
            count: waiting.length,
            sum: format.money(sum),
            remaining: format.money(order.remainingValue),
          })}
        </Dialog>
      )}
    </div>
  )
}
