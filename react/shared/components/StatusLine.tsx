import React, { useEffect, useRef, useState } from 'react'
import { createStore, useStore } from '../sending/store'

interface Spoken {
  sentence: string
  count: number
}

// The same sentence twice is said twice only if the region was empty in between.
const PAUSE_MS = 60
// A sentence that is overwritten at once is never read out.
const STAY_MS = 700

/** Sentences that were said and not shown yet, oldest first. */
const polite = createStore<string[]>([])
const urgent = createStore<Spoken>({ sentence: '', count: 0 })

/** Says one sentence to screen readers, from anywhere. Only where something changed: nothing speaks on a timer. */
export function announce(sentence: string) {
  polite.set([...polite.get(), sentence])
}

/** Interrupts. Only for an ended session and for a send that failed or is unknown. */
export function announceAlert(sentence: string) {
  urgent.set({ sentence, count: urgent.get().count + 1 })
}

/** Shows what was said, one sentence after the other. */
function usePoliteSentence(): string {
  const waiting = useStore(polite)
  const [shown, show] = useState('')
  const isBusy = useRef(false)
  const timer = useRef(0)

  useEffect(() => {
    // What was said before the region was there is not repeated.
    polite.set([])
    return () => clearTimeout(timer.current)
  }, [])

  useEffect(() => {
    const sayNext = () => {
      const [next] = polite.get()
      isBusy.current = next !== undefined
      if (!isBusy.current) return
      show('')
      timer.current = window.setTimeout(() => {
        show(next)
        polite.set(polite.get().slice(1))
        timer.current = window.setTimeout(sayNext, STAY_MS)
      }, PAUSE_MS)
    }
    if (!isBusy.current && waiting.length > 0) sayNext()
  }, [waiting])

  return shown
}

/** The live regions, mounted once a page, from the start; what was said before it was mounted is not repeated. */
export function StatusLine() {
  const [mounted] = useState(urgent.get().count)
  const shown = usePoliteSentence()
  const alerted = useStore(urgent)
  return (
    <>
      <div role="status" aria-live="polite" className="it-clip" data-status-line="">
        {shown}
      </div>
      <div role="alert" className="it-clip">
        {alerted.count > mounted ? alerted.sentence : ''}
      </div>
    </>
  )
}
