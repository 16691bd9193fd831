import { FRESH_LEDGER, type PaceLedger } from '../../domain/batch/pace'
import { Fault } from '../../domain/problem/fault'
import { RecordingLog } from '../../edge/testing/fakes'
import type { OrdersPort } from '../ports'
import { VirtualClock } from '../testing/virtualClock'
import { pacedOrders } from './pacedOrders'
import { SlotsInHand, SlotTaker } from './slots'

const log = { info: () => undefined, warn: () => undefined, error: () => undefined }
const tooMany = (retryAfterSeconds: number) =>
  new Fault({ kind: 'rateLimited', upstream: 'OMS', operation: 'GetOrder', retryAfterSeconds })

function world(pace = 600) {
  const clock = new VirtualClock()
  const state = { ledger: FRESH_LEDGER as PaceLedger, takes: 0, isDown: false }
  const ledger = {
    read: async () => state.ledger,
    change: async <T>(change: (found: PaceLedger) => { ledger: PaceLedger; value: T }) => {
      if (state.isDown)
        throw new Fault({ kind: 'unavailable', upstream: 'VBASE', operation: 'Save' })
      const { ledger: next, value } = change(state.ledger)
      state.takes += 1
      state.ledger = next
      return value
    },
  }
  const taker = (hand = new SlotsInHand()) =>
    new SlotTaker({ ledger, clock, log }, async () => pace, hand)
  return { clock, state, taker }
}

async function moments(clock: VirtualClock, slots: SlotTaker, count: number): Promise<number[]> {
  const begun = clock.now()
  return Promise.all(
    Array.from({ length: count }, async () => {
      await slots.next()
      return clock.now() - begun
    })
  )
}

describe('slots', () => {
  it('let calls out at the pace, many for one look at the ledger', async () => {
    const { clock, state, taker } = world()
    const at = await moments(clock, taker(), 50)
    expect([...at].sort((a, b) => a - b)).toEqual(Array.from({ length: 50 }, (_, n) => n * 100))
    expect(state.takes).toBe(17)
  })

  it('of two lanes are never the same moment', async () => {
    const { clock, taker } = world()
    const both = await Promise.all([moments(clock, taker(), 40), moments(clock, taker(), 40)])
    expect(new Set(both.flat()).size).toBe(80)
  })

  it('that were not used in time are not made up for', async () => {
    const { clock, taker } = world()
    const slots = taker()
    await slots.next()
    clock.advance(60_000)
    const at = await moments(clock, slots, 30)
    expect(at.filter((moment) => moment < 1_000).length).toBeLessThanOrEqual(11)
  })

  it('that one handler leaves are used by the next in the same process', async () => {
    const { clock, state, taker } = world()
    const hand = new SlotsInHand()
    expect(await moments(clock, taker(hand), 1)).toEqual([0])
    expect(await moments(clock, taker(hand), 1)).toEqual([100])
    expect(state.takes).toBe(1)
  })

  it('that a clock set back leaves far ahead are not waited for', async () => {
    const { clock, state, taker } = world()
    const hand = new SlotsInHand()
    clock.advance(600_000)
    await taker(hand).next()
    clock.advance(-600_000)
    state.ledger = FRESH_LEDGER
    expect(await moments(clock, taker(hand), 1)).toEqual([0])
  })

  it('that come too late are left for whoever comes later', async () => {
    const { clock, taker } = world()
    const slots = taker()
    await slots.refused(30)
    const begun = clock.now()
    expect(await slots.next(begun + 10_000)).toBe(false)
    expect(clock.now()).toBe(begun)
    expect(await slots.next(begun + 40_000)).toBe(true)
    expect(clock.now()).toBe(begun + 30_000)
  })

  it('go on slowly where the ledger cannot be reached', async () => {
    const { clock, state, taker } = world()
    state.isDown = true
    const at = await moments(clock, taker(), 4)
    expect(Math.max(...at)).toBeGreaterThanOrEqual(1_000)
  })
})

