import React, { useEffect, useMemo, useRef, useState } from 'react'
import { Checkbox } from 'vtex.styleguide'

import { PrimaryButton, TertiaryButton } from '../../shared/components/ActionButton'
import { DateTimeField } from '../../shared/components/DateTimeField'
import { onSendKey } from '../../shared/components/sendKey'
import type {
  UpdateTrackingStatusMutation,
  UpdateTrackingStatusMutationVariables,
} from '../../shared/graphql/generated'
import { usePanelMutation } from '../../shared/graphql/usePanelMutation'
import { isHeld, lastOf } from '../../shared/order/orderSends'
import type { Problem } from '../../shared/order/orderTypes'
import { useOrderFormat } from '../../shared/order/useOrderFormat'
import type { PackageFormProps } from '../../shared/order/slots'
import { problemsOf, useWrite } from '../../shared/order/useWrite'
import type { WriteRequest } from '../../shared/order/useWrite'
import { WaitingLine } from '../../shared/order/WaitingLine'
import { acceptedCodes } from '../../shared/problems/acceptance'
import { ProblemsHere, problemsOrNothing } from '../../shared/problems/ProblemsHere'
import { useTicks } from '../../shared/problems/useTicks'
import { drafts } from '../../shared/sending/drafts'
import { hasGoneWell, useIsBusyBeside, useSends } from '../../shared/sending/sends'
import { useWords } from '../../shared/words/useWords'
import { EventRows } from './EventRows'
import type { EventField } from './EventRows'
import { PasteEvents } from './PasteEvents'
import type { PastedEvent } from './pastedEvents'
import {
  emptyRow,
  filledRows,
  isBlank,
  isKnown,
  leftAfterSend,
  rowsOfPasted,
  statusAction,
  statusInput,
  suggestedDelivery,
} from './statusDraft'
import type { EventRow, StatusAction, StatusDraft } from './statusDraft'
import UPDATE_TRACKING_STATUS from './updateTrackingStatus.graphql'
import { useSettledClose } from './useSettledClose'

interface Props extends Omit<PackageFormProps, 'name'> {
  /** Events with what they say of the delivery; the delivery alone, in one line; or taking it back. */
  about: 'EVENTS' | 'DELIVERY' | 'UNDO'
}

/** Place of a problem: an event by its position among those sent, the delivery, or the form. */
function placeOf(problem: Problem): string {
  const path = problem.field[0] === 'status' ? problem.field.slice(1) : problem.field
  const [name, position, field] = path

  if (name === 'events' && position !== undefined) return `event-${position}-${field || 'date'}`

  return name === 'deliveredDate' || name === 'isDelivered' ? 'delivered' : 'whole'
}

/** What the service would ask before a delivery is taken back: asked at once by whoever came to do just that. */
function takesBack({ deliveredDate }: Props['parcel']): Problem {
  return {
    code: 'DELIVERED_ALREADY',
    severity: 'WARNING',
    field: ['status', 'isDelivered'],
    message: '',
    facts: [{ name: 'deliveredDate', value: deliveredDate || 'unknown' }],
    differences: [],
  }
}

