import { createStore, useStore } from '../../shared/sending/store'
import { QueueRow } from './queueTypes'

/** Orders read again since their page was: outside React, as the runs that learn of them. */
const store = createStore<Readonly<Record<string, QueueRow>>>({})
const nothing = store.get()

export const liveRows = {
  get: store.get,
  put(row: QueueRow) {
    store.set({ ...store.get(), [row.orderId]: row })
  },
  /** A page was read: it is as new. */
  clear() {
    store.set(nothing)
  },
}

export const useLiveRows = () => useStore(store)
