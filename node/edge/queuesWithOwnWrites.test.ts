import fc from 'fast-check'
import { answersTo } from '../domain/readmodel/answersTo'
import type { OrderDocument } from '../domain/readmodel/orderDocument'
import { NO_FILTERS, wholeQueue, type OrderSortBy } from '../domain/readmodel/queueQuestion'
import { QUEUES, type OrderQueue } from '../domain/standing/queue'
import type { QueuesWithOwnWrites } from './adapters/queuesWithOwnWrites'
import { sortedBy } from './stores/readmodel/queueSearch'
import { computed } from './testing/freshDocuments'
import { masterDataFault, PLAIN_MANNERS } from './testing/memoryMasterData'
import { idOf, ReadModelWeather } from './testing/readModelWeather'
import { quiet } from './testing/readModelWorld'

/** Each of up to six calls, with every queue counted after each; CONTRIBUTING.md has the long form. */
const RUNS = Math.ceil(Number(process.env.READ_MODEL_RUNS ?? 60) / 5)

const CALM = { seed: 1, lost: 0, failing: 0, losing: 0, lying: 0, slowMs: 0, applyDelayMs: 0 }
const SORTS: readonly OrderSortBy[] = ['PROMISE', 'CREATED', 'VALUE', 'LAST_EVENT']

/** A store of five orders whose index has heard of all of them, and is so far behind from now on. */
async function store(indexLagMs: number): Promise<ReadModelWeather> {
  const weather = new ReadModelWeather({ ...CALM, manners: { ...PLAIN_MANNERS, indexLagMs } })
  await weather.world.save(true)
  await weather.world.looked()
  weather.world.world.clock.advance(60_000)
  return weather
}

/** What a reading of every order makes of it now. */
function fresh({ world, ids }: ReadModelWeather): readonly OrderDocument[] {
  const { clock, oms } = world.world
  return [...ids].map((orderId) => computed(world, oms.peek(orderId), clock.now()))
}

const sort = fc.option(fc.record({ by: fc.constantFrom(...SORTS), descending: fc.boolean() }))
const deed = fc.record({
  does: fc.constantFrom(...(['handle', 'invoice', 'track', 'scan', 'deliver'] as const)),
  order: fc.nat({ max: 4 }),
  waitsMs: fc.constantFrom(0, 1_000, 5_000, 40_000, 150_000),
  queue: fc.constantFrom(...QUEUES),
  sort,
  perPage: fc.integer({ min: 1, max: 6 }),
  carrier: fc.option(fc.constantFrom('Jadlog', 'Correios')),
})
type Asked = Pick<
  typeof deed extends fc.Arbitrary<infer T> ? T : never,
  'queue' | 'sort' | 'perPage' | 'carrier'
>

async function expectExact(
  weather: ReadModelWeather,
  queues: () => QueuesWithOwnWrites,
  { queue, sort: by, perPage, carrier }: Asked
): Promise<void> {
  const nowMs = weather.world.world.clock.now()
  const question = { ...wholeQueue(queue), ...NO_FILTERS, carrier, sort: by, perPage }
  const { field, isDown } = sortedBy(question)
  const keyOf = (one: OrderDocument) =>
    (one as unknown as Record<string, string | number | null>)[field]
  const wanted = fresh(weather)
    .filter((one) => answersTo(question, one, nowMs))
    .sort((a, b) => {
      const [x, y] = [keyOf(a), keyOf(b)]
      if (x === y) return a.orderId < b.orderId ? -1 : 1
      if (x === null || y === null) return y === null ? -1 : 1
      return x < y !== isDown ? -1 : 1
    })
  const found: string[] = []
  for (let page = 1; page === 1 || found.length < wanted.length; page += 1) {
    const { orderIds, total, documents } = await queues().page({ ...question, page }, nowMs)
    expect([queue, page, total]).toEqual([queue, page, wanted.length])
    expect(orderIds.filter((orderId) => !documents.has(orderId))).toEqual([])
    if (orderIds.length === 0) break
    found.push(...orderIds)
  }
  const ids = wanted.map(({ orderId }) => orderId)
  // Whether orders that lack the sorted field come first is told by rows of the index.
  if (wanted.some((one) => keyOf(one) === null)) expect([...found].sort()).toEqual([...ids].sort())
  else expect(found).toEqual(ids)
  for (const one of QUEUES) {
    const counted = await queues().countOf(wholeQueue(one), nowMs)
    const count = fresh(weather).filter((document) => answersTo(wholeQueue(one), document, nowMs))
    expect([one, counted]).toEqual([one, count.length])
  }
}

