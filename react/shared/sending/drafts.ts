import { createStore, useStore } from './store'

/** What was typed and not sent, per order and form, as long as the page lives. Never in the browser's storage: it is money. */
type Drafts = Readonly<Record<string, unknown>>

const store = createStore<Drafts>({})
const keyOf = (orderId: string, form: string) => `${orderId}\n${form}`

export const drafts = {
  get<T>(orderId: string, form: string): T | null {
    const found = store.get()[keyOf(orderId, form)]
    return found === undefined ? null : (found as T)
  },

  put(orderId: string, form: string, draft: unknown) {
    store.set({ ...store.get(), [keyOf(orderId, form)]: draft })
  },

  clear(orderId: string, form: string) {
    const { [keyOf(orderId, form)]: gone, ...rest } = store.get()
    if (gone !== undefined) store.set(rest)
  },

  /** The forms of an order that have one. */
  forms(orderId: string): string[] {
    const start = keyOf(orderId, '')
    return Object.keys(store.get())
      .filter((key) => key.startsWith(start))
      .map((key) => key.slice(start.length))
  },

  has(orderId: string): boolean {
    return drafts.forms(orderId).length > 0
  },

  any(): boolean {
    return Object.keys(store.get()).length > 0
  },
}

/** Redraws when drafts change; read through `drafts`. */
export const useDrafts = () => useStore(store)
