import { someInvoice, someItem, someLine, someOrder, somePackage } from '../testing/someOrder'
import { someDocument } from '../testing/someDocument'
import { judgedOf, someQuestion } from '../testing/someQuestion'
import type { InvoiceQuestion } from './decideInvoice'
import { moment } from '../testing/someOrder'
import { cents } from '../values/money'
import type { Order } from '../order/order'
import type { OutgoingInvoice } from '../package/outgoing'
import { packageVersion } from '../package/packageVersion'
import type { Problem } from '../problem/problem'
import { DEFAULT_SETTINGS } from '../values/settings'

const problems = (question: InvoiceQuestion): readonly Problem[] => judgedOf(question).problems
const codes = (question: InvoiceQuestion): string[] => problems(question).map(({ code }) => code)
const invoice = (question: InvoiceQuestion): OutgoingInvoice => {
  const { invoice: drafted, problems: found } = judgedOf(question)
  if (!drafted || found.length > 0) throw new Error(JSON.stringify(found))
  return drafted
}
const withItems = (...items: Parameters<typeof someItem>[0][]) =>
  someInvoice({ items: items.map(someItem) })

describe('value', () => {
  it('a plain partial by items is worth its units and raises no warning', () => {
    expect(
      invoice(someQuestion(someOrder(), { command: withItems({ id: '101' }) })).invoiceValue
    ).toBe(5_000)
  })

  it('the last units take the remainder, freight in it', () => {
    const order = someOrder({
      packages: [
        somePackage({
          invoiceNumber: 'A',
          invoiceValue: cents(5_000),
          items: [{ itemIndex: 0, id: '101', quantity: 1, price: null, description: null }],
        }),
      ],
    })
    expect(invoice(someQuestion(order, { command: withItems({ id: '101' }) })).invoiceValue).toBe(
      6_500
    )
  })

  it('an invoice after the last unit went out goes by value', () => {
    const order = someOrder({
      packages: [somePackage({ invoiceNumber: 'A', invoiceValue: cents(10_000) })],
      status: 'payment-approved',
    })
    expect(invoice(someQuestion(order))).toMatchObject({ invoiceValue: 1_500, items: [] })
  })

  it('freight goes on the first invoice where the store wants it', () => {
    const settings = { ...DEFAULT_SETTINGS, freightOn: 'FIRST_INVOICE' as const }
    expect(
      invoice(someQuestion(someOrder(), { settings, command: withItems({ id: '101' }) }))
        .invoiceValue
    ).toBe(6_500)
  })

  it.each([
    ['12.50', 'VALUE_INVALID'],
    [12.5, 'VALUE_INVALID'],
    [2 ** 53, 'VALUE_INVALID'],
    [0, 'VALUE_NOT_POSITIVE'],
    [-1, 'VALUE_NOT_POSITIVE'],
    [11_501, 'VALUE_OVER_REMAINING'],
  ])('%s is %s', (invoiceValue, code) => {
    const [found] = problems(someQuestion(someOrder(), { command: someInvoice({ invoiceValue }) }))
    expect(found).toMatchObject({ code, severity: 'ERROR', field: ['invoice', 'invoiceValue'] })
  })

  it('says what the items are worth where a given value differs', () => {
    const command = { ...withItems({ id: '101' }), invoiceValue: 5_100 }
    expect(problems(someQuestion(someOrder(), { command }))).toMatchObject([
      {
        code: 'VALUE_NOT_ITEMS',
        severity: 'WARNING',
        facts: [{ name: 'itemsValue', value: '5000' }],
      },
    ])
  })

  it('warns of a remainder only where no unit would remain', () => {
    const full = someQuestion(someOrder(), { command: someInvoice({ invoiceValue: 11_499 }) })
    expect(problems(full)).toMatchObject([
      { code: 'VALUE_LEAVES_REMAINDER', facts: [{ name: 'remainder', value: '1' }] },
    ])
    const byValue = someQuestion(someOrder(), {
      command: someInvoice({ invoiceValue: 100, items: [] }),
    })
    expect(invoice(byValue)).toMatchObject({ invoiceValue: 100, items: [] })
  })

  it('needs an item or a value', () => {
    expect(codes(someQuestion(someOrder(), { command: someInvoice({ items: [] }) }))).toEqual([
      'ITEMS_EMPTY',
    ])
  })

  it('counts Output invoices only', () => {
    const order = someOrder({ packages: [somePackage({ invoiceNumber: 'R', type: 'INPUT' })] })
    expect(invoice(someQuestion(order)).invoiceValue).toBe(11_500)
  })

  it('carries orders above 2^31 cents', () => {
    const lines = [someLine({ quantity: 1, roughValue: cents(3_000_000_000_00) })]
    expect(invoice(someQuestion(someOrder({ lines }))).invoiceValue).toBe(300_000_001_500)
  })

  it('a change after v1 leaves the removed line and lowers the value: the remainder ends in the last invoice', () => {
    const totals = [
      { id: 'Items', name: null, value: cents(10_000) },
      { id: 'Change', name: null, value: cents(-3_290) },
    ]
    const order = someOrder({ totals })
    expect(invoice(someQuestion(order))).toMatchObject({
      invoiceValue: 6_710,
      items: [{ quantity: 2 }],
    })
    expect(invoice(someQuestion(order, { command: withItems({ id: '101' }) })).invoiceValue).toBe(
      5_000
    )
  })

  it('a worthless order cannot be invoiced', () => {
    const order = someOrder({
      lines: [someLine({ isGift: true, roughValue: cents(0) })],
      totals: [],
    })
    expect(codes(someQuestion(order))).toEqual(['VALUE_NOT_POSITIVE'])
  })
})

