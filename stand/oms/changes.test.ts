import fc from 'fast-check'
import { bench, everyRight, invoice, line, order, ORDERS, type Bench } from './testing/bench'
import { grossOf } from './lines'
import type { WireItem, WireOrder } from './wire'

const V1 = `${ORDERS}/1001-01/changes`
const V2 = '/api/order-system/orders/1001-01/changes'
const INVOICE = `${ORDERS}/1001-01/invoice`
const sum = (values: number[]) => values.reduce((total, value) => total + value, 0)

function expectConsistent(shown: WireOrder) {
  const total = (id: string) =>
    sum(shown.totals.filter((one) => one.id === id).map((one) => one.value))
  expect(sum(shown.totals.map(({ value }) => value))).toBe(shown.value)
  expect(sum(shown.items.map(grossOf))).toBe(total('Items'))
  expect(sum(shown.items.map((item) => item.priceDefinition!.total))).toBe(
    total('Items') + total('Discounts')
  )
}

describe('change v1', () => {
  it('moves Change and value after the delay, and leaves the lines', async () => {
    const { call, pass, order: read } = bench()
    const answer = await call('POST', V1, {
      reason: 'broken',
      discountValue: 5_000,
      itemsRemoved: [{ id: '18', price: 5_000, quantity: 1 }],
    })
    expect([answer.status, Object.keys(answer.body)]).toEqual([200, ['date', 'orderId', 'receipt']])
    pass(2_000)
    const shown = await read()
    expect(shown.value).toBe(6_000)
    expect(shown.items[0].quantity).toBe(2)
    expect(shown.changesAttachment.changesData[0]).toMatchObject({
      discountValue: 5_000,
      incrementValue: 0,
      itemsRemoved: [{ id: '18', name: 'Product 18', quantity: 1 }],
      receipt: answer.body,
    })
    expectConsistent(shown)
  })

  it('closes an order whose invoices now reach the value', async () => {
    const { call, pass, order: read } = bench()
    await call('POST', INVOICE, invoice({ invoiceValue: 6_000 }))
    pass(2_000)
    await call('POST', V1, { discountValue: 5_000 })
    pass(2_500)
    expect((await read()).status).toBe('invoiced')
  })
})

