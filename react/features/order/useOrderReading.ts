import { useCallback, useEffect, useState } from 'react'

import { learnAccountZone } from '../../shared/format/zone'
import type { Failure } from '../../shared/graphql/failure'
import { nextTurn } from '../../shared/graphql/turns'
import { usePanelQuery } from '../../shared/graphql/usePanelQuery'
import { useRetry } from '../../shared/graphql/useRetry'
import ORDER from './order.graphql'
import { learnedOrders, useLearnedOrder } from '../../shared/order/learnedOrders'
import type { Order } from '../../shared/order/orderTypes'

export interface OrderReading {
  order: Order | null
  /** VTEX answered and has no such order. */
  isMissing: boolean
  isLoading: boolean
  failure: Failure | null
  /** When the shown order was read, in milliseconds. */
  readAt: number | null
  /** Seconds until the next try by itself; null where nothing is awaited. */
  retryIn: number | null
  read: () => Promise<Order | null>
}

/**
 * The order as VTEX shows it; the last one read stays while another reading is on its way or fails. What the answer to a
 * write shows is newer than a reading that was begun before it came.
 */
export function useOrderReading(orderId: string): OrderReading {
  const { data, turn, loading, failure, refetch } = usePanelQuery<
    { order: Order | null },
    { orderId: string }
  >(ORDER, { variables: { orderId } })
  const [readAt, setReadAt] = useState<number | null>(null)
  const [opened] = useState(nextTurn)
  const learned = useLearnedOrder(orderId)
  const newer = learned && learned.turn > Math.max(opened, turn) ? learned : null

  useEffect(() => {
    if (learned && learned.turn < turn) learnedOrders.forget(orderId)
  }, [learned, turn, orderId])

  useEffect(() => {
    if (!data || loading || failure) return
    setReadAt(Date.now())
    if (data.order) learnAccountZone(data.order.timeZone)
  }, [data, loading, failure])

  const read = useCallback(async () => {
    const answer = await refetch()

    return answer ? answer.order : null
  }, [refetch])

  const retryIn = useRetry({ loading, failure }, read)

  return {
    order: newer ? newer.order : data ? data.order : null,
    isMissing: Boolean(data) && data?.order === null,
    isLoading: loading,
    failure,
    readAt: newer ? newer.at : readAt,
    retryIn,
    read,
  }
}
