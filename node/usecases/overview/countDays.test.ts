import { dayPlus, daysFrom, startOf, type Day } from '../../domain/overview/days'
import type { TalliedOrder } from '../../domain/overview/tally'
import { daysDue, tallyFor, TILES } from '../../domain/overview/tallyState'
import { Fault } from '../../domain/problem/fault'
import type { ReadModel } from '../../domain/readmodel/readModel'
import { someOrderDocument } from '../../domain/testing/someOrderDocument'
import { epochOf, instantAt, type Instant } from '../../domain/values/instant'
import { FakeQueues, FILLED } from '../testing/fakeQueues'
import { MemoryTallies } from '../testing/memoryTallies'
import { ReadModelParts } from '../testing/readModelParts'
import { countDays } from './countDays'
import type { OverviewWorkPorts } from './ports'

const ZONE = 'America/Sao_Paulo'
const TODAY: Day = '2026-03-10'
const DAY_MS = 24 * 60 * 60 * 1000
const MINUTE_MS = 60_000

const order = (changes: Partial<TalliedOrder> = {}): TalliedOrder => ({
  created: '2026-03-09T12:00:00.000Z' as Instant,
  authorized: null,
  invoiced: null,
  shipped: null,
  delivered: null,
  promise: null,
  carrier: null,
  marketplace: null,
  open: true,
  ...changes,
})

/** A filled read model that keeps what was closed for a day: some sixty days are to be counted. */
class Counting {
  readonly parts = new ReadModelParts()
  readonly queues = new FakeQueues([someOrderDocument()])
  readonly tallies = new MemoryTallies()
  orders: TalliedOrder[] = [order()]
  /** Between which moments orders were asked for. */
  readonly asked: (readonly [Instant, Instant])[] = []
  /** Of the day that is asked for as the nth. */
  takesMs: (nth: number) => number = () => 0
  zone: string | null = ZONE
  fault: Error | null = null

  constructor() {
    this.parts.model = { ...FILLED, keepClosedDays: 1 }
  }

  ports(): OverviewWorkPorts {
    const { parts, queues, tallies } = this
    const ports = parts.ports()
    return {
      ...ports,
      queues,
      tallies,
      portsOf: (by) => ({ ...ports.portsOf(by), account: { timeZone: async () => this.zone } }),
      orders: {
        ordersMade: async (from, to, take) => {
          this.asked.push([from, to])
          const takesMs = this.takesMs(this.asked.length)
          if (takesMs > 0) await parts.clock.sleep(takesMs)
          if (this.fault) throw this.fault
          for (const one of this.orders) if (one.created >= from && one.created <= to) take(one)
        },
      },
    }
  }

  async handled(): Promise<this> {
    await countDays(this.ports())
    return this
  }

  get state() {
    return this.tallies.now!
  }
}

const fresh = ({ parts }: Counting) =>
  tallyFor(null, { began: parts.model.began!, keepClosedDays: 1 }, ZONE)

