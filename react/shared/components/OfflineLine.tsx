import React, { useEffect, useState } from 'react'
import { useWords } from '../words/useWords'

export function useOnline(): boolean {
  const [isOnline, setOnline] = useState(navigator.onLine)
  useEffect(() => {
    const look = () => setOnline(navigator.onLine)
    window.addEventListener('online', look)
    window.addEventListener('offline', look)
    return () => {
      window.removeEventListener('online', look)
      window.removeEventListener('offline', look)
    }
  }, [])
  return isOnline
}

export function OfflineLine() {
  const words = useWords()
  if (useOnline()) return null
  return <div className="it-offline t-small">{words('offline')}</div>
}
