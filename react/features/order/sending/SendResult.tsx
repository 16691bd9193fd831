import React, { useLayoutEffect, useRef } from 'react'
import type { ReactNode } from 'react'

import { LinkButton, SecondaryButton } from '../../../shared/components/ActionButton'
import { hasFocus } from '../../../shared/components/hasFocus'
import { Notice } from '../../../shared/components/Notice'
import type { NoticeTone } from '../../../shared/components/Notice'
import { ProblemText } from '../../../shared/components/ProblemText'
import { aboutOf } from '../../../shared/order/orderSends'
import type { OrderSend } from '../../../shared/order/orderSends'
import type { Currency } from '../../../shared/order/orderTypes'
import type { OrderFormat } from '../../../shared/order/useOrderFormat'
import { useEndWords } from '../../../shared/order/useEndWords'
import { resultState } from '../../../shared/order/resultModel'
import type { ResultState } from '../../../shared/order/resultModel'
import { useSecondsUntil } from '../../../shared/order/useSecondsUntil'
import { problemsOf } from '../../../shared/order/useWrite'
import { sends } from '../../../shared/sending/sends'
import { useOutcomeWords } from '../../../shared/sending/useOutcomeWords'
import { useWords } from '../../../shared/words/useWords'

interface Props {
  send: OrderSend
  now: number
  lookIn: number | null
  /** It came while the person was here: where it needs them, it takes the focus. */
  isNews: boolean
  currency: Currency
  timeZone: string | null
  format: OrderFormat
  onLook: () => void
  onSendAgain?: () => void
  onDismiss?: () => void
  /** Next order, or what else follows a good end. */
  children?: ReactNode
}

const TONES: Record<ResultState, NoticeTone> = {
  PAUSED: 'wait',
  DONE: 'done',
  // Nothing was sent: what the person came to do may be still to do.
  ALREADY: 'look',
  APPLYING: 'wait',
  SLOW: 'wait',
  REFUSED: 'look',
  FAILED: 'wrong',
  UNKNOWN: 'look',
  MAY_SEND_AGAIN: 'look',
}

/** How a send stands now, in the terms of the result model. */
export function stateOfSend(send: OrderSend, now: number): ResultState {
  if (send.state === 'waiting') return 'PAUSED'
  if (send.state === 'refused') return 'REFUSED'
  if (send.state === 'failed') return 'FAILED'
  const outcome =
    send.state === 'unknown'
      ? 'UNKNOWN'
      : send.state === 'applying'
        ? 'ACCEPTED'
        : send.answer?.outcome === 'ALREADY_APPLIED'
          ? 'ALREADY_APPLIED'
          : 'APPLIED'

  const { sentAt, retryAt } = send

  return resultState({ outcome, sentAt, retryAt, shown: send.state === 'done' }, now)
}

/** Ends that have been shown once: a card that is folded and opened again is no news. */
const said = new Set<string>()

/** What happened to which invoice, and what comes next. */
export function SendResult(props: Props) {
  const { send, now, lookIn, isNews, currency, timeZone, format, onLook } = props
  const { onSendAgain, onDismiss } = props
  const words = useWords()
  const endWords = useEndWords()
  const { objectWords } = useOutcomeWords()
  const seconds = useSecondsUntil(send.waitsUntil)
  const sentence = useRef<HTMLDivElement>(null)
  const state = stateOfSend(send, now)
  const object = objectWords(send.object)
  const { units, amount } = aboutOf(send)
  const isOver = ['DONE', 'ALREADY', 'REFUSED', 'FAILED'].includes(state)
  const needsPerson = isNews && ['REFUSED', 'FAILED', 'UNKNOWN'].includes(state)

  useLayoutEffect(() => {
    if (!needsPerson || !sentence.current || said.has(`${send.id} ${send.turn}`)) return
    said.add(`${send.id} ${send.turn}`)
    // Not out of a field in which the person has begun something else.
    if (hasFocus(sentence.current.closest('section'))) sentence.current.focus()
  }, [send.id, send.turn, needsPerson])

  const text =
    state === 'PAUSED'
      ? words('result.paused', { object, seconds })
      : state === 'SLOW'
        ? words('result.slow', { object })
        : state === 'MAY_SEND_AGAIN'
          ? words('result.nothing-arrived', { object })
          : endWords(send)
  const canLook = state === 'APPLYING' || state === 'SLOW' || state === 'UNKNOWN'
  const whole =
    state === 'FAILED' || state === 'REFUSED'
      ? problemsOf(send).filter((problem) => problem.field.length === 0)
      : []

  return (
    <Notice
      tone={TONES[state]}
      focusRef={sentence}
      action={
        <>
          {state === 'PAUSED' && (
            <LinkButton onClick={() => sends.stop(send.id)}>{words('slow.stop')}</LinkButton>
          )}
          {canLook && <LinkButton onClick={onLook}>{words('result.look-now')}</LinkButton>}
          {state === 'MAY_SEND_AGAIN' && onSendAgain && (
            <SecondaryButton size="small" onClick={onSendAgain}>
              {words('result.send-again')}
            </SecondaryButton>
          )}
          {onDismiss && isOver && (
            <LinkButton onClick={onDismiss}>{words('result.dismiss')}</LinkButton>
          )}
          {props.children}
        </>
      }
    >
      {text}
      {units !== undefined && amount != null && (state === 'DONE' || state === 'APPLYING') && (
        <span className="it-result__about t-small it-tabular">
          {words('result.units', { units, amount: format.money(amount) })}
        </span>
      )}
      {state === 'FAILED' &&
        whole.map((problem) => (
          <div key={problem.code} className="t-small">
            <ProblemText problem={problem} currency={currency} timeZone={timeZone} />
          </div>
        ))}
      {state === 'UNKNOWN' && lookIn !== null && (
        <div className="t-small it-tabular">{words('result.next-look', { seconds: lookIn })}</div>
      )}
    </Notice>
  )
}
