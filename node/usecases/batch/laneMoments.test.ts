import { finished, handedOver, LEASE_MS, type Holder } from '../../domain/batch/lanes'
import { problem } from '../../domain/problem/problems'
import { APPLIED, endOf, rowOf, rows, startedBatch as begin } from '../../edge/testing/startedBatch'
import { watchedHandler as watched } from '../../edge/testing/watchedHandler'
import type { LanePorts } from './ports'
import { pauseBatch } from './steerBatch'

const LIMITED = { ...endOf('REFUSED'), problems: [problem('RATE_LIMITED')] }
const OTHER: Holder = { pass: 1, lane: 1, owner: 'other 1' }
/** The runtime ends a delivery after so long. */
const RUNTIME_MS = 30_000

/** By number, as they were sent: slices are cut by the names of orders. */
const inOrder = (count: number) =>
  Array.from({ length: count }, (_, number) => rowOf(String(1_000 + number)))

/** One row, by the moments at which it is tried and by when each try has to be through. */
async function tried(tookMs: readonly number[]) {
  const one = await begin(rows(1))
  const { work, took } = watched(one)
  const begunAt = one.clock.now()
  const at: number[] = []
  const answerBy: number[] = []
  const fulfillRow: LanePorts['fulfillRow'] = async (_, run) => {
    answerBy.push(run.answerBy - begunAt)
    at.push(took())
    await one.clock.sleep(tookMs[at.length - 1])
    return at.length === tookMs.length ? APPLIED : LIMITED
  }
  await work({ fulfillRow })
  return { at, answerBy }
}

describe('a row that meets what passes', () => {
  it('is tried again past the ten seconds in which rows begin, but not when a send would not fit in any more', async () => {
    expect((await tried([9_900, 0])).at).toEqual([0, 10_400])
    expect((await tried([9_900, 5_000, 0])).at).toEqual([0, 10_400])
  })

  it('has until shortly before the runtime ends the delivery, whenever it is tried', async () => {
    for (const by of (await tried([9_900, 0])).answerBy) {
      expect(by).toBeLessThan(RUNTIME_MS - 2_000)
      expect(by).toBeGreaterThan(RUNTIME_MS - 5_000)
    }
  })

  it('is not tried again once the batch is paused', async () => {
    const one = await begin(rows(1))
    one.oms.end = () => LIMITED
    const working = one.work()
    await one.clock.sleep(1_900)
    expect(one.oms.ran).toHaveLength(3)
    await pauseBatch(one.ports, one.batchId)
    await working
    expect(one.oms.ran).toHaveLength(3)
  })
})

describe('a handler whose time to begin rows ends', () => {
  it('waits for no moment of the ledger any more: those are for whoever is next', async () => {
    const one = await begin(Array.from({ length: 4 }, () => rowOf('a')))
    one.oms.tookMs = 5_000
    let moments = 0
    const turn = async () => {
      moments += 1
      return true
    }
    await watched(one).work({ turn })
    expect([one.oms.ran.length, moments]).toEqual([2, 2])
  })
})

describe('a lane with more work than one handler can do', () => {
  it('has its next handler called after four seconds', async () => {
    const one = await begin(rows(150))
    one.oms.tookMs = 900
    const working = one.work()
    await one.clock.sleep(3_950)
    expect(one.sent).toEqual([])
    await one.clock.sleep(100)
    expect(one.sent).toContainEqual({ lane: 0, batchId: one.batchId, pass: 1 })
    await working
  })

  it('hears of the one who has passed it on only what ends in his hands', async () => {
    const one = await begin(inOrder(300))
    one.oms.end = async ({ row }) => {
      await one.clock.sleep(row % 50 === 0 ? 6_000 : 900)
      return APPLIED
    }
    const { seen, work, took } = watched(one)
    await work()
    const slices = new Set(one.oms.ran.map(({ row }) => Math.floor(row / 50))).size
    expect(took()).toBeLessThan(RUNTIME_MS)
    // Each slice taken and ended, the lane passed on, and its siding left.
    expect(seen.changes).toHaveLength(2 * slices + 2)
  })

  it('is left to whoever has got it meanwhile, who is the one to call others', async () => {
    const one = await begin(rows(150))
    one.oms.tookMs = 900
    const working = one.work()
    // Behind the look at two seconds, before the lane is passed on.
    await one.clock.sleep(3_950)
    await one.ports.batches.change(one.batchId, (newest) => {
      const pass = newest.pass!
      const [mine, ...others] = pass.lanes
      return { ...newest, pass: { ...pass, lanes: [{ ...mine, owner: 'other' }, ...others] } }
    })
    await one.clock.sleep(100)
    expect(one.sent).toEqual([])
    await working
  })
})

describe('a handler that has run dry while another lane is at work', () => {
  it('takes over what that one gives back within half a second, not with its next look', async () => {
    const one = await begin(rows(60))
    await one.hold(1)
    one.oms.tookMs = 100
    const working = one.work()
    await one.clock.sleep(2_100)
    expect(one.oms.ran).toHaveLength(10)
    await one.ports.batches.change(one.batchId, (newest) => handedOver(newest, OTHER))
    await one.clock.sleep(600)
    expect(one.oms.ran.length).toBeGreaterThan(10)
    await working
    expect((await one.head()).state).toBe('DONE')
  })
})

describe('a handler with as many slices in hand as it may have, each with a row that hangs', () => {
  const FIRST_ENDS = [3_000, 3_050, 3_100, 3_150]
  it.each(FIRST_ENDS)(
    'asks for no other, and has the next within a tenth of a second once one has ended (%i ms)',
    async (firstEndsMs) => {
      const one = await begin(inOrder(350))
      const { seen, work, took } = watched(one)
      let seventhBegan = Infinity
      one.oms.end = async ({ row }) => {
        if (row === 300) seventhBegan = took()
        if (row === 0) await one.clock.sleep(firstEndsMs)
        else await one.clock.sleep(row % 50 === 0 ? 9_000 : 10)
        return APPLIED
      }
      await work()
      expect(seen.changes.filter((at) => at > 1_000 && at < firstEndsMs)).toEqual([])
      expect(seventhBegan).toBeGreaterThanOrEqual(firstEndsMs)
      expect(seventhBegan).toBeLessThanOrEqual(firstEndsMs + 100)
    }
  )
})

describe('a lease that is renewed while a row hangs', () => {
  it('takes nothing into hand that nobody there could begin: the next handler is called for it', async () => {
    const one = await begin(rows(60))
    await one.hold(1)
    one.oms.tookMs = LEASE_MS - 500
    const working = one.work()
    // Between two looks: a row of the other lane's slice is to be looked at once more.
    await one.clock.sleep(LEASE_MS / 2 - 500)
    const end = { slice: 0, counts: { APPLIED: 49, ACCEPTED: 1 }, unsettled: { ACCEPTED: 1 } }
    await one.ports.batches.change(one.batchId, (newest) =>
      finished(newest, OTHER, end, one.clock.now())
    )
    await one.clock.sleep(1_000)
    expect((await one.head()).pass?.looks).toHaveLength(1)
    expect(one.sent).toContainEqual({ lane: 0, batchId: one.batchId, pass: 1 })
    await working
  })
})
