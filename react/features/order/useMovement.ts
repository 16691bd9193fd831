import { useCallback, useEffect, useRef, useState } from 'react'

import { usePanelRead } from '../../shared/graphql/usePanelRead'
import { sends } from '../../shared/sending/sends'
import ACTIVITY from './overview/activity.graphql'
import { movement } from './orderModel'
import type { ActivityEntry, Order } from '../../shared/order/orderTypes'

export interface Movement {
  invoiceNumber: string | null
  at: string | null
  actor: string | null
}

/** Another window may have worked on this order meanwhile: looked at whenever this one comes back to the front. */
export function useMovement(order: Order | null, read: () => Promise<Order | null>) {
  const [moved, setMoved] = useState<Movement | null>(null)
  const shown = useRef(order)
  const readActivity = usePanelRead<
    { activity: ActivityEntry[] },
    { orderId: string; first: number }
  >(ACTIVITY)

  shown.current = order

  const look = useCallback(async () => {
    const before = shown.current

    if (!before || document.visibilityState !== 'visible' || sends.isSending(before.orderId)) return
    const after = await read()
    const change = after ? movement(before, after) : null

    if (!after || !change || !change.hasMoved) return
    const own = sends.ofOrder(after.orderId).map((send) => send.object.number)
    const foreign = change.packages.filter((number) => !own.includes(number))

    if (change.packages.length > 0 && foreign.length === 0) return
    const invoiceNumber = foreign[0] ?? null
    const answer = await readActivity({ orderId: after.orderId, first: 5 })
    const entry = answer.ok
      ? answer.data.activity.find((one) => one.invoiceNumber === invoiceNumber)
      : undefined

    setMoved({ invoiceNumber, at: entry?.at ?? null, actor: entry?.actor ?? null })
  }, [read, readActivity])

  useEffect(() => {
    document.addEventListener('visibilitychange', look)

    return () => document.removeEventListener('visibilitychange', look)
  }, [look])

  return { moved, forget: useCallback(() => setMoved(null), []) }
}
