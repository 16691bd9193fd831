import { hooks } from '@vtex/test-tools/react'
import { justSent, leftQueues, sentFrom, useLeftQueues } from './leftQueues'

const list = () => hooks.renderHook(() => useLeftQueues()).result.current
const MINUTE = 60 * 1000

afterEach(leftQueues.forget)

test.each([
  ['nothing was seen of it yet', 46, 10, 46, 10],
  ['VTEX has noticed four', 42, 10, 46, 6],
  ['VTEX has noticed all', 36, 10, 46, 0],
  ['the count was not known before', 46, 10, null, 10],
  ['more were sent than are counted', 3, 10, 3, 3],
  ['new orders came meanwhile', 50, 10, 46, 10],
] as const)('where %s', (_name, total, sent, first, shown) => {
  expect(justSent(total, sent, first)).toBe(shown)
})

test('an order leaves the queue of the stage that it had, once', () => {
  leftQueues.note('1', 'TO_INVOICE', 'TO_SHIP', 0)
  leftQueues.note('1', 'PARTIALLY_INVOICED', 'TO_SHIP', 1)
  leftQueues.note('2', 'TO_HANDLE', 'TO_INVOICE', 2)
  expect(sentFrom(list(), 'TO_INVOICE', 3)).toBe(1)
  expect(sentFrom(list(), 'TO_HANDLE', 3)).toBe(1)
})

test('a count is compared with the one of before the first left', () => {
  leftQueues.counted('TO_INVOICE', 46, 0)
  leftQueues.note('1', 'TO_INVOICE', 'TO_SHIP', 1)
  leftQueues.note('2', 'TO_INVOICE', 'TO_SHIP', 2)
  leftQueues.counted('TO_INVOICE', 45, 3)
  expect(leftQueues.within(list(), 'TO_INVOICE', 46, 3)).toBe(2)
  expect(leftQueues.within(list(), 'TO_INVOICE', 45, 3)).toBe(1)
  expect(leftQueues.within(list(), 'TO_HANDLE', 45, 3)).toBe(0)
})

test('one that stays, and one that was in no counted queue, left none', () => {
  leftQueues.note('1', 'TO_INVOICE', 'PARTIALLY_INVOICED', 0)
  leftQueues.note('2', 'TO_SHIP', 'IN_TRANSIT', 0)
  expect(list()).toEqual([])
})

test('after ten minutes VTEX counts without it', () => {
  leftQueues.note('1', 'TO_INVOICE', 'TO_SHIP', 0)
  expect(sentFrom(list(), 'TO_INVOICE', 9 * MINUTE)).toBe(1)
  expect(sentFrom(list(), 'TO_INVOICE', 10 * MINUTE)).toBe(0)
})
