import { DOOR_MAY_ACCEPT, DOOR_NEVER_ACCEPTS } from './doorAccepts'
import { CATALOGUE } from './problems'
import type { ProblemCode } from './problem'

/** Warnings that no call of the door can meet: they stand in attention, tell of settings, or say what is not sent anyway. */
const OF_NO_CALL: readonly ProblemCode[] = [
  'EVENTS_ALL_KNOWN',
  'LATE',
  'ORDER_HOOK_LEFT',
  'ORDER_STUCK',
  'TRACKING_ATTEMPT_FAILED',
  'TRACKING_LOST',
  'TRACKING_PICKUP',
  'TRACKING_RETURNED',
  'TRACKING_UNKNOWN_CODE',
  'WRITE_NOT_SHOWN',
]
/** An error, but a warning in one case of it. */
const SOMETIMES_A_WARNING: readonly ProblemCode[] = ['ORDER_STATE_FORBIDS']

const sorted = (codes: readonly string[]) => [...codes].sort()

it('every warning of a call is one that a store may let the door take, or one that it never may', () => {
  const warnings = (Object.keys(CATALOGUE) as ProblemCode[]).filter(
    (code) => CATALOGUE[code].severity === 'WARNING'
  )
  expect(sorted([...DOOR_MAY_ACCEPT, ...DOOR_NEVER_ACCEPTS, ...OF_NO_CALL])).toEqual(
    sorted([...new Set([...warnings, ...SOMETIMES_A_WARNING])])
  )
})

it('what refunds, replaces, counts twice or puts one document on two orders is never taken by itself', () => {
  for (const code of DOOR_MAY_ACCEPT) {
    expect(DOOR_NEVER_ACCEPTS).not.toContain(code)
    expect(code).not.toMatch(/^REPLACE_|REFUND|OTHER_ORDER/)
  }
})
