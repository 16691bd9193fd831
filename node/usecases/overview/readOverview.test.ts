import { AGES, WAITING } from '../../domain/overview/ages'
import { COUNTS_FOR_DAYS, DayCount } from '../../domain/overview/countedDay'
import { dayPlus, daysFrom, startOf, type Day } from '../../domain/overview/days'
import { OTHERS, type TalliedOrder } from '../../domain/overview/tally'
import { countedSince, MOST_DAYS, TILES, type TallyState } from '../../domain/overview/tallyState'
import { Fault } from '../../domain/problem/fault'
import { QueryRefused } from '../../domain/problem/problems'
import { freshSince, switchedOff } from '../../domain/readmodel/readModel'
import { someOrderDocument } from '../../domain/testing/someOrderDocument'
import { instantAt, type Instant } from '../../domain/values/instant'
import { FakeQueues, FILLED } from '../testing/fakeQueues'
import { MemoryTallies } from '../testing/memoryTallies'
import { someOrder } from '../testing/someOrder'
import { World } from '../testing/world'
import { readOverview, type OverviewQuestion } from './readOverview'

const ZONE = 'America/Sao_Paulo'
const TODAY: Day = '2026-03-10'
const NOW = Date.parse('2026-03-10T12:00:00Z')
const HOUR_MS = 60 * 60 * 1000
const at = (day: Day, hour = 12): Instant => instantAt(startOf(day, ZONE) + hour * HOUR_MS)
const tiles = (count: number) =>
  Object.fromEntries(TILES.map((tile) => [tile, count])) as Record<(typeof TILES)[number], number>

/** Every day was counted that any shown one rests on; of none of them there are orders. */
function talliedAll(changes: Partial<TallyState> = {}): TallyState {
  const days = daysFrom(dayPlus(TODAY, -MOST_DAYS - COUNTS_FOR_DAYS - 30), TODAY)
  const count = { at: at(TODAY, 8), orders: 0, open: 0 }
  return {
    zone: ZONE,
    began: FILLED.began!,
    firstDay: days[0],
    made: Object.fromEntries(days.map((day) => [day, count])),
    tiles: null,
    tilesBefore: null,
    ...changes,
  }
}

