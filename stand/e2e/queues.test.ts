import type { Order, OrderPage } from './harness/contract'
import { stageBySpecification } from './harness/oracle'
import { isPlain, plainPlan } from './harness/orders'
import { useStand } from './harness/stand'
import { DAY_MS } from './harness/time'

const stand = useStand()

const UNREADABLE = /^unreadable/

interface Note {
  orderId: string
  note: string
}

const notes = (): Promise<Note[]> => stand.control('GET', '/local/orders')
const noted = async (words: RegExp): Promise<string[]> =>
  (await notes()).filter(({ note }) => words.test(note)).map(({ orderId }) => orderId)

const twoYears = (): string => new Date(stand.now() - 700 * DAY_MS).toISOString()

async function everyPage(query: Record<string, unknown>): Promise<OrderPage[]> {
  const pages: OrderPage[] = []
  for (let page = 1; page <= 30; page += 1) {
    pages.push(await stand.admin.orders({ createdFrom: twoYears(), ...query, page }))
    if (!pages.at(-1)!.hasNextPage) return pages
  }
  throw new Error('more than 30 pages')
}

const rowsOf = (pages: OrderPage[]): Order[] => pages.flatMap(({ rows }) => rows)
const idsOf = (rows: { orderId: string }[]): string[] => rows.map(({ orderId }) => orderId).sort()

async function idsInStage(...stages: string[]): Promise<string[]> {
  const unreadable = await noted(UNREADABLE)
  const orders = (await stand.everyOrder()).filter(
    (order) => order.isCompleted !== false && !unreadable.includes(order.orderId)
  )
  return idsOf(orders.filter((order) => stages.includes(stageBySpecification(order))))
}

describe.each([
  ['TO_HANDLE', ['TO_HANDLE']],
  ['TO_INVOICE', ['TO_INVOICE', 'PARTIALLY_INVOICED']],
  ['TO_SHIP', ['TO_SHIP']],
  ['IN_TRANSIT', ['IN_TRANSIT']],
  ['DELIVERED', ['DELIVERED']],
])('queue %s', (queue, stages) => {
  it('holds every order of its stages and no other, newest first', async () => {
    const rows = rowsOf(await everyPage({ queue }))
    expect(idsOf(rows)).toEqual(await idsInStage(...stages))
    expect(rows.every(({ stage }) => stages.includes(stage))).toBe(true)
    const created = rows.map(({ creationDate }) => Date.parse(creationDate))
    expect(created).toEqual([...created].sort((a, b) => b - a))
  })
})

it('a requested cancellation stands in TO_INVOICE until its invoice denies it', async () => {
  const listed = async () =>
    rowsOf(await everyPage({ queue: 'TO_INVOICE' })).find((row) => row.orderId === orderId)
  const { orderId } = stand.plant(plainPlan({ status: 'cancellation-requested' }))
  const row = await listed()
  expect(row!.stage).toBe('TO_INVOICE')
  expect(row!.allowedActions).toContain('NOTIFY_INVOICE')
  expect(row!.attention.map(({ code }) => code)).toContain('ORDER_CANCELING')
  const invoice = { invoiceNumber: '1' }
  const { outcome } = await stand.admin.notifyInvoice(orderId, invoice, {
    accept: ['ORDER_CANCELING'],
  })
  expect(outcome).toBe('APPLIED')
  expect(await listed()).toBeUndefined()
})

it('ALL shows every order of the list with the stage that the specification gives it', async () => {
  const rows = rowsOf(await everyPage({ queue: 'ALL' }))
  const orders = new Map((await stand.everyOrder()).map((order) => [order.orderId, order]))
  expect(rows.length).toBeGreaterThan(50)
  for (const { orderId, stage, status } of rows) {
    const order = orders.get(orderId)!
    expect({ orderId, stage }).toEqual({ orderId, stage: stageBySpecification(order) })
    expect(status).toBe(order.status ?? '')
  }
})

it('LATE holds what was promised before now and is not delivered', async () => {
  const rows = rowsOf(await everyPage({ queue: 'LATE' }))
  expect(idsOf(rows)).toEqual(expect.arrayContaining(await noted(/\bLATE\b/)))
  for (const { stage, estimatedDelivery, attention } of rows) {
    expect(['DELIVERED', 'CANCELED']).not.toContain(stage)
    expect(Date.parse(estimatedDelivery!)).toBeLessThan(stand.now())
    const late = attention.find(({ code }) => code === 'LATE')!
    expect(late.facts).toEqual([{ name: 'estimatedDelivery', value: estimatedDelivery }])
  }
})

