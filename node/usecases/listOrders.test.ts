import { Fault } from '../domain/problem/fault'
import { instantAt } from '../domain/values/instant'
import type { Order } from '../domain/order/order'
import { listOrders } from './listOrders'
import { moment, someInvoice, someOrder, somePackage } from './testing/someOrder'
import { notifyInvoice } from './notifyInvoice'
import { someQuery } from './testing/someQuery'
import { World } from './testing/world'

const NOW = Date.parse('2026-03-10T12:00:00Z')
const ordered = (count: number, changes: (index: number) => Partial<Order> = () => ({})): Order[] =>
  Array.from({ length: count }, (_, index) =>
    someOrder({
      orderId: `${1000 + index}-01`,
      creationDate: instantAt(NOW - index * 60_000),
      estimatedDelivery: null,
      ...changes(index),
    })
  )
const ids = (page: { rows: readonly { order: Order }[] }): string[] =>
  page.rows.map(({ order }) => order.orderId)
const shipped = somePackage({ trackingNumber: 'AA1' })

describe('a listed queue', () => {
  it('costs one list call and one read a row', async () => {
    const here = new World(...ordered(40))
    const page = await listOrders(here.ports(), someQuery())
    expect(page).toMatchObject({
      page: 1,
      perPage: 25,
      hasNextPage: true,
      total: 40,
      complete: true,
    })
    expect(page.rows).toHaveLength(25)
    const calls = here.oms.sent.map(({ call }) => call)
    expect(calls.filter((call) => call === 'list')).toHaveLength(1)
    expect(calls.filter((call) => call === 'get')).toHaveLength(25)
  })

  it('reads a page in the time of the slowest row', async () => {
    const here = new World(...ordered(25))
    here.oms.latencyMs = 200
    const before = here.clock.now()
    await listOrders(here.ports(), someQuery())
    expect(here.clock.now() - before).toBeLessThanOrEqual(400)
  })

  it('is corrected by the live orders, own accepted invoices counted in', async () => {
    const [first, second, partly] = ordered(3, (index) =>
      index === 2
        ? {
            status: 'payment-approved',
            packages: [somePackage({ invoiceValue: shipped.invoiceValue })],
            value: someOrder({}).value,
          }
        : {}
    )
    const here = new World(first, second, {
      ...partly,
      packages: [{ ...shipped, invoiceValue: 100 as never }],
    })
    here.oms.applyDelayMs = 60_000
    await notifyInvoice(here.ports(), first.orderId, someInvoice(), [], null)
    const page = await listOrders(here.ports(), someQuery())
    expect(ids(page)).toEqual([second.orderId, partly.orderId])
    expect(page.rows[1].stage).toBe('PARTIALLY_INVOICED')
    expect(page.total).toBe(2)
  })

  it('lets one unreadable order cost only itself', async () => {
    const here = new World(...ordered(3))
    here.oms.fail({ call: 'get', kind: 'unreadable' })
    const page = await listOrders(here.ports(), someQuery())
    expect(page.rows).toHaveLength(2)
    expect(page.unreadable).toMatchObject([
      { orderId: '1000-01', problem: { code: 'OMS_UNREADABLE' } },
    ])
  })

  it('says that thirty pages are not all', async () => {
    const here = new World(...ordered(62))
    const page = await listOrders(here.ports(), someQuery({ perPage: 2, page: 30 }))
    expect(page).toMatchObject({ hasNextPage: false, complete: false })
  })

  it('tries a limited list again, and gives up with the fault', async () => {
    const here = new World(...ordered(1))
    here.oms.fail({ call: 'list', kind: 'rateLimited', times: 2, retryAfterSeconds: 1 })
    expect((await listOrders(here.ports(), someQuery())).rows).toHaveLength(1)
    here.oms.fail({ call: 'list', kind: 'rateLimited', retryAfterSeconds: 60 })
    await expect(listOrders(here.ports(), someQuery())).rejects.toMatchObject({
      kind: 'rateLimited',
    })
  })

  it('finds an invoice or tracking number that this app has seen', async () => {
    const here = new World(
      ...ordered(2, (index) => (index === 1 ? { status: 'invoiced', packages: [shipped] } : {}))
    )
    here.numbers.set('AA1', ['1001-01'])
    expect(ids(await listOrders(here.ports(), someQuery({ queue: 'ALL', search: 'AA1' })))).toEqual(
      ['1001-01']
    )
  })

  it('lists what OMS finds where the index of numbers cannot be asked, and logs it', async () => {
    const here = new World(...ordered(2))
    const ports = here.ports()
    const find = async () => {
      throw new Fault({ kind: 'unavailable', upstream: 'VBASE', operation: 'Read' })
    }
    const asked = someQuery({ queue: 'ALL', search: '1001-01' })
    const page = await listOrders({ ...ports, numbers: { ...ports.numbers, find } }, asked)
    expect([ids(page), page.unreadable]).toEqual([['1001-01'], []])
    expect(here.logs).toContainEqual({ flow: 'NumberIndex', detail: 'VBASE Read: unavailable' })
  })

  it('refuses a date that is none, with its field', async () => {
    await expect(
      listOrders(new World().ports(), someQuery({ createdFrom: '2026-03-01' }))
    ).rejects.toMatchObject({
      problem: { code: 'DATE_INVALID', field: ['createdFrom'] },
    })
  })

  it('reads nothing twice where nothing moved and nothing can have moved unseen', async () => {
    const here = new World(
      ...ordered(5, (index) =>
        index === 0 ? { packages: [{ ...shipped, invoiceValue: 100 as never }] } : {}
      )
    )
    const kept = new Map<string, Order>()
    const rows = {
      holds: () => true,
      get: (orderId: string, lastChange: string) => kept.get(orderId + lastChange) ?? null,
      put: (orderId: string, lastChange: string, order: Order) =>
        void kept.set(orderId + lastChange, order),
      drop: () => undefined,
    }
    const ports = { ...here.ports(), rows }
    await listOrders(ports, someQuery())
    const before = here.oms.sent.length
    await listOrders(ports, someQuery())
    expect(here.oms.sent.slice(before).map(({ call }) => call)).toEqual(['list', 'get'])
  })
})

