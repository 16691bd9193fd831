import { actsOf, lookAgainAfter, sendable, stateKey } from './batchModel'
import type { Act, Batch } from './batchModel'

const batch = (given: Partial<Batch>): Batch =>
  ({ state: 'DONE', isRehearsal: false, counts: [], rowCount: 5, pending: 0, ...given }) as Batch
const ready = [{ outcome: 'READY' as const, count: 3 }]
const failed = [{ outcome: 'FAILED' as const, count: 2 }]

test.each<[string, Partial<Batch>, Act[]]>([
  ['being filled', { state: 'FILLING' }, ['REMOVE']],
  ['ready', { state: 'READY' }, ['REHEARSE', 'SEND', 'REMOVE']],
  ['running', { state: 'RUNNING' }, ['PAUSE']],
  ['paused', { state: 'PAUSED' }, ['RESUME', 'REMOVE']],
  ['rehearsed', { isRehearsal: true, counts: ready }, ['SEND', 'REMOVE']],
  ['rehearsed, nothing to send', { isRehearsal: true, counts: failed }, ['REMOVE']],
  ['done with failures', { counts: failed }, ['RETRY', 'REMOVE']],
  ['done', {}, ['REMOVE']],
])('a batch that is %s', (_name, given, acts) => {
  expect(actsOf(batch(given), true)).toEqual(acts)
  expect(actsOf(batch(given), false)).toEqual([])
})

test('after a rehearsal only the rows that would go are sent', () => {
  expect(sendable(batch({ isRehearsal: true, counts: ready }))).toBe(3)
  expect(sendable(batch({ state: 'READY' }))).toBe(5)
})

test('a rehearsal never reads as sending, and what has ended is not looked at', () => {
  expect(stateKey(batch({ state: 'RUNNING', isRehearsal: true }))).toBe('REHEARSAL_RUNNING')
  expect(stateKey(batch({}))).toBe('DONE')
  expect(lookAgainAfter(batch({}))).toBeNull()
  expect(lookAgainAfter(batch({ state: 'RUNNING' }))).toBeGreaterThan(0)
})