describe('items', () => {
  const split = someOrder({
    lines: [
      someLine({ itemIndex: 0, id: '7', quantity: 1, roughValue: cents(1_000) }),
      someLine({ itemIndex: 1, id: '7', quantity: 2, roughValue: cents(1_400) }),
      someLine({ itemIndex: 2, id: '8', quantity: 1, isGift: true, roughValue: cents(0) }),
    ],
  })

  it('are one line per SKU on the wire, gifts at zero among them', () => {
    expect(invoice(someQuestion(split)).items).toEqual([
      { id: '7', quantity: 3, price: 800, description: null },
      { id: '8', quantity: 1, price: 0, description: null },
    ])
  })

  it('are named by itemIndex where a SKU stands in lines of different prices', () => {
    const [found] = problems(someQuestion(split, { command: withItems({ id: '7' }) }))
    expect(found).toMatchObject({
      code: 'ITEM_AMBIGUOUS',
      field: ['invoice', 'items', '0'],
      facts: [{ name: 'itemIndexes', value: '0, 1' }],
    })
    expect(
      invoice(someQuestion(split, { command: withItems({ itemIndex: 1 }) })).invoiceValue
    ).toBe(700)
  })

  it('take a SKU that stands in several lines at one price by its id', () => {
    const lines = [0, 1].map((itemIndex) =>
      someLine({ itemIndex, id: '7', quantity: 1, roughValue: cents(500) })
    )
    expect(
      invoice(someQuestion(someOrder({ lines }), { command: withItems({ id: '7', quantity: 2 }) }))
        .items
    ).toEqual([{ id: '7', quantity: 2, price: 500, description: null }])
  })

  it.each([
    [{ id: '9' }, 'ITEM_NOT_IN_ORDER', ['invoice', 'items', '0']],
    [{ itemIndex: 9 }, 'ITEM_NOT_IN_ORDER', ['invoice', 'items', '0']],
    [{}, 'ITEM_AMBIGUOUS', ['invoice', 'items', '0']],
    [{ id: '101', itemIndex: 0 }, 'ITEM_AMBIGUOUS', ['invoice', 'items', '0']],
    [{ id: '101', quantity: 0 }, 'ITEM_QUANTITY_INVALID', ['invoice', 'items', '0', 'quantity']],
    [{ id: '101', quantity: 1.5 }, 'ITEM_QUANTITY_INVALID', ['invoice', 'items', '0', 'quantity']],
    [
      { id: '101', quantity: 3 },
      'ITEM_QUANTITY_OVER_REMAINING',
      ['invoice', 'items', '0', 'quantity'],
    ],
    [{ id: '101', price: '5' }, 'VALUE_INVALID', ['invoice', 'items', '0', 'price']],
    [{ id: '101', price: -5 }, 'VALUE_NOT_POSITIVE', ['invoice', 'items', '0', 'price']],
  ])('%j is %s', (item, code, field) => {
    expect(problems(someQuestion(someOrder(), { command: withItems(item) }))[0]).toMatchObject({
      code,
      field,
      severity: 'ERROR',
    })
  })

  it('of one SKU may come from several of its lines', () => {
    const lines = [3, 2].map((quantity, itemIndex) =>
      someLine({ itemIndex, id: '7', quantity, roughValue: cents(quantity * 100 + itemIndex) })
    )
    const ofLines = (a: number, b: number) =>
      withItems({ itemIndex: 0, quantity: a }, { itemIndex: 1, quantity: b })
    expect(invoice(someQuestion(someOrder({ lines }), { command: ofLines(2, 2) }))).toMatchObject({
      invoiceValue: 401,
      items: [{ id: '7', quantity: 4 }],
    })
    const over = problems(someQuestion(someOrder({ lines }), { command: ofLines(1, 3) }))
    expect(over[0]).toMatchObject({
      field: ['invoice', 'items', '1', 'quantity'],
      facts: [{ value: '2' }, {}],
    })
  })

  it('are judged per SKU over all lines of the invoice', () => {
    const command = withItems({ id: '101', quantity: 1 }, { id: '101', quantity: 2 })
    expect(problems(someQuestion(someOrder(), { command }))[0]).toMatchObject({
      code: 'ITEM_QUANTITY_OVER_REMAINING',
      field: ['invoice', 'items', '1', 'quantity'],
      facts: [
        { name: 'remaining', value: '1' },
        { name: 'id', value: '101' },
      ],
    })
  })
})

