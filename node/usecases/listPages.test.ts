import { documentHash } from '../domain/fiscal/identity'
import type { Order } from '../domain/order/order'
import { Fault } from '../domain/problem/fault'
import { instantAt } from '../domain/values/instant'
import type { OrdersQuery } from './commands'
import { listOrders } from './listOrders'
import type { ListQuery } from './ports'
import { moment, someOrder, somePackage } from './testing/someOrder'
import { someQuery } from './testing/someQuery'
import { World } from './testing/world'

const NOW = Date.parse('2026-03-10T12:00:00Z')
const KEY = '31170758731662018088550010006437971006437976'
const ordered = (count: number, changes: Partial<Order> = {}): Order[] =>
  Array.from({ length: count }, (_, index) =>
    someOrder({
      orderId: `${1000 + index}-01`,
      creationDate: instantAt(NOW - index * 60_000),
      estimatedDelivery: null,
      ...changes,
    })
  )
const ids = (page: { rows: readonly { order: Order }[] }): string[] =>
  page.rows.map(({ order }) => order.orderId)
const asked = (here: World): ListQuery[] => here.oms.bodies<ListQuery>('list')
const shipped = (changes: Partial<Order> = {}): Partial<Order> => ({
  status: 'invoiced',
  packages: [somePackage({ trackingNumber: 'AA1' })],
  ...changes,
})

describe('a page that is asked for', () => {
  it.each([0, -1, 1.5, NaN, Infinity])(
    'is the first for %p, and holds one row for as many',
    async (count) => {
      const here = new World(...ordered(2))
      const page = await listOrders(here.ports(), someQuery({ page: count, perPage: count }))
      expect(page).toMatchObject({ page: 1, perPage: 1, hasNextPage: true })
      expect(page.rows).toHaveLength(1)
    }
  )

  it('holds a hundred rows at most', async () => {
    const here = new World(...ordered(1))
    expect((await listOrders(here.ports(), someQuery({ perPage: 101 }))).perPage).toBe(100)
    expect(asked(here)[0].perPage).toBe(100)
  })

  it('is OMS’s thirtieth at most: beyond it OMS is not asked, and all may not be shown', async () => {
    const here = new World(...ordered(61))
    const last = await listOrders(here.ports(), someQuery({ page: 30, perPage: 2 }))
    expect([last.rows.length, last.complete, last.hasNextPage]).toEqual([2, false, false])
    const before = asked(here).length
    expect(await listOrders(here.ports(), someQuery({ page: 31, perPage: 2 }))).toEqual({
      rows: [],
      unreadable: [],
      page: 31,
      perPage: 2,
      total: null,
      hasNextPage: false,
      complete: false,
      asOf: null,
      documents: [],
      lookBackDays: null,
    })
    expect(asked(here)).toHaveLength(before)
  })

  it('is complete where thirty pages hold all', async () => {
    const here = new World(...ordered(60))
    const page = await listOrders(here.ports(), someQuery({ page: 29, perPage: 2 }))
    expect(page).toMatchObject({ complete: true, hasNextPage: true, total: 60 })
    const last = await listOrders(here.ports(), someQuery({ page: 30, perPage: 2 }))
    expect(last).toMatchObject({ complete: true, hasNextPage: false })
  })

  it('is counted by OMS’s list where it is not the only one, however few rows it holds itself', async () => {
    const here = new World(...ordered(3))
    expect((await listOrders(here.ports(), someQuery({ perPage: 3 }))).total).toBe(3)
    expect((await listOrders(here.ports(), someQuery({ page: 2, perPage: 2 }))).total).toBe(3)
    expect((await listOrders(here.ports(), someQuery({ page: 2, perPage: 3 }))).total).toBe(3)
  })

  it('keeps its rows in the order of the list, those that cannot be read named apart', async () => {
    const here = new World(...ordered(3))
    const ports = here.ports()
    const get = async (orderId: string) => {
      if (orderId === '1000-01') return null
      if (orderId === '1001-01') throw new TypeError('no such field')
      return here.oms.get(orderId)
    }
    const orders = Object.assign(Object.create(here.oms), { get })
    const page = await listOrders({ ...ports, orders }, someQuery())
    expect(ids(page)).toEqual(['1002-01'])
    expect(page.unreadable).toMatchObject([
      { orderId: '1000-01', problem: { code: 'ORDER_NOT_FOUND', facts: [{ value: '1000-01' }] } },
      { orderId: '1001-01', problem: { code: 'OMS_UNAVAILABLE' } },
    ])
    expect(here.logs).toEqual([
      { flow: 'GetOrder', orderId: '1001-01', detail: 'the answer could not be understood' },
    ])
  })
})

