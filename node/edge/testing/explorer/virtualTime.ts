import type { Scheduler } from './scheduler'

/**
 * Runs work with timers and chance of the process itself in the scheduler's hand: what waits by `setTimeout` in between
 * (the retries of a library) waits on virtual time, and a run is the same each time.
 */
export async function onVirtualTime<T>(scheduler: Scheduler, work: () => Promise<T>): Promise<T> {
  const { setTimeout: realTimeout } = globalThis
  const realRandom = Math.random
  const { stackTraceLimit } = Error
  const timer = { unref: () => timer, ref: () => timer, hasRef: () => true }
  globalThis.setTimeout = ((fire: (...args: unknown[]) => void, ms = 0, ...args: unknown[]) => {
    scheduler.after(ms, () => fire(...args))
    return timer
  }) as unknown as typeof setTimeout
  Math.random = () => 0.5
  // Expected failures are thrown by the thousand.
  Error.stackTraceLimit = 0
  try {
    return await work()
  } finally {
    globalThis.setTimeout = realTimeout
    Math.random = realRandom
    Error.stackTraceLimit = stackTraceLimit
  }
}