describe('state', () => {
  const state = (changes: Partial<Order>) => codes(someQuestion(someOrder(changes)))

  it.each(['ready-for-handling', 'waiting-seller-handling', 'start-handling', 'handling'])(
    '%s may be invoiced',
    (status) => {
      expect(state({ status })).toEqual([])
    }
  )

  it.each([
    'payment-pending',
    'payment-approved',
    'window-to-cancel',
    'invoiced',
    'canceled',
    'something-new',
    '',
  ])('%j may not', (status) => {
    expect(state({ status })).toEqual(['ORDER_STATE_FORBIDS'])
  })

  it.each(['request-cancel', 'cancel', 'waiting-for-seller-decision'])(
    '%s is being canceled',
    (status) => {
      expect(problems(someQuestion(someOrder({ status })))).toMatchObject([
        { code: 'ORDER_CANCELING', severity: 'ERROR' },
      ])
    }
  )

  it('a requested cancellation is denied by an invoice, knowingly', () => {
    expect(problems(someQuestion(someOrder({ status: 'cancellation-requested' })))).toMatchObject([
      {
        code: 'ORDER_CANCELING',
        severity: 'WARNING',
        facts: [{ name: 'status', value: 'cancellation-requested' }],
      },
    ])
  })

  it('an incomplete order and one under change wait', () => {
    expect(state({ isComplete: false })).toEqual(['ORDER_INCOMPLETE'])
    expect(
      codes(someQuestion(someOrder(), { changes: { inProgress: true, requestId: 'r1' } }))
    ).toEqual(['ORDER_CHANGE_IN_PROGRESS'])
  })

  it('payment-approved waits for the rest after a partial one', () => {
    const order = someOrder({
      status: 'payment-approved',
      packages: [somePackage({ invoiceNumber: 'A', invoiceValue: cents(100) })],
    })
    expect(
      codes(someQuestion(order, { command: someInvoice({ items: [], invoiceValue: 11_400 }) }))
    ).toEqual([])
  })
})