describe('a change under way', () => {
  const running = { inProgress: true, requestId: 'r-1' }
  const asked = (here: World): number =>
    here.oms.sent.filter(({ call }) => call === 'changes').length
  const codes = (page: Awaited<ReturnType<typeof listOrders>>): string[][] =>
    page.rows.map(({ attention }) => attention.map(({ code }) => code))

  it('stands in ATTENTION, and stops the invoice in every queue', async () => {
    const here = new World(...ordered(3, (index) => ({ carriesChanges: index === 1 })))
    here.oms.changeStates.set('1001-01', running)
    const page = await listOrders(here.ports(), someQuery({ queue: 'ATTENTION' }))
    expect([ids(page), codes(page)]).toEqual([['1001-01'], [['ORDER_CHANGE_IN_PROGRESS']]])
    const [first, second] = (await listOrders(here.ports(), someQuery())).rows
    expect(first.allowedActions).toContain('NOTIFY_INVOICE')
    expect(second.allowedActions).not.toContain('NOTIFY_INVOICE')
  })

  it('is asked for only where the order gives reason', async () => {
    const here = new World(
      ...ordered(
        6,
        (index) =>
          [
            {},
            { lastChange: instantAt(NOW - 1_000) },
            { carriesChanges: true, status: 'invoiced', packages: [shipped] },
            { carriesChanges: true, showsFinishedChange: true },
            { carriesChanges: true, showsFinishedChange: true, lastChange: instantAt(NOW - 1_000) },
            { carriesChanges: true, status: 'canceled' },
          ][index]
      )
    )
    await listOrders(here.ports(), someQuery({ queue: 'ALL' }))
    expect(asked(here)).toBe(1)
  })

  it('costs a few calls at most, whatever the orders carry', async () => {
    const here = new World(...ordered(60, () => ({ carriesChanges: true })))
    await listOrders(here.ports(), someQuery())
    expect(asked(here)).toBeLessThanOrEqual(10)
  })

  it.each(['forbidden', 'unavailable', 'rateLimited', 'unreadable'] as const)(
    'costs no row where OMS does not say: %s',
    async (kind) => {
      const here = new World(...ordered(2, () => ({ carriesChanges: true })))
      here.oms.fail({ call: 'changes', kind, times: 9 })
      const page = await listOrders(here.ports(), someQuery())
      expect([ids(page), page.unreadable]).toEqual([['1000-01', '1001-01'], []])
      expect(asked(here)).toBe(2)
    }
  )

  it('is not waited for long', async () => {
    const here = new World(...ordered(2, () => ({ carriesChanges: true })))
    const ports = here.ports()
    const never = () => new Promise<never>(() => undefined)
    const orders = Object.assign(Object.create(ports.orders), { changes: never })
    const before = here.clock.now()
    expect(ids(await listOrders({ ...ports, orders }, someQuery()))).toHaveLength(2)
    expect(here.clock.now() - before).toBeLessThanOrEqual(2_000)
  })
})