describe('a handler that counts days', () => {
  it('counts every day that is due, the newest first, and calls no other', async () => {
    const counting = new Counting()
    const due = daysDue(fresh(counting), counting.parts.clock.now())
    await counting.handled()
    expect(counting.asked).toEqual(
      due.map((day) => [
        instantAt(startOf(day, ZONE)),
        instantAt(startOf(dayPlus(day, 1), ZONE) - 1),
      ])
    )
    expect(Object.keys(counting.state.made).sort()).toEqual([...due].sort())
    expect(counting.parts.nudges).toEqual([])
    const { asked } = await counting.handled()
    expect(asked).toHaveLength(due.length)
  })

  it('says after six days how far it is, and begins none after eight seconds', async () => {
    const counting = new Counting()
    counting.takesMs = () => 1_000
    await counting.handled()
    expect(counting.tallies.told.map(({ made }) => Object.keys(made).length)).toEqual([0, 0, 6, 12])
    expect(counting.parts.nudges).toEqual(['MORE'])
    const now = counting.parts.clock.now()
    expect(counting.state.made[TODAY].at).toBe(instantAt(now - 12_000))
  })

  it('begins more right before eight seconds are over, and none right then', async () => {
    for (const [firstTakes, days] of [
      [7_999, 61],
      [8_000, 6],
    ]) {
      const counting = new Counting()
      counting.takesMs = (nth) => (nth === 1 ? firstTakes : 0)
      await counting.handled()
      expect(counting.asked).toHaveLength(days)
    }
  })

  it('leaves where another one counts', async () => {
    const counting = new Counting()
    await counting.ports().claims.hold('overview', 0, () => counting.handled())
    expect([counting.asked, counting.tallies.calls, counting.parts.nudges]).toEqual([[], [], []])
  })

  it.each<[string, Partial<ReadModel>]>([
    ['is not filled', { filledAt: null }],
    ['is off', { isOn: false }],
    ['never began', { began: null }],
    ['rests', { restsUntil: instantAt(Date.parse('2026-03-10T12:00:01Z')) }],
  ])('counts nothing while the read model %s', async (_, changes) => {
    const counting = new Counting()
    counting.parts.model = { ...counting.parts.model, ...changes }
    await counting.handled()
    expect([counting.asked, counting.tallies.calls, counting.parts.nudges]).toEqual([[], [], []])
  })

  it('takes away what was counted where the read model is removed', async () => {
    const counting = new Counting()
    counting.parts.model = { ...counting.parts.model, isOn: false, fill: 'REMOVING' }
    expect((await counting.handled()).tallies.calls).toEqual(['removeAll'])
  })

  it('goes by the clock of the store, or by UTC where that is not known', async () => {
    const counting = await new Counting().handled()
    expect(counting.state.zone).toBe(ZONE)
    expect([...counting.parts.actors]).toEqual(['read model'])
    const other = new Counting()
    other.zone = null
    expect((await other.handled()).state.zone).toBe('UTC')
  })

  it('waits for the next one where somebody does not answer, and loses no day that was told', async () => {
    const counting = new Counting()
    const down = new Fault({ kind: 'unavailable', upstream: 'MASTERDATA', operation: 'Scroll' })
    let left = 8
    const { tallies } = counting
    const { ordersMade } = counting.ports().orders
    const ports = counting.ports()
    const orders: typeof ports.orders = {
      ordersMade: async (from, to, take) => {
        if ((left -= 1) < 0) throw down
        return ordersMade(from, to, take)
      },
    }
    await countDays({ ...ports, orders })
    expect(Object.keys(tallies.now!.made)).toHaveLength(6)
    expect(counting.parts.world.logs).toEqual([{ flow: 'Overview', detail: down.message }])
    expect(counting.parts.nudges).toEqual([])
  })

  it('hides no mistake of ours', async () => {
    const counting = new Counting()
    counting.fault = new TypeError('ours')
    await expect(counting.handled()).rejects.toThrow('ours')
  })
})

