import { useCallback, useEffect, useState } from 'react'
import { KeptTab, readTabs, storageKey, writeTabs } from './keptTabs'

/** Kept tabs of this person in this browser; a browser that stores nothing keeps them as long as the page lives, and says so. */
export function useKeptTabs(account: string, person: string | null) {
  const key = person ? storageKey(account, person) : null
  const [tabs, setTabs] = useState<KeptTab[]>([])
  const [isStored, setStored] = useState(true)

  useEffect(() => {
    const read = () => {
      try {
        setTabs(key ? readTabs(window.localStorage.getItem(key)) : [])
      } catch (error) {
        setTabs([])
      }
    }
    // Another window keeps or removes a tab: writing this window's older list would undo that.
    const onStorage = (event: StorageEvent) => {
      if (key && event.key === key) read()
    }
    read()
    window.addEventListener('storage', onStorage)
    return () => window.removeEventListener('storage', onStorage)
  }, [key])

  const change = useCallback(
    (next: KeptTab[]) => {
      setTabs(next)
      try {
        if (key) window.localStorage.setItem(key, writeTabs(next))
        setStored(true)
      } catch (error) {
        setStored(false)
      }
    },
    [key]
  )
  return { tabs, change, isStored, canKeep: key !== null }
}
