import { Fault } from '../../domain/problem/fault'
import { wholeQueue } from '../../domain/readmodel/queueQuestion'
import { switchedOff, type ReadModel } from '../../domain/readmodel/readModel'
import { isDerived, LISTED_STATUSES, QUEUES } from '../../domain/standing/queue'
import { instantAt } from '../../domain/values/instant'
import { someOrderDocument } from '../../domain/testing/someOrderDocument'
import { FakeQueues, FILLED } from '../testing/fakeQueues'
import { someOrder } from '../testing/someOrder'
import { World } from '../testing/world'
import { countQueues } from './countQueues'

const documents = [
  someOrderDocument({ orderId: '1-01', stage: 'TO_HANDLE' }),
  someOrderDocument({ orderId: '2-01', stage: 'TO_SHIP' }),
  someOrderDocument({ orderId: '3-01', stage: 'TO_SHIP', reason: 'ORDER_STUCK' }),
]

async function counted(queues: FakeQueues | undefined) {
  const world = new World(
    someOrder({ orderId: '1-01', status: 'ready-for-handling' }),
    someOrder({ orderId: '2-01', status: 'invoiced' }),
    someOrder({ orderId: '3-01', status: 'handling' }),
    someOrder({ orderId: '4-01', status: 'payment-approved' })
  )
  const counts = await countQueues({ ...world.ports(), queues })
  return { world, counts: counts.map(({ queue, count }) => [queue, count]) }
}

const BY_LIST = QUEUES.map((queue) => {
  const counts: Partial<Record<string, number>> = { TO_HANDLE: 1, TO_INVOICE: 2, ALL: 4 }
  return [queue, counts[queue] ?? null]
})

describe('how many orders each queue holds', () => {
  it('is told by the documents, a search for each', async () => {
    const queues = new FakeQueues(documents)
    const { counts, world } = await counted(queues)
    expect(counts).toEqual([
      ['TO_HANDLE', 1],
      ['TO_INVOICE', 0],
      ['TO_SHIP', 2],
      ['IN_TRANSIT', 0],
      ['LATE', 0],
      ['DELIVERED', 0],
      ['ATTENTION', 1],
      ['ALL', 3],
    ])
    expect(queues.searches).toEqual(QUEUES.map((queue) => ({ of: wholeQueue(queue) })))
    expect(world.oms.sent).toEqual([])
  })

  it('counts as late what was promised before now', async () => {
    const promise = instantAt(new World().clock.now() - 1)
    const queues = new FakeQueues([someOrderDocument({ promise })])
    expect((await counted(queues)).counts).toContainEqual(['LATE', 1])
  })

  it('asks for all of them at once', async () => {
    const queues = new FakeQueues(documents)
    let [now, most] = [0, 0]
    queues.countOf = async () => {
      now += 1
      most = Math.max(most, now)
      await new Promise((resolve) => setImmediate(resolve))
      now -= 1
      return 1
    }
    await counted(queues)
    expect(most).toBe(QUEUES.length)
  })

  it('is nothing at all for a store that has no documents', async () => {
    const { counts } = await counted(new FakeQueues([], { ...FILLED, documents: 0 }))
    expect(counts).toEqual(QUEUES.map((queue) => [queue, 0]))
  })

  it.each<[string, ReadModel | null]>([
    ['there are none', null],
    ['they are switched off', switchedOff(FILLED)],
    ['they are not filled yet', { ...FILLED, filledAt: null }],
    ['they say that there is nothing', FILLED],
  ])('is what the list can count, and nobody knows the rest, where %s', async (_, model) => {
    const { counts, world } = await counted(model ? new FakeQueues([], model) : undefined)
    expect(counts).toEqual(BY_LIST)
    const rest = { page: 1, perPage: 1, search: null, createdFrom: null, createdTo: null }
    expect(world.oms.bodies('list')).toEqual(
      QUEUES.filter((queue) => !isDerived(queue)).map((queue) => ({
        ...rest,
        statuses: LISTED_STATUSES[queue],
      }))
    )
    expect(world.logs).toEqual([])
  })

  it('is what the list can count where they do not answer', async () => {
    const queues = new FakeQueues(documents)
    queues.fault = new Fault({ kind: 'unavailable', upstream: 'MASTERDATA', operation: 'Search' })
    const { counts, world } = await counted(queues)
    expect(counts).toEqual(BY_LIST)
    expect(world.logs).toEqual([{ flow: 'ReadModel', detail: 'MASTERDATA Search: unavailable' }])
  })

  it('hides no mistake of ours', async () => {
    const queues = new FakeQueues(documents)
    queues.fault = new TypeError('ours')
    await expect(counted(queues)).rejects.toThrow('ours')
  })
})

it('the list is read again where OMS had too many calls', async () => {
  const world = new World(someOrder())
  world.oms.fail({ call: 'list', kind: 'rateLimited', times: 1 })
  expect(await countQueues(world.ports())).toContainEqual({ queue: 'ALL', count: 1 })
})
