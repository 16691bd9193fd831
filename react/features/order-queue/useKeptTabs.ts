import { useCallback, useEffect, useState } from 'react'
import { KeptTab, readTabs, storageKey, writeTabs } from './keptTabs'

/** Kept tabs of this person in this browser; a browser that stores nothing keeps them as long as the page lives. */
export function useKeptTabs(account: string, person: string | null) {
  const key = person ? storageKey(account, person) : null
  const [tabs, setTabs] = useState<KeptTab[]>([])

  useEffect(() => {
    try {
      setTabs(key ? readTabs(window.localStorage.getItem(key)) : [])
    } catch (error) {
      setTabs([])
    }
  }, [key])

  const change = useCallback(
    (next: KeptTab[]) => {
      setTabs(next)
      try {
        if (key) window.localStorage.setItem(key, writeTabs(next))
      } catch (error) {
        // Full or forbidden storage: the tabs live until the page is closed.
      }
    },
    [key]
  )
  return { tabs, change, canKeep: key !== null }
}
