import type { RefObject } from 'react'

import type {
  NotifyInvoiceMutation,
  NotifyInvoiceMutationVariables,
} from '../../../shared/graphql/generated'
import { usePanelMutation } from '../../../shared/graphql/usePanelMutation'
import type { OrderSend } from '../../../shared/order/orderSends'
import type { InvoiceInput, InvoiceType, Order, Problem } from '../../../shared/order/orderTypes'
import { problemsOf, useWrite } from '../../../shared/order/useWrite'
import type { WriteRequest } from '../../../shared/order/useWrite'
import { acceptedCodes } from '../../../shared/problems/acceptance'
import { CONFIRMED_BY_DIALOG } from '../invoiceProblems'
import NOTIFY_INVOICE from '../notifyInvoice.graphql'

/** One invoice as it stands in the form at the press. */
export interface SentInvoice {
  order: Order
  type: InvoiceType
  number: string
  input: InvoiceInput
  units: number
  amount: number | null
  formName: string
  replaces?: string
  again?: string
  ticks: ReadonlySet<string>
  form: RefObject<HTMLFormElement>
  onEnd: (send: OrderSend, problems: Problem[], isReplacing: boolean) => void
}

/** Sends what the form held at the press, whatever it holds when the answer comes. */
export function useInvoiceSend() {
  const { write, pointAt } = useWrite()
  const mutate = usePanelMutation<NotifyInvoiceMutation, NotifyInvoiceMutationVariables>(
    NOTIFY_INVOICE
  )

  const send = (
    invoice: SentInvoice,
    problems: readonly Problem[],
    replace?: { version: string }
  ): boolean => {
    const { order, type, number, input, units, amount, formName, replaces, again, ticks } = invoice
    const { orderId } = order
    const isReturn = type === 'INPUT'
    const request: WriteRequest = {
      orderId,
      object: { kind: isReturn ? 'return' : 'invoice', number },
      about: {
        awaited: {
          operation: 'NOTIFY_INVOICE',
          invoiceNumber: number,
          type,
          replacedVersion: replace?.version,
        },
        units,
        amount,
        form: { name: formName, order, replaces, again },
        again: () => write(request),
      },
      problems,
      ticks,
      form: invoice.form.current,
      run: async () => {
        const answer = await mutate({
          orderId,
          invoice: input,
          accept: [...acceptedCodes(problems, ticks), ...(isReturn ? CONFIRMED_BY_DIALOG : [])],
          replace,
        } as unknown as NotifyInvoiceMutationVariables)

        return answer.ok ? { ok: true, answer: answer.data.notifyInvoice } : answer
      },
      onEnd: (ended) => invoice.onEnd(ended, problemsOf(ended), Boolean(replace)),
    }

    return write(request)
  }

  return { send, pointAt }
}
