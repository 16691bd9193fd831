import { Fault } from '../../domain/problem/fault'
import { handedOver, LEASE_MS } from '../../domain/batch/lanes'
import { NO_RESULTS, withResult } from '../../domain/batch/rows'
import {
  APPLIED,
  DEAD_MS,
  rowOf,
  rows,
  startedBatch as begin,
} from '../../edge/testing/startedBatch'
import { watchedHandler as watched } from '../../edge/testing/watchedHandler'
import { runLane } from './runLane'

const CALL = { pass: 1, lane: 0 }

describe('a handler in its time', () => {
  it('keeps twelve rows under way to the last slice in its hand, and takes no longer than that', async () => {
    const one = await begin(rows(130))
    one.oms.tookMs = 1_000
    const { work, took } = watched(one)
    await work()
    // What came into its hand before the lane was passed on, and no more.
    expect(one.oms.ran).toHaveLength(100)
    expect(took()).toBeLessThan(9_500)
    const few = await begin(rows(60))
    few.oms.tookMs = 1_000
    const lane = watched(few)
    await lane.work()
    expect(few.oms.ran).toHaveLength(60)
    expect(lane.took()).toBeLessThan(5_500)
  })

  it('begins no row in the moment in which its ten seconds are over', async () => {
    const one = await begin(rows(100))
    one.oms.tookMs = 3_000
    await one.work()
    expect(one.oms.ran).toHaveLength(48)
  })

  it('begins none of an order’s further rows either', async () => {
    const one = await begin(Array.from({ length: 5 }, () => rowOf('a')))
    one.oms.tookMs = 4_000
    let turns = 0
    const turn = async () => {
      turns += 1
      return true
    }
    await watched(one).work({ turn })
    expect([one.oms.ran.length, turns]).toEqual([3, 3])
    await one.work()
    expect(one.oms.ran.map(({ row }) => row)).toEqual([0, 1, 2, 3, 4])
    expect((await one.head()).state).toBe('DONE')
  })

  it('begins no row whose turn comes after that, and leaves it to the next', async () => {
    const one = await begin(rows(1))
    const turn = async () => {
      await one.clock.sleep(10_000)
      return true
    }
    await watched(one).work({ turn })
    expect(one.oms.ran).toEqual([])
    expect(one.sent).toHaveLength(4)
    await one.work()
    expect((await one.head()).state).toBe('DONE')
  })
})

describe('a handler with three slices in hand', () => {
  it('has all its hands free for the fourth once one is done', async () => {
    const chains = ['a', 'b', 'c'].flatMap((orderId) =>
      Array.from({ length: 50 }, () => rowOf(orderId))
    )
    const one = await begin([...chains, ...rows(50)])
    one.oms.tookMs = 150
    await one.work()
    expect(one.oms.ran).toHaveLength(200)
    expect((await one.head()).state).toBe('DONE')
  })
})

describe('a handler whose lane somebody else has got', () => {
  it('begins nothing more within two seconds, and leaves the lane to him', async () => {
    const one = await begin(rows(100))
    one.oms.tookMs = 900
    const working = one.work()
    await one.clock.sleep(1_000)
    await one.ports.batches.change(one.batchId, (newest) => {
      const pass = newest.pass!
      const lanes = pass.lanes.map((lane, number) =>
        number === 0 ? { ...lane, owner: 'other' } : lane
      )
      return { ...newest, pass: { ...pass, lanes } }
    })
    await working
    expect(one.oms.ran.length).toBeLessThanOrEqual(48)
    expect((await one.head()).pass!.lanes[0].owner).toBe('other')
  })
})

describe('a handler that VBase fails at the end of a slice', () => {
  it('says so, and its look that is under way takes nothing that was given back', async () => {
    const one = await begin(rows(1))
    const { batches } = one.ports
    one.oms.tookMs = 19_000
    const { work } = watched(one, {
      // It comes back when the lease is half over, and the lane given back.
      find: async (batchId) => {
        const found = await batches.find(batchId)
        await one.clock.sleep(3_000)
        return found
      },
      changeResults: async () => {
        throw new Fault({ kind: 'unavailable', upstream: 'VBASE', operation: 'Save' })
      },
    })
    await expect(work()).rejects.toMatchObject({ upstream: 'VBASE', operation: 'Save' })
    await one.clock.sleep(5_000)
    expect((await one.head()).pass!.lanes[0].owner).toBeNull()
  })
})