describe('OMS at the pace of the ledger', () => {
  const orders = (over: Partial<OrdersPort>) => over as OrdersPort

  it('tells everybody of a refusal, of a read and of a write, and what is in hand is dropped', async () => {
    for (const call of ['get', 'notifyInvoice'] as const) {
      const { clock, state, taker } = world()
      const mine = taker()
      const refusing = orders({ [call]: async () => Promise.reject(tooMany(7)) })
      const paced = pacedOrders(refusing, mine, Infinity)
      await mine.next()
      const asked = call === 'get' ? paced.get('o') : paced.notifyInvoice('o', {} as never)
      await expect(asked).rejects.toThrow('rateLimited')
      expect(state.ledger.resumeAt).toBe(clock.now() + 7_000)
      const [next] = await moments(clock, mine, 1)
      const [another] = await moments(clock, taker(), 1)
      expect(next).toBeGreaterThanOrEqual(7_000)
      expect(another).toBeGreaterThanOrEqual(0)
    }
  })

  it('takes a slot for each read but the first, whose slot the row has taken, and none for a write', async () => {
    const { state, taker } = world()
    const paced = pacedOrders(
      orders({ get: async () => null, startHandling: async () => undefined }),
      taker(),
      Infinity
    )
    await paced.startHandling('o')
    await paced.get('o')
    expect(state.takes).toBe(0)
    await paced.get('o')
    expect(state.takes).toBe(1)
  })

  it('makes no read whose slot comes after the row has to be through, and does not wait for it', async () => {
    const { clock, taker } = world()
    const slots = taker()
    let reads = 0
    const counting = orders({
      get: async () => {
        reads += 1
        return null
      },
    })
    const begun = clock.now()
    const paced = pacedOrders(counting, slots, begun + 5_000)
    await paced.get('o')
    await slots.refused(60)
    const late = paced.get('o')
    await expect(late).rejects.toMatchObject({ isOutOfTime: true })
    expect({ reads, took: clock.now() - begun }).toEqual({ reads: 1, took: 0 })
  })
})

describe('slots without a ledger', () => {
  const mistake = new TypeError('undefined is not a function')
  const down = new Fault({ kind: 'unavailable', upstream: 'VBASE', operation: 'Ledger' })

  function begin(error: Error) {
    const clock = new VirtualClock()
    const log = new RecordingLog()
    const fails = async (): Promise<never> => {
      throw error
    }
    const ledger = { read: fails, change: fails }
    return { log, taker: new SlotTaker({ clock, log, ledger }, async () => 600) }
  }

  it('are half a second apart, and that is logged', async () => {
    const { log, taker } = begin(down)
    expect(await taker.next()).toBe(true)
    expect(log.warnings).toEqual([{ flow: 'Batch', detail: 'no slots: VBASE Ledger: unavailable' }])
  })

  it('cut no pace for others, and that is logged', async () => {
    const { log, taker } = begin(down)
    await taker.refused(3)
    expect(log.warnings).toEqual([
      { flow: 'Batch', detail: 'pace not cut: VBASE Ledger: unavailable' },
    ])
  })

  it('hide no mistake of ours', async () => {
    const { taker } = begin(mistake)
    await expect(taker.next()).rejects.toBe(mistake)
    await expect(taker.refused(null)).rejects.toBe(mistake)
  })
})

describe('a slot', () => {
  /** A ledger whose next slots are these. */
  function granting(from: number, every: number) {
    const clock = new VirtualClock()
    const sleeps: number[] = []
    const watched = {
      now: () => clock.now(),
      sleep: (milliseconds: number) => {
        sleeps.push(milliseconds)
        return clock.sleep(milliseconds)
      },
    }
    let asked = 0
    const change = async () => {
      asked += 1
      return { every, from: clock.now() + from, count: 2 } as never
    }
    const unused = () => Promise.reject(new Error('unused'))
    const ports = { clock: watched, log: new RecordingLog(), ledger: { change, read: unused } }
    return { clock, sleeps, taker: new SlotTaker(ports, async () => 600), asked: () => asked }
  }

  it('is waited for up to the very moment by which it may come', async () => {
    const { clock, sleeps, taker } = granting(400, 100)
    const begunAt = clock.now()
    expect(await taker.next(begunAt + 399)).toBe(false)
    expect(await taker.next(begunAt + 400)).toBe(true)
    expect(sleeps).toEqual([400])
  })

  it('of this moment is not waited for, and one of a second ago still counts', async () => {
    const { sleeps, taker, asked } = granting(-1_000, 1_000)
    expect(await taker.next()).toBe(true)
    expect(await taker.next()).toBe(true)
    expect(sleeps).toEqual([])
    expect(asked()).toBe(1)
  })
})
