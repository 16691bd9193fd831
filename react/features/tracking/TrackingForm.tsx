import React, { useLayoutEffect, useRef, useState } from 'react'
import { TickBox } from '../../shared/components/TickBox'

import type {
  UpdatePartialInvoiceMutation,
  UpdatePartialInvoiceMutationVariables,
} from '../../shared/graphql/generated'
import { usePanelMutation } from '../../shared/graphql/usePanelMutation'
import type { Problem } from '../../shared/order/orderTypes'
import type { PackageFormProps } from '../../shared/order/slots'
import { useOrderFormat } from '../../shared/order/useOrderFormat'
import { compactNumber } from '../../shared/tracking/carrier'
import { TrackingDetailFields, TrackingNumberField } from '../../shared/tracking/TrackingFields'
import { changesOf, draftOf, numberOf } from '../../shared/tracking/trackingDraft'
import type { TrackingDraft } from '../../shared/tracking/trackingDraft'
import { useCarriers } from '../../shared/tracking/useCarriers'
import { useWords } from '../../shared/words/useWords'
import { PackageFormFrame } from './PackageFormFrame'
import UPDATE_PARTIAL_INVOICE from './updatePartialInvoice.graphql'
import { useNewNumberEvent } from './useNewNumberEvent'
import { usePackageForm } from './usePackageForm'

const PLACES = ['trackingNumber', 'courier', 'trackingUrl', 'dispatchedDate']

function placeOf(problem: Problem): string {
  const name = problem.field[0] === 'tracking' ? problem.field[1] : problem.field[0]

  return name && PLACES.includes(name) ? name : 'whole'
}

/** Opens filled with what VTEX holds; sends what was changed and nothing else. */
export function TrackingForm(props: Omit<PackageFormProps, 'name'>) {
  const { order, parcel, onEnd } = props
  const words = useWords()
  const format = useOrderFormat(order)
  const choices = useCarriers()
  const { orderId } = order
  const { invoiceNumber } = parcel
  const [namesNumber, setNamesNumber] = useState(false)
  const number = useRef<HTMLInputElement>(null)
  const tellNewNumber = useNewNumberEvent(order, parcel)
  const mutate = usePanelMutation<
    UpdatePartialInvoiceMutation,
    UpdatePartialInvoiceMutationVariables
  >(UPDATE_PARTIAL_INVOICE)
  const replaces = (draft: TrackingDraft) =>
    Boolean(parcel.trackingNumber) &&
    compactNumber(draft.trackingNumber) !== compactNumber(parcel.trackingNumber || '')

  useLayoutEffect(() => {
    if (number.current) number.current.focus()
  }, [])

  const controller = usePackageForm<TrackingDraft>({
    ...props,
    kind: 'tracking',
    name: 'track',
    start: () => draftOf(parcel),
    placeOf,
    sendOf: (draft) => {
      const { dispatched } = draft
      const tracking = {
        ...changesOf(parcel, draft),
        ...(dispatched ? { dispatchedDate: format.toInstant(dispatched) || dispatched } : {}),
      }

      return {
        awaited: { operation: 'UPDATE_PARTIAL_INVOICE', invoiceNumber, change: tracking },
        run: async (accept) => {
          const answer = await mutate({ orderId, invoiceNumber, tracking, accept })

          return answer.ok ? { ok: true, answer: answer.data.updatePartialInvoice } : answer
        },
      }
    },
    onDone: (draft) => {
      if (namesNumber && replaces(draft)) tellNewNumber(numberOf(draft), onEnd)
    },
  })
  const { draft, change, isSending, problemsAt, isInvalidAt } = controller
  const whole = problemsAt('whole')
  const fields = {
    idPrefix: 'track',
    draft,
    choices,
    offset: format.offset,
    onChange: change,
    problemAt: problemsAt,
    isInvalidAt,
    isReadOnly: isSending,
    numberRef: number,
    formerNumber: parcel.trackingNumber,
  }

  return (
    <PackageFormFrame
      controller={controller}
      name={words('tracking.form', { number: invoiceNumber })}
      sendWords={words('tracking.save', { number: invoiceNumber })}
      note={words('tracking.only-changes')}
    >
      <TrackingNumberField {...fields} />
      <TrackingDetailFields {...fields} />
      {replaces(draft) && (
        <TickBox
          id="track-names-number"
          isTicked={namesNumber}
          label={words('tracking.name-new-number')}
          onTick={setNamesNumber}
        />
      )}
      {whole && <div>{whole}</div>}
    </PackageFormFrame>
  )
}
