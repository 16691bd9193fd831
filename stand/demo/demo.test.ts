import { grossOf } from '../oms/lines'
import { createOmsDouble, type WireOrder } from '../oms'
import { accessKey, cnpj, cpf } from './checkDigits'
import { demoInvoiceKey, demoInvoiceXml, demoOrders, encodeXml } from './index'

const START = Date.parse('2026-03-10T12:00:00Z')
const seeds = demoOrders(START)
const readable = seeds.filter(({ order }) => Array.isArray(order.items))
const sum = (values: number[]) => values.reduce((total, value) => total + value, 0)
const packagesOf = (order: WireOrder) => order.packageAttachment?.packages ?? []
const outputs = (order: WireOrder) =>
  sum(
    packagesOf(order)
      .filter(({ type }) => type === 'Output')
      .map(({ invoiceValue }) => invoiceValue)
  )
const untouched = readable
  .map(({ order }) => order)
  .filter(({ status }) => status === 'handling' || status === 'start-handling')
  .filter((order) => packagesOf(order).length === 0)

describe('demo orders', () => {
  it('are some sixty or seventy, each its own, each with what it is for', () => {
    expect(seeds.length).toBeGreaterThanOrEqual(60)
    for (const key of ['orderId', 'sequence'] as const) {
      expect(new Set(seeds.map(({ order }) => order[key])).size).toBe(seeds.length)
    }
    for (const { note } of seeds) expect(note.length).toBeGreaterThan(4)
  })

  it.each(readable.map(({ order }) => [order.orderId, order] as const))(
    '%s adds up: totals to the value, lines to Items + Discounts',
    (_id, order) => {
      const total = (id: string) =>
        sum(order.totals.filter((one) => one.id === id).map(({ value }) => value))
      expect(sum(order.totals.map(({ value }) => value))).toBe(order.value)
      expect(Number.isSafeInteger(order.value) && order.value > 0).toBe(true)
      const gross = order.items.map(grossOf)
      expect(sum(gross)).toBe(total('Items'))
      for (const [index, item] of order.items.entries()) {
        if (!item.priceDefinition) continue
        const tags = item.priceTags.filter(({ name }) => !/shipping/i.test(name))
        const off = sum(tags.map(({ rawValue }) => Math.round(rawValue * 100)))
        expect(gross[index]! + off).toBe(item.priceDefinition.total)
        expect(sum(item.priceDefinition.sellingPrices.map((one) => one.value * one.quantity))).toBe(
          item.priceDefinition.total
        )
      }
      const worth = order.items.map((item, index) => item.priceDefinition?.total ?? gross[index]!)
      if (order.items.every((item) => item.priceDefinition)) {
        expect(sum(worth)).toBe(total('Items') + total('Discounts'))
      }
    }
  )

  it('are invoiced exactly where their Output invoices reach the value', () => {
    for (const { order } of readable) {
      const status = order.status!
      if (status === 'invoiced')
        expect([order.orderId, outputs(order)]).toEqual([order.orderId, order.value])
      else expect(outputs(order)).toBeLessThan(order.value)
      for (const one of packagesOf(order)) {
        for (const item of one.items) expect(order.items[item.itemIndex]).toBeDefined()
      }
    }
  })

  it('hold what others rely on in TO_INVOICE', () => {
    expect(untouched.length).toBeGreaterThanOrEqual(20)
    const plain = untouched.filter(
      (order) =>
        order.isCompleted !== false &&
        !order.workflowIsInError &&
        (seeds.find((seed) => seed.order === order)!.changes ?? []).length === 0
    )
    const uncertified = plain.filter(({ marketplace }) => marketplace?.isCertified !== true)
    expect(uncertified.length).toBeGreaterThanOrEqual(15)
    const many = uncertified.filter(
      ({ items }) => sum(items.map(({ quantity }) => quantity)) >= 3 && items[0]!.price > 0
    )
    expect(many.length).toBeGreaterThanOrEqual(10)
    const large = untouched.filter(
      ({ value, storePreferencesData }) =>
        storePreferencesData?.currencyCode === 'COP' && value > 2 ** 31
    )
    expect(large).toHaveLength(1)
  })

  it('cover currencies, odd shapes and sizes', () => {
    const codes = new Set(readable.map(({ order }) => order.storePreferencesData?.currencyCode))
    expect([...codes].sort()).toEqual(['BRL', 'CLP', 'COP', 'MXN', 'USD', undefined])
    expect(readable.some(({ order }) => order.items.length === 200)).toBe(true)
    expect(readable.some(({ order }) => packagesOf(order).length === 50)).toBe(true)
    expect(seeds.filter(({ order }) => !Array.isArray(order.items))).toHaveLength(1)
    expect(readable.some(({ order }) => order.orderId.startsWith('SLR-'))).toBe(true)
  })

  it('count every date from the start', () => {
    const later = demoOrders(START + 86_400_000)
    for (const [index, { order }] of seeds.entries()) {
      expect(Date.parse(order.creationDate)).toBeLessThan(START)
      expect(Date.parse(order.lastChange)).toBeLessThanOrEqual(START)
      expect(Date.parse(later[index]!.order.creationDate) - Date.parse(order.creationDate)).toBe(
        86_400_000
      )
    }
  })

  it('are served by the double, the incomplete one outside the list', async () => {
    const oms = createOmsDouble({
      now: () => START,
      accountName: 'storeops',
      seedOrders: () => demoOrders(START),
    })
    const answer = await oms.handle({
      method: 'GET',
      path: '/api/oms/pvt/orders',
      query: new URLSearchParams('per_page=100'),
      headers: {},
      body: '',
      caller: { kind: 'key', id: 'k', rights: new Set(['ListOrders']) },
    })
    expect(answer.kind === 'answer' && JSON.parse(answer.body).paging.total).toBe(seeds.length - 1)
  })
})