it('LATE follows the clock', async () => {
  const { orderId } = await stand.orderWith(isPlain)
  const before = idsOf(rowsOf(await everyPage({ queue: 'LATE' })))
  await stand.setClock(60 * DAY_MS)
  const after = idsOf(rowsOf(await everyPage({ queue: 'LATE' })))
  expect(before).not.toContain(orderId)
  expect(after).toContain(orderId)
})

it('ATTENTION holds what a person should look at, and says why', async () => {
  const rows = rowsOf(await everyPage({ queue: 'ATTENTION' }))
  const expected = await noted(/\bATTENTION\b/)
  expect(expected.length).toBeGreaterThan(3)
  expect(idsOf(rows)).toEqual(expect.arrayContaining(expected))
  expect(rows.every(({ attention }) => attention.length > 0)).toBe(true)
})

describe('a change v2 under way', () => {
  const changing = async (page: OrderPage): Promise<string[]> => {
    const [orderId] = await noted(/change v2 is in progress/)
    const row = page.rows.find((one) => one.orderId === orderId)
    return row!.attention.map(({ code }) => code)
  }
  const questions = async (): Promise<number> =>
    (await stand.requests()).filter(({ operation }) => operation === 'GetChanges').length

  it('shows in a queue as on the order, for one more call', async () => {
    const page = await stand.admin.orders({ queue: 'TO_INVOICE', perPage: 100 })
    expect(await changing(page)).toContain('ORDER_CHANGE_IN_PROGRESS')
    expect(await questions()).toBe(1)
  })

  it('costs no row where the caller may not ask', async () => {
    const page = await stand.as('local-operator').orders({ queue: 'TO_INVOICE', perPage: 100 })
    expect(await changing(page)).not.toContain('ORDER_CHANGE_IN_PROGRESS')
  })
})

describe('an order that cannot be decoded', () => {
  it('stands among unreadable and harms no other row', async () => {
    const [unreadable] = await noted(UNREADABLE)
    const pages = await everyPage({ queue: 'ALL' })
    const found = pages.flatMap((page) => page.unreadable)
    expect(found.map(({ orderId }) => orderId)).toEqual([unreadable])
    expect(found[0]!.problem.severity).toBe('ERROR')
    expect(found[0]!.problem.message).not.toBe('')
    expect(rowsOf(pages).length).toBeGreaterThan(50)
  })

  it('is not null and no crash when asked for by itself', async () => {
    const [orderId] = await noted(UNREADABLE)
    const reply = await stand.admin.reply('order', { orderId })
    expect(reply.status).toBe(200)
    expect(reply.errors[0]?.extensions?.code).toBe('OMS_UNREADABLE')
  })

  it('does not fail its page when OMS answers one order with a login page', async () => {
    await stand.behave({ faults: [{ operation: 'GetOrder', kind: 'html', times: 1 }] })
    // Of a page that nobody has seen: of one that was, an order may be read that OMS lists no more, and meet the fault.
    const page = await stand.admin.orders({ queue: 'TO_HANDLE', createdFrom: twoYears() })
    const expected = (await idsInStage('TO_HANDLE')).length
    expect([page.rows.length, page.unreadable.length]).toEqual([expected - 1, 1])
    expect(page.unreadable[0]!.problem.code).toMatch(/^OMS_(UNAVAILABLE|FORBIDDEN)$/)
  })
})