describe('number', () => {
  it('is offered clean where it is unsafe', () => {
    expect(
      problems(someQuestion(someOrder(), { command: someInvoice({ invoiceNumber: 'NF 1/2' }) }))
    ).toMatchObject([
      {
        code: 'INVOICE_NUMBER_UNSAFE',
        field: ['invoice', 'invoiceNumber'],
        facts: [{ name: 'suggestion', value: 'NF-1-2' }],
      },
    ])
  })

  it('is demanded where nothing holds it', () => {
    expect(
      codes(someQuestion(someOrder(), { command: someInvoice({ invoiceNumber: ' ' }) }))
    ).toEqual(['INVOICE_NUMBER_REQUIRED'])
  })

  it('stored in several packages is nobody’s', () => {
    const order = someOrder({ packages: [somePackage(), somePackage()] })
    expect(codes(someQuestion(order, { command: someInvoice({ invoiceValue: 1 }) }))).toEqual([
      'INVOICE_AMBIGUOUS',
    ])
  })

  it('to replace must be there', () => {
    expect(problems(someQuestion(someOrder(), { replaceVersion: 'v' }))).toMatchObject([
      { code: 'INVOICE_NOT_FOUND', field: ['replace'] },
    ])
  })
})

describe('returns', () => {
  const invoiced = (...more: Order['packages']) =>
    someOrder({ status: 'invoiced', packages: [somePackage(), ...more] })
  const back = (changes = {}) => someInvoice({ type: 'INPUT', invoiceNumber: 'R-1', ...changes })

  it('need full invoicing first', () => {
    expect(codes(someQuestion(someOrder(), { command: back() }))).toEqual([
      'RETURN_BEFORE_INVOICED',
    ])
  })

  it('warn of the refund with its amount', () => {
    expect(
      problems(someQuestion(invoiced(), { command: back({ items: [someItem({ id: '101' })] }) }))
    ).toMatchObject([
      {
        code: 'RETURN_TRIGGERS_REFUND',
        severity: 'WARNING',
        facts: [{ name: 'amount', value: '5000' }],
      },
    ])
  })

  it('give back no more than went out', () => {
    const before = somePackage({
      invoiceNumber: 'R-0',
      type: 'INPUT',
      invoiceValue: cents(10_000),
      items: [{ itemIndex: 0, id: '101', quantity: 1, price: null, description: null }],
    })
    const over = someQuestion(invoiced(before), {
      command: back({ invoiceValue: 1_501, items: [] }),
    })
    expect(problems(over)[0]).toMatchObject({
      code: 'VALUE_OVER_REFUNDABLE',
      facts: [{ name: 'refundable', value: '1500' }],
    })
    const units = someQuestion(invoiced(before), {
      command: back({ items: [someItem({ id: '101', quantity: 2 })] }),
    })
    expect(problems(units)[0]).toMatchObject({
      code: 'ITEM_QUANTITY_OVER_REMAINING',
      facts: [
        { name: 'remaining', value: '1' },
        { name: 'id', value: '101' },
      ],
    })
  })

  it('never bear an Output’s number', () => {
    const [found] = problems(someQuestion(invoiced(), { command: back({ invoiceNumber: 'NF-1' }) }))
    expect(found).toMatchObject({
      code: 'INVOICE_EXISTS',
      differences: [{ field: 'type', stored: 'OUTPUT', given: 'INPUT' }],
    })
  })
})

