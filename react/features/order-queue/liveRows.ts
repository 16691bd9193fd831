import { createStore, useStore } from '../../shared/sending/store'
import { seenRows } from './keptRows'
import { QueueRow } from './queueTypes'

/** Orders read again since their page was: outside React, as the runs that learn of them. */
const store = createStore<Readonly<Record<string, QueueRow>>>({})
const nothing = store.get()

export const liveRows = {
  get: store.get,
  put(row: QueueRow) {
    liveRows.putAll([row])
  },
  putAll(rows: readonly QueueRow[]) {
    const next = { ...store.get() }
    for (const row of rows) {
      next[row.orderId] = row
      seenRows.put(row)
    }
    store.set(next)
  },
  /** A page was read: it is as new. */
  clear() {
    store.set(nothing)
  },
}

export const useLiveRows = () => useStore(store)
