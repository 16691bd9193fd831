import { useEffect, useState } from 'react'

/** A value outside React with listeners: the platform may remount a page whenever the route changes. */
export interface Store<T> {
  get(): T
  set(next: T): void
  subscribe(listener: () => void): () => void
}

export function createStore<T>(first: T): Store<T> {
  let value = first
  const listeners = new Set<() => void>()
  return {
    get: () => value,
    set(next) {
      if (next === value) return
      value = next
      Array.from(listeners).forEach((listener) => listener())
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
      }
    },
  }
}

export function useStore<T>(store: Store<T>): T {
  const [value, show] = useState(store.get)
  useEffect(() => {
    const listener = () => show(() => store.get())
    listener()
    return store.subscribe(listener)
  }, [store])
  return value
}