describe('what a handler writes of a batch', () => {
  it('is its lane with a slice, the end of each slice, and the lane given back', async () => {
    const one = await begin(rows(10))
    one.oms.tookMs = 500
    const { seen, work } = watched(one)
    await work()
    expect(seen).toEqual({ finds: [], changes: [0, 500, 600] })
  })

  it('is looked at no more once its time is over and its last row has ended', async () => {
    const one = await begin(rows(100))
    one.oms.tookMs = 5_975
    const { seen, work } = watched(one)
    await work()
    expect(one.oms.ran).toHaveLength(24)
    // Passed on after four seconds; the last rows end shortly before the look that comes after twelve.
    expect(seen.changes).toEqual([0, 4_000, 12_000])
    expect(seen.finds).toEqual([2_000, 4_000, 6_000, 8_000, 10_000])
  })

  it('is no more than that while nothing is left to take: it looks every two seconds, and renews half a lease', async () => {
    const one = await begin(rows(1))
    one.oms.tookMs = LEASE_MS - 500
    const { seen, work } = watched(one)
    await work()
    expect(seen.finds).toEqual(Array.from({ length: 19 }, (_, look) => (look + 1) * 2_000))
    expect(seen.changes).toEqual([0, LEASE_MS / 2, LEASE_MS - 500, LEASE_MS - 500])
  })

  it('takes no slice with the lease: that is for whoever has a hand free', async () => {
    const one = await begin(rows(100))
    one.oms.tookMs = LEASE_MS - 500
    const working = watched(one).work()
    await one.clock.sleep(LEASE_MS - 1_000)
    // The lane itself is free by then.
    const lane = (await one.head()).pass!.lanes.find(({ work }) => work.length > 0)!
    expect(lane.until - one.clock.now()).toBeGreaterThan(LEASE_MS / 4)
    expect(lane.work).toHaveLength(1)
    await working
  })

  it('ends with a rest, and not with a turn in place, while others are dead and it has work of its own', async () => {
    const one = await begin(rows(60))
    await one.hold(1)
    one.clock.advance(DEAD_MS)
    one.oms.tookMs = 3_000
    const { seen, work } = watched(one)
    await work()
    expect(one.oms.ran.length).toBeGreaterThan(12)
    expect(seen.changes.length).toBeLessThan(20)
  })
})

describe('a slice of which every row has ended', () => {
  it('is closed by whoever gets it, and no row of it is run again', async () => {
    const one = await begin(rows(2))
    await one.hold(0)
    const [place] = await one.slices()
    const finishedAt = one.clock.now()
    await one.ports.batches.changeResults(one.batchId, place, () =>
      [0, 1].reduce(
        (results, row) =>
          withResult(results, { ...APPLIED, row, finishedAt, pass: 1, isRehearsed: false }),
        NO_RESULTS
      )
    )
    await one.ports.batches.change(one.batchId, (newest) =>
      handedOver(newest, { ...CALL, owner: 'other 0' })
    )
    await one.work()
    expect(one.oms.ran).toEqual([])
    expect(await one.head()).toMatchObject({ state: 'DONE', counts: { APPLIED: 2 } })
  })
})

describe('a batch that is gone', () => {
  const HEAD = (batchId: string) => `batches/${batchId}/head.json`

  it('costs a handler nothing', async () => {
    const one = await begin(rows(1))
    await runLane(one.ports, { ...CALL, batchId: 'gone' })
    expect(one.sent).toEqual([])
  })

  it('while it is worked at ends the work within two seconds, and nobody is called', async () => {
    const one = await begin(rows(100))
    one.oms.tookMs = 900
    const working = one.work()
    await one.clock.sleep(1_000)
    expect(one.files.content.delete(HEAD(one.batchId))).toBe(true)
    await working
    expect(one.oms.ran.length).toBeLessThanOrEqual(48)
    expect(one.sent).toEqual([])
  })
})

it('a mistake of ours in a look at the batch is not hidden', async () => {
  const mistake = new TypeError('undefined is not a function')
  const one = await begin(rows(1))
  one.oms.tookMs = 5_000
  const find = async () => {
    throw mistake
  }
  await expect(watched(one, { find }).work()).rejects.toBe(mistake)
})
