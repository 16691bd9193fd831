import { QueueName } from '../../shared/navigation/urls'
import { createStore, useStore } from '../../shared/sending/store'
import { QueueRow } from './queueTypes'

/** Ticked orders with the row as last read. Lives across the pages of one queue and dies with the queue. */
interface Selection {
  queue: QueueName | null
  rows: Readonly<Record<string, QueueRow>>
  /** The row ticked last: the start of a range. */
  anchor: string | null
}

const store = createStore<Selection>({ queue: null, rows: {}, anchor: null })

export const selection = {
  ids: (): string[] => Object.keys(store.get().rows),

  /** Called with every view of the queue; another queue starts empty. */
  enter(queue: QueueName) {
    if (store.get().queue !== queue) store.set({ queue, rows: {}, anchor: null })
  },

  set(rows: QueueRow[], isTicked: boolean, anchor: string | null) {
    const next = { ...store.get().rows }
    for (const row of rows) {
      if (isTicked) next[row.orderId] = row
      else delete next[row.orderId]
    }
    store.set({ ...store.get(), rows: next, anchor })
  },

  /** Newer readings of ticked rows: what may be done may have changed. */
  refresh(rows: QueueRow[]) {
    const { rows: ticked } = store.get()
    const newer = rows.filter((row) => ticked[row.orderId] && ticked[row.orderId] !== row)
    if (newer.length === 0) return
    const next = { ...ticked }
    for (const row of newer) next[row.orderId] = row
    store.set({ ...store.get(), rows: next })
  },

  /** Orders that have had what they were ticked for. */
  drop(orderIds: string[]) {
    const next = { ...store.get().rows }
    for (const orderId of orderIds) delete next[orderId]
    store.set({ ...store.get(), rows: next })
  },

  clear() {
    store.set({ ...store.get(), rows: {}, anchor: null })
  },
}

export const useSelection = () => useStore(store)

/** The rows between the anchor and this one, both included; only this one where the anchor is not in view. */
export function rangeTo(rows: QueueRow[], anchor: string | null, orderId: string): QueueRow[] {
  const to = rows.findIndex((row) => row.orderId === orderId)
  const from = rows.findIndex((row) => row.orderId === anchor)
  if (to < 0) return []
  if (from < 0) return [rows[to]]
  return rows.slice(Math.min(from, to), Math.max(from, to) + 1)
}
