import React, { useEffect, useRef, useState } from 'react'
import { Checkbox } from 'vtex.styleguide'

import { PrimaryButton, TertiaryButton } from '../../shared/components/ActionButton'
import type {
  UpdatePartialInvoiceMutation,
  UpdatePartialInvoiceMutationVariables,
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
import { TrackingDetailFields, TrackingNumberField } from '../../shared/tracking/TrackingFields'
import { changesOf, draftOf } from '../../shared/tracking/trackingDraft'
import type { TrackingDraft } from '../../shared/tracking/trackingDraft'
import { useCarriers } from '../../shared/tracking/useCarriers'
import { useWords } from '../../shared/words/useWords'
import { onSendKey } from '../../shared/components/sendKey'
import { useNewNumberEvent } from './useNewNumberEvent'
import { useSettledClose } from './useSettledClose'
import UPDATE_PARTIAL_INVOICE from './updatePartialInvoice.graphql'

type Props = Omit<PackageFormProps, 'name'>

const PLACES = ['trackingNumber', 'courier', 'trackingUrl', 'dispatchedDate']

function placeOf(problem: Problem): string {
  const name = problem.field[0] === 'tracking' ? problem.field[1] : problem.field[0]

  return name && PLACES.includes(name) ? name : 'whole'
}

/** Opens filled with what VTEX holds; sends what was changed and nothing else. */
export function TrackingForm({ order, parcel, onClose, onEnd }: Props) {
  const words = useWords()
  const format = useOrderFormat(order)
  const choices = useCarriers()
  const ticks = useTicks()
  const { write } = useWrite()
  const { orderId } = order
  const { invoiceNumber } = parcel
  const formName = `track ${invoiceNumber}`
  const [draft, setDraft] = useState<TrackingDraft>(
    () => drafts.get<TrackingDraft>(orderId, formName) || draftOf(parcel)
  )
  const [namesNumber, setNamesNumber] = useState(false)
  const form = useRef<HTMLFormElement>(null)
  const number = useRef<HTMLInputElement>(null)
  const tellNewNumber = useNewNumberEvent(order, parcel)
  const mutate = usePanelMutation<
    UpdatePartialInvoiceMutation,
    UpdatePartialInvoiceMutationVariables
  >(UPDATE_PARTIAL_INVOICE)
  const last = lastOf(
    useSends(),
    (send) =>
      send.orderId === orderId &&
      send.object.kind === 'tracking' &&
      send.object.number === invoiceNumber
  )
  const isSending = Boolean(last && isHeld(last))
  const object = { kind: 'tracking' as const, number: invoiceNumber }
  const isBusy = useIsBusyBeside(orderId, object)

  useSettledClose(last, () => onClose(true))
  const [answered, setAnswered] = useState<Problem[]>(() => problemsOf(last))
  const replaces = Boolean(parcel.trackingNumber) && draft.trackingNumber !== parcel.trackingNumber

  useEffect(() => {
    if (number.current) number.current.focus()
  }, [])

  const change = (next: TrackingDraft) => {
    setDraft(next)
    drafts.put(orderId, formName, next)
    // An error belongs to what was sent; a tick still answers its warning.
    setAnswered((problems) => problems.filter((problem) => problem.severity === 'WARNING'))
  }
  const close = () => {
    drafts.clear(orderId, formName)
    onClose()
  }
  const send = () => {
    const tracking = {
      ...changesOf(parcel, draft),
      ...(draft.dispatched
        ? { dispatchedDate: format.toInstant(draft.dispatched) || draft.dispatched }
        : {}),
    }

    const request: WriteRequest = {
      orderId,
      object,
      about: {
        awaited: { operation: 'UPDATE_PARTIAL_INVOICE', invoiceNumber, change: tracking },
        invoiceNumber,
        again: () => write(request),
        form: { name: formName, order },
      },
      problems: answered.filter((problem) => problem.severity === 'WARNING'),
      ticks: ticks.given,
      form: form.current,
      run: async () => {
        const answer = await mutate({
          orderId,
          invoiceNumber,
          tracking,
          accept: acceptedCodes(answered, ticks.given),
        })

        return answer.ok ? { ok: true, answer: answer.data.updatePartialInvoice } : answer
      },
      onEnd: (ended) => {
        setAnswered(problemsOf(ended))
        onEnd(ended)
        if (!hasGoneWell(ended)) return
        drafts.clear(orderId, formName)
        if (namesNumber && replaces) tellNewNumber(draft.trackingNumber, onEnd)
        onClose(true)
      },
    }

    write(request)
  }
  const at = (place: string) => answered.filter((problem) => placeOf(problem) === place)
  const here = (place: string) => (
    <ProblemsHere
      place={`track-${place}`}
      problems={at(place)}
      ticks={ticks}
      currency={order.currency}
      timeZone={order.timeZone}
      isReadOnly={isSending}
    />
  )
  const fields = {
    idPrefix: 'track',
    draft,
    choices,
    offset: format.offset,
    onChange: change,
    problemAt: (place: string) => problemsOrNothing(at(place), here(place)),
    isInvalidAt: (place: string) => at(place).some((problem) => problem.severity === 'ERROR'),
    isReadOnly: isSending,
    numberRef: number,
    formerNumber: parcel.trackingNumber,
  }

  return (
    <form
      ref={form}
      className="it-form it-form--package"
      aria-label={words('tracking.form', { number: invoiceNumber })}
      noValidate
      onSubmit={(event) => event.preventDefault()}
      onKeyDown={onSendKey(send)}
    >
      <TrackingNumberField {...fields} />
      <TrackingDetailFields {...fields} />
      {replaces && (
        <Checkbox
          id="track-names-number"
          name="track-names-number"
          checked={namesNumber}
          label={words('tracking.name-new-number')}
          onChange={() => setNamesNumber(!namesNumber)}
        />
      )}
      {at('whole').length > 0 && <div>{here('whole')}</div>}
      <div className="it-form__end">
        {last?.state === 'unknown' ? (
          <p className="ma0 t-small">{words('invoice.locked')}</p>
        ) : last?.state === 'waiting' ? (
          <WaitingLine send={last} />
        ) : (
          <>
            <PrimaryButton onClick={send} isLoading={isSending} keepsFocus>
              {words('tracking.save', { number: invoiceNumber })}
            </PrimaryButton>
            <TertiaryButton onClick={close}>{words('tracking.cancel')}</TertiaryButton>
          </>
        )}
        <span className="it-form__note t-small">
          {words(isBusy ? 'sends.busy' : 'tracking.only-changes')}
        </span>
      </div>
    </form>
  )
}
