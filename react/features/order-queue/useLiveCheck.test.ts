import { hooks } from '@vtex/test-tools/react'
import { liveRows } from './liveRows'
import { row } from './testing/rows'
import { useLiveCheck } from './useLiveCheck'
import { ReadOne } from './useRefresh'

const { act, renderHook } = hooks
const NOW = 1000000

afterEach(() => {
  jest.restoreAllMocks()
  liveRows.clear()
})

async function comesBackAfter(ms: number, isStill = true) {
  const now = jest.spyOn(Date, 'now').mockReturnValue(NOW)
  const asked: string[] = []
  const readOne: ReadOne = async ({ orderId }) => {
    asked.push(orderId)
    return orderId === 'gone'
      ? { ok: false, failure: { kind: 'NETWORK' } }
      : { ok: true, data: { order: row(orderId, { stage: 'DELIVERED' }) } }
  }
  const rows = ['a', 'b', 'gone'].map((orderId) => row(orderId))
  const { unmount } = renderHook(() => useLiveCheck(rows, isStill, readOne))
  now.mockReturnValue(NOW + ms)
  await act(async () => {
    window.dispatchEvent(new Event('focus'))
    // Its other name: a window that comes back tells it twice.
    document.dispatchEvent(new Event('visibilitychange'))
    for (let turn = 0; turn < 20; turn += 1) await Promise.resolve()
  })
  unmount()
  return asked
}

test('rows that stood for a minute are read again once, and one that cannot be read stays as it was', async () => {
  expect(await comesBackAfter(60000)).toEqual(['a', 'b', 'gone'])
  expect(Object.keys(liveRows.get())).toEqual(['a', 'b'])
  expect(liveRows.get().a.stage).toBe('DELIVERED')
})

test('fresh rows are left alone, and those that are on their way or in a run', async () => {
  expect(await comesBackAfter(59000)).toEqual([])
  expect(await comesBackAfter(60000, false)).toEqual([])
})