describe('document', () => {
  const document = someDocument
  const KEY = document().key as string
  const xml = someInvoice({ invoiceNumber: null, embeddedInvoice: '<nfeProc/>' })
  const read = (changes = {}, command = {}, more = {}) =>
    someQuestion(someOrder(), {
      command: { ...xml, ...command },
      document: document(changes),
      ...more,
    })

  it('fills number, key, date and value', () => {
    expect(invoice(read())).toMatchObject({
      invoiceNumber: '643797',
      invoiceKey: KEY,
      issuanceDate: '2026-03-10T08:00:00-03:00',
      invoiceValue: 11_500,
    })
  })

  it('given wins, and disagreement is said: the key as an error, the rest as warnings', () => {
    const given = {
      invoiceNumber: 'X-1',
      invoiceKey: '33240945242914001845550010004817221546274961',
      issuanceDate: '2026-03-10T07:00:00-03:00',
      invoiceValue: 11_400,
    }
    const found = problems(read({}, given)).filter(({ code }) => code === 'XML_DISAGREES')
    expect(found.map(({ severity, field, facts }) => [severity, field[1], facts[1].value])).toEqual(
      [
        ['ERROR', 'invoiceKey', KEY],
        ['WARNING', 'invoiceNumber', '643797'],
        ['WARNING', 'issuanceDate', '2026-03-10T08:00:00-03:00'],
        ['WARNING', 'invoiceValue', '11500'],
      ]
    )
  })

  it('is made out to the customer, where both are known in full', () => {
    expect(codes(read({ recipientId: '98765432100' }))).toEqual(['XML_RECIPIENT_DIFFERS'])
    expect(codes(read({ recipientId: null }))).toEqual([])
    expect(
      codes(
        read(
          { recipientId: '98765432100' },
          {},
          { order: someOrder({ customerDocuments: ['***456789**'] }) }
        )
      )
    ).toEqual([])
  })

  it('on another order, for entry, or unauthorised is doubtful', () => {
    expect(problems(read({}, {}, { otherOrder: '9-01' }))).toMatchObject([
      { code: 'DOCUMENT_ON_OTHER_ORDER', facts: [{ value: '9-01' }] },
    ])
    expect(codes(read({ isEntry: true }))).toEqual(['XML_DISAGREES'])
  })

  it('is demanded by setting and marketplace', () => {
    const certified = someOrder({ marketplace: { name: 'M', isCertified: true, orderId: null } })
    expect(problems(someQuestion(certified))).toMatchObject([
      { code: 'XML_REQUIRED', severity: 'WARNING', field: ['invoice', 'embeddedInvoice'] },
    ])
    expect(
      codes(someQuestion(certified, { settings: { ...DEFAULT_SETTINGS, xmlRequired: 'NEVER' } }))
    ).toEqual([])
    expect(
      codes(someQuestion(someOrder(), { settings: { ...DEFAULT_SETTINGS, xmlRequired: 'ALWAYS' } }))
    ).toEqual(['XML_REQUIRED'])
  })

  it('a wrong access key is a warning on its field', () => {
    const command = someInvoice({ invoiceKey: KEY.slice(0, -1) + '5' })
    expect(problems(someQuestion(someOrder(), { command }))).toMatchObject([
      { code: 'ACCESS_KEY_INVALID', severity: 'WARNING', field: ['invoice', 'invoiceKey'] },
    ])
    const cufe = someInvoice({ invoiceKey: 'a'.repeat(96) })
    const colombia = someOrder({
      currency: { code: 'COP', symbol: '$', decimalDigits: 2, locale: 'es-CO', assumed: false },
    })
    expect(codes(someQuestion(colombia, { command: cufe }))).toEqual([])
  })

  describe('that is no plain sale', () => {
    const invoiced = someOrder({
      status: 'invoiced',
      packages: [somePackage({ invoiceNumber: 'A' })],
    })
    const judged = (type: 'OUTPUT' | 'INPUT', changes: Parameters<typeof document>[0]) =>
      problems(
        someQuestion(type === 'INPUT' ? invoiced : someOrder(), {
          command: { ...xml, type },
          document: document(changes),
        })
      ).filter(({ code }) => code === 'XML_WRONG_TYPE' || code === 'XML_DISAGREES')

    it.each([
      ['OUTPUT', 'RETURN'],
      ['OUTPUT', 'ADJUSTMENT'],
      ['OUTPUT', 'COMPLEMENT'],
      ['OUTPUT', 'CREDIT_NOTE'],
      ['OUTPUT', 'DEBIT_NOTE'],
      ['OUTPUT', 'PAYMENT'],
      ['INPUT', 'SALE'],
      ['INPUT', 'PAYMENT'],
    ] as const)('is warned of by name: on an %s a %s', (type, nature) => {
      expect(judged(type, { nature, isEntry: nature === 'RETURN' })).toMatchObject([
        {
          code: 'XML_WRONG_TYPE',
          severity: 'WARNING',
          field: ['invoice', 'embeddedInvoice'],
          facts: [
            { name: 'nature', value: nature },
            { name: 'type', value: type },
          ],
        },
      ])
    })

    it.each([
      ['OUTPUT', 'SALE', false],
      ['OUTPUT', null, false],
      ['INPUT', 'RETURN', true],
      ['INPUT', 'RETURN', false],
      ['INPUT', 'CREDIT_NOTE', null],
      ['INPUT', 'SALE', true],
      ['INPUT', null, null],
    ] as const)('fits: on an %s a %s, entry %s', (type, nature, isEntry) => {
      expect(judged(type, { nature, isEntry })).toEqual([])
    })

    it('is still an entry where it calls itself a sale', () => {
      expect(judged('OUTPUT', { nature: 'SALE', isEntry: true })).toMatchObject([
        { code: 'XML_DISAGREES', field: ['invoice', 'type'] },
      ])
    })
  })
})