describe('check digits', () => {
  it('agree with vectors of others', () => {
    expect(cnpj('12ABC34501DE')).toBe('12ABC34501DE35')
    expect(cnpj('KSP416L80001')).toBe('KSP416L8000109')
    expect(cpf('111444777')).toBe('11144477735')
    for (const key of [
      '31170758731662018088550010006437971006437976',
      '352410KSP416L8000109550010000001231999999993',
    ]) {
      expect(accessKey(key.slice(0, 43))).toBe(key)
    }
  })
})

describe('fiscal documents', () => {
  const text = (xml: string, name: string) =>
    new RegExp(`<${name}>([^<]*)</${name}>`).exec(xml)?.[1]
  const brazilian = readable
    .map(({ order }) => order)
    .filter((order) => order.storePreferencesData?.currencyCode === 'BRL')

  it.each(brazilian.map((order) => [order.orderId, order] as const))(
    'of %s: key, number, sum and recipient fit the order',
    (_id, order) => {
      const xml = demoInvoiceXml(order)
      const key = /Id="NFe([0-9A-Z]{44})"/.exec(xml)![1]!
      expect(key).toBe(demoInvoiceKey(order))
      expect(accessKey(key.slice(0, 43))).toBe(key)
      expect(text(xml, 'chNFe')).toBe(key)
      expect(text(xml, 'cStat')).toBe('100')
      expect(Number(key.slice(25, 34))).toBe(Number(text(xml, 'nNF')))
      const cents = (name: string) => Number(text(xml, name)!.replace('.', ''))
      const rest = order.value - outputs(order)
      expect(cents('vNF')).toBe(rest > 0 ? rest : order.value)
      const goods = sum(
        [...xml.matchAll(/<vProd>([^<]*)<\/vProd><cEANTrib>/g)].map((one) =>
          Number(one[1]!.replace('.', ''))
        )
      )
      const [, totals] = /<ICMSTot>(.*)<\/ICMSTot>/.exec(xml)!
      const total = (name: string) => Number(text(totals!, name)!.replace('.', ''))
      expect(total('vProd')).toBe(goods)
      expect(total('vProd') - total('vDesc') + total('vFrete') + total('vOutro')).toBe(cents('vNF'))
      const client = order.clientProfileData
      if (client) expect(xml).toContain(client.corporateDocument ?? client.document)
    }
  )

  it('take the forms that were asked for', () => {
    const order = brazilian[0]!
    expect(demoInvoiceXml(order, { kind: 'nfce' })).toContain('<mod>65</mod>')
    const cfe = demoInvoiceXml(order, { kind: 'cfe' })
    expect(cfe).toMatch(/Id="CFe35\d{42}"/)
    expect(cfe).toMatch(/<nCFe>\d{6}<\/nCFe>/)
    expect(demoInvoiceXml(order, { bare: true })).not.toContain('protNFe')
    expect(demoInvoiceXml(order, { testEnvironment: true })).toContain('<tpAmb>2</tpAmb>')
    expect(demoInvoiceXml(order, { issuerCnpj: cnpj('S70R3OPS0001') })).toContain('S70R3OPS0001')
    const part = demoInvoiceXml(order, { units: [{ itemIndex: 0, quantity: 1 }] })
    expect(text(part, 'vNF')).toBe('49.90')
    const latin = encodeXml(demoInvoiceXml(order, { encoding: 'ISO-8859-1' }))
    expect(latin.toString('latin1')).toContain('São Paulo')
  })

  it('say why there is none for an order without items', () => {
    const broken = seeds.find(({ order }) => !Array.isArray(order.items))!
    expect(() => demoInvoiceXml(broken.order)).toThrow(/no items/)
  })
})
