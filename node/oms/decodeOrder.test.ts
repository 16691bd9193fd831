import { decodeOrder } from './decodeOrder'
import chainOrder from './fixtures/chainOrder.json'
import oldOrder from './fixtures/oldOrder.json'
import ownOrder from './fixtures/ownOrder.json'

describe('a store’s own order', () => {
  const order = decodeOrder(ownOrder)

  it('keeps who, when and how much', () => {
    expect(order).toMatchObject({
      orderId: '1409872300117-01',
      sequence: '700117',
      status: 'handling',
      value: 28347,
      isComplete: true,
      workflowIsInError: false,
      creationDate: '2026-02-03T13:20:11.493+00:00',
      paidDate: '2026-02-03T13:21:40.112+00:00',
      invoicedDate: null,
      customerName: 'Iara Moreno Prado',
      customerDocuments: ['52998224725'],
      timeZone: 'America/Sao_Paulo',
      marketplace: { name: 'casaverde', isCertified: false, orderId: null },
      carriesChanges: false,
    })
    expect(order.currency).toEqual({
      code: 'BRL',
      symbol: 'R$',
      decimalDigits: 2,
      locale: 'pt-BR',
      assumed: false,
    })
  })

  it('takes the channel of the first item and the last promise, whatever the order of the array', () => {
    expect(order.deliveryChannel).toBe('delivery')
    expect(order.estimatedDelivery).toBe('2026-02-10T13:21:41.102+00:00')
  })

  it('values lines by their price definition, so that they sum to Items + Discounts', () => {
    expect(order.lines.map((line) => line.roughValue)).toEqual([22757, 3900, 0])
    expect(order.lines[2]).toMatchObject({ itemIndex: 2, isGift: true, refId: null })
  })

  it('values lines the same without a price definition, shipping tags left aside', () => {
    const items = ownOrder.items.map((item) => ({ ...item, priceDefinition: undefined }))
    const lines = decodeOrder({ ...ownOrder, items }).lines
    expect(lines.map((line) => line.roughValue)).toEqual([22757, 3900, 0])
  })

  it('counts no package that nobody invoiced, but one that only lost its number or its value', () => {
    const [invoice] = ownOrder.packageAttachment.packages
    const added = {
      items: [{ itemIndex: 0, quantity: 1, price: 100 }],
      invoiceNumber: null,
      invoiceValue: null,
    }
    const packages = [
      invoice,
      added,
      { ...invoice, invoiceNumber: null },
      { ...invoice, invoiceNumber: '2', invoiceValue: null },
    ]
    const decoded = decodeOrder({ ...ownOrder, packageAttachment: { packages } }).packages
    expect(decoded.map((one) => [one.invoiceNumber, one.invoiceValue])).toEqual([
      ['000481', 11378],
      ['', 11378],
      ['2', 11378],
    ])
  })

  it('reads the package with its tracking, newest event first', () => {
    expect(order.packages).toHaveLength(1)
    expect(order.packages[0]).toMatchObject({
      invoiceNumber: '000481',
      type: 'OUTPUT',
      issuanceDate: '2026-02-04T08:00:00.000+00:00',
      invoiceValue: 11378,
      embeddedInvoice: null,
      trackingNumber: 'RP120000481BR',
    })
    expect(order.packages[0].items).toEqual([
      { itemIndex: 0, id: '3301', quantity: 1, price: 11378, description: 'Cadeira de rattan' },
      { itemIndex: 2, id: '9900', quantity: 1, price: 0, description: null },
    ])
    expect(order.packages[0].courierStatus?.events).toEqual([
      {
        date: '2026-02-05T14:00:00.000+00:00',
        dateText: '2026-02-05T14:00:00.0000000+00:00',
        description: 'Em trânsito',
        city: 'Campinas',
        state: 'SP',
      },
      expect.objectContaining({ description: 'Coletado', city: null, state: null }),
    ])
  })
})

describe('a chain order', () => {
  const order = decodeOrder(chainOrder)

  it('recomputes lines, because its price definition is wrong', () => {
    expect(order.lines[0].roughValue).toBe(399950250000)
  })

  it('counts marketplace discounts in capitals, not shipping ones and not rates', () => {
    const [item] = chainOrder.items
    const without = { ...item, priceTags: item.priceTags.slice(1) }
    expect(decodeOrder({ ...chainOrder, items: [without] }).lines[0].roughValue).toBe(399990000000)
  })

  it('sums totals whose id repeats', () => {
    expect(order.totals).toContainEqual({ id: 'CustomTax', name: 'IBUA', value: 0 })
    expect(order.totals.reduce((total, { value }) => total + value, 0)).toBe(order.value)
  })

  it('names the company and leaves masked documents out', () => {
    expect(order.customerName).toBe('Editorial Cerro Azul S.A.S.')
    expect(order.customerDocuments).toEqual(['9001234567'])
  })

  it('sees any changes attachment', () => {
    expect(order.carriesChanges).toBe(true)
    expect(decodeOrder({ ...chainOrder, changesAttachment: [{}] }).carriesChanges).toBe(true)
    expect(decodeOrder({ ...chainOrder, changesAttachment: '' }).carriesChanges).toBe(false)
  })

  it('knows a certified marketplace and its order', () => {
    expect(order.marketplace).toEqual({
      name: 'Livrería Norte',
      isCertified: true,
      orderId: '880012',
    })
    expect(order).toMatchObject({ timeZone: 'America/Bogota', estimatedDelivery: null })
  })
})

