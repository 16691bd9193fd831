import { throwDice } from '../dice'
import type { Behaviour, Fault } from './behaviour'
import type { OmsState } from './state'
import type { Operation } from './types'

/** Time that a `slow` answer takes when the fault does not say. */
export const SLOW_MS = 10_000

/**
 * The fault that hits this call, if any: the first one of its operation that has times left and
 * wins its throw of the dice. Using one up is noted in the behaviour, so that it can be read there.
 */
export function drawFault(
  state: OmsState,
  behaviour: Behaviour,
  operation: Operation
): Fault | null {
  for (const fault of behaviour.faults) {
    if (fault.operation !== operation || fault.times === 0) continue
    if (fault.probability !== undefined && throwDice(state) >= fault.probability) continue
    if (fault.times !== undefined) fault.times -= 1
    return fault
  }
  return null
}

const MINUTE_MS = 60_000

/** Counts a call; true where the minute has had its share. */
export function overRate(state: OmsState, behaviour: Behaviour, now: number): boolean {
  if (behaviour.ratePerMinute === 0) return false
  const minute = Math.floor(now / MINUTE_MS)
  if (state.rate.minute !== minute) state.rate = { minute, calls: 0 }
  state.rate.calls += 1
  return state.rate.calls > behaviour.ratePerMinute
}

/** Whole seconds until the rate counts anew. */
export function secondsToNextMinute(now: number): number {
  return Math.max(1, Math.ceil((MINUTE_MS - (now % MINUTE_MS)) / 1_000))
}
