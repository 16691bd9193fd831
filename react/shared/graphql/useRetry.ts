import { useEffect, useRef, useState } from 'react'
import { factOf } from '../words/problemFacts'
import { Failure } from './failure'

/** Seconds before the first, the second and each later try. */
const WAITS = [5, 15, 60]

/** Failures that may pass by themselves. */
export function passesByItself(failure: Failure): boolean {
  if (failure.kind === 'NETWORK') return true
  return (
    failure.kind === 'REFUSED' &&
    (failure.problem.code === 'OMS_UNAVAILABLE' || failure.problem.code === 'RATE_LIMITED')
  )
}

interface Reading {
  loading: boolean
  failure: Failure | null
}

/** Reads again by itself after 5, 15, then each 60 s, or when VTEX asks for it. Seconds until then; null where nothing is awaited. */
export function useRetry({ loading, failure }: Reading, read: () => void): number | null {
  const [left, setLeft] = useState<number | null>(null)
  const tries = useRef(0)

  useEffect(() => {
    // A try that is on its way has not gone well yet: the next one waits the longer.
    if (!loading && !failure) tries.current = 0
    if (loading || !failure || !passesByItself(failure)) {
      setLeft(null)
      return undefined
    }
    const asked =
      failure.kind === 'REFUSED' ? Number(factOf(failure.problem, 'retryAfterSeconds')) : 0
    const wait = asked > 0 ? asked : WAITS[Math.min(tries.current, WAITS.length - 1)]
    tries.current += 1
    setLeft(wait)
    const timer = setInterval(() => {
      setLeft((seconds) => (seconds === null || seconds <= 1 ? 0 : seconds - 1))
    }, 1000)
    return () => clearInterval(timer)
  }, [loading, failure])

  useEffect(() => {
    if (left === 0) read()
  }, [left, read])

  return left
}
