import { isUnderWay } from '../sending/sends'
import type { Send, SendAnswer } from '../sending/sends'
import type { Awaited } from './arrival'
import type { Order, WritePayload } from './orderTypes'

/** What the screens keep beside a send: what was sent, so that it can be shown, awaited and sent again. */
export interface AboutSend {
  awaited: Awaited | null
  units?: number
  amount?: number | null
  /** The invoice card at which a tracking send belongs. */
  invoiceNumber?: string
  /** One of several invoices, with more to come: the list of them stays where the result would stand. */
  isMidway?: boolean
  /** The very same call once more: after two minutes without a trace of the first. */
  again?: () => void
  /**
   * The form it came from, and the order as it stood there: both stay on the screen until it is known how it ended.
   * Without an order the form keeps by itself what it was made for. `isOver` tells of a draft that can hold more than
   * what was sent: only then is it over with it.
   */
  form?: {
    name: string
    order?: Order
    replaces?: string
    again?: string
    isOver?: () => boolean
  }
}

export type OrderSend = Send<SendAnswer & Partial<WritePayload>>

export function aboutOf(send: Send): AboutSend {
  return send.about as unknown as AboutSend
}

export function isInvoiceSend(send: Send): boolean {
  return send.object.kind === 'invoice' || send.object.kind === 'return'
}

export function lastOf(list: readonly Send[], fits: (send: Send) => boolean): OrderSend | null {
  const found = list.filter(fits)

  return (found[found.length - 1] as OrderSend) || null
}

/** True while a form must stay as it was sent: in the air, or nobody knows yet how it ended. */
export function isHeld(send: Send): boolean {
  return isUnderWay(send) || send.state === 'unknown'
}

/** When VTEX may have got it: the call's own start. */
export function isAwaited(send: Send): boolean {
  return send.state === 'applying' || send.state === 'unknown'
}
