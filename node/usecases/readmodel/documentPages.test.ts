import { Fault } from '../../domain/problem/fault'
import { QueryRefused } from '../../domain/problem/problems'
import { wholeQueue, type QueueQuestion } from '../../domain/readmodel/queueQuestion'
import { freshSince, switchedOff, type ReadModel } from '../../domain/readmodel/readModel'
import { someOrderDocument } from '../../domain/testing/someOrderDocument'
import { FakeQueues, FILLED } from '../testing/fakeQueues'
import { World } from '../testing/world'
import { askDocuments } from './askDocuments'
import { REACH } from './callPorts'

const three = ['1-01', '2-01', '3-01'].map((orderId) =>
  someOrderDocument({ orderId, carrier: 'Loggi' })
)
const question: QueueQuestion = { ...wholeQueue('TO_INVOICE'), perPage: 2 }
const DOWN = new Fault({ kind: 'unavailable', upstream: 'MASTERDATA', operation: 'Search' })

async function asked(queues: FakeQueues | undefined, changes: Partial<QueueQuestion> = {}) {
  const world = new World()
  const ports = { ...world.ports(), queues }
  const page = await askDocuments(ports, { ...question, ...changes }).catch((why: unknown) => why)
  return { page, logs: world.logs, searches: queues?.searches.length }
}

describe('a page of documents', () => {
  it('holds its orders with what documents tell of them, and says how fresh they are', async () => {
    const { page, searches } = await asked(new FakeQueues(three))
    expect(page).toEqual({
      orderIds: ['1-01', '2-01'],
      documents: new Map(three.slice(0, 2).map((one) => [one.orderId, one])),
      total: 3,
      hasNextPage: true,
      complete: true,
      asOf: freshSince(FILLED),
    })
    expect(searches).toBe(1)
  })

  it('is the last where no order is behind it', async () => {
    expect((await asked(new FakeQueues(three), { page: 2 })).page).toMatchObject({
      orderIds: ['3-01'],
      hasNextPage: false,
    })
    expect((await asked(new FakeQueues(three), { perPage: 3 })).page).toMatchObject({
      hasNextPage: false,
    })
  })

  it.each([
    [REACH, 99, 100, { complete: true, hasNextPage: true }],
    [REACH, 100, 100, { complete: true, hasNextPage: false }],
    [REACH + 1, 99, 100, { complete: false, hasNextPage: true }],
    // The next page would reach behind what can be searched.
    [REACH + 1, 100, 100, { complete: false, hasNextPage: false }],
    [REACH + 50, 3_333, 3, { complete: false, hasNextPage: false }],
  ])('of %s orders, page %s of %s each, says where it ends', async (total, page, perPage, says) => {
    const queues = new FakeQueues(three)
    queues.beyond = total - three.length
    expect((await asked(queues, { page, perPage })).page).toMatchObject({ total, ...says })
  })

  it('that a search just reaches is searched for', async () => {
    const { page } = await asked(new FakeQueues(three), { perPage: REACH })
    expect(page).toMatchObject({ orderIds: ['1-01', '2-01', '3-01'], hasNextPage: false })
  })

  it('that no search reaches is counted and empty', async () => {
    const queues = new FakeQueues(three)
    queues.beyond = REACH
    const { page, searches } = await asked(queues, { page: 101, perPage: 100 })
    const none = { orderIds: [], documents: new Map(), hasNextPage: false, complete: false }
    expect(page).toMatchObject({ ...none, total: REACH + 3 })
    expect(searches).toBe(1)
  })
})

describe('"nothing"', () => {
  const nothing = { ...question, queue: 'DELIVERED' } as const

  it('is asked for once more, and believed where there are orders of other queues', async () => {
    const { page, searches } = await asked(new FakeQueues(three), nothing)
    expect(page).toMatchObject({ total: 0, orderIds: [], hasNextPage: false, complete: true })
    expect(searches).toBe(3)
  })

  it('said once is none where the second search finds orders', async () => {
    const queues = new FakeQueues(three)
    queues.findsNothing = 1
    const { page, searches } = await asked(queues)
    expect(page).toMatchObject({ total: 3, orderIds: ['1-01', '2-01'] })
    expect(searches).toBe(2)
  })

  it('is believed of a store that has no documents', async () => {
    const { page, searches } = await asked(new FakeQueues([], { ...FILLED, documents: 0 }))
    expect(page).toMatchObject({ total: 0 })
    expect(searches).toBe(1)
  })

  it('of everything is Master Data in trouble: the list tells the queue, where it can', async () => {
    const { page, logs } = await asked(new FakeQueues([]))
    expect(page).toBeNull()
    expect(logs).toEqual([{ flow: 'ReadModel', detail: 'MASTERDATA Search: unreadable' }])
    const why = { kind: 'unreadable', upstream: 'MASTERDATA', operation: 'Search' }
    expect((await asked(new FakeQueues([]), { carrier: 'Loggi' })).page).toMatchObject(why)
  })
})

describe('without documents that tell of all orders', () => {
  it.each<[string, ReadModel | null]>([
    ['there are none', null],
    ['they are switched off', switchedOff(FILLED)],
    ['they are not filled yet', { ...FILLED, filledAt: null }],
  ])('the list tells a queue, and refuses what it cannot answer, where %s', async (_, model) => {
    const queues = model ? new FakeQueues(three, model) : undefined
    expect(await asked(queues)).toMatchObject({ page: null, logs: [] })
    const { page } = await asked(queues, { carrier: 'Loggi' })
    expect(page).toBeInstanceOf(QueryRefused)
    expect(page).toMatchObject({ problem: { code: 'READ_MODEL_NEEDED', field: ['carrier'] } })
    expect(queues?.searches ?? []).toEqual([])
  })

  it('that answer, the list tells a queue, and what it cannot tell fails', async () => {
    const queues = new FakeQueues(three)
    queues.fault = DOWN
    const { page, logs } = await asked(queues)
    expect([page, logs]).toEqual([null, [{ flow: 'ReadModel', detail: DOWN.message }]])
    expect((await asked(queues, { marketplace: 'Hub' })).page).toBe(DOWN)
  })

  it('a mistake of ours is none of Master Data', async () => {
    const queues = new FakeQueues(three)
    queues.fault = new TypeError('ours')
    expect((await asked(queues)).page).toBe(queues.fault)
  })
})