const tallied = (changes: Partial<TalliedOrder>): TalliedOrder => ({
  created: at(TODAY, 0),
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

/** Tallies that hold these orders of one day. */
function tallies(day: Day, ...orders: TalliedOrder[]): MemoryTallies {
  const count = new DayCount(day, ZONE)
  for (const one of orders) count.add(one)
  const state = talliedAll()
  const made = { ...state.made, [day]: { at: at(TODAY, 7), orders: orders.length, open: 1 } }
  const stored = new MemoryTallies({ ...state, made })
  stored.days.set(day, count.counted())
  return stored
}

const open = [
  someOrderDocument({ orderId: '1-01', created: instantAt(NOW - 3 * 24 * HOUR_MS) }),
  someOrderDocument({
    orderId: '2-01',
    stage: 'TO_SHIP',
    promise: instantAt(NOW - 1),
    carrier: 'Loggi',
  }),
  someOrderDocument({
    orderId: '3-01',
    stage: 'TO_SHIP',
    promise: instantAt(NOW - 1),
    marketplace: 'Hub',
  }),
  someOrderDocument({ orderId: '4-01', stage: 'TO_HANDLE', reason: 'ORDER_STUCK' }),
]

async function read(
  queues: FakeQueues | undefined = new FakeQueues(open),
  stored: MemoryTallies = new MemoryTallies(talliedAll()),
  question: Partial<OverviewQuestion> = {}
) {
  const world = new World(someOrder({ status: 'ready-for-handling' }))
  const all = { from: null, to: null, carrier: null, marketplace: null, ...question }
  return { world, ...(await readOverview({ ...world.ports(), queues }, stored, all)) }
}

describe('an overview of what is now', () => {
  it('counts the tiles and all orders, as fresh as the documents and the counts are', async () => {
    const { world, ...told } = await read()
    const count = (queue: string) => told.tiles.find((one) => one.queue === queue)?.count
    expect(TILES.map(count)).toEqual([1, 1, 2, 0, 2, 3])
    expect([told.orders, told.asOf]).toEqual([4, freshSince(FILLED)])
    expect(world.oms.sent).toEqual([])
  })

  it('says of what waits in which stage how long it has', async () => {
    const { ageing } = await read()
    expect(ageing.map(({ stage, fromDays, toDays }) => [stage, fromDays, toDays])).toEqual(
      WAITING.flatMap((stage) => AGES.map(({ fromDays, toDays }) => [stage, fromDays, toDays]))
    )
    const found = ageing.filter(({ count }) => count > 0)
    expect(found.map(({ stage, fromDays, count }) => [stage, fromDays, count])).toEqual([
      ['TO_HANDLE', 1, 1],
      ['TO_INVOICE', 2, 1],
      ['TO_SHIP', 1, 2],
    ])
  })

  it('tells by which reason orders need attention, the most first, and of none that nothing has', async () => {
    const stuck = ['5-01', '6-01', '7-01'].map((orderId) =>
      someOrderDocument({ orderId, reason: 'TRACKING_LOST' })
    )
    const { attention } = await read(new FakeQueues([...open, ...stuck]))
    expect(attention).toEqual([
      { code: 'TRACKING_LOST', count: 3 },
      { code: 'LATE', count: 2 },
      { code: 'ORDER_STUCK', count: 1 },
    ])
  })

  it('counts all of it by carrier and by marketplace alone', async () => {
    const {
      tiles: by,
      orders,
      ageing,
      attention,
    } = await read(undefined, undefined, {
      carrier: 'Loggi',
    })
    expect([orders, by.find(({ queue }) => queue === 'LATE')?.count]).toEqual([1, 1])
    expect(ageing.reduce((sum, { count }) => sum + count, 0)).toBe(1)
    expect(attention).toEqual([{ code: 'LATE', count: 1 }])
    const other = await read(undefined, undefined, { marketplace: 'Other' })
    expect([other.orders, other.asOf]).toEqual([0, freshSince(FILLED)])
  })

  it('has at most twelve searches of one kind under way', async () => {
    const queues = new FakeQueues(open)
    let [under, most] = [0, 0]
    const { countOf } = queues
    queues.countOf = async (...asked) => {
      if (asked[2]?.field === 'reason' || asked[0].createdFrom || asked[0].createdTo) under += 1
      most = Math.max(most, under)
      await new Promise((resolve) => setImmediate(resolve))
      if (asked[2]?.field === 'reason' || asked[0].createdFrom || asked[0].createdTo) under -= 1
      return countOf.apply(queues, asked)
    }
    await read(queues)
    // Ages and reasons beside each other.
    expect(most).toBe(12 + 11)
  })
})

describe('the tiles of yesterday', () => {
  const before = { at: at(dayPlus(TODAY, -1), 20), counts: tiles(9) }
  const stored = () => new MemoryTallies(talliedAll({ tiles: before }))

  it('stand beside those of now', async () => {
    const told = (await read(undefined, stored())).tiles
    expect(told.map(({ yesterday }) => yesterday)).toEqual(TILES.map(() => 9))
  })

  it.each([
    ['nobody counted', new MemoryTallies(talliedAll()), {}],
    ['nothing was ever counted', new MemoryTallies(null), {}],
    ['only some carriers are looked at', stored(), { carrier: 'Loggi' }],
    ['only some marketplaces are looked at', stored(), { marketplace: 'Hub' }],
  ])('are not told where %s', async (_, kept, question) => {
    const told = (await read(undefined, kept, question)).tiles
    expect(told.map(({ yesterday }) => yesterday)).toEqual(TILES.map(() => null))
  })
})

describe('the days of an overview', () => {
  const daysOf = async (question: Partial<OverviewQuestion>, stored?: MemoryTallies) => {
    const { days } = await read(undefined, stored, question)
    return days.map(({ day }) => day)
  }

  it('are thirty up to today, where nobody asks for others', async () => {
    expect(await daysOf({})).toEqual(daysFrom(dayPlus(TODAY, -29), TODAY))
    expect(await daysOf({ to: at('2026-03-01') })).toEqual(daysFrom('2026-01-31', '2026-03-01'))
  })

  it('are those by the clock of the store in which both moments lie', async () => {
    const question = { from: '2026-03-02T02:59:59Z', to: '2026-03-04T03:00:00Z' }
    expect(await daysOf(question)).toEqual(daysFrom('2026-03-01', '2026-03-04'))
  })

  it('end today, and begin so many days before their end', async () => {
    const all = await daysOf({ from: '2020-01-01T00:00:00Z', to: '2030-01-01T00:00:00Z' })
    expect(all).toEqual(daysFrom(dayPlus(TODAY, 1 - MOST_DAYS), TODAY))
    const [first] = all
    expect((await daysOf({ from: at(dayPlus(first, 1)) }))[0]).toBe(dayPlus(first, 1))
  })

  it('are left out where not all was counted that tells of them', async () => {
    const stored = new MemoryTallies(talliedAll({ firstDay: '2026-03-08' }))
    expect(await daysOf({}, stored)).toEqual(['2026-03-08', '2026-03-09', TODAY])
    expect(await daysOf({}, new MemoryTallies(null))).toEqual([])
  })

  it.each(['from', 'to'] as const)('are refused where %s is no moment', async (field) => {
    const refused = await read(undefined, undefined, { [field]: 'yesterday' }).catch(
      (e: unknown) => e
    )
    expect(refused).toBeInstanceOf(QueryRefused)
    expect(refused).toMatchObject({ problem: { field: [field] } })
  })

  it('are none where what was counted does not answer: what is now is told all the same', async () => {
    const stored = new MemoryTallies(talliedAll())
    const down = new Fault({ kind: 'unavailable', upstream: 'VBASE', operation: 'Get' })
    stored.pass = () => {
      throw down
    }
    const { world, ...told } = await read(undefined, stored)
    expect([told.days, told.orders, told.asOf]).toEqual([[], 4, freshSince(FILLED)])
    expect(world.logs).toEqual([{ flow: 'Overview', detail: down.message }])
    stored.pass = () => {
      throw new TypeError('ours')
    }
    await expect(read(undefined, stored)).rejects.toThrow('ours')
  })
})

describe('what came about', () => {
  const made = dayPlus(TODAY, -5)
  const stored = () =>
    tallies(
      made,
      tallied({ authorized: at(made, 1), invoiced: at(made, 5), carrier: 'Loggi' }),
      tallied({ authorized: at(TODAY, 1), marketplace: 'Hub' })
    )

  it('is told on its day, of whichever day its order is', async () => {
    const { days, leadTimes } = await read(undefined, stored())
    const none = { invoiced: 0, shipped: 0, delivered: 0 }
    expect(days.filter(({ authorised }) => authorised > 0)).toEqual([
      { ...none, day: made, authorised: 1, invoiced: 1 },
      { ...none, day: TODAY, authorised: 1 },
    ])
    const known = leadTimes.filter(({ medianHours }) => medianHours !== null)
    expect(known).toMatchObject([{ step: 'PAID_TO_INVOICED', day: made }])
  })

  it('is told of one carrier or marketplace', async () => {
    const by = async (question: Partial<OverviewQuestion>) => {
      const { days, leadTimes } = await read(undefined, stored(), question)
      const authorised = days.reduce((sum, one) => sum + one.authorised, 0)
      return [authorised, leadTimes.some(({ medianHours }) => medianHours !== null)]
    }
    expect(await by({ carrier: 'Loggi' })).toEqual([1, true])
    expect(await by({ marketplace: 'Hub' })).toEqual([1, false])
  })

  it('costs a file for each day that has orders, each once, twelve at a time', async () => {
    const days = daysFrom(dayPlus(TODAY, -20), dayPlus(TODAY, -6))
    const kept = new MemoryTallies(talliedAll())
    const count = { at: at(TODAY, 7), orders: 1, open: 1 }
    const more = Object.fromEntries(days.map((day) => [day, count]))
    kept.now = { ...kept.now!, made: { ...kept.now!.made, ...more } }
    let [under, most] = [0, 0]
    kept.pass = async (call) => {
      if (call !== 'made') return
      under += 1
      most = Math.max(most, under)
      await new Promise((resolve) => setImmediate(resolve))
      under -= 1
    }
    const told = await read(undefined, kept)
    expect(kept.calls).toEqual(['state', ...days.map((day) => `made ${day}`)])
    expect(most).toBe(12)
    // Files that are not there tell nothing.
    expect(told.days.every(({ authorised }) => authorised === 0)).toBe(true)
  })

  it('makes an overview as old as the oldest count of it', async () => {
    const kept = stored()
    const seen = instantAt(NOW - 20 * HOUR_MS)
    const old = { ...kept.now!.made[made], at: seen }
    kept.now = { ...kept.now!, made: { ...kept.now!.made, [made]: old } }
    expect(countedSince(kept.now, NOW)).toBe(seen)
    expect((await read(undefined, kept)).asOf).toBe(seen)
    // Where no day is told it makes nothing older.
    expect((await read(undefined, kept, { to: '2020-01-01T00:00:00Z' })).asOf).toBe(
      freshSince(FILLED)
    )
  })
})

describe('who is on time', () => {
  const made = dayPlus(TODAY, -5)
  const delivered = (names: Partial<TalliedOrder>, isOnTime: boolean) =>
    tallied({
      ...names,
      delivered: at(made, 10),
      promise: at(made, isOnTime ? 11 : 9),
    })

  it('is told of carriers and then of marketplaces, with what of theirs is late now', async () => {
    const stored = tallies(
      made,
      delivered({ carrier: 'Loggi', marketplace: 'Hub' }, true),
      delivered({ carrier: 'Loggi' }, false),
      delivered({ carrier: 'Jadlog', marketplace: 'a "quoted" one' }, true)
    )
    const { onTime } = await read(undefined, stored)
    expect(onTime).toEqual([
      { by: 'CARRIER', name: 'Loggi', delivered: 2, onTime: 1, openLate: 1 },
      { by: 'CARRIER', name: 'Jadlog', delivered: 1, onTime: 1, openLate: 0 },
      { by: 'CARRIER', name: '', delivered: 0, onTime: 0, openLate: 1 },
      { by: 'MARKETPLACE', name: 'Hub', delivered: 1, onTime: 1, openLate: 1 },
      { by: 'MARKETPLACE', name: '', delivered: 1, onTime: 0, openLate: 1 },
      // What no search can ask for.
      { by: 'MARKETPLACE', name: OTHERS, delivered: 1, onTime: 1, openLate: 0 },
    ])
  })

  it('costs no search where nothing is late', async () => {
    const queues = new FakeQueues([someOrderDocument()])
    const { onTime } = await read(queues, tallies(made, delivered({ carrier: 'Loggi' }, true)))
    expect(onTime[0]).toMatchObject({ name: 'Loggi', openLate: 0 })
    const asked = queues.searches.filter(({ only }) => only && only.field !== 'reason')
    expect(asked).toEqual([])
  })
})

describe('without documents that tell of all orders', () => {
  const LISTED = {
    asOf: null,
    orders: 0,
    tiles: TILES.map((queue) => ({
      queue,
      count: { TO_HANDLE: 1, TO_INVOICE: 0 }[queue as string] ?? null,
      yesterday: null,
    })),
    ageing: [],
    days: [],
    leadTimes: [],
    onTime: [],
    attention: [],
  }

  it.each([
    ['there are none', undefined],
    ['they are off', new FakeQueues(open, switchedOff(FILLED))],
    ['they are not filled yet', new FakeQueues(open, { ...FILLED, filledAt: null })],
    ['they say that there is no order', new FakeQueues([])],
  ])('OMS’s list tells what it can count where %s', async (_, queues) => {
    const world = new World(someOrder({ status: 'ready-for-handling' }))
    const all = { from: null, to: null, carrier: null, marketplace: null }
    const stored = new MemoryTallies(talliedAll())
    expect(await readOverview({ ...world.ports(), queues }, stored, all)).toEqual(LISTED)
    expect(world.logs).toEqual([])
  })

  it('where they do not answer, too', async () => {
    const queues = new FakeQueues(open)
    queues.fault = new Fault({ kind: 'unavailable', upstream: 'MASTERDATA', operation: 'Search' })
    const { world, ...told } = await read(queues)
    expect(told).toEqual(LISTED)
    expect(world.logs).toEqual([{ flow: 'Overview', detail: 'MASTERDATA Search: unavailable' }])
  })

  it('nothing is told of one carrier or marketplace, and OMS is not asked', async () => {
    for (const question of [{ carrier: 'Loggi' }, { marketplace: 'Hub' }]) {
      const { world, ...told } = await read(
        new FakeQueues(open, switchedOff(FILLED)),
        undefined,
        question
      )
      expect(told.tiles.map(({ count }) => count)).toEqual(TILES.map(() => null))
      expect(world.oms.sent).toEqual([])
    }
  })

  it('an empty store is told by its documents', async () => {
    const { asOf, orders } = await read(new FakeQueues([], { ...FILLED, documents: 0 }))
    expect([asOf, orders]).toEqual([freshSince(FILLED), 0])
  })

  it('hides no mistake of ours', async () => {
    const queues = new FakeQueues(open)
    queues.fault = new TypeError('ours')
    await expect(read(queues)).rejects.toThrow('ours')
  })
})