describe('a date of a query', () => {
  it('may be left out, and is asked of OMS as it is', async () => {
    const here = new World(...ordered(1))
    await listOrders(here.ports(), someQuery({ createdFrom: undefined, createdTo: null }))
    expect(asked(here)[0]).toMatchObject({ createdFrom: null, createdTo: null })
    await listOrders(here.ports(), someQuery({ createdTo: '2026-03-01T00:00:00Z' }))
    expect(asked(here)[1]).toMatchObject({ createdFrom: null, createdTo: '2026-03-01T00:00:00Z' })
    await expect(listOrders(here.ports(), someQuery({ createdTo: 'x' }))).rejects.toMatchObject({
      problem: { field: ['createdTo'] },
    })
  })
})

describe('a search', () => {
  const found = (here: World, changes: Partial<OrdersQuery> = {}) =>
    listOrders(here.ports(), someQuery({ queue: 'ALL', search: 'AA1', ...changes }))
  const world = () => {
    const here = new World(...ordered(3))
    here.numbers.set('AA1', ['1001-01', '1001-01', '1002-01'])
    return here
  }

  it('shows each order once, what this app has seen first, whatever OMS lists besides', async () => {
    const here = world()
    expect(ids(await found(here))).toEqual(['1001-01', '1002-01'])
    here.numbers.set('1002', ['1000-01', '1002-01'])
    expect(ids(await found(here, { search: '1002' }))).toEqual(['1000-01', '1002-01'])
  })

  it('shows what this app has seen on the first page alone', async () => {
    expect(await found(world(), { page: 2 })).toMatchObject({ rows: [], unreadable: [] })
  })

  it('finds the order of an access key', async () => {
    const here = world()
    const hash = documentHash({ key: KEY, issuerId: null, series: null, number: null })
    here.registered.set(hash!, '1002-01')
    expect(ids(await found(here, { search: KEY }))).toEqual(['1002-01'])
  })

  it('that this app’s own index cannot answer is OMS’s alone, with a line in the log', async () => {
    const here = world()
    const ports = here.ports()
    const failing = (error: Error) => ({
      ...ports.numbers,
      find: async (): Promise<never> => {
        throw error
      },
    })
    const down = new Fault({ kind: 'unavailable', upstream: 'VBASE', operation: 'Read' })
    const search = someQuery({ queue: 'ALL', search: '1001-01' })
    const page = await listOrders({ ...ports, numbers: failing(down) }, search)
    expect([ids(page), page.unreadable]).toEqual([['1001-01'], []])
    expect(here.logs).toEqual([{ flow: 'NumberIndex', detail: 'VBASE Read: unavailable' }])
    const broken = { ...ports, numbers: failing(new TypeError('ours')) }
    await expect(listOrders(broken, search)).rejects.toThrow('ours')
  })

  it('that is none asks the index nothing', async () => {
    const here = world()
    const ports = here.ports()
    const find = async (): Promise<never> => {
      throw new Error('asked')
    }
    const numbers = { ...ports.numbers, find }
    const page = await listOrders({ ...ports, numbers }, someQuery())
    expect([ids(page).length, page.unreadable]).toEqual([3, []])
  })
})

