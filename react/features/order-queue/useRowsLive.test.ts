import { liveRows } from './liveRows'
import { problem, row } from './testing/rows'
import { readLive, ReadRows, Standings } from './useRowsLive'

afterEach(() => liveRows.clear())

const ids = (count: number) => Array.from({ length: count }, (_, at) => `${at + 1}-01`)

/** Rows as they are asked for; told what came of each. */
async function readAll(
  orderIds: string[],
  read: ReadRows,
  isWanted: () => boolean = () => true
): Promise<Standings> {
  let all: Standings = {}
  await readLive(orderIds, read, (ends) => {
    all = { ...all, ...ends }
    return isWanted()
  })
  return all
}

const answering =
  (asked: string[][], more: { left?: string[]; lost?: string[] } = {}): ReadRows =>
  async (orderIds) => {
    asked.push(orderIds)
    const { left = [], lost = [] } = more
    const rows = orderIds.filter((orderId) => !lost.includes(orderId)).map((one) => row(one))
    const unreadable = lost
      .filter((orderId) => orderIds.includes(orderId))
      .map((orderId) => ({ orderId, problem: problem('OMS_UNAVAILABLE') }))
    const here = left.filter((orderId) => orderIds.includes(orderId))
    return { ok: true, data: { queueRows: { rows, left: here, unreadable } } }
  }

test('every row of a page is asked for once, the first ones first, in calls that hold up few', async () => {
  const asked: string[][] = []
  const standings = await readAll(ids(50), answering(asked, { left: ['3-01'], lost: ['50-01'] }))
  expect(asked.reduce((all, some) => [...all, ...some], [])).toEqual(ids(50))
  expect(Math.max(...asked.map(({ length }) => length))).toBeLessThanOrEqual(25)
  expect(standings).toEqual({ '3-01': 'LEFT', '50-01': 'UNREAD' })
  expect(Object.keys(liveRows.get())).toHaveLength(49)
})

test('a call that fails leaves its own rows as they were kept, and the others go on', async () => {
  const asked: string[][] = []
  const answer = answering(asked)
  const standings = await readAll(ids(20), async (orderIds) =>
    orderIds.includes('1-01') ? { ok: false, failure: { kind: 'NETWORK' } } : answer(orderIds)
  )
  const unread = Object.keys(standings)
  expect(unread).toContain('1-01')
  expect(unread).not.toContain('20-01')
  expect(Object.keys(liveRows.get()).sort()).toEqual(
    ids(20)
      .filter((orderId) => !unread.includes(orderId))
      .sort()
  )
})

test('what an answer to a press has shown meanwhile is newer, and stays', async () => {
  const delivered = row('1-01', { stage: 'DELIVERED' })
  const answer = answering([], { left: ['1-01'], lost: ['2-01'] })
  const standings = await readAll(ids(3), async (orderIds) => {
    liveRows.put(delivered)
    liveRows.put(row('2-01', { stage: 'DELIVERED' }))
    return answer(orderIds)
  })
  expect(liveRows.get()['1-01']).toBe(delivered)
  expect(standings).toEqual({})
})

test('a page that was left corrects nothing and asks no more', async () => {
  const asked: string[][] = []
  await readAll(ids(100), answering(asked), () => false)
  expect(asked).toHaveLength(3)
  expect(liveRows.get()).toEqual({})
})
