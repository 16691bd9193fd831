import { ReadModelFace } from './harness/readModel'
import { until, useStand } from './harness/stand'

/** Queues on the documents of all orders: every order of the store, sorted, filtered and counted. */

const stand = useStand()
const readModel = new ReadModelFace(stand)

const QUEUES = [
  'TO_HANDLE',
  'TO_INVOICE',
  'TO_SHIP',
  'IN_TRANSIT',
  'LATE',
  'DELIVERED',
  'ATTENTION',
  'ALL',
]
const DERIVED = ['TO_SHIP', 'IN_TRANSIT', 'LATE', 'DELIVERED', 'ATTENTION']
const ORDERS = `query ($queue: OrderQueue, $search: String, $createdFrom: Instant, $createdTo: Instant, $page: Int,
  $perPage: Int, $sort: OrderSort, $carrier: String, $marketplace: String, $salesChannel: String) {
  orders(queue: $queue, search: $search, createdFrom: $createdFrom, createdTo: $createdTo, page: $page, perPage: $perPage,
    sort: $sort, carrier: $carrier, marketplace: $marketplace, salesChannel: $salesChannel) @ctx {
    rows {orderId stage attention {code} value creationDate estimatedDelivery marketplace {name} packages {courier}}
    unreadable {orderId} page perPage hasNextPage total complete asOf lookBackDays}}`

interface Row {
  readonly orderId: string
  readonly stage: string
  readonly attention: readonly { readonly code: string }[]
  readonly value: number
  readonly creationDate: string
  readonly estimatedDelivery: string | null
  readonly marketplace: { readonly name: string } | null
  readonly packages: readonly { readonly courier: string | null }[]
}

interface Page {
  readonly rows: readonly Row[]
  readonly unreadable: readonly { readonly orderId: string }[]
  readonly hasNextPage: boolean
  readonly total: number | null
  readonly complete: boolean
  readonly asOf: string | null
  readonly lookBackDays: number | null
}

async function page(asked: Record<string, unknown>): Promise<Page> {
  const { data, text } = await stand.admin.send(ORDERS, asked)
  if (!data) throw new Error(text)
  return data.orders as Page
}

async function refusal(asked: Record<string, unknown>): Promise<unknown> {
  const { errors } = await stand.admin.send(ORDERS, asked)
  return errors[0]?.extensions
}

const counts = async (): Promise<Record<string, number | null>> => {
  const { data, text } = await stand.admin.send('{queueCounts @ctx {queue count}}')
  if (!data) throw new Error(text)
  const all = data.queueCounts as { queue: string; count: number | null }[]
  return Object.fromEntries(all.map(({ queue, count }) => [queue, count]))
}

const idsOf = (rows: readonly { readonly orderId: string }[]) => rows.map(({ orderId }) => orderId)

async function expectPagesOf(asked: Record<string, unknown>): Promise<void> {
  const whole = await page({ ...asked, perPage: 100 })
  const pages: string[] = []
  for (let at = 1, more = true; more; at += 1) {
    const one = await page({ ...asked, perPage: 7, page: at })
    pages.push(...idsOf([...one.rows, ...one.unreadable]))
    more = one.hasNextPage
  }
  expect([asked, pages]).toEqual([asked, idsOf([...whole.rows, ...whole.unreadable])])
  expect(whole.lookBackDays).toBeNull()
}

async function switchedOn(): Promise<void> {
  expect((await readModel.save(true)).problems).toEqual([])
  await readModel.filled()
  // The index has heard of the last of them.
  await stand.pass(5_000)
}

describe('without the read model', () => {
  it('a queue says how far it sees, and what only documents can answer is refused by its name', async () => {
    // For half a minute a process takes the switch of an earlier file for true: a look forgets what the reset has put ahead
    // of its clock, and a minute whatever is left.
    await page({ queue: 'TO_SHIP' })
    await stand.pass(61_000)
    for (const queue of DERIVED)
      expect([queue, await page({ queue })]).toMatchObject([
        queue,
        { asOf: null, lookBackDays: 30, total: null },
      ])
    expect(await page({ queue: 'TO_INVOICE' })).toMatchObject({ asOf: null, lookBackDays: null })
    for (const asked of [
      { sort: { by: 'VALUE' } },
      { carrier: 'Correios' },
      { marketplace: 'Ribeira' },
      { salesChannel: '1' },
    ])
      expect(await refusal({ queue: 'TO_SHIP', ...asked })).toMatchObject({
        code: 'READ_MODEL_NEEDED',
      })
    expect(await counts()).toMatchObject({
      TO_HANDLE: expect.any(Number) as number,
      ALL: expect.any(Number) as number,
      TO_SHIP: null,
      LATE: null,
      ATTENTION: null,
    })
  })
})

