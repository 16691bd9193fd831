import { useEffect, useState } from 'react'
import { isZone } from './moment'

/**
 * The zone that a screen shows: the order's own, else the account's, else the browser's. Where the account's cannot be read it
 * is learned from its orders; once, because days are chosen and counted in it: one that changed with the rows in view would
 * ask for other days each time.
 */
export interface PanelZone {
  timeZone: string
  source: 'order' | 'account' | 'browser'
}

let accountZone: string | null = null
let isFromAccount = false
const listeners = new Set<() => void>()

export function learnAccountZone(
  timeZone: string | null | undefined,
  source: 'account' | 'order' = 'order'
) {
  if (!isZone(timeZone) || isFromAccount || (accountZone && source === 'order')) return
  isFromAccount = source === 'account'
  if (accountZone === timeZone) return
  accountZone = timeZone
  listeners.forEach((listener) => listener())
}

export function browserZone(): string {
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone
  return isZone(zone) ? zone : 'UTC'
}

export function resolveZone(ofOrder: string | null | undefined): PanelZone {
  if (isZone(ofOrder)) return { timeZone: ofOrder, source: 'order' }
  if (accountZone) return { timeZone: accountZone, source: 'account' }
  return { timeZone: browserZone(), source: 'browser' }
}

export function usePanelZone(ofOrder?: string | null): PanelZone {
  const [, redraw] = useState(0)
  useEffect(() => {
    const listener = () => redraw((count) => count + 1)
    listeners.add(listener)
    return () => {
      listeners.delete(listener)
    }
  }, [])
  return resolveZone(ofOrder)
}