describe('after a call of this app was answered', () => {
  it.each([0, 1_500, 30_000])(
    'its order is in exactly the queues that a reading says, on any replica, with an index %i ms behind',
    (lagMs) =>
      fc.assert(
        fc.asyncProperty(fc.array(deed, { minLength: 1, maxLength: 6 }), async (deeds) => {
          const weather = await store(lagMs)
          const { world } = weather
          for (const { does, order, waitsMs, ...asked } of deeds) {
            await weather.done([{ by: 'us', does, order, dies: null }])
            await expectExact(weather, () => world.queues(), asked)
            await expectExact(weather, () => world.queues('another'), asked)
            world.world.clock.advance(waitsMs)
          }
        }),
        { numRuns: RUNS }
      ),
    60_000
  )

  it('the answer itself waits for nothing: this replica knows before Master Data has heard of it', async () => {
    const weather = await store(30_000)
    const { world } = weather
    world.masterData.pass = async (operation) => {
      if (operation !== 'search') throw masterDataFault('unavailable')
    }
    await weather.done([{ by: 'us', does: 'invoice', order: 0, dies: null }])
    expect(await idsIn(weather, 'TO_SHIP')).toEqual([idOf(0)])
  })

  it('an index that never hears of it is believed two minutes later', async () => {
    const weather = await store(0)
    const { world } = weather
    world.masterData.loses = () => true
    await weather.done([{ by: 'us', does: 'invoice', order: 0, dies: null }])
    expect(await idsIn(weather, 'TO_SHIP')).toEqual([idOf(0)])
    world.world.clock.advance(120_000)
    expect(await idsIn(weather, 'TO_SHIP')).toEqual([])
    expect(await idsIn(weather, 'TO_INVOICE')).toContain(idOf(0))
  })

  it('what the index has heard since counts, whoever wrote it', async () => {
    const weather = await store(1_500)
    await weather.done([{ by: 'us', does: 'invoice', order: 0, dies: null }])
    await weather.done([{ by: 'carrier', does: 'ship', order: 0 }])
    await weather.done([{ by: 'carrier', does: 'moves', order: 0 }])
    await weather.done([{ by: 'us', does: 'look', order: 0, dies: null }])
    weather.world.world.clock.advance(1_500)
    expect(await idsIn(weather, 'TO_SHIP')).toEqual([])
    expect(await idsIn(weather, 'IN_TRANSIT')).toEqual([idOf(0)])
  })

  it('a page costs one search more, beside its own, and none where nothing was written', async () => {
    const weather = await store(30_000)
    const { world } = weather
    let [searches, together, most] = [0, 0, 0]
    world.masterData.pass = async (operation) => {
      if (operation !== 'search') return
      searches += 1
      together += 1
      most = Math.max(most, together)
      await new Promise(setImmediate)
    }
    world.masterData.answered = async (operation) => {
      if (operation === 'search') together -= 1
    }
    await idsIn(weather, 'TO_SHIP')
    expect([searches, most]).toEqual([1, 1])
    await weather.done([{ by: 'us', does: 'invoice', order: 0, dies: null }])
    searches = 0
    await idsIn(weather, 'TO_SHIP')
    expect([searches, most]).toEqual([2, 2])
  })

  it.each(['VBase', 'Master Data'] as const)(
    'a failure of %s costs no page: it is as without it',
    async (who) => {
      const weather = await store(30_000)
      const { world } = weather
      await weather.done([{ by: 'us', does: 'invoice', order: 0, dies: null }])
      if (who === 'VBase') world.files.read = () => Promise.reject(masterDataFault('unavailable'))
      else
        world.masterData.refuses = ({ where = '' }) =>
          where.includes('id=') || where.includes('id<>')
      const ids = await idsIn(weather, 'TO_SHIP')
      expect(ids).toEqual(who === 'VBase' ? [idOf(0)] : [])
      expect(await idsIn(weather, 'ALL')).toHaveLength(5)
    }
  )

  it('a Master Data that finds nothing at all is not believed for the sake of what was written', async () => {
    const weather = await store(30_000)
    await weather.done([{ by: 'us', does: 'invoice', order: 0, dies: null }])
    weather.world.masterData.findsNothing = () => true
    const nowMs = weather.world.world.clock.now()
    expect(await weather.world.queues().page(wholeQueue('TO_SHIP'), nowMs)).toMatchObject({
      orderIds: [],
      total: 0,
    })
    expect(await weather.world.queues().countOf(wholeQueue('ALL'), nowMs)).toBe(0)
  })
})

async function idsIn({ world }: ReadModelWeather, queue: OrderQueue): Promise<readonly string[]> {
  await quiet()
  const question = { ...wholeQueue(queue), perPage: 25 }
  return (await world.queues().page(question, world.world.clock.now())).orderIds
}
