import type { InvoiceRecord } from '../journal/intent'
import type { Package } from '../order/order'
import { judgedOf, someQuestion } from '../testing/someQuestion'
import { moment, someInvoice, someLine, someOrder, somePackage } from '../testing/someOrder'
import { packageVersion } from '../package/packageVersion'
import { DEFAULT_SETTINGS } from '../values/settings'
import { cents } from '../values/money'
import { lostByReplacing, mayCountTwice, storedItems, trackingHistory } from './replaceInvoice'

const stored = somePackage({ trackingNumber: 'AA1' })
const order = someOrder({ packages: [stored] })
const DATE = moment('2026-03-10T10:00:00Z')
const record = (changes: Partial<InvoiceRecord>): InvoiceRecord => ({
  invoiceNumber: 'NF-1',
  dispatchedDate: null,
  wroteInvoice: false,
  descriptions: [],
  ...changes,
})

describe('the dispatch date of a replaced invoice', () => {
  const lost = (of: InvoiceRecord | null, isGiven = false) =>
    lostByReplacing(order, stored, of, isGiven, true).map(({ facts }) => facts[0].value)

  it('is lost where this app has never seen it: OMS does not show it', () => {
    expect(lost(null)).toEqual(['dispatchedDate'])
    expect(lost(record({}))).toEqual(['dispatchedDate'])
  })

  it('is kept where this app wrote it, or wrote the invoice and knows that there is none', () => {
    expect(lost(record({ dispatchedDate: DATE }))).toEqual([])
    expect(lost(record({ wroteInvoice: true }))).toEqual([])
  })

  it('is not asked for where the call names one', () => {
    expect(lost(null, true)).toEqual([])
  })
})

describe('the default carrier', () => {
  const settings = { ...DEFAULT_SETTINGS, defaultCourier: 'Correios' }

  it('is for a new parcel without a name', () => {
    const command = someInvoice({ trackingNumber: 'AA1' })
    expect(judgedOf(someQuestion(someOrder(), { command, settings })).invoice?.courier).toBe(
      'Correios'
    )
  })

  it('is not written over what a replaced invoice leaves open', () => {
    const command = someInvoice({ invoiceUrl: 'https://shop.example/nf' })
    const replaceVersion = packageVersion(stored)
    const { invoice } = judgedOf(someQuestion(order, { command, settings, replaceVersion }))
    expect(invoice).toMatchObject({ trackingNumber: 'AA1', courier: null })
  })
})

describe('what a replacing call cannot carry over', () => {
  const event = (date: string | null) => ({
    date: date === null ? null : moment(date),
    dateText: date ?? 'soon',
    description: 'posted',
    city: null,
    state: null,
  })
  const item = (itemIndex: number | null, id: string | null) => ({
    itemIndex,
    id,
    quantity: 1,
    price: cents(5_000),
    description: null,
  })
  const lost = (changes: Parameters<typeof somePackage>[0], givesItems = false) =>
    lostByReplacing(order, somePackage(changes), record({ wroteInvoice: true }), false, givesItems)
  const status = (...dates: (string | null)[]) => ({
    status: null,
    finished: false,
    deliveredDate: null,
    events: dates.map(event),
  })

  it('is an item that points outside the order, one is enough', () => {
    const items = [item(0, null), item(9, null)]
    expect(lost({ items })).toMatchObject([
      {
        code: 'REPLACE_LOSES_FIELDS',
        field: ['replace'],
        facts: [{ name: 'fields', value: 'items' }],
      },
    ])
    expect(lost({ items }, true)).toEqual([])
    expect(lost({ items: [item(0, null), item(9, '101')] })).toEqual([])
  })

  it('is an event whose date is none, one is enough', () => {
    const courierStatus = status('2026-03-10T10:00:00Z', null)
    expect(lost({ courierStatus })).toMatchObject([{ facts: [{ value: 'events' }] }])
    expect(lost({ courierStatus: status('2026-03-10T10:00:00Z') })).toEqual([])
  })
})

describe('a replacing call that OMS may count once more', () => {
  const room = (
    invoiceValue: number | null,
    type: 'OUTPUT' | 'INPUT' = 'OUTPUT',
    packages = [somePackage({ invoiceValue: cents(4_000) })]
  ) =>
    mayCountTwice(
      someOrder({ packages }),
      somePackage({ type }),
      invoiceValue === null ? null : cents(invoiceValue)
    )

  it.each([
    ['what the order has room for, to the cent', 7_500, true],
    ['a cent more than that: OMS would refuse it', 7_501, false],
    ['one cent', 1, true],
    ['nothing', 0, false],
    ['less than nothing', -1, false],
    ['no value', null, false],
  ])('%s', (_, value, may) => expect(room(value)).toHaveLength(may ? 1 : 0))

  it('says which value would be counted twice', () =>
    expect(room(7_500)).toMatchObject([
      {
        code: 'REPLACE_MAY_COUNT_TWICE',
        field: ['replace'],
        facts: [{ name: 'value', value: '7500' }],
      },
    ]))

  it('has the room of what went out and did not come back, for a return', () => {
    const packages = [
      somePackage({ invoiceNumber: 'A', invoiceValue: cents(4_000) }),
      somePackage({ invoiceNumber: 'R', type: 'INPUT', invoiceValue: cents(1_000) }),
    ]
    expect(room(3_000, 'INPUT', packages)).toHaveLength(1)
    expect(room(3_001, 'INPUT', packages)).toEqual([])
  })
})

