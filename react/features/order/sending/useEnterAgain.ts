import { useEffect, useState } from 'react'

import { aboutOf, isHeld, isInvoiceSend, lastOf } from '../../../shared/order/orderSends'
import type { InvoiceType, Order } from '../../../shared/order/orderTypes'
import { drafts } from '../../../shared/sending/drafts'
import type { Send } from '../../../shared/sending/sends'
import { unsettledOf } from './unsettled'

/** An invoice that is being entered again. */
export interface Again {
  invoiceNumber: string
  type: InvoiceType
}

const FORM = 'again '

/** The one whose form was left while its send was under way, or after it had failed: its form is the one to come back to. */
function leftOpen(orderId: string, own: readonly Send[]): Again | null {
  const last = lastOf(own, () => true)
  const form = last && aboutOf(last).form

  return last?.state !== 'done' &&
    last?.state !== 'applying' &&
    form?.again !== undefined &&
    drafts.get(orderId, form.name) !== null
    ? { invoiceNumber: form.again, type: last?.object.kind === 'return' ? 'INPUT' : 'OUTPUT' }
    : null
}

/** Invoices that nobody of this page speaks for, and the one of them that is being entered again. */
export function useEnterAgain(order: Order, allSends: readonly Send[]) {
  const { orderId } = order
  const own = allSends.filter((send) => send.orderId === orderId && isInvoiceSend(send))
  const [entered, setEntered] = useState<Again | null>(() => leftOpen(orderId, own))
  const unsettled = unsettledOf(
    order,
    own.filter(({ state }) => state !== 'refused' && state !== 'failed')
  )
  // Once its package is there, and answered for, there is nothing to enter again.
  const hasArrived =
    entered !== null &&
    order.packages.some((one) => one.invoiceNumber === entered.invoiceNumber) &&
    !unsettledOf(order, []).some((one) => one.invoiceNumber === entered.invoiceNumber)
  const again = hasArrived ? null : entered

  useEffect(() => {
    if (hasArrived) setEntered(null)
  }, [hasArrived])

  // What nobody waits for any more cannot be entered again: its draft would never be seen.
  useEffect(() => {
    const reached = [
      ...unsettledOf(order, []).map(({ invoiceNumber }) => `${FORM}${invoiceNumber}`),
      ...own.filter(isHeld).map((send) => aboutOf(send).form?.name),
      again && `${FORM}${again.invoiceNumber}`,
    ]

    drafts
      .forms(orderId)
      .filter((name) => name.startsWith(FORM) && !reached.includes(name))
      .forEach((name) => drafts.clear(orderId, name))
    // A send that ends is followed by another reading of the order, or leaves its form open.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [order, again, orderId])

  return { unsettled, again, setAgain: setEntered }
}
