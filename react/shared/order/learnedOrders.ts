import { useEffect } from 'react'

import { nextTurn } from '../graphql/turns'
import { leftQueues } from '../sending/leftQueues'
import type { SendAnswer, SendResult } from '../sending/answer'
import { createStore, useStore } from '../sending/store'
import type { Order } from './orderTypes'

/** An order as the answer to a write showed it. */
export interface LearnedOrder {
  order: Order
  /** Newer than every reading that was begun in an earlier turn. */
  turn: number
  /** Milliseconds since the epoch. */
  at: number
}

type Learned = Readonly<Record<string, LearnedOrder>>

const store = createStore<Learned>({})

export const learnedOrders = {
  /** A later reading of the order has come. */
  forget(orderId: string) {
    const { [orderId]: gone, ...rest } = store.get()

    if (gone) store.set(rest)
  },
}

/** Orders that stand on the screen, by how many of its parts: what is learned of others would only be kept. */
const watched = new Map<string, number>()

export function useLearnedOrder(orderId: string): LearnedOrder | null {
  useEffect(() => {
    watched.set(orderId, (watched.get(orderId) || 0) + 1)

    return () => {
      const left = (watched.get(orderId) || 1) - 1

      if (left > 0) {
        watched.set(orderId, left)

        return
      }
      watched.delete(orderId)
      learnedOrders.forget(orderId)
    }
  }, [orderId])

  return useStore(store)[orderId] || null
}

/** An order that has moved on by what was sent: VTEX's list counts it in its old queue for minutes. */
export function noteLeft<A extends SendAnswer & { order: Pick<Order, 'orderId' | 'stage'> | null }>(
  result: SendResult<A>,
  before: Order['stage'] | undefined
): SendResult<A> {
  const order = result.ok ? result.answer.order : null

  if (order && before) leftQueues.note(order.orderId, before, order.stage, Date.now())

  return result
}

/**
 * Takes the order out of an answer before the send ends with it, so that result and order stand on the screen together.
 * A refused send changed nothing, and what VTEX refused shows the order as it was before: neither is news.
 */
export function learnOrder<A extends SendAnswer & { order: Order | null }>(
  result: SendResult<A>
): SendResult<A> {
  if (!result.ok) return result
  const { order, outcome } = result.answer

  if (order && watched.has(order.orderId) && outcome !== 'REFUSED' && outcome !== 'FAILED') {
    store.set({ ...store.get(), [order.orderId]: { order, turn: nextTurn(), at: Date.now() } })
  }

  // Kept once: the list of sends lives as long as the page.
  return { ok: true, answer: { ...result.answer, order: null } }
}
