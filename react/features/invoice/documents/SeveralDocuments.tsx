import React, { useEffect, useState } from 'react'
import type { ReactNode } from 'react'
import { IconClose } from 'vtex.styleguide'

import { LinkButton, PrimaryButton, TertiaryButton } from '../../../shared/components/ActionButton'
import { Dialog } from '../../../shared/components/Dialog'
import { Notice } from '../../../shared/components/Notice'
import { StickyBar } from '../../../shared/components/StickyBar'
import type { OrderSend } from '../../../shared/order/orderSends'
import type { Order } from '../../../shared/order/orderTypes'
import { useOrderFormat } from '../../../shared/order/useOrderFormat'
import { useDrafts } from '../../../shared/sending/drafts'
import { useSends } from '../../../shared/sending/sends'
import { useWords } from '../../../shared/words/useWords'
import { countUnits } from './documentPlan'
import type { InvoiceDocument } from '../invoiceDraft'
import { documentWords } from './documentWords'
import { isOpenState, severalDraft } from './severalDraft'
import type { DocumentState } from './severalDraft'
import type { Documents } from './useDocuments'
import { useSeveralChecks } from './useSeveralChecks'
import { planOf, SAID_WORDS, useSendSeveral } from './useSendSeveral'

interface Props {
  order: Order
  documents: Documents
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
  CANCELED: 'invoice.several-canceled',
}

function sumOf(documents: readonly InvoiceDocument[]): number {
  return documents.reduce((total, { read }) => total + (read.value || 0), 0)
}

/** One invoice a document, one after the other; stops at the first that is not taken. */
export function SeveralDocuments(props: Props) {
  const { order, documents, isLocked, blockedBy, onOpen, onEnd } = props
  const words = useWords()
  const format = useOrderFormat(order)
  const { orderId } = order
  /** What was asked about: a file that is read while the question stands is no part of the answer. */
  const [asked, setAsked] = useState<InvoiceDocument[] | null>(null)
  const sendAll = useSendSeveral(orderId, onEnd)

  useDrafts()
  useSends()
  const plan = planOf(orderId)
  const waiting = plan.filter(({ state }) => isOpenState(state))
  const sum = sumOf(waiting.map(({ document }) => document))
  const isSending = plan.some(({ state }) => state === 'SENDING')
  const hasBegun = plan.some(({ state }) => state !== 'UNSENT')
  const stopped = plan.find(({ state }) => state === 'STOPPED')
  const said = severalDraft.said(orderId)
  const grave = useSeveralChecks(order, plan)

  useEffect(() => {
    severalDraft.comeBack(orderId, order.items)
    // Where it comes back, it comes back to the order as it stands then.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [])

  const press = () => {
    if (isSending) return
    const pressed = waiting.map(({ document }) => document)

    if (sum === order.remainingValue || pressed.length < 2) void sendAll(pressed)
    else setAsked(pressed)
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
              {grave.has(document) ? (
                <span className="db it-several__wrong">{grave.get(document)}</span>
              ) : (
                !units && <span className="db">{words('invoice.several-by-value')}</span>
              )}
            </span>
            <span>{(hasBegun || state === 'CANCELED') && words(STATE_WORDS[state])}</span>
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
      {documents.reading && (
        <p className="ma0 t-small">{words('invoice.reading', { fileName: documents.reading })}</p>
      )}
      {documents.refusals.map((sentence) => (
        <Notice key={sentence} tone="wrong">
          {sentence}
        </Notice>
      ))}
      {said && <Notice tone="look">{words(SAID_WORDS[said])}</Notice>}
      <StickyBar className="it-sendbar it-form__end">
        {blockedBy || (
          <PrimaryButton
            id="invoice-send"
            onClick={press}
            isLoading={isSending}
            isIdle={waiting.length === 0}
          >
            {words('invoice.several-send', { count: waiting.length, amount: format.money(sum) })}
          </PrimaryButton>
        )}
        {!isSending && !isLocked && (
          <TertiaryButton onClick={() => severalDraft.clear(orderId)}>
            {words('cancel')}
          </TertiaryButton>
        )}
      </StickyBar>
      {asked && (
        <Dialog
          id="several"
          title={words('invoice.several-sum-title')}
          onCancel={() => setAsked(null)}
          actions={
            <>
              <TertiaryButton onClick={() => setAsked(null)}>{words('cancel')}</TertiaryButton>
              <PrimaryButton
                onClick={() => {
                  setAsked(null)
                  void sendAll(asked)
                }}
              >
                {words('invoice.several-confirm', { count: asked.length })}
              </PrimaryButton>
            </>
          }
        >
          {words('invoice.several-sum', {
            count: asked.length,
            sum: format.money(sumOf(asked)),
            remaining: format.money(order.remainingValue),
          })}
        </Dialog>
      )}
    </div>
  )
}
