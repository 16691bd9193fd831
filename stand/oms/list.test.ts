import { bench, invoice, order, ORDERS, type Parsed } from './testing/bench'

const many = Array.from({ length: 47 }, (_, index) =>
  order({
    orderId: `20${String(index).padStart(2, '0')}-01`,
    sequence: String(700_000 + index),
    creationDate: new Date(Date.parse('2026-02-01T00:00:00Z') + index * 3_600_000).toISOString(),
    status: index % 2 === 0 ? 'handling' : 'ready-for-handling',
  })
)

describe('ListOrders', () => {
  it('pages newest first, every order once', async () => {
    const { call } = bench(many)
    const seen: string[] = []
    for (let page = 1; page <= 5; page += 1) {
      const { body } = await call('GET', `${ORDERS}?page=${page}&per_page=10`)
      expect(body.paging).toEqual({ total: 47, pages: 5, currentPage: page, perPage: 10 })
      seen.push(...body.list.map(({ orderId }: Parsed) => orderId))
    }
    expect(seen).toEqual(many.map(({ orderId }) => orderId).reverse())
  })

  it('gives 15 by default, 100 at most, and no 31st page', async () => {
    const { call } = bench(many)
    expect((await call('GET', ORDERS)).body.list).toHaveLength(15)
    expect((await call('GET', `${ORDERS}?per_page=500`)).body.paging.perPage).toBe(100)
    expect((await call('GET', `${ORDERS}?page=30`)).status).toBe(200)
    expect((await call('GET', `${ORDERS}?page=31`)).status).toBe(400)
  })

  it('filters by status, date, search and more', async () => {
    const { call, oms } = bench([
      ...many,
      order({
        orderId: 'SLR-9-01',
        status: 'invoiced',
        affiliateId: 'SLR',
        clientProfileData: {
          email: 'ana@example.com',
          firstName: 'Ana',
          lastName: 'Figueira',
          document: '123',
        },
        shippingData: {
          logisticsInfo: [{ itemIndex: 0, shippingEstimateDate: '2026-03-08T00:00:00Z' }],
        },
      }),
    ])
    const count = async (query: string) =>
      (await call('GET', `${ORDERS}?${query}`)).body.paging.total
    expect(await count('f_status=handling')).toBe(24)
    expect(await count('f_status=handling,ready-for-handling')).toBe(47)
    expect(
      await count(
        'f_creationDate=creationDate:[2026-02-01T00:00:00.000Z TO 2026-02-01T09:00:00.000Z]'
      )
    ).toBe(10)
    for (const q of ['ana@EXAMPLE', 'figue', '123', 'SLR-9']) expect(await count(`q=${q}`)).toBe(1)
    oms.setBehaviour({ readings: { listSearch: 'documented' } })
    for (const q of ['ana@EXAMPLE.com', 'figueira', 'Figueira%20ANA', '123', 'slr-9-01'])
      expect(await count(`q=${q}`)).toBe(1)
    for (const q of ['ana@example', 'figue', '12', 'SLR-9', '700003', 'ana%20maria'])
      expect(await count(`q=${q}`)).toBe(0)
    expect(await count('f_affiliateId=SLR')).toBe(1)
    expect(await count('f_shippingEstimate=-1.days')).toBe(1)
    expect(await count('f_shippingEstimate=0.days')).toBe(0)
  })

  it('prints totalValue as a float and items as null', async () => {
    const { raw } = bench()
    const answer = await raw('GET', ORDERS)
    expect(answer.kind === 'answer' && answer.body).toContain('"totalValue":11000.0')
    expect(answer.kind === 'answer' && answer.body).toContain('"items":null')
  })

  it('lags behind the order by indexDelayMs, and shows each state when its time has come', async () => {
    const { oms, call, pass, order: read } = bench([order({ status: 'ready-for-handling' })])
    oms.setBehaviour({ indexDelayMs: 60_000 })
    const listed = async () => (await call('GET', ORDERS)).body.list[0].status
    await call('POST', `${ORDERS}/1001-01/start-handling`)
    pass(10_000)
    await call('POST', `${ORDERS}/1001-01/invoice`, invoice())
    pass(10_000)
    expect((await read()).status).toBe('invoiced')
    expect(await listed()).toBe('ready-for-handling')
    pass(45_000)
    expect(await listed()).toBe('handling')
    pass(60_000)
    expect(await listed()).toBe('invoiced')
  })

  it('leaves incomplete orders out unless they are asked for', async () => {
    const { call } = bench([order(), order({ orderId: '9-01', isCompleted: false })])
    expect((await call('GET', ORDERS)).body.list.map((row: Parsed) => row.orderId)).toEqual([
      '1001-01',
    ])
    expect(
      (await call('GET', `${ORDERS}?incompleteOrders=true`)).body.list.map(
        (row: Parsed) => row.orderId
      )
    ).toEqual(['9-01'])
  })

  it('finds an order by seq and its sequence', async () => {
    const { call } = bench(many)
    expect((await call('GET', `${ORDERS}/seq700003`)).body.orderId).toBe('2003-01')
  })
})

describe('_stats', () => {
  const worth = (orderId: string, value: number, more: object = {}) =>
    order({
      orderId,
      value,
      origin: 'Marketplace',
      storePreferencesData: { currencyCode: 'BRL' },
      ...more,
    })

  it('sums what the filters let through, over all pages, by origin and currency', async () => {
    const { call } = bench([
      worth('1-01', 1_000, { status: 'handling' }),
      worth('2-01', 3_000, { status: 'handling', origin: 'Fulfillment' }),
      worth('3-01', 5_000, { status: 'handling' }),
      worth('4-01', 90_000, { status: 'canceled' }),
    ])
    const { body } = await call('GET', `${ORDERS}?_stats=1&f_status=handling&per_page=1`)
    expect(body.list).toHaveLength(1)
    const { totalValue, totalItems } = body.stats.stats
    expect(totalValue).toMatchObject({
      Count: 3,
      Max: 5_000,
      Mean: 3_000,
      Min: 1_000,
      Missing: 0,
      StdDev: 2_000,
      Sum: 9_000,
      SumOfSquares: 35_000_000,
    })
    expect(totalValue.Facets.origin).toMatchObject({
      Fulfillment: { Count: 1, Sum: 3_000, StdDev: 0, Facets: null },
      Marketplace: { Count: 2, Sum: 6_000 },
    })
    expect(totalValue.Facets.currencyCode.BRL.Sum).toBe(9_000)
    expect(totalItems).toMatchObject({ Count: 3, Sum: 6, StdDev: 0 })
  })

  it('come only where they are asked for, and are zero where nothing is listed', async () => {
    const { call } = bench([worth('1-01', 1_000)])
    expect((await call('GET', ORDERS)).body.stats).toEqual({ stats: {} })
    const { body } = await call('GET', `${ORDERS}?_stats=1&f_status=none`)
    expect(body.stats.stats.totalValue).toMatchObject({ Count: 0, Max: 0, Mean: 0, Min: 0, Sum: 0 })
  })

  it('have the keys of the example in VTEX’s OpenAPI', async () => {
    const { call } = bench([worth('1-01', 1_000)])
    const { stats } = (await call('GET', `${ORDERS}?_stats=1`)).body.stats
    const keys = 'Count Facets Max Mean Min Missing StdDev Sum SumOfSquares'.split(' ')
    expect(Object.keys(stats)).toEqual(['totalValue', 'totalItems'])
    expect(Object.keys(stats.totalValue).sort()).toEqual(keys)
    expect(Object.keys(stats.totalValue.Facets.currencyCode.BRL).sort()).toEqual(keys)
  })
})
