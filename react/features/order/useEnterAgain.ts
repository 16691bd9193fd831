import { useEffect, useState } from 'react'

import { isInvoiceSend } from '../../shared/order/orderSends'
import type { Order } from '../../shared/order/orderTypes'
import { drafts } from '../../shared/sending/drafts'
import type { Send } from '../../shared/sending/sends'
import { unsettledOf } from './unsettled'

/** Invoices that nobody of this page speaks for, and the one of them that is being entered again. */
export function useEnterAgain(order: Order, allSends: readonly Send[]) {
  const { orderId } = order
  const [number, setNumber] = useState<string | null>(null)
  const unsettled = unsettledOf(
    order,
    allSends.filter(
      (send) =>
        send.orderId === orderId &&
        isInvoiceSend(send) &&
        send.state !== 'refused' &&
        send.state !== 'failed'
    )
  )
  // Once its package is there, and answered for, there is nothing to enter again.
  const hasArrived =
    number !== null &&
    order.packages.some((one) => one.invoiceNumber === number) &&
    !unsettledOf(order, []).some((one) => one.invoiceNumber === number)

  useEffect(() => {
    if (!hasArrived || number === null) return
    drafts.clear(orderId, `again ${number}`)
    setNumber(null)
  }, [hasArrived, number, orderId])

  return { unsettled, again: hasArrived ? null : number, setAgain: setNumber }
}