describe('a derived queue', () => {
  const inTransit = (changes: Partial<OrdersQuery> = {}) =>
    someQuery({ queue: 'IN_TRANSIT', ...changes })

  it('shows no canceled order, whatever its packages say', async () => {
    const here = new World(...ordered(1, { status: 'canceled', workflowIsInError: true }))
    expect(ids(await listOrders(here.ports(), someQuery({ queue: 'ATTENTION' })))).toEqual([])
    const get = here.oms.sent.filter(({ call }) => call === 'get')
    expect(get).toEqual([])
  })

  it.each([
    [100, true],
    [101, false],
  ])('of %i orders is complete: %p', async (count, complete) => {
    const here = new World(...ordered(count, shipped()))
    const page = await listOrders(here.ports(), inTransit({ perPage: 100 }))
    expect([page.rows.length, page.complete, page.hasNextPage]).toEqual([100, complete, false])
  })

  it('is paged by its live orders', async () => {
    const here = new World(...ordered(5, shipped()))
    const pages = [1, 2, 3, 4].map((page) =>
      listOrders(here.ports(), inTransit({ page, perPage: 2 }))
    )
    const read = await Promise.all(pages)
    expect(read.map(({ rows }) => rows.length)).toEqual([2, 2, 1, 0])
    expect(read.map(({ hasNextPage }) => hasNextPage)).toEqual([true, true, false, false])
  })

  it('reads a hundred orders at most, those of the index among them', async () => {
    const of = { ...shipped(), customerName: 'Loja 01' }
    const here = new World(...ordered(100, of), someOrder({ orderId: '5-01', ...of }))
    here.numbers.set('01', ['5-01'])
    const page = await listOrders(here.ports(), inTransit({ search: '01', perPage: 100 }))
    expect(here.oms.sent.filter(({ call }) => call === 'get')).toHaveLength(100)
    expect(ids(page)[0]).toBe('5-01')
  })

  it('looks back thirty days, and past them asks only whether there is more', async () => {
    const here = new World(...ordered(1, shipped()))
    expect((await listOrders(here.ports(), inTransit())).complete).toBe(true)
    expect(asked(here)).toMatchObject([
      { createdFrom: '2026-02-08T12:00:00.000Z', createdTo: null, page: 1, perPage: 100 },
      { createdFrom: null, createdTo: '2026-02-08T12:00:00.000Z', page: 1, perPage: 1 },
    ])
    here.oms.put(
      someOrder({ orderId: 'old', creationDate: moment('2026-01-01T00:00:00Z'), ...shipped() })
    )
    expect((await listOrders(here.ports(), inTransit())).complete).toBe(false)
    const since = await listOrders(here.ports(), inTransit({ createdFrom: '2026-03-01T00:00:00Z' }))
    expect(since.complete).toBe(true)
  })
})

describe('a page that this reader has seen', () => {
  it('is read ahead for its first rows alone, and fails nowhere unseen', async () => {
    const here = new World(...ordered(1))
    const seen = Array.from({ length: 30 }, (_, index) => `gone-${index}`)
    const pages = { ordersOf: () => seen, keep: () => undefined }
    await listOrders({ ...here.ports(), pages }, someQuery())
    expect(here.oms.sent.filter(({ call }) => call === 'get')).toHaveLength(25 + 1)
  })

  it('reads no row ahead that may still hold', async () => {
    const here = new World(...ordered(1))
    const pages = { ordersOf: () => ['gone-1'], keep: () => undefined }
    const rows = { holds: () => true, get: () => null, put: () => undefined, drop: () => undefined }
    const page = await listOrders({ ...here.ports(), pages, rows }, someQuery())
    expect(here.oms.sent.filter(({ call }) => call === 'get')).toHaveLength(1)
    expect(ids(page)).toEqual(['1000-01'])
  })
})