describe('a day that was counted', () => {
  it('keeps what came about of its orders, and says how many there are and were left open', async () => {
    const counting = new Counting()
    const authorized = '2026-03-09T13:00:00.000Z' as Instant
    counting.orders = [order({ authorized }), order({ open: false })]
    await counting.handled()
    expect(counting.state.made['2026-03-09']).toMatchObject({ orders: 2, open: 1 })
    expect(counting.tallies.days.get('2026-03-09')?.days['2026-03-09']).toMatchObject([
      { authorized: 1 },
    ])
  })

  it('of which there are no orders has no file', async () => {
    const counting = await new Counting().handled()
    expect(counting.tallies.calls.filter((call) => call.startsWith('keep'))).toEqual([
      'keep 2026-03-09',
    ])
    expect(counting.state.made[TODAY]).toMatchObject({ orders: 0, open: 0 })
  })

  it('keeps what it was where a count finds nothing any more', async () => {
    const counting = await new Counting().handled()
    const before = counting.tallies.days.get('2026-03-09')
    counting.orders = []
    counting.parts.clock.advance(20 * MINUTE_MS)
    await counting.handled()
    expect(counting.tallies.days.get('2026-03-09')).toBe(before)
    expect(counting.state.made['2026-03-09']).toMatchObject({
      orders: 1,
      open: 1,
      at: instantAt(counting.parts.clock.now()),
    })
  })

  it('loses nothing of a day whose documents may have gone, and is right of the others', async () => {
    const at = (day: Day) => instantAt(startOf(day, ZONE) + 12 * 60 * MINUTE_MS)
    const [gone, kept] = [dayPlus(TODAY, -3), TODAY]
    const created = at(gone)
    const counting = new Counting()
    counting.orders = [
      order({ created, authorized: at(gone) }),
      order({ created, authorized: at(kept) }),
      order({ created }),
    ]
    await counting.handled()
    counting.orders = counting.orders.slice(2)
    counting.parts.clock.advance(DAY_MS / 4)
    await counting.handled()
    expect(Object.keys(counting.tallies.days.get(gone)!.days)).toEqual([gone])
    expect(counting.state.made[gone].orders).toBe(1)
  })

  it('is told though what was told before has gone meanwhile', async () => {
    const counting = new Counting()
    const { tallies } = counting
    tallies.pass = (call) => {
      if (call === 'keep') tallies.now = null
    }
    await counting.handled()
    expect(Object.keys(tallies.now!.made)).toContain('2026-03-09')
    expect(tallies.now).toMatchObject({ zone: ZONE, began: counting.parts.model.began })
  })

  it('beside another writer takes nothing of it away', async () => {
    const counting = new Counting()
    const { tallies } = counting
    const other: Day = '2026-01-30'
    const count = { at: instantAt(0), orders: 7, open: 0 }
    tallies.pass = (call) => {
      if (call === 'keep') tallies.now = { ...tallies.now!, made: { [other]: count } }
    }
    counting.takesMs = () => 2_000
    await counting.handled()
    expect(tallies.now!.made[other]).toEqual(count)
  })
})

describe('the tiles', () => {
  it('are counted every quarter of an hour', async () => {
    const counting = await new Counting().handled()
    const counts = Object.fromEntries(TILES.map((tile) => [tile, tile === 'TO_INVOICE' ? 1 : 0]))
    expect(counting.state.tiles).toEqual({ counts, at: instantAt(counting.parts.clock.now()) })
    const searches = counting.queues.searches.length
    expect(searches).toBe(TILES.length)
    counting.parts.clock.advance(15 * MINUTE_MS - 1)
    expect((await counting.handled()).queues.searches).toHaveLength(searches)
    counting.parts.clock.advance(1)
    expect((await counting.handled()).queues.searches).toHaveLength(2 * searches)
  })

  it('tell what is late now', async () => {
    const counting = new Counting()
    const promise = instantAt(counting.parts.clock.now() - 1)
    Object.assign(counting, { queues: new FakeQueues([someOrderDocument({ promise })]) })
    expect((await counting.handled()).state.tiles?.counts).toMatchObject({ LATE: 1 })
  })

  it('that all say nothing are believed only of a store that has no documents', async () => {
    const nothing = async (documents: number) => {
      const counting = new Counting()
      counting.parts.model = { ...counting.parts.model, documents }
      counting.queues.findsNothing = 1_000
      return (await counting.handled()).state
    }
    expect((await nothing(1)).tiles).toBeNull()
    expect(Object.values((await nothing(0)).tiles!.counts)).toEqual(TILES.map(() => 0))
    // Days are counted all the same.
    expect(Object.keys((await nothing(1)).made).length).toBeGreaterThan(0)
  })

  it('are kept beside what another writer tells, or anew where it has gone', async () => {
    const counting = new Counting()
    let changes = 0
    counting.tallies.pass = (call) => {
      if (call === 'change' && (changes += 1) === 2) counting.tallies.now = null
    }
    const first = await counting.handled()
    expect(first.tallies.told[1]).toMatchObject({ zone: ZONE, made: {} })
    expect(first.tallies.told[1].tiles).not.toBeNull()
  })
})

it('every day that a store shows is counted within some handlers, whatever each has time for', async () => {
  const counting = new Counting()
  counting.takesMs = () => 3_000
  for (let handlers = 0; handlers === counting.parts.nudges.length; handlers += 1)
    await counting.handled()
  const { made, firstDay } = counting.state
  expect(Object.keys(made).sort()).toEqual([...daysFrom(dayPlus(firstDay, -60), TODAY)])
  expect(epochOf(made[TODAY].at)).toBeLessThan(counting.parts.clock.now())
})
