import { queueQuery, queryText, QueueState } from '../navigation/urls'
import { createStore, useStore } from './store'

/** What the queue page leaves behind for its return, and for the order page's arrows. */
export interface QueueMemory {
  state: QueueState
  /** Orders of the page in the order shown, unreadable ones too. */
  orderIds: string[]
  total: number | null
  /** The list goes on behind this page. */
  hasNextPage: boolean
  /** The page's own answer, to be shown again before it is fresh. */
  page: unknown
  scrollTop: number
  openedOrderId: string | null
}

const store = createStore<QueueMemory | null>(null)

const walked = createStore<string[] | null>(null)

export interface Place {
  /** From 1, counted over all pages. */
  position: number
  /** Null where the queue cannot be counted. */
  total: number | null
  previous: string | null
  next: string | null
  /** The last of its page, and not the last of its queue. */
  goesOn: boolean
}

export const queueMemory = {
  get: store.get,

  remember(memory: QueueMemory) {
    store.set(memory)
  },

  patch(patch: Partial<QueueMemory>) {
    const memory = store.get()
    if (memory) store.set({ ...memory, ...patch })
  },

  /** The memory of exactly this view of the queue; null for any other. */
  of(state: QueueState): QueueMemory | null {
    const memory = store.get()
    const same = memory && queryText(queueQuery(memory.state)) === queryText(queueQuery(state))
    return same ? memory : null
  },

  /** Where an order stands in the rows that the queue had; null for one that was opened by a link. */
  placeOf(orderId: string): Place | null {
    const memory = store.get()
    const index = memory ? memory.orderIds.indexOf(orderId) : -1
    if (!memory || index < 0) return null
    const { page, perPage } = memory.state
    return {
      position: (page - 1) * perPage + index + 1,
      total: memory.total,
      previous: memory.orderIds[index - 1] || null,
      next: memory.orderIds[index + 1] || null,
      goesOn: index === memory.orderIds.length - 1 && memory.hasNextPage,
    }
  },

  /** The person goes on behind the last order of the page: the queue opens the next one that they have not been at. */
  walkOn() {
    const memory = store.get()
    if (memory) walked.set([...(walked.get() || []), ...memory.orderIds])
  },

  /** Orders that were walked through; null where nobody is on the way to the next one. */
  walked: () => walked.get(),

  arrive() {
    walked.set(null)
  },
}

export const useQueueMemory = () => useStore(store)