describe('stored items as they go out again', () => {
  type Item = Package['items'][number]
  const item = (changes: Partial<Item>): Item => ({
    itemIndex: 0,
    id: null,
    quantity: 2,
    price: cents(2_500),
    description: null,
    ...changes,
  })
  const two = someOrder({ lines: [someLine(), someLine({ itemIndex: 1, id: '102' })] })
  const again = (items: readonly Item[], of: InvoiceRecord | null = null) =>
    storedItems(two, somePackage({ invoiceValue: cents(5_000), items }), of)

  it('are one line a SKU, at the mean price, rounded down', () =>
    expect(again([item({ quantity: 1, price: cents(100) }), item({ price: cents(101) })])).toEqual([
      { id: '101', quantity: 3, price: 100, description: null },
    ]))

  it('keep their own id where they point at no line', () =>
    expect(
      again([item({ itemIndex: 9, id: '900' }), item({ itemIndex: null, id: '901' })])
    ).toMatchObject([{ id: '900' }, { id: '901' }]))

  it('go by the line they point at before an id of their own', () =>
    expect(again([item({ itemIndex: 1, id: '900' })])).toMatchObject([{ id: '102' }]))

  it.each([
    ['a SKU that nothing tells', { itemIndex: 9, id: null }],
    ['an empty SKU', { itemIndex: 9, id: '' }],
    ['no units', { quantity: 0 }],
    ['fewer than none', { quantity: -1 }],
  ])('leave out %s', (_, changes) => expect(again([item(changes)])).toEqual([]))

  it('without a price, or with one beyond all money, go at zero', () => {
    const most = cents(Number.MAX_SAFE_INTEGER)
    expect(again([item({ price: null })])).toMatchObject([{ price: 0 }])
    expect(again([item({ price: most })])).toMatchObject([{ price: 0 }])
  })

  it('bear the description that OMS shows first, else ours of that SKU, else none', () => {
    const ours = record({
      descriptions: [
        { id: '102', description: 'lid' },
        { id: '101', description: 'pot' },
      ],
    })
    expect(again([item({ description: 'kettle' })])).toMatchObject([{ description: 'kettle' }])
    expect(again([item({ description: 'kettle' })], ours)).toMatchObject([{ description: 'pot' }])
    expect(again([item({}), item({ itemIndex: 1 })], ours)).toMatchObject([
      { description: 'pot' },
      { description: 'lid' },
    ])
    expect(again([item({ description: 'a' }), item({ description: 'b' })])).toMatchObject([
      { description: 'a' },
    ])
    expect(again([item({ description: '' })], record({}))).toMatchObject([{ description: null }])
  })

  it('go at the price that this app sent, while OMS holds that invoice with those units', () => {
    const sent = (invoiceValue: number) =>
      record({
        sent: {
          invoiceValue: cents(invoiceValue),
          items: [
            { id: '102', quantity: 2, price: cents(7) },
            { id: '101', quantity: 1, price: cents(8) },
            { id: '101', quantity: 2, price: cents(9) },
          ],
        },
      })
    expect(again([item({})], sent(5_000))).toMatchObject([{ price: 9 }])
    expect(again([item({})], sent(4_999))).toMatchObject([{ price: 2_500 }])
    expect(again([item({ quantity: 3 })], sent(5_000))).toMatchObject([{ price: 2_500 }])
    expect(again([item({})], record({}))).toMatchObject([{ price: 2_500 }])
  })
})

describe('the tracking history that is put back', () => {
  const history = (courierStatus: Package['courierStatus']) =>
    trackingHistory(somePackage({ courierStatus }))
  const posted = { date: DATE, description: 'posted', city: 'Recife', state: 'PE' }
  const stored = { ...posted, dateText: DATE }

  it('is none where nothing was ever reported', () => {
    expect(history(null)).toBeNull()
    expect(history({ status: null, finished: false, deliveredDate: null, events: [] })).toBeNull()
  })

  it('is all events that have a date, and the delivery', () => {
    const events = [stored, { ...stored, date: null }]
    expect(history({ status: null, finished: true, deliveredDate: DATE, events })).toEqual({
      isDelivered: true,
      deliveredDate: DATE,
      events: [posted],
    })
  })

  it('is its events where nothing is delivered yet', () =>
    expect(
      history({ status: null, finished: false, deliveredDate: null, events: [stored] })
    ).toMatchObject({ isDelivered: false, events: [posted] }))

  it('is a delivery without any event too', () =>
    expect(history({ status: null, finished: true, deliveredDate: null, events: [] })).toEqual({
      isDelivered: true,
      deliveredDate: null,
      events: [],
    }))
})
