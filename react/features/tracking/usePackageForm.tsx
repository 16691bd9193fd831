import React, { useRef } from 'react'
import type { ReactNode } from 'react'

import { useMachine } from '../../shared/components/useMachine'
import type { Awaited } from '../../shared/order/arrival'
import { isHeld, lastOf } from '../../shared/order/orderSends'
import type { OrderSend } from '../../shared/order/orderSends'
import type { Problem, ProblemCode, WritePayload } from '../../shared/order/orderTypes'
import type { PackageFormProps } from '../../shared/order/slots'
import { problemsOf, useWrite } from '../../shared/order/useWrite'
import type { WriteRequest } from '../../shared/order/useWrite'
import { acceptedCodes } from '../../shared/problems/acceptance'
import { ProblemsHere, problemsOrNothing } from '../../shared/problems/ProblemsHere'
import { drafts } from '../../shared/sending/drafts'
import type { OutcomeObject } from '../../shared/sending/outcome'
import { hasGoneWell, useIsBusyBeside, useSends } from '../../shared/sending/sends'
import type { SendResult } from '../../shared/sending/sends'
import { stepPackageForm, warningsOf } from './packageFormState'
import type { PackageFormEvent, PackageFormState } from './packageFormState'
import { useSettledClose } from './useSettledClose'

/** What one press sends, made of the draft as it stands then. */
export interface PackageSend {
  awaited: Awaited
  isEventsOnly?: boolean
  isUndone?: boolean
  run: (accept: ProblemCode[]) => Promise<SendResult<WritePayload>>
}

interface Options<D> extends Omit<PackageFormProps, 'name'> {
  /** What its sends are about. */
  kind: OutcomeObject['kind']
  /** Before the number in the draft's name, and before the id of each place. */
  name: string
  start: () => D
  /** What the service would ask, asked at once where nothing has been answered yet. */
  foreseen?: Problem[]
  /** The place of the form at which a problem stands. */
  placeOf: (problem: Problem) => string
  sendOf: (draft: D) => PackageSend
  /** What of a draft is still to do once it is sent; null where that was all. */
  leftOf?: (draft: D) => D | null
  /** The send went through. */
  onDone?: (draft: D) => void
}

/** Draft, answers, ticks and sends of a form in the card of one package. */
export function usePackageForm<D>(options: Options<D>) {
  const { order, parcel, kind, name, start, placeOf, sendOf, leftOf, onDone, onClose, onEnd } =
    options
  const foreseen = options.foreseen || []
  const { orderId } = order
  const { invoiceNumber } = parcel
  const formName = `${name} ${invoiceNumber}`
  const object = { kind, number: invoiceNumber }
  const { write } = useWrite()
  const form = useRef<HTMLFormElement>(null)
  const last = lastOf(
    useSends(),
    (send) =>
      send.orderId === orderId && send.object.kind === kind && send.object.number === invoiceNumber
  )
  const { state, tell } = useMachine<PackageFormState<D>, PackageFormEvent<D>>(
    stepPackageForm,
    () => {
      const left = problemsOf(last)

      return {
        draft: drafts.get<D>(orderId, formName) || start(),
        answered: left.length > 0 ? left : foreseen,
        ticks: new Set(),
      }
    }
  )
  const { draft, answered, ticks } = state
  const isSending = Boolean(last && isHeld(last))
  const isBusy = useIsBusyBeside(orderId, object)

  const finish = () => {
    const left = leftOf ? leftOf(draft) : null

    if (left) {
      tell({ type: 'leftOver', draft: left })
      drafts.put(orderId, formName, left)

      return
    }
    drafts.clear(orderId, formName)
    onClose(true)
  }

  useSettledClose(last, finish)

  const change = (next: D) => {
    tell({ type: 'changed', draft: next })
    drafts.put(orderId, formName, next)
  }
  const close = () => {
    drafts.clear(orderId, formName)
    onClose()
  }
  const send = () => {
    const { awaited, run, ...about } = sendOf(draft)
    const request: WriteRequest = {
      orderId,
      object: { ...object, ...about },
      about: {
        awaited,
        invoiceNumber,
        again: () => write(request),
        form: { name: formName, order },
      },
      problems: warningsOf(answered),
      ticks,
      form: form.current,
      run: () => run(acceptedCodes(answered, ticks)),
      onEnd: (ended: OrderSend) => {
        tell({ type: 'ended', problems: problemsOf(ended) })
        onEnd(ended)
        if (!hasGoneWell(ended)) return
        if (onDone) onDone(draft)
        finish()
      },
    }

    write(request)
  }

  const at = (place: string) => answered.filter((problem) => placeOf(problem) === place)
  /** What stands against a place, ready to be put there. */
  const problemsAt = (place: string): ReactNode =>
    problemsOrNothing(
      at(place),
      <ProblemsHere
        place={`${name}-${place}`}
        problems={at(place)}
        ticks={{
          given: ticks,
          toggle: (problem) => tell({ type: 'ticked', problem }),
        }}
        currency={order.currency}
        timeZone={order.timeZone}
        isReadOnly={isSending}
      />
    )
  const isInvalidAt = (place: string) => at(place).some(({ severity }) => severity === 'ERROR')

  return { form, draft, change, last, isSending, isBusy, send, close, problemsAt, isInvalidAt }
}