describe('a page seen before', () => {
  const seeing = (here: World, orderIds: readonly string[]) => {
    let seen = orderIds
    let asked = ''
    const pages = {
      ordersOf: (page: string) => (asked === '' || page === asked ? seen : []),
      keep: (page: string, listed: readonly string[]) => void ([asked, seen] = [page, listed]),
    }
    return { ports: { ...here.ports(), pages }, seen: () => seen }
  }

  it('is read while OMS still lists: in the time of one call', async () => {
    const here = new World(...ordered(25))
    const { ports } = seeing(here, [])
    await listOrders(ports, someQuery())
    here.oms.latencyMs = 200
    const [before, sent] = [here.clock.now(), here.oms.sent.length]
    const page = await listOrders(ports, someQuery())
    expect(here.clock.now() - before).toBe(200)
    expect(page.rows).toHaveLength(25)
    const calls = here.oms.sent.slice(sent).map(({ call }) => call)
    expect(calls.filter((call) => call === 'list')).toHaveLength(1)
    expect(calls.filter((call) => call === 'get')).toHaveLength(25)
  })

  it.each([
    { queue: 'TO_HANDLE' as const },
    { search: '1000' },
    { createdFrom: '2026-03-01T00:00:00Z' },
    { createdTo: '2026-03-11T00:00:00Z' },
    { page: 2 },
    { perPage: 3 },
  ])('is no other page: %j', async (other) => {
    const here = new World(...ordered(4))
    const { ports } = seeing(here, [])
    await listOrders(ports, someQuery())
    const sent = here.oms.sent.length
    await listOrders(ports, someQuery(other))
    expect(here.oms.sent[sent].call).toBe('list')
  })

  it('shows what OMS lists now, not what it listed then', async () => {
    const here = new World(...ordered(3))
    const { ports, seen } = seeing(here, ['gone-01', '1001-01'])
    expect(ids(await listOrders(ports, someQuery()))).toEqual(['1000-01', '1001-01', '1002-01'])
    expect(seen()).toEqual(['1000-01', '1001-01', '1002-01'])
  })

  it('holds no order that neither OMS nor an index of ours has found', async () => {
    const { ports, seen } = seeing(new World(...ordered(3)), [])
    await listOrders(ports, someQuery({ queue: 'ALL', search: '1001-01' }))
    expect(seen()).toEqual(['1001-01'])
  })

  it('loses nothing where a read for a row that left fails', async () => {
    const here = new World(...ordered(2))
    const { ports } = seeing(here, ['gone-01'])
    here.oms.fail({ call: 'get', kind: 'unreadable', times: 1 })
    const page = await listOrders(ports, someQuery())
    expect(ids(page)).toEqual(['1000-01', '1001-01'])
    expect(page.unreadable).toEqual([])
  })
})

describe('a derived queue', () => {
  const mixed = (): Order[] =>
    ordered(120, (index) => ({
      status: 'invoiced',
      packages: [index % 2 === 0 ? shipped : somePackage()],
    }))

  it('reads at most a hundred orders and cannot be counted', async () => {
    const here = new World(...mixed())
    const page = await listOrders(here.ports(), someQuery({ queue: 'IN_TRANSIT', page: 2 }))
    expect(page).toMatchObject({ total: null, complete: false, hasNextPage: false })
    expect(page.rows).toHaveLength(25)
    expect(here.oms.sent.filter(({ call }) => call === 'get')).toHaveLength(100)
  })

  it('looks back thirty days, and says where that cut', async () => {
    const here = new World(
      ...ordered(1, () => ({ status: 'invoiced', packages: [shipped] })),
      someOrder({
        orderId: 'old-01',
        status: 'invoiced',
        packages: [shipped],
        creationDate: moment('2026-01-02T00:00:00Z'),
      })
    )
    const recent = await listOrders(here.ports(), someQuery({ queue: 'IN_TRANSIT' }))
    expect([ids(recent), recent.complete]).toEqual([['1000-01'], false])
    const all = await listOrders(
      here.ports(),
      someQuery({ queue: 'IN_TRANSIT', createdFrom: '2026-01-01T00:00:00Z' })
    )
    expect([ids(all), all.complete]).toEqual([['1000-01', 'old-01'], true])
  })

  it('ATTENTION holds what a person should look at, LATE what is overdue', async () => {
    const here = new World(
      ...ordered(
        4,
        (index) =>
          [
            { workflowIsInError: true },
            { estimatedDelivery: moment('2026-03-09T00:00:00Z') },
            {},
            { status: 'canceled', estimatedDelivery: moment('2026-03-09T00:00:00Z') },
          ][index]
      )
    )
    expect(ids(await listOrders(here.ports(), someQuery({ queue: 'ATTENTION' })))).toEqual([
      '1000-01',
      '1001-01',
    ])
    expect(ids(await listOrders(here.ports(), someQuery({ queue: 'LATE' })))).toEqual(['1001-01'])
  })
})