/** Events and delivery of one invoice. */
export function StatusForm({ order, parcel, about, onClose, onEnd }: Props) {
  const words = useWords()
  const format = useOrderFormat(order)
  const ticks = useTicks()
  const { write } = useWrite()
  const { orderId } = order
  const { invoiceNumber } = parcel
  const isEvents = about === 'EVENTS'
  const formName = `${about === 'UNDO' ? 'undo' : 'events'} ${invoiceNumber}`
  const form = useRef<HTMLFormElement>(null)
  const [draft, setDraft] = useState<StatusDraft>(
    () =>
      drafts.get<StatusDraft>(orderId, formName) || {
        rows: isEvents ? [emptyRow()] : [],
        isDelivered: about === 'DELIVERY' || (isEvents && parcel.isDelivered),
        delivered: '',
        pasted: '',
      }
  )
  const mutate = usePanelMutation<
    UpdateTrackingStatusMutation,
    UpdateTrackingStatusMutationVariables
  >(UPDATE_TRACKING_STATUS)
  const last = lastOf(
    useSends(),
    (send) =>
      send.orderId === orderId &&
      send.object.kind === 'delivery' &&
      send.object.number === invoiceNumber
  )
  const isSending = Boolean(last && isHeld(last))
  const isBusy = useIsBusyBeside(orderId, { kind: 'delivery', number: invoiceNumber })

  // Lines that could not be read stay, with their form.
  const finish = () => {
    const left = leftAfterSend(draft)

    if (left) {
      setDraft(left)
      drafts.put(orderId, formName, left)

      return
    }
    drafts.clear(orderId, formName)
    onClose(true)
  }

  useSettledClose(last, finish)
  const [answered, setAnswered] = useState<Problem[]>(() => {
    const left = problemsOf(last)

    return about === 'UNDO' && left.length === 0 ? [takesBack(parcel)] : left
  })
  const suggestion = suggestedDelivery(draft, parcel, format)
  const filled = useMemo(() => filledRows(draft), [draft])
  const action = statusAction(draft, parcel)

  useEffect(() => {
    const first = form.current?.querySelector<HTMLElement>('input')

    if (first) first.focus()
  }, [])

  const change = (next: StatusDraft) => {
    setDraft(next)
    drafts.put(orderId, formName, next)
    setAnswered((problems) => problems.filter((problem) => problem.severity === 'WARNING'))
  }
  const takePasted = (events: PastedEvent[], pasted: string) => {
    const { rows, known } = rowsOfPasted(events, parcel.events, draft.rows, format)

    change({ ...draft, pasted, rows: [...draft.rows.filter((row) => !isBlank(row)), ...rows] })

    return known
  }
  const close = () => {
    drafts.clear(orderId, formName)
    onClose()
  }
  const send = () => {
    const status = statusInput(draft, parcel, format)

    const request: WriteRequest = {
      orderId,
      object: {
        kind: 'delivery',
        number: invoiceNumber,
        isEventsOnly: action === 'ADD',
        isUndone: about === 'UNDO',
      },
      about: {
        awaited: { operation: 'UPDATE_TRACKING_STATUS', invoiceNumber, status },
        invoiceNumber,
        again: () => write(request),
        form: { name: formName, order },
      },
      problems: answered.filter((problem) => problem.severity === 'WARNING'),
      ticks: ticks.given,
      form: form.current,
      run: async () => {
        const accept = acceptedCodes(answered, ticks.given)
        const answer = await mutate({ orderId, invoiceNumber, status, accept })

        return answer.ok ? { ok: true, answer: answer.data.updateTrackingStatus } : answer
      },
      onEnd: (ended) => {
        setAnswered(problemsOf(ended))
        onEnd(ended)
        if (hasGoneWell(ended)) finish()
      },
    }

    write(request)
  }
  const at = (place: string) => answered.filter((problem) => placeOf(problem) === place)
  const here = (place: string) =>
    problemsOrNothing(
      at(place),
      <ProblemsHere
        place={`status-${place}`}
        problems={at(place)}
        ticks={ticks}
        currency={order.currency}
        timeZone={order.timeZone}
        isReadOnly={isSending}
      />
    )
  const problemAt = (row: EventRow, field: EventField) =>
    here(`event-${filled.findIndex((one) => one.key === row.key)}-${field}`)
  const deliveredHint = () => {
    if (suggestion.from === 'NOW') return words('tracking.delivered-now')
    const instant = format.toInstant(suggestion.local)
    const date = instant ? format.moment(instant) : ''

    return suggestion.from === 'STORED'
      ? words('tracking.delivered-stored', { date })
      : words('tracking.delivered-from-event', { date })
  }

  return (
    <form
      ref={form}
      className="it-form it-form--package"
      aria-label={words('tracking.events', { number: invoiceNumber })}
      noValidate
      onSubmit={(event) => event.preventDefault()}
      onKeyDown={onSendKey(send)}
    >
      {isEvents && (
        <>
          <EventRows
            rows={draft.rows}
            offset={format.offset}
            isKnown={(row) => isKnown(row, parcel.events, format)}
            problemAt={problemAt}
            isReadOnly={isSending}
            onChange={(rows) => change({ ...draft, rows })}
          />
          <PasteEvents
            text={draft.pasted}
            onType={(pasted) => change({ ...draft, pasted })}
            onRead={takePasted}
            isReadOnly={isSending}
          />
          {/* A delivery that stands is taken back by an action of its own. */}
          {!parcel.isDelivered && (
            <Checkbox
              id="status-delivered"
              name="status-delivered"
              checked={draft.isDelivered}
              disabled={isSending}
              label={words('tracking.delivered')}
              onChange={() => change({ ...draft, isDelivered: !draft.isDelivered })}
            />
          )}
        </>
      )}
      {draft.isDelivered && (
        <DateTimeField
          id="status-deliveredDate"
          width="short"
          label={words('tracking.delivered-on', { offset: format.offset })}
          value={draft.delivered}
          onChange={(delivered) => change({ ...draft, delivered })}
          isReadOnly={isSending}
          hint={draft.delivered ? undefined : deliveredHint()}
          problem={here('delivered')}
          isInvalid={at('delivered').some((problem) => problem.severity === 'ERROR')}
        />
      )}
      {!draft.isDelivered && here('delivered')}
      {here('whole')}
      <div className="it-form__end">
        {last?.state === 'unknown' ? (
          <p className="ma0 t-small">{words('invoice.locked')}</p>
        ) : last?.state === 'waiting' ? (
          <WaitingLine send={last} />
        ) : (
          <>
            <PrimaryButton onClick={send} isLoading={isSending} keepsFocus>
              {words(WORDS_OF[action], { count: filled.length, number: invoiceNumber })}
            </PrimaryButton>
            <TertiaryButton onClick={close}>{words('tracking.cancel')}</TertiaryButton>
          </>
        )}
        {isBusy && <span className="it-form__note t-small">{words('sends.busy')}</span>}
      </div>
    </form>
  )
}

const WORDS_OF: Record<StatusAction, string> = {
  ADD: 'tracking.send-add',
  ADD_AND_DELIVER: 'tracking.send-add-and-deliver',
  DELIVER: 'tracking.send-deliver',
  TAKE_BACK: 'tracking.send-take-back',
  ADD_AND_TAKE_BACK: 'tracking.send-add-and-take-back',
  CORRECT: 'tracking.send-correct',
}
