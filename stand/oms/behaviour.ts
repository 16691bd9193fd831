import { bugComplaint, standardBugs, type Bugs, type BugSlug } from './bugs'
import { readingComplaint, standardReadings, type Readings } from './readings'
import { OPERATIONS, type Operation } from './types'

export const FAULT_KINDS = [
  'timeout',
  'status500',
  'status429',
  'slow',
  'html',
  'reset',
  'hold',
] as const
export type FaultKind = (typeof FAULT_KINDS)[number]

/** One fault on demand. Without `times` and `probability` it hits every call of its operation. */
export interface Fault {
  operation: Operation
  kind: FaultKind
  times?: number
  probability?: number
  /** The operation takes effect first; what follows is about its answer. */
  afterCommit?: boolean
  /** `slow` only: how long it waits. */
  slowMs?: number
}

export interface Behaviour {
  latencyMs: number
  applyDelayMs: number
  indexDelayMs: number
  /** 0: no limit. */
  ratePerMinute: number
  /** How far OMS's own clock, which its answers name in `Date`, is ahead of the stand's. */
  clockAheadMs: number
  seed: number
  faults: Fault[]
  readings: Readings
  bugs: Bugs
}

/** OMS as it is met on a calm day (oms §11). */
export function standardBehaviour(): Behaviour {
  return {
    latencyMs: 0,
    applyDelayMs: 2_000,
    indexDelayMs: 240_000,
    ratePerMinute: 0,
    clockAheadMs: 0,
    seed: 1,
    faults: [],
    readings: standardReadings(),
    bugs: standardBugs(),
  }
}

const NUMBERS = [
  'latencyMs',
  'applyDelayMs',
  'indexDelayMs',
  'ratePerMinute',
  'clockAheadMs',
  'seed',
] as const
const MOST = 1_000_000_000

/**
 * Merges a patch into a behaviour: `readings` and `bugs` by name, everything else (`faults` too) as
 * a whole. Nothing changes unless all of it fits.
 * @errors the first thing that does not fit, by name and with what would
 */
export function mergeBehaviour(
  current: Behaviour,
  patch: unknown
): { ok: true; behaviour: Behaviour } | { ok: false; message: string } {
  if (!isObject(patch)) return { ok: false, message: 'the behaviour is a JSON object' }
  const next: Behaviour = structuredClone(current)
  for (const [name, value] of Object.entries(patch)) {
    const complaint = assign(next, name, value)
    if (complaint !== null) return { ok: false, message: complaint }
  }
  return { ok: true, behaviour: next }
}

function assign(next: Behaviour, name: string, value: unknown): string | null {
  if ((NUMBERS as readonly string[]).includes(name)) {
    if (!Number.isInteger(value) || (value as number) < 0 || (value as number) > MOST) {
      return `${name} is a whole number from 0 to ${MOST}`
    }
    next[name as (typeof NUMBERS)[number]] = value as number
    return null
  }
  switch (name) {
    case 'faults':
      return assignFaults(next, value)
    case 'readings':
      return assignEach(value, 'readings', readingComplaint, (key, given) => {
        Object.assign(next.readings, { [key]: given })
      })
    case 'bugs':
      return assignEach(value, 'bugs', bugComplaint, (slug, given) => {
        next.bugs[slug as BugSlug] = given as boolean
      })
    default:
      return `${name} is unknown; known are ${[...NUMBERS, 'faults', 'readings', 'bugs'].join(', ')}`
  }
}

function assignEach(
  given: unknown,
  name: string,
  complaintOf: (key: string, value: unknown) => string | null,
  set: (key: string, value: unknown) => void
): string | null {
  if (!isObject(given)) return `${name} is an object`
  for (const [key, value] of Object.entries(given)) {
    const complaint = complaintOf(key, value)
    if (complaint !== null) return complaint
    set(key, value)
  }
  return null
}

function assignFaults(next: Behaviour, value: unknown): string | null {
  if (!Array.isArray(value)) return 'faults is a list'
  for (const [index, fault] of value.entries()) {
    const complaint = faultComplaint(fault, `faults[${index}]`)
    if (complaint !== null) return complaint
  }
  next.faults = structuredClone(value) as Fault[]
  return null
}

const FAULT_KEYS = ['operation', 'kind', 'times', 'probability', 'afterCommit', 'slowMs']

function faultComplaint(fault: unknown, path: string): string | null {
  if (!isObject(fault)) return `${path} is an object`
  const unknown = Object.keys(fault).find((key) => !FAULT_KEYS.includes(key))
  if (unknown !== undefined)
    return `${path}.${unknown} is unknown; known are ${FAULT_KEYS.join(', ')}`
  const { operation, kind, times, probability, afterCommit, slowMs } = fault
  if (!(OPERATIONS as readonly unknown[]).includes(operation)) {
    return `${path}.operation is one of ${OPERATIONS.join(', ')}`
  }
  if (!(FAULT_KINDS as readonly unknown[]).includes(kind)) {
    return `${path}.kind is one of ${FAULT_KINDS.join(', ')}`
  }
  if (times !== undefined && (!Number.isInteger(times) || (times as number) < 0)) {
    return `${path}.times is a whole number from 0`
  }
  if (
    probability !== undefined &&
    (typeof probability !== 'number' || !(probability >= 0 && probability <= 1))
  ) {
    return `${path}.probability is a number from 0 to 1`
  }
  if (afterCommit !== undefined && typeof afterCommit !== 'boolean') {
    return `${path}.afterCommit is true or false`
  }
  if (slowMs !== undefined && (!Number.isInteger(slowMs) || (slowMs as number) < 0)) {
    return `${path}.slowMs is a whole number from 0`
  }
  return null
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
