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
/** What a bucket holds, as its own filling. */
const BURST_MS = 2_000

/** Counts a call; for how many seconds it is too early, null where it is not. */
export function overRate(
  state: OmsState,
  { ratePerMinute, readings }: Behaviour,
  method: string,
  now: number
): number | null {
  if (ratePerMinute === 0 || (readings.rateOf === 'reads' && method !== 'GET')) return null
  return readings.rateWindow === 'bucket'
    ? overBucket(state, ratePerMinute, now)
    : overMinute(state, ratePerMinute, now)
}

function overMinute(state: OmsState, ratePerMinute: number, now: number): number | null {
  const minute = Math.floor(now / MINUTE_MS)
  if (state.rate.minute !== minute) state.rate = { ...state.rate, minute, calls: 0 }
  state.rate.calls += 1
  return state.rate.calls > ratePerMinute ? inSeconds(MINUTE_MS - (now % MINUTE_MS)) : null
}

/** A call that is refused takes nothing out of the bucket. */
function overBucket(state: OmsState, ratePerMinute: number, now: number): number | null {
  const everyMs = MINUTE_MS / ratePerMinute
  const emptyUntil = Math.max(state.rate.emptyUntil ?? 0, now)
  const tooEarly = emptyUntil + everyMs - now - Math.max(BURST_MS, everyMs)
  if (tooEarly > 0) return inSeconds(tooEarly)
  state.rate.emptyUntil = emptyUntil + everyMs
  return null
}

/** Whole ones, as Retry-After names them. */
function inSeconds(ms: number): number {
  return Math.max(1, Math.ceil(ms / 1_000))
}