describe('an order of 2017', () => {
  const order = decodeOrder(oldOrder, { currencyCode: 'PEN', timeZone: 'SA Pacific Standard Time' })

  it('takes currency and zone from the account and says so', () => {
    expect(order.currency).toMatchObject({ code: 'PEN', decimalDigits: 2, assumed: true })
    expect(order.timeZone).toBe('America/Bogota')
    expect(decodeOrder(oldOrder).currency).toMatchObject({ code: 'BRL', assumed: true })
    expect(decodeOrder(oldOrder).timeZone).toBeNull()
  })

  it('reads digits for values, dates of every age, and keeps events whose date is none', () => {
    const [output] = order.packages
    expect(output).toMatchObject({ invoiceValue: 11760, issuanceDate: '2017-07-04T00:00:00Z' })
    expect(output.courierStatus).toMatchObject({ finished: true, deliveredDate: null })
    expect(output.courierStatus?.events.map(({ date, dateText }) => [date, dateText])).toEqual([
      ['2017-07-05T16:20:00Z', 'Wed, 05 Jul 2017 16:20:00 GMT'],
      [null, 'ontem à tarde'],
    ])
  })

  it('dates an event by its own date, and by when it was recorded only where it has none', () => {
    const recorded = { createDate: '2017-07-06T10:00:00Z', description: 'Postado' }
    const data = [
      { ...recorded, lastChange: 'ontem' },
      { ...recorded, lastChange: '' },
    ]
    const [first] = oldOrder.packageAttachment.packages
    const packages = [{ ...first, courierStatus: { finished: false, data } }]
    const [output] = decodeOrder({ ...oldOrder, packageAttachment: { packages } }).packages
    expect(output.courierStatus?.events.map(({ date, dateText }) => [date, dateText])).toEqual([
      [null, 'ontem'],
      ['2017-07-06T10:00:00Z', '2017-07-06T10:00:00Z'],
    ])
  })

  it('keeps a return apart, under either spelling of its XML, and guards its item index', () => {
    const returned = order.packages[1]
    expect(returned).toMatchObject({ type: 'INPUT', embeddedInvoice: '<NFe/>', invoiceValue: 3920 })
    expect(returned.items[0]).toMatchObject({ itemIndex: null, id: '15', quantity: 1 })
  })
})

describe('an item of a package without an index', () => {
  const itemsOf = (...items: object[]) => {
    const packages = [{ invoiceNumber: '1', invoiceValue: 100, items }]
    return decodeOrder({ ...oldOrder, packageAttachment: { packages } }).packages[0].items
  }
  const [first] = decodeOrder(oldOrder).lines

  it('is the first line’s, because zeros are left out', () => {
    expect(itemsOf({ quantity: 1 })).toMatchObject([{ itemIndex: 0, id: first.id, quantity: 1 }])
  })

  it('is its SKU’s where it names one', () => {
    expect(itemsOf({ quantity: 1, id: '77' })).toMatchObject([{ itemIndex: null, id: '77' }])
  })

  it('is nobody’s where it says so, or points outside the order', () => {
    expect(itemsOf({ quantity: 1, itemIndex: null })).toMatchObject([{ itemIndex: null, id: null }])
    expect(itemsOf({ quantity: 1, itemIndex: 99 })).toMatchObject([{ itemIndex: null, id: null }])
  })
})

describe('what cannot be known', () => {
  it.each(['orderId', 'value'])('is named: %s', (field) => {
    const order = { ...ownOrder, [field]: null }
    expect(() => decodeOrder(order)).toThrow(
      expect.objectContaining({
        kind: 'unreadable',
        upstreamMessage: expect.stringContaining(field),
      })
    )
  })

  it('is a creation date only where no other date of the order’s life stands', () => {
    const undated = { ...oldOrder, creationDate: 'soon', lastChange: null }
    expect(decodeOrder(undated).creationDate).toBe('2017-07-04T11:59:00.000+00:00')
    expect(() => decodeOrder({ ...undated, invoicedDate: '' })).toThrow(
      expect.objectContaining({ kind: 'unreadable' })
    )
  })

  it('leaves an invoice without value to its items', () => {
    const [output] = oldOrder.packageAttachment.packages
    const valueless = { ...output, invoiceValue: null }
    const read = (entry: object) =>
      decodeOrder({ ...oldOrder, packageAttachment: { packages: [entry] } }).packages[0]
    expect(read(valueless).invoiceValue).toBe(11760)
    expect(read({ ...valueless, items: [] }).invoiceValue).toBe(0)
  })
})
