import { hooks } from '@vtex/test-tools/react'
import { Failure } from './failure'
import { useRetry } from './useRetry'

const NETWORK: Failure = { kind: 'NETWORK' }
const refused = (code: string, facts: Array<{ name: string; value: string }> = []): Failure => ({
  kind: 'REFUSED',
  problem: { code, severity: 'ERROR', field: [], message: '', facts },
})
const read = jest.fn()

beforeEach(() => {
  read.mockClear()
  jest.useFakeTimers()
})

const watch = (failure: Failure | null) =>
  hooks.renderHook(
    (props: { loading: boolean; failure: Failure | null }) => useRetry(props, read),
    {
      initialProps: { failure, loading: false },
    }
  )
const pass = (seconds: number) => hooks.act(() => void jest.advanceTimersByTime(seconds * 1000))

test('waits longer with each try that fails, and from the start again once one went well', () => {
  const { result, rerender } = watch(NETWORK)
  const tryAndFail = (wait: number) => {
    expect(result.current).toBe(wait)
    pass(wait)
    rerender({ loading: true, failure: null })
    rerender({ loading: false, failure: { ...NETWORK } })
  }
  tryAndFail(5)
  tryAndFail(15)
  tryAndFail(60)
  tryAndFail(60)
  expect(read).toHaveBeenCalledTimes(4)
  rerender({ loading: false, failure: null })
  expect(result.current).toBeNull()
  rerender({ loading: false, failure: NETWORK })
  expect(result.current).toBe(5)
})

test('waits as long as VTEX asks', () => {
  const { result } = watch(refused('RATE_LIMITED', [{ name: 'retryAfterSeconds', value: '9' }]))
  expect(result.current).toBe(9)
})

test.each([
  [{ kind: 'UNAUTHENTICATED' }],
  [{ kind: 'FORBIDDEN' }],
  [{ kind: 'FAULT' }],
  [refused('ORDER_NOT_FOUND')],
] as Array<[Failure]>)('%j does not pass by itself', (failure) => {
  const { result } = watch(failure)
  expect(result.current).toBeNull()
  pass(600)
  expect(read).not.toHaveBeenCalled()
})
