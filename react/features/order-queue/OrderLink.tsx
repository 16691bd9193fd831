import React, { MouseEvent } from 'react'
import { QueueState } from '../../shared/navigation/urls'
import { usePanelNavigation } from '../../shared/navigation/usePanelNavigation'
import { rememberOpened, rowLinkId } from './useReturnToRow'

/** The order's id: the row's link and its one tab stop besides tick box and retry. */
export function OrderLink({ orderId, state }: { orderId: string; state: QueueState }) {
  const { toOrder } = usePanelNavigation()
  const link = toOrder(orderId, state)
  const open = (event: MouseEvent) => {
    if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey)
      return
    event.preventDefault()
    rememberOpened(orderId)
    link.go()
  }
  return (
    <a
      href={link.href}
      id={rowLinkId(orderId)}
      data-order={orderId}
      className="it-link it-order-id nowrap"
      onClick={open}
    >
      {orderId}
    </a>
  )
}
