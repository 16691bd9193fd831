import type { Stage } from '../graphql/generated'
import { createStore, useStore } from './store'

/** Queues that VTEX counts, minutes behind. */
export type CountedQueue = 'TO_HANDLE' | 'TO_INVOICE'

const QUEUE_OF: Partial<Record<Stage, CountedQueue>> = {
  TO_HANDLE: 'TO_HANDLE',
  TO_INVOICE: 'TO_INVOICE',
  PARTIALLY_INVOICED: 'TO_INVOICE',
}

/** As long as VTEX's list may take to see that an order has moved on. */
const LISTED_MS = 10 * 60 * 1000

interface Left {
  orderId: string
  queue: CountedQueue
  at: number
}

const store = createStore<readonly Left[]>([])

const counts: Partial<Record<CountedQueue, number>> = {}

export const leftQueues = {
  /** An order moved on by what was sent from here. */
  note(orderId: string, before: Stage, after: Stage, at: number) {
    const queue = QUEUE_OF[before]
    if (!queue || QUEUE_OF[after] === queue) return
    const others = store.get().filter((left) => left.orderId !== orderId || left.queue !== queue)
    store.set([...others.filter((left) => left.at > at - LISTED_MS), { orderId, queue, at }])
  },

  /** VTEX counted a queue: the count before anything left it is what later ones are compared with. */
  counted(queue: CountedQueue, total: number, now: number) {
    if (sentFrom(store.get(), queue, now) === 0) counts[queue] = total
  },

  /** Of this count, how many were sent from here just now. */
  within(list: readonly Left[], queue: CountedQueue, total: number, now: number): number {
    return justSent(total, sentFrom(list, queue, now), counts[queue] ?? null)
  },

  forget() {
    store.set([])
    delete counts.TO_HANDLE
    delete counts.TO_INVOICE
  },
}

/**
 * How many of a queue's count were sent from here just now and may still be counted.
 * @param first the count as it was when the first of them left; null where it was not known
 */
export function justSent(total: number, sent: number, first: number | null): number {
  const gone = first === null ? 0 : Math.max(0, first - total)
  return Math.max(0, Math.min(total, sent - gone))
}

/** Orders that left each queue within the last minutes. */
export function sentFrom(list: readonly Left[], queue: CountedQueue, now: number): number {
  return list.filter((left) => left.queue === queue && left.at > now - LISTED_MS).length
}

export const useLeftQueues = () => useStore(store)
