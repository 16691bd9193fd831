import { documentOf } from '../domain/readmodel/orderDocument'
import { SWITCHED_OFF, switchedOn, type ReadModel } from '../domain/readmodel/readModel'
import type { Order } from '../domain/order/order'
import { QueryRefused } from '../domain/problem/problems'
import { DEFAULT_SETTINGS } from '../domain/values/settings'
import { instantAt } from '../domain/values/instant'
import { EMPTY_JOURNAL } from '../domain/journal/journal'
import { listOrders } from './listOrders'
import type { Ports } from './ports'
import { readQueueRows } from './readQueueRows'
import { assembleView } from './reading/assembleView'
import type { FoundOrders, QueueDocuments } from './readmodel/callPorts'
import { someOrder, somePackage } from './testing/someOrder'
import { someQuery } from './testing/someQuery'
import { World } from './testing/world'

const tracked = somePackage({ trackingNumber: 'AA1' })
const inTransit = (orderId: string): Order =>
  someOrder({
    orderId,
    status: 'invoiced',
    packages: [{ ...tracked, invoiceValue: someOrder({}).value }],
  })

function documentFor(world: World, order: Order) {
  const nowMs = world.clock.now()
  const parts = { journal: EMPTY_JOURNAL, settings: DEFAULT_SETTINGS, changes: null }
  const view = assembleView(order, { ...parts, rights: new Set(), nowMs })
  return documentOf(view, { readAtMs: nowMs, keepClosedDays: 30, carriers: [] })
}

/** A store whose documents tell queues, as these orders were when they were last read. */
function documented(world: World, orders: readonly Order[], lacking: readonly string[] = []) {
  const nowMs = world.clock.now()
  const at = instantAt(nowMs)
  const model: ReadModel = {
    ...switchedOn(SWITCHED_OFF, 30, nowMs),
    ...{ fill: 'IDLE', windows: [], filledAt: at, nothingDueAt: at, documents: orders.length },
  }
  const known = orders.filter(({ orderId }) => !lacking.includes(orderId))
  const found: FoundOrders = {
    orderIds: orders.map(({ orderId }) => orderId),
    documents: new Map(known.map((one) => [one.orderId, documentFor(world, one)])),
    total: orders.length,
  }
  const queues: QueueDocuments = {
    known: async () => model,
    knownBefore: () => null,
    page: async () => found,
    countOf: async () => found.total,
  }
  const seen: string[] = []
  const ports: Ports = {
    ...world.ports(),
    queues,
    readModel: {
      seen: ({ order }) => void seen.push(order.orderId),
      written: async () => undefined,
    },
  }
  return { ports, seen }
}

const gets = (world: World) => world.oms.sent.filter(({ call }) => call === 'get')

describe('a page of documents', () => {
  it('asks OMS for nothing, and holds the rows in their order', async () => {
    const orders = ['3-01', '1-01', '2-01'].map(inTransit)
    const here = new World(...orders)
    const page = await listOrders(
      documented(here, orders).ports,
      someQuery({ queue: 'IN_TRANSIT', fromDocuments: true })
    )
    expect(page).toMatchObject({ rows: [], unreadable: [], total: 3, complete: true })
    expect(page.asOf).not.toBeNull()
    expect(page.documents.map(({ orderId, stage }) => [orderId, stage])).toEqual([
      ['3-01', 'IN_TRANSIT'],
      ['1-01', 'IN_TRANSIT'],
      ['2-01', 'IN_TRANSIT'],
    ])
    expect(here.oms.sent).toEqual([])
  })

  it('is read live for those who do not ask for it', async () => {
    const orders = ['3-01', '1-01'].map(inTransit)
    const here = new World(...orders)
    const page = await listOrders(
      documented(here, orders).ports,
      someQuery({ queue: 'IN_TRANSIT' })
    )
    expect(page.rows.map(({ order }) => order.orderId)).toEqual(['3-01', '1-01'])
    expect([page.documents, gets(here).length]).toEqual([[], 2])
  })

  it('is read live where one of its orders has no whole document: none is left out', async () => {
    const orders = ['3-01', '1-01'].map(inTransit)
    const here = new World(...orders)
    const { ports } = documented(here, orders, ['1-01'])
    const page = await listOrders(ports, someQuery({ queue: 'IN_TRANSIT', fromDocuments: true }))
    expect(page.rows.map(({ order }) => order.orderId)).toEqual(['3-01', '1-01'])
    expect(page.documents).toEqual([])
  })

  it("is OMS's list where documents tell no queue", async () => {
    const here = new World(inTransit('1-01'))
    const page = await listOrders(
      here.ports(),
      someQuery({ queue: 'IN_TRANSIT', fromDocuments: true })
    )
    expect([page.rows.length, page.documents]).toEqual([1, []])
  })
})

describe('its rows, read live', () => {
  it('come in the order of the page, each once, with those that left the queue named', async () => {
    const orders = ['1-01', '2-01', '3-01'].map(inTransit)
    const here = new World(orders[0], someOrder({ orderId: '2-01' }), orders[2])
    const { ports, seen } = documented(here, orders)
    const found = await readQueueRows(ports, 'IN_TRANSIT', ['3-01', '2-01', '1-01', '3-01'])
    expect(found.rows.map(({ order }) => order.orderId)).toEqual(['3-01', '2-01', '1-01'])
    expect([found.left, found.unreadable]).toEqual([['2-01'], []])
    expect(gets(here)).toHaveLength(3)
    // The documents are put right by it.
    expect(seen.sort()).toEqual(['1-01', '2-01', '3-01'])
  })

  it('one that cannot be read, or is no more, costs only itself', async () => {
    const orders = ['1-01', '2-01'].map(inTransit)
    const here = new World(...orders)
    here.oms.fail({ call: 'get', kind: 'unreadable' })
    const { ports } = documented(here, orders)
    const found = await readQueueRows(ports, 'IN_TRANSIT', ['1-01', '2-01', '9-01'])
    expect(found.rows.map(({ order }) => order.orderId)).toEqual(['2-01'])
    expect(found.unreadable).toMatchObject([
      { orderId: '1-01', problem: { code: 'OMS_UNREADABLE' } },
      { orderId: '9-01', problem: { code: 'ORDER_NOT_FOUND' } },
    ])
  })

  it('are twenty-five at most, and what is too long for an order number is asked of nobody', async () => {
    const here = new World(inTransit('1-01'))
    const { ports } = documented(here, [])
    const many = Array.from({ length: 26 }, (_, at) => `${1000 + at}-01`)
    await expect(readQueueRows(ports, 'IN_TRANSIT', many)).rejects.toThrow(QueryRefused)
    expect(await readQueueRows(ports, 'IN_TRANSIT', ['1'.repeat(201)])).toMatchObject({
      rows: [],
      unreadable: [],
    })
    expect(here.oms.sent).toEqual([])
  })
})
