import React, { useEffect, useState } from 'react'
import { createStore, useStore } from '../sending/store'

interface Spoken {
  sentence: string
  count: number
}

const polite = createStore<Spoken>({ sentence: '', count: 0 })
const urgent = createStore<Spoken>({ sentence: '', count: 0 })

/** Says one sentence to screen readers, from anywhere. Only where something changed: nothing speaks on a timer. */
export function announce(sentence: string) {
  polite.set({ sentence, count: polite.get().count + 1 })
}

/** Interrupts. Only for an ended session and for a send that failed or is unknown. */
export function announceAlert(sentence: string) {
  urgent.set({ sentence, count: urgent.get().count + 1 })
}

/** The live regions, mounted once a page, from the start; what was said before it was mounted is not repeated. */
export function StatusLine() {
  const [mounted] = useState({ polite: polite.get().count, urgent: urgent.get().count })
  const said = useStore(polite)
  const alerted = useStore(urgent)
  const [shown, show] = useState('')
  const isNew = said.count > mounted.polite
  useEffect(() => {
    if (!isNew) return undefined
    // The same sentence twice is said twice only if the region was empty in between.
    show('')
    const soon = setTimeout(() => show(said.sentence), 60)
    return () => clearTimeout(soon)
  }, [said, isNew])
  return (
    <>
      <div role="status" aria-live="polite" className="it-clip" data-status-line="">
        {shown}
      </div>
      <div role="alert" className="it-clip">
        {alerted.count > mounted.urgent ? alerted.sentence : ''}
      </div>
    </>
  )
}