describe('pages', () => {
  it('cost one list call and at most a read for each row', async () => {
    // A page that nobody has seen: of one that was, rows are read before the list says whether it still names them.
    await stand.admin.orders({ queue: 'TO_INVOICE', perPage: 25, createdFrom: twoYears() })
    const made = await stand.requests()
    expect(made.filter(({ operation }) => operation === 'ListOrders')).toHaveLength(1)
    const reads = made.filter(({ operation }) => operation === 'GetOrder').map(({ path }) => path)
    expect(reads.length).toBeLessThanOrEqual(25)
    expect(reads.length).toBeGreaterThan(1)
    // Told by name, so that a red run says which.
    expect(reads.filter((path, at) => reads.indexOf(path) < at)).toEqual([])
    expect(made.length).toBeLessThanOrEqual(26)
  })

  it('cost less the second time', async () => {
    await stand.admin.orders({ queue: 'TO_INVOICE', perPage: 25 })
    const cold = (await stand.requests()).length
    await stand.admin.orders({ queue: 'TO_INVOICE', perPage: 25 })
    expect((await stand.requests()).length - cold).toBeLessThan(cold)
  })

  it('neither repeat nor miss an order', async () => {
    const pages = await everyPage({ queue: 'TO_INVOICE', perPage: 7 })
    const ids = idsOf(rowsOf(pages))
    expect(new Set(ids).size).toBe(ids.length)
    expect(ids).toEqual(await idsInStage('TO_INVOICE', 'PARTIALLY_INVOICED'))
    expect(pages.every(({ perPage }, at) => perPage === 7 && pages[at]!.page === at + 1)).toBe(true)
  })

  it('have a total where OMS can count, and none in a derived queue', async () => {
    expect((await stand.admin.orders({ queue: 'ALL' })).total).toBeGreaterThan(50)
    expect((await stand.admin.orders({ queue: 'TO_SHIP' })).total).toBeNull()
  })

  it("say where OMS's limit of 30 pages cuts the list", async () => {
    const cut = await stand.admin.orders({ queue: 'ALL', perPage: 1, page: 30 })
    expect(cut.rows.length + cut.unreadable.length).toBe(1)
    expect([cut.complete, cut.hasNextPage]).toEqual([false, false])
    expect((await stand.admin.orders({ queue: 'ALL', perPage: 50 })).complete).toBe(true)
  })

  it('of a derived queue read at most a hundred orders', async () => {
    await stand.admin.orders({ queue: 'ATTENTION', createdFrom: twoYears() })
    const reads = (await stand.requests()).filter(({ operation }) => operation === 'GetOrder')
    expect(reads.length).toBeLessThanOrEqual(100)
  })

  it('are corrected by the live order where the index is behind', async () => {
    await stand.behave({ indexDelayMs: 240_000 })
    const { orderId } = await stand.orderWith(isPlain)
    await stand.admin.orders({ queue: 'TO_INVOICE', perPage: 50 })
    await stand.admin.notifyInvoice(orderId, { invoiceNumber: '1' })
    const page = await stand.admin.orders({ queue: 'TO_INVOICE', perPage: 50 })
    expect(idsOf(page.rows)).not.toContain(orderId)
  })
})

describe('search', () => {
  it('finds an order by its id and by its customer', async () => {
    const { orderId, clientProfileData } = await stand.orderWith(isPlain)
    for (const search of [orderId, clientProfileData!.email!, clientProfileData!.document!]) {
      const page = await stand.admin.orders({ queue: 'ALL', search })
      expect(idsOf(page.rows)).toContain(orderId)
      expect(page.rows.length).toBeLessThan(30)
    }
  })

  it('finds an invoice and a tracking number that this app wrote', async () => {
    const { orderId } = await stand.orderWith(isPlain)
    const invoiceNumber = `S${stand.now()}`
    const trackingNumber = `T${stand.now()}`
    await stand.admin.notifyInvoice(orderId, { invoiceNumber })
    await stand.admin.updatePartialInvoice(orderId, invoiceNumber, { trackingNumber })
    for (const search of [invoiceNumber, trackingNumber, ` ${trackingNumber.toLowerCase()} `]) {
      expect(idsOf((await stand.admin.orders({ queue: 'ALL', search })).rows)).toEqual([orderId])
    }
  })

  it('finds nothing where there is nothing', async () => {
    const page = await stand.admin.orders({ queue: 'ALL', search: 'no such thing 4711' })
    expect([page.rows, page.hasNextPage]).toEqual([[], false])
  })
})

describe('arguments', () => {
  it('narrow a queue to when its orders were created', async () => {
    const orders = (await stand.everyOrder()).filter(({ status }) => status === 'handling')
    const limit = stand.now() - 2 * DAY_MS
    const createdTo = new Date(limit).toISOString()
    const rows = rowsOf(await everyPage({ queue: 'TO_INVOICE', createdTo }))
    expect(rows.length).toBeLessThan(orders.length)
    for (const { creationDate } of rows) expect(Date.parse(creationDate)).toBeLessThanOrEqual(limit)
  })

  it.each([
    [{ createdFrom: 'yesterday' }, 'DATE_INVALID'],
    [{ createdTo: '2026-13-01T00:00:00Z' }, 'DATE_INVALID'],
  ])('%j are refused by code', async (query, code) => {
    const reply = await stand.admin.reply('orders', query)
    expect(reply.errors[0]?.extensions?.code).toBe(code)
  })

  it.each([{ page: 0 }, { page: -1 }, { perPage: 0 }, { perPage: 100_000 }])(
    '%j do not break anything',
    async (query) => {
      const reply = await stand.admin.reply('orders', query)
      expect(reply.errors[0]?.extensions?.code).not.toBe('INTERNAL')
      expect(reply.status).toBe(200)
    }
  )
})
