import { useLayoutEffect, useRef } from 'react'
import { createStore, useStore } from '../sending/store'

/** What a key does; null where there is nothing to do. */
export type PageKeys = Readonly<Record<string, (() => void) | null>>

const KEPT = 'invoice-tracking.pageKeys'

function isKeptOff(): boolean {
  try {
    return window.localStorage.getItem(KEPT) === 'off'
  } catch (error) {
    return false
  }
}

/** Single letters get in the way of who speaks to the computer: they can be switched off (WCAG 2.1.4). */
const store = createStore(!isKeptOff())

export const usePageKeysOn = () => useStore(store)

export function turnPageKeys(isOn: boolean) {
  store.set(isOn)
  try {
    window.localStorage.setItem(KEPT, isOn ? 'on' : 'off')
  } catch (error) {
    // Kept for as long as the page lives.
  }
}

const WRITES = 'input, textarea, select, [contenteditable=""], [contenteditable="true"]'

/** True where the key is meant for what has the focus, or for a dialog that is open. */
export function isTyping(target: EventTarget | null): boolean {
  const isField = target instanceof Element && target.closest(WRITES) !== null

  return isField || document.querySelector('[role="dialog"], [role="alertdialog"]') !== null
}

/** Keys of the whole page: never while somebody types, never beside Ctrl, Alt or the command key. */
export function usePageKeys(keys: PageKeys) {
  const isOn = usePageKeysOn()
  const latest = useRef(keys)

  latest.current = keys
  useLayoutEffect(() => {
    if (!isOn) return undefined
    const press = (event: KeyboardEvent) => {
      const act = latest.current[event.key]

      if (!act || event.defaultPrevented || event.repeat) return
      if (event.ctrlKey || event.altKey || event.metaKey || isTyping(event.target)) return
      event.preventDefault()
      act()
    }

    document.addEventListener('keydown', press)

    return () => document.removeEventListener('keydown', press)
  }, [isOn])
}
