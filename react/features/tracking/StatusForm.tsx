import React, { useLayoutEffect, useMemo } from 'react'
import { TickBox } from '../../shared/components/TickBox'

import { DateTimeField } from '../../shared/components/DateTimeField'
import type {
  UpdateTrackingStatusMutation,
  UpdateTrackingStatusMutationVariables,
} from '../../shared/graphql/generated'
import { usePanelMutation } from '../../shared/graphql/usePanelMutation'
import type { Problem } from '../../shared/order/orderTypes'
import type { PackageFormProps } from '../../shared/order/slots'
import { useOrderFormat } from '../../shared/order/useOrderFormat'
import { useWords } from '../../shared/words/useWords'
import { EventRows } from './EventRows'
import type { EventField } from './EventRows'
import { PackageFormFrame } from './PackageFormFrame'
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
import { usePackageForm } from './usePackageForm'

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
export function StatusForm({ about, ...props }: Props) {
  const { order, parcel } = props
  const words = useWords()
  const format = useOrderFormat(order)
  const { orderId } = order
  const { invoiceNumber } = parcel
  const isEvents = about === 'EVENTS'
  const mutate = usePanelMutation<
    UpdateTrackingStatusMutation,
    UpdateTrackingStatusMutationVariables
  >(UPDATE_TRACKING_STATUS)
  const controller = usePackageForm<StatusDraft>({
    ...props,
    kind: 'delivery',
    name: about === 'UNDO' ? 'undo' : 'events',
    foreseen: about === 'UNDO' ? [takesBack(parcel)] : [],
    start: () => ({
      rows: isEvents ? [emptyRow()] : [],
      isDelivered: about === 'DELIVERY' || (isEvents && parcel.isDelivered),
      delivered: '',
      pasted: '',
    }),
    placeOf,
    sendOf: (draft) => {
      const status = statusInput(draft, parcel, format)

      return {
        awaited: { operation: 'UPDATE_TRACKING_STATUS', invoiceNumber, status },
        isEventsOnly: statusAction(draft, parcel) === 'ADD',
        isUndone: about === 'UNDO',
        run: async (accept) => {
          const answer = await mutate({ orderId, invoiceNumber, status, accept })

          return answer.ok ? { ok: true, answer: answer.data.updateTrackingStatus } : answer
        },
      }
    },
    // Lines that could not be read stay, with their form.
    leftOf: leftAfterSend,
  })
  const { form, draft, change, isSending, problemsAt, isInvalidAt } = controller
  const suggestion = suggestedDelivery(draft, parcel, format)
  const filled = useMemo(() => filledRows(draft), [draft])
  const action = statusAction(draft, parcel)

  useLayoutEffect(() => {
    const first = form.current?.querySelector<HTMLElement>('input')

    if (first) first.focus()
  }, [form])

  const takePasted = (events: PastedEvent[], pasted: string) => {
    const { rows, known } = rowsOfPasted(events, parcel.events, draft.rows, format)

    change({ ...draft, pasted, rows: [...draft.rows.filter((row) => !isBlank(row)), ...rows] })

    return known
  }
  const problemAt = (row: EventRow, field: EventField) =>
    problemsAt(`event-${filled.findIndex((one) => one.key === row.key)}-${field}`)
  const deliveredHint = () => {
    if (suggestion.from === 'NOW') return words('tracking.delivered-now')
    const instant = format.toInstant(suggestion.local)
    const date = instant ? format.moment(instant) : ''

    return suggestion.from === 'STORED'
      ? words('tracking.delivered-stored', { date })
      : words('tracking.delivered-from-event', { date })
  }

  return (
    <PackageFormFrame
      controller={controller}
      name={words('tracking.events', { number: invoiceNumber })}
      sendWords={words(WORDS_OF[action], { count: filled.length, number: invoiceNumber })}
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
            <TickBox
              id="status-delivered"
              isTicked={draft.isDelivered}
              isReadOnly={isSending}
              label={words('tracking.delivered')}
              onTick={(isDelivered) => change({ ...draft, isDelivered })}
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
          problem={problemsAt('delivered')}
          isInvalid={isInvalidAt('delivered')}
        />
      )}
      {!draft.isDelivered && problemsAt('delivered')}
      {problemsAt('whole')}
    </PackageFormFrame>
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
