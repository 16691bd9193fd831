import React, { useState } from 'react'
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
import { useDrafts } from '../../shared/sending/drafts'
import { sends, useSends } from '../../shared/sending/sends'
import { useWords } from '../../shared/words/useWords'
import { countUnits, plannedInput, planDocuments } from './documentPlan'
import type { InvoiceDocument } from './invoiceDraft'
import NOTIFY_INVOICE from './notifyInvoice.graphql'
import { documentWords } from './documentWords'
import { numberOf, SEVERAL, severalDraft } from './severalDraft'
import type { DocumentState } from './severalDraft'

interface Props {
  order: Order
  /** Nobody knows yet how one of them ended: no other may go out. */
  isLocked: boolean
  /** Why nothing can be sent right now, in the button's place. */
  blockedBy?: ReactNode
  onOpen: (document: InvoiceDocument) => void
  onEnd: (send: OrderSend) => void
}

const STATE_WORDS: Record<DocumentState, string> = {
  UNSENT: 'invoice.several-waiting',
  SENDING: 'invoice.several-sending',
  TAKEN: 'invoice.several-taken',
  STOPPED: 'invoice.several-not-taken',
  UNSURE: 'invoice.several-unsure',
}

function planOf(orderId: string) {
  const entries = severalDraft.read(orderId)
  const documents = entries.map(({ document }) => document)

  return planDocuments(documents, severalDraft.items(orderId)).map((planned, place) => ({
    ...planned,
    state: entries[place].state,
    isLast: place === entries.length - 1,
  }))
}

/** One invoice a document, one after the other; stops at the first that is not taken. */
export function SeveralDocuments({ order, isLocked, blockedBy, onOpen, onEnd }: Props) {
  const words = useWords()
  const endWords = useEndWords()
  const format = useOrderFormat(order)
  const { orderId } = order
  const [isAsking, setAsking] = useState(false)
  const mutate = usePanelMutation<NotifyInvoiceMutation, NotifyInvoiceMutationVariables>(
    NOTIFY_INVOICE
  )

  useDrafts()
  useSends()
  const plan = planOf(orderId)
  const waiting = plan.filter(({ state }) => state !== 'TAKEN')
  const sum = waiting.reduce((total, { document }) => total + (document.read.value || 0), 0)
  const isSending = plan.some(({ state }) => state === 'SENDING')
  const hasBegun = plan.some(({ state }) => state !== 'UNSENT')
  const stopped = plan.find(({ state }) => state === 'STOPPED')

  const sendOne = async (planned: ReturnType<typeof planOf>[number]): Promise<OrderSend | null> => {
    const number = numberOf(planned.document)
    const started = sends.start<WritePayload>({
      orderId,
      object: { kind: 'invoice', number },
      about: {
        awaited: { operation: 'NOTIFY_INVOICE', invoiceNumber: number, type: 'OUTPUT' },
        units: countUnits(planned.units),
        amount: planned.document.read.value,
        isMidway: !planned.isLast,
        again: () => void sendAll(),
        form: { name: SEVERAL },
      },
      run: async () => {
        const answer = await mutate({
          orderId,
          invoice: plannedInput(planned),
          accept: [],
        } as unknown as NotifyInvoiceMutationVariables)

        return answer.ok ? learnOrder({ ok: true, answer: answer.data.notifyInvoice }) : answer
      },
    })

    return started ? ((await started) as unknown as OrderSend) : null
  }

  // Goes on from where it stopped, whatever is mounted then.
  const sendAll = async () => {
    let last = null as OrderSend | null

    for (;;) {
      const next = planOf(orderId).find(({ state }) => state !== 'TAKEN')

      if (!next) break
      severalDraft.mark(orderId, next.document, 'SENDING')
      const send = await sendOne(next)
      const isTaken = send && (send.state === 'done' || send.state === 'applying')

      severalDraft.mark(orderId, next.document, isTaken ? 'TAKEN' : 'STOPPED')
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
    severalDraft.clear(orderId)
    if (last) onEnd(last)
  }
  const press = () => {
    if (isSending) return
    if (sum === order.remainingValue || waiting.length < 2) void sendAll()
    else setAsking(true)
  }

  return (
    <div className="it-several">
      <p className="ma0 mb3">{words('invoice.several', { count: waiting.length })}</p>
      {stopped && !isLocked && (
        <Notice
          tone="wrong"
          action={
            <LinkButton onClick={() => onOpen(stopped.document)}>
              {words('invoice.several-open')}
            </LinkButton>
          }
        >
          {words('invoice.several-stopped', {
            document: documentWords(words, stopped.document),
          })}
        </Notice>
      )}
      <ul className="it-several__list t-small">
        {plan.map(({ document, units, state }, place) => (
          <li key={`${document.fileName}-${place}`} className="it-several__line">
            <span className="it-several__name">
              {words('invoice.several-line', {
                document: documentWords(words, document),
                units: countUnits(units),
              })}
              {!units && <span className="db">{words('invoice.several-by-value')}</span>}
            </span>
            <span>{hasBegun && words(STATE_WORDS[state])}</span>
            <span className="it-tabular">
              {document.read.value == null ? '' : format.money(document.read.value)}
            </span>
            {!isSending && !isLocked && state !== 'TAKEN' && (
              <button
                type="button"
                className="it-icon-button"
                aria-label={words('invoice.remove-document', { fileName: document.fileName })}
                onClick={() => severalDraft.remove(orderId, document)}
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
          <TertiaryButton onClick={() => severalDraft.clear(orderId)}>
            {words('invoice.cancel')}
          </TertiaryButton>
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
              <PrimaryButton
                onClick={() => {
                  setAsking(false)
                  void sendAll()
                }}
              >
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