describe('dates, links, texts', () => {
  it('a replacing dispatch lies before the delivery that is stored', () => {
    const stored = somePackage({
      trackingNumber: 'A1',
      courierStatus: {
        status: 'ok',
        finished: true,
        deliveredDate: moment('2026-03-05T10:00:00Z'),
        events: [],
      },
    })
    const replacing = (dispatchedDate: string) =>
      problems(
        someQuestion(someOrder({ status: 'invoiced', packages: [stored] }), {
          command: someInvoice({
            invoiceNumber: stored.invoiceNumber,
            courier: 'Loggi',
            dispatchedDate,
          }),
          replaceVersion: packageVersion(stored),
        })
      ).filter(({ code }) => code === 'DELIVERED_BEFORE_DISPATCH')
    expect(replacing('2026-03-06T10:00:00Z')).toMatchObject([
      {
        field: ['invoice', 'dispatchedDate'],
        facts: [{ name: 'dispatchedDate', value: '2026-03-06T10:00:00Z' }],
      },
    ])
    expect(replacing('2026-03-05T10:00:59Z')).toEqual([])
  })

  it.each([
    [{ issuanceDate: '2026-03-10' }, 'DATE_INVALID', 'issuanceDate'],
    [{ issuanceDate: '2026-02-30T10:00:00Z' }, 'DATE_INVALID', 'issuanceDate'],
    [{ issuanceDate: '2026-03-10T12:05:01Z' }, 'DATE_IN_FUTURE', 'issuanceDate'],
    [{ dispatchedDate: 7 }, 'DATE_INVALID', 'dispatchedDate'],
    [{ invoiceUrl: 'ftp://a' }, 'URL_INVALID', 'invoiceUrl'],
    [{ trackingUrl: 'https://u:p@a.com' }, 'URL_INVALID', 'trackingUrl'],
    [{ courier: 'x'.repeat(201) }, 'TEXT_TOO_LONG', 'courier'],
  ])('%j is %s', (changes, code, field) => {
    expect(problems(someQuestion(someOrder(), { command: someInvoice(changes) }))).toMatchObject([
      { code, field: ['invoice', field] },
    ])
  })

  it('five minutes ahead still counts as now', () => {
    expect(
      codes(
        someQuestion(someOrder(), {
          command: someInvoice({ issuanceDate: '2026-03-10T12:05:00Z' }),
        })
      )
    ).toEqual([])
  })

  it('the default carrier stands in only where a parcel has a number', () => {
    const settings = { ...DEFAULT_SETTINGS, defaultCourier: 'Correios' }
    expect(invoice(someQuestion(someOrder(), { settings })).courier).toBeNull()
    expect(
      invoice(
        someQuestion(someOrder(), { settings, command: someInvoice({ trackingNumber: 'A1' }) })
      ).courier
    ).toBe('Correios')
  })
})