describe('change v2', () => {
  const remove = (quantity: number) => ({
    reason: 'r',
    remove: { items: [{ uniqueId: line().uniqueId, id: '18', quantity }] },
  })

  it('answers 202, runs for a while, then rewrites the items', async () => {
    const { call, pass, order: read } = bench()
    const answer = await call('PATCH', V2, remove(1))
    expect(answer.status).toBe(202)
    const { requestId } = answer.body
    pass(9_999)
    expect((await call('GET', `${V2}/${requestId}`)).body).toMatchObject({ inProgress: true })
    expect((await read()).value).toBe(11_000)
    expect((await call('PATCH', V2, remove(1))).body.error.code).toBe('SalesOrderSystem014')
    expect((await call('POST', INVOICE, invoice())).status).toBe(400)
    pass(1)
    expect((await call('GET', V2)).body.requests[0]).toMatchObject({
      requestId,
      status: 'done',
      inProgress: false,
      totalChangeValue: -5_000,
    })
    const shown = await read()
    expect(shown.items[0].quantity).toBe(1)
    expectConsistent(shown)
  })

  it('excludes v1 and the other way round', async () => {
    const first = bench()
    await first.call('POST', V1, { discountValue: 1 })
    first.pass(2_000)
    expect((await first.call('PATCH', V2, remove(1))).body.error.code).toBe('SalesOrderSystem015')
    const second = bench()
    await second.call('PATCH', V2, remove(1))
    expect((await second.call('POST', V1, {})).body.error.code).toBe('SalesOrderSystem015')
  })

  it('is refused on invoiced items, below the invoiced sum, canceled, elsewhere, certified', async () => {
    const code = async ({ call }: Bench, body: unknown) =>
      (await call('PATCH', V2, body)).body.error?.code
    const invoiced = bench([order({ status: 'ready-for-invoicing' })])
    await invoiced.call('POST', INVOICE, invoice({ invoiceValue: 9_000 }))
    invoiced.oms.setBehaviour({ readings: { partialStatus: 'handling' } })
    invoiced.pass(2_000)
    expect(await code(invoiced, remove(1))).toBe('SalesOrderSystem046')
    const byValue = bench()
    byValue.oms.setBehaviour({ readings: { partialStatus: 'handling' } })
    await byValue.call('POST', INVOICE, invoice({ invoiceValue: 9_000, items: [] }))
    byValue.pass(2_000)
    expect(await code(byValue, remove(1))).toBe('1')
    expect(await code(bench([order({ status: 'canceled' })]), remove(1))).toBe(
      'SalesOrderSystem008'
    )
    expect(await code(bench([order({ status: 'ready-for-handling' })]), remove(1))).toBe('1')
    expect(await code(bench([order({ marketplace: { isCertified: true } })]), remove(1))).toBe('1')
  })

  it('moves positions in packages and logistics when a line before them goes', async () => {
    const shippingData = { logisticsInfo: [{ itemIndex: 0 }, { itemIndex: 1 }] }
    const items = [line({ id: '17', uniqueId: 'A' }), line()]
    const { oms, call, pass, order: read } = bench([order({ items, shippingData })])
    oms.setBehaviour({ readings: { partialStatus: 'handling' } })
    await call('POST', INVOICE, invoice({ invoiceValue: 10_000 }))
    pass(2_000)
    await call('PATCH', V2, { remove: { items: [{ uniqueId: 'A', quantity: 2 }] } })
    pass(10_000)
    const shown = await read()
    expect(shown.items.map(({ id }: WireItem) => id)).toEqual(['18'])
    expect(shown.packageAttachment.packages[0].items[0].itemIndex).toBe(0)
    expect(shown.shippingData.logisticsInfo).toEqual([{ itemIndex: 0 }])
    expect(shown.value).toBe(11_000)
  })

  it('keeps an order consistent through any changes', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.record({
            twin: fc.integer({ min: 0, max: 2 }),
            up: fc.boolean(),
            quantity: fc.integer({ min: 1, max: 3 }),
            manual: fc.integer({ min: 0, max: 300 }),
          }),
          { minLength: 1, maxLength: 6 }
        ),
        async (changes) => {
          const items = [
            line({ quantity: 4, price: 1_717 }),
            line({
              id: '20',
              quantity: 3,
              price: 999,
              unitMultiplier: 0.355,
              priceDefinition: undefined,
            }),
            line({ id: '21', quantity: 5, price: 333 }),
          ]
          items[1]!.priceDefinition = {
            sellingPrices: [],
            calculatedSellingPrice: 0,
            total: grossOf(items[1]!),
            reason: null,
          }
          const gross = sum(items.map(grossOf))
          const seed = order({
            items,
            value: gross + 1_000,
            totals: [
              { id: 'Items', name: '', value: gross },
              { id: 'Discounts', name: '', value: 0 },
              { id: 'Shipping', name: '', value: 1_000 },
            ],
          })
          const { call, pass, order: read } = bench([seed])
          for (const { twin, up, quantity, manual } of changes) {
            const { uniqueId, id } = items[twin]!
            const lines = { items: [{ uniqueId, id, quantity }] }
            await call('PATCH', V2, {
              reason: 'r',
              manualIncrementValue: manual,
              ...(up ? { add: lines } : { remove: lines }),
            })
            pass(10_000)
            expectConsistent(await read())
          }
        }
      ),
      { numRuns: 40 }
    )
  })

  it('may be read with Changes, or with OMSViewer by reading; the summary with OMSViewer', async () => {
    const { oms, call } = bench()
    const viewer = { kind: 'person' as const, id: 'v', rights: new Set(['OMSViewer']) }
    expect((await call('GET', V2, undefined, viewer)).status).toBe(403)
    oms.setBehaviour({ readings: { changesReadRight: 'viewer' } })
    expect((await call('GET', V2, undefined, viewer)).status).toBe(200)
    const summary = '/api/orders/pvt/document/1001-01/change-summary'
    expect((await call('GET', summary, undefined, viewer)).body.original).toHaveLength(1)
  })
})

describe('GET changes', () => {
  const READ = `${V2}?an=storeops`
  const JSON_HEADERS = { accept: 'application/json', 'content-type': 'application/json' }
  const ask = async (path: string, headers: Record<string, string>) => {
    const [pathname = '', search = ''] = path.split('?')
    const answer = await bench().oms.handle({
      method: 'GET',
      path: pathname,
      query: new URLSearchParams(search),
      headers,
      body: '',
      caller: everyRight,
    })
    return answer.kind === 'answer' ? answer.status : answer.kind
  }

  it.each([
    [READ, JSON_HEADERS, 200],
    [V2, JSON_HEADERS, 400],
    [`${V2}?an=other`, JSON_HEADERS, 400],
    [READ, { accept: 'application/json' }, 400],
    [READ, { 'content-type': 'application/json' }, 400],
    [`${V2}/x`, JSON_HEADERS, 400],
    [`${V2}/x?an=storeops`, JSON_HEADERS, 404],
  ])('%s with %j is answered %d', async (path, headers, status) => {
    expect(await ask(path, headers as Record<string, string>)).toBe(status)
  })
})
