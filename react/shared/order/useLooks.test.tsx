import { hooks } from '@vtex/test-tools/react'
import { useLooks } from './useLooks'

const START = 1_000_000
const at = (seconds: number) => START + seconds * 1000

let now = START
const look = jest.fn()

beforeEach(() => {
  now = START
  look.mockClear()
  jest.useFakeTimers()
  jest.spyOn(Date, 'now').mockImplementation(() => now)
})

afterEach(() => jest.restoreAllMocks())

const watch = (...moments: number[]) =>
  hooks.renderHook((beat: number) => useLooks(moments.map(at), beat, look), {
    initialProps: now,
  })

/** The clock moves, and the timers with it. */
function pass(seconds: number) {
  now += seconds * 1000
  jest.advanceTimersByTime(seconds * 1000)
}

/** The computer sleeps: the clock moves, the timers do not. */
function sleep(seconds: number) {
  now += seconds * 1000
}

test('looks once at each moment, beat or no beat', () => {
  const { rerender } = watch(3, 6)
  pass(2)
  rerender(now)
  expect(look).toHaveBeenCalledTimes(0)
  pass(1)
  expect(look).toHaveBeenCalledTimes(1)
  rerender(now)
  pass(2)
  expect(look).toHaveBeenCalledTimes(1)
  pass(1)
  expect(look).toHaveBeenCalledTimes(2)
  rerender(now)
  pass(600)
  expect(look).toHaveBeenCalledTimes(2)
})

test.each([
  ['right after a look', 3],
  ['between two looks', 4],
])('a clock that jumps past the rest %s is looked at once, at once', (_, seconds) => {
  const { rerender } = watch(3, 6, 12, 24)
  pass(3)
  if (seconds > 3) rerender(now)
  pass(seconds - 3)
  expect(look).toHaveBeenCalledTimes(1)
  sleep(600)
  rerender(now)
  jest.advanceTimersByTime(0)
  expect(look).toHaveBeenCalledTimes(2)
  rerender(now)
  pass(600)
  expect(look).toHaveBeenCalledTimes(2)
})

test('what was to be looked at before the page stood is not made up for', () => {
  watch(-6, -3)
  pass(600)
  expect(look).toHaveBeenCalledTimes(0)
})

test('a clock that is set back looks again at what lies ahead', () => {
  const { rerender } = watch(3, 6)
  pass(3)
  now -= 2_000
  rerender(now)
  pass(2)
  expect(look).toHaveBeenCalledTimes(2)
})

test('nobody looks once the page is left', () => {
  const { unmount } = watch(3)
  unmount()
  pass(600)
  expect(look).toHaveBeenCalledTimes(0)
})
