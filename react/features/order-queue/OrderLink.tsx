import React, { MouseEvent } from 'react'
import { QueueState } from '../../shared/navigation/urls'
import { usePanelNavigation } from '../../shared/navigation/usePanelNavigation'
import { rememberOpened, rowLinkId } from './useReturnToRow'

const LONG = 18

/** Ids of marketplaces run to 30 characters: those may break in two, at the hyphen nearest their middle. None is ever cut. */
function breakable(orderId: string) {
  const hyphens = Array.from(orderId, (sign, at) => (sign === '-' ? at : -1)).filter(
    (at) => at >= 0
  )
  const [middle] = hyphens
    .slice(0, -1)
    .sort((a, b) => Math.abs(a - orderId.length / 2) - Math.abs(b - orderId.length / 2))
  if (orderId.length <= LONG || middle === undefined)
    return <span className="nowrap">{orderId}</span>
  return (
    <>
      <span className="nowrap">{orderId.slice(0, middle + 1)}</span>
      <wbr />
      <span className="nowrap">{orderId.slice(middle + 1)}</span>
    </>
  )
}

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
      className="it-link it-order-id"
      onClick={open}
    >
      {breakable(orderId)}
    </a>
  )
}