describe('with the read model', () => {
  it('every queue holds the orders that it holds without, counted', async () => {
    const before = new Map<string, Page>()
    for (const queue of QUEUES) before.set(queue, await page({ queue, perPage: 100 }))
    await switchedOn()
    // Sorted, every queue rests on the documents.
    const sorted = (queue: string) =>
      page({ queue, perPage: 100, sort: { by: 'CREATED', descending: true } })
    for (const queue of QUEUES) {
      const live = before.get(queue)!
      const found = await sorted(queue)
      expect([queue, found.unreadable]).toEqual([queue, []])
      expect([queue, found.rows.length]).not.toEqual([queue, 0])
      const kept = new Set(idsOf(found.rows))
      // The app's own token may not ask OMS whether an order is being changed: only a person's look tells.
      const told = live.rows.filter(
        ({ attention }) =>
          queue !== 'ATTENTION' || attention.some(({ code }) => code !== 'ORDER_CHANGE_IN_PROGRESS')
      )
      const missing = idsOf(told).filter((orderId) => !kept.has(orderId))
      const documents = new Set((await readModel.stored()).map(({ orderId }) => orderId))
      // What was over too long ago is not kept.
      expect([queue, missing.filter((orderId) => documents.has(orderId))]).toEqual([queue, []])
      const known = new Set(idsOf(live.rows))
      expect([queue, idsOf(found.rows).filter((orderId) => !known.has(orderId))]).toEqual([
        queue,
        [],
      ])
      expect([queue, found.complete]).toEqual([queue, true])
      // A look at an order may have its document say more; the next count tells it.
      await until(
        async () => (await sorted(queue)).total === (await counts())[queue],
        `the count of ${queue}`
      )
      expect(found.asOf).not.toBeNull()
      const created = found.rows.map(({ creationDate }) => Date.parse(creationDate))
      expect(created).toEqual([...created].sort((a, b) => b - a))
    }
  })

  it.each(['last', 'first'] as const)(
    'pages hold every row once, those without the sorted field %s, though equal rows come in any order',
    async (absentSorts) => {
      await switchedOn()
      await readModel.behave({ absentSorts })
      for (const queue of DERIVED) await expectPagesOf({ queue })
      for (const by of ['PROMISE', 'VALUE', 'LAST_EVENT', 'CREATED'])
        for (const descending of [true, false])
          await expectPagesOf({ queue: 'ALL', sort: { by, descending } })
    },
    300_000
  )

  it('the longest promised comes first, and a page is sorted and filtered as it was asked', async () => {
    await switchedOn()
    const shipping = await page({ queue: 'IN_TRANSIT', perPage: 100 })
    const promised = shipping.rows.flatMap(({ estimatedDelivery }) => estimatedDelivery ?? [])
    expect(promised.length).toBeGreaterThan(1)
    expect(promised).toEqual([...promised].sort((a, b) => Date.parse(a) - Date.parse(b)))

    const dear = await page({ queue: 'ALL', perPage: 100, sort: { by: 'VALUE', descending: true } })
    const values = dear.rows.map(({ value }) => value)
    expect(values).toEqual([...values].sort((a, b) => b - a))

    const courier = shipping.rows.flatMap(({ packages }) => packages[0]?.courier ?? [])[0]!
    const carried = await page({ queue: 'ALL', carrier: courier, perPage: 100 })
    expect(carried.rows.length).toBeGreaterThan(0)
    for (const { packages } of carried.rows)
      expect(packages.map((one) => one.courier)).toContain(courier)

    const hub = dear.rows.flatMap(({ marketplace }) => marketplace?.name ?? [])[0]!
    const sold = await page({ queue: 'ALL', marketplace: hub, perPage: 100 })
    expect(sold.rows.length).toBeGreaterThan(0)
    for (const { marketplace } of sold.rows) expect(marketplace?.name).toBe(hub)

    const first = await page({ queue: 'ALL', salesChannel: 'nowhere' })
    expect([first.rows, first.total]).toEqual([[], 0])
    expect(await refusal({ carrier: 'a" OR stage="TO_SHIP' })).toMatchObject({
      code: 'FILTER_INVALID',
    })
    expect(await refusal({ search: 'Ana', carrier: 'Correios' })).toMatchObject({
      code: 'FILTER_WITH_SEARCH',
    })
  })

  it('a Master Data that fails, or finds nothing, hides no order: OMS is asked', async () => {
    const live = await page({ queue: 'TO_SHIP', perPage: 100 })
    expect(live.rows.length).toBeGreaterThan(0)
    await switchedOn()
    await readModel.behave({ faults: [{ operation: 'search', kind: 'status503', times: 99 }] })
    expect(idsOf((await page({ queue: 'TO_SHIP', perPage: 100 })).rows)).toEqual(idsOf(live.rows))
    expect(await counts()).toMatchObject({ TO_SHIP: null })
    expect(await refusal({ queue: 'TO_SHIP', sort: { by: 'VALUE' } })).toMatchObject({
      code: 'MASTERDATA_UNAVAILABLE',
    })
    await readModel.behave({ faults: [{ operation: 'search', kind: 'empty', times: 99 }] })
    expect(idsOf((await page({ queue: 'TO_SHIP', perPage: 100 })).rows)).toEqual(idsOf(live.rows))
    expect(await counts()).toMatchObject({ TO_SHIP: null })
  })
})
