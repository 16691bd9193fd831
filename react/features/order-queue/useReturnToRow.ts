import { useLayoutEffect, useRef } from 'react'
import { QueueState } from '../../shared/navigation/urls'
import { queueMemory } from '../../shared/sending/queueMemory'
import { QueueLine } from './queueTypes'

export const rowLinkId = (orderId: string) => `order-${orderId.replace(/[^A-Za-z0-9-]/g, '_')}`

/** Back from an order: its row gets focus and the page its scroll; where the row is gone, the one in its place. */
export function useReturnToRow(state: QueueState, lines: QueueLine[]) {
  const isDone = useRef(false)
  useLayoutEffect(() => {
    if (isDone.current || lines.length === 0) return
    isDone.current = true
    const memory = queueMemory.of(state)
    const opened = memory && memory.openedOrderId
    if (!memory || !opened) return
    const place = memory.orderIds.indexOf(opened)
    const shown =
      lines.find(({ orderId }) => orderId === opened) || lines[Math.min(place, lines.length - 1)]
    const link = shown && document.getElementById(rowLinkId(shown.orderId))
    window.scrollTo(0, memory.scrollTop)
    if (link) link.focus({ preventScroll: memory.scrollTop > 0 })
    queueMemory.patch({ openedOrderId: null })
  }, [state, lines])
}

/** What was pressed in a row goes away with the press: the focus stays at the row, unless the person has gone elsewhere. */
export function keepFocusAt(orderId: string) {
  setTimeout(() => {
    const link = document.getElementById(rowLinkId(orderId))
    if (link && document.activeElement === document.body) link.focus({ preventScroll: true })
  }, 0)
}

export function rememberOpened(orderId: string) {
  queueMemory.patch({ openedOrderId: orderId, scrollTop: window.pageYOffset })
}
