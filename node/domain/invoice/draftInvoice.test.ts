import type { InvoiceRecord } from '../journal/intent'
import { packageVersion } from '../package/packageVersion'
import { someDocument } from '../testing/someDocument'
import {
  moment,
  someInvoice,
  someItem,
  someLine,
  someOrder,
  somePackage,
} from '../testing/someOrder'
import { judgedOf, someQuestion } from '../testing/someQuestion'
import { cents } from '../values/money'

const drafted = (
  order: ReturnType<typeof someOrder>,
  command: Parameters<typeof someInvoice>[0] = {},
  more: Parameters<typeof someQuestion>[1] = {}
) => judgedOf(someQuestion(order, { command: someInvoice(command), ...more }))
const codes = (of: ReturnType<typeof drafted>) => of.problems.map(({ code }) => code)

describe('what an invoice leaves of the order', () => {
  it.each([
    ['a part of it', 5_000, { completesOrder: false, remainingAfter: 6_500 }],
    ['all of it', 11_500, { completesOrder: true, remainingAfter: 0 }],
    ['more than there is', 11_501, { completesOrder: true, remainingAfter: 0 }],
    ['nothing', 0, { completesOrder: false, remainingAfter: 11_500 }],
    ['less than nothing', -100, { completesOrder: false, remainingAfter: 11_500 }],
    ['what is no amount', '1', { completesOrder: false, remainingAfter: null }],
  ])('is told for %s', (_, invoiceValue, wanted) =>
    expect(drafted(someOrder(), { invoiceValue }).draft).toMatchObject(wanted)
  )

  it('counts what went out before', () => {
    const order = someOrder({
      packages: [somePackage({ invoiceNumber: 'A', invoiceValue: cents(11_000), items: [] })],
    })
    const { draft } = drafted(order, { invoiceValue: 500, items: [] })
    expect(draft).toMatchObject({ completesOrder: true, remainingAfter: 0 })
  })

  it('is completed by no invoice of nothing, not even of an order that is worth nothing', () => {
    const free = someOrder({ totals: [] })
    for (const invoiceValue of [0, null])
      expect(drafted(free, { invoiceValue }).draft.completesOrder).toBe(false)
  })

  it('is not moved by a return, and neither is it completed by one', () => {
    const order = someOrder({ status: 'invoiced', packages: [somePackage({ invoiceNumber: 'A' })] })
    const { draft, problems } = drafted(order, { type: 'INPUT', invoiceValue: 11_500 })
    expect(draft).toMatchObject({ completesOrder: false, remainingAfter: 0 })
    expect(problems.map(({ code }) => code)).toEqual(['RETURN_TRIGGERS_REFUND'])
  })

  it('is not told of a return without a value', () => {
    const order = someOrder({ status: 'invoiced', packages: [somePackage({ invoiceNumber: 'A' })] })
    const { draft, problems } = drafted(order, { type: 'INPUT', invoiceValue: 'x' })
    expect(draft).toMatchObject({ invoiceValue: null, remainingAfter: null })
    expect(problems.map(({ code }) => code)).not.toContain('RETURN_TRIGGERS_REFUND')
  })

  it('and a return of nothing refunds nothing', () => {
    const order = someOrder({ status: 'invoiced', packages: [somePackage({ invoiceNumber: 'A' })] })
    expect(codes(drafted(order, { type: 'INPUT', invoiceValue: 0 }))).toEqual([
      'VALUE_NOT_POSITIVE',
    ])
  })
})

describe('an invoice goes out only whole', () => {
  it.each([
    ['a number', { invoiceNumber: null }],
    ['a value', { invoiceValue: 1.5 }],
    ['a date', { issuanceDate: 'yesterday' }],
  ])('never without %s', (_, command) => expect(drafted(someOrder(), command).invoice).toBeNull())

  it('and with nothing that was not given, known or set', () =>
    expect(drafted(someOrder()).invoice).toEqual({
      type: 'OUTPUT',
      invoiceNumber: 'NF-1',
      issuanceDate: '2026-03-10T12:00:00.000Z',
      invoiceValue: 11_500,
      items: [{ id: '101', quantity: 2, price: 5_000, description: null }],
      invoiceKey: null,
      invoiceUrl: null,
      embeddedInvoice: null,
      courier: null,
      trackingNumber: null,
      trackingUrl: null,
      dispatchedDate: null,
    }))

  it('with every field as it was given', () => {
    const given = {
      issuanceDate: '2026-03-10T08:00:00-03:00',
      invoiceKey: 'uuid-1',
      invoiceUrl: 'https://shop.example/nf',
      embeddedInvoice: '<other/>',
      courier: 'Correios',
      trackingNumber: 'AA1',
      trackingUrl: 'https://shop.example/aa1',
      dispatchedDate: '2026-03-10T09:00:00-03:00',
    }
    expect(drafted(someOrder(), given).invoice).toMatchObject(given)
  })

  it('warns of a document that is dated ahead, given or read', () => {
    const ahead = moment('2026-03-10T12:06:00Z')
    const { problems } = drafted(
      someOrder(),
      {},
      { document: someDocument({ issuanceDate: ahead, number: null }) }
    )
    expect(problems).toMatchObject([{ code: 'DATE_IN_FUTURE', field: ['invoice', 'issuanceDate'] }])
  })
})

describe('tracking that travels inside', () => {
  const carries = {
    courier: 'Loggi',
    trackingNumber: 'BB2',
    trackingUrl: 'https://shop.example/bb2',
    dispatchedDate: moment('2026-03-10T09:00:00Z'),
  }
  const own = { courier: 'Correios', trackingNumber: 'AA1' }

  it('goes with a new invoice, over what the command says', () =>
    expect(drafted(someOrder(), own, { carries }).invoice).toMatchObject(carries))

  it('stays outside where an invoice is replaced', () => {
    const stored = somePackage()
    const order = someOrder({ packages: [stored] })
    const command = { ...own, invoiceValue: 11_400 }
    const replaceVersion = packageVersion(stored)
    expect(drafted(order, command, { carries, replaceVersion }).invoice).toMatchObject({
      ...own,
      trackingUrl: null,
      dispatchedDate: null,
    })
  })
})

it('a new invoice takes nothing over from what is known of others', () => {
  const record: InvoiceRecord = {
    invoiceNumber: 'A',
    dispatchedDate: moment('2026-03-10T07:00:00Z'),
    wroteInvoice: true,
    descriptions: [],
  }
  expect(drafted(someOrder(), {}, { records: [record] }).invoice?.dispatchedDate).toBeNull()
})

describe('the value of a document', () => {
  const draft = (currency: string | null, of = someOrder()) =>
    drafted(
      of,
      { invoiceNumber: null },
      { document: someDocument({ currency, value: cents(4_000) }) }
    ).draft

  it('is none where it is in another currency than the order’s; all else of it counts', () => {
    expect(draft('BRL').invoiceValue).toBe(4_000)
    expect(draft(null).invoiceValue).toBe(4_000)
    expect(draft('USD')).toMatchObject({ invoiceValue: 11_500, invoiceNumber: '643797' })
  })

  it('counts where the order’s currency is assumed', () => {
    const order = someOrder()
    const assumed = { ...order, currency: { ...order.currency, assumed: true } }
    expect(draft('USD', assumed).invoiceValue).toBe(4_000)
  })
})

describe('a replaced invoice', () => {
  const stored = somePackage({
    invoiceValue: cents(5_000),
    items: [{ itemIndex: 0, id: '101', quantity: 1, price: cents(5_000), description: null }],
    invoiceKey: 'uuid-1',
    invoiceUrl: 'https://shop.example/nf',
    embeddedInvoice: '<other/>',
    courier: 'Correios',
    trackingNumber: 'AA1',
    trackingUrl: 'https://shop.example/aa1',
  })
  const replace = (
    command: Parameters<typeof someInvoice>[0],
    records: readonly InvoiceRecord[] = [],
    of = stored,
    order = someOrder({ packages: [of] })
  ) => drafted(order, command, { records, replaceVersion: packageVersion(of) })
  const record = (changes: Partial<InvoiceRecord>): InvoiceRecord => ({
    invoiceNumber: 'NF-1',
    dispatchedDate: null,
    wroteInvoice: true,
    descriptions: [],
    ...changes,
  })
  const known = moment('2026-03-10T07:00:00Z')

  it('keeps every field that the call does not name', () =>
    expect(replace({ invoiceValue: 5_100 }).invoice).toEqual({
      type: 'OUTPUT',
      invoiceNumber: 'NF-1',
      issuanceDate: stored.issuanceDate,
      invoiceValue: 5_100,
      items: [{ id: '101', quantity: 1, price: 5_000, description: null }],
      invoiceKey: 'uuid-1',
      invoiceUrl: 'https://shop.example/nf',
      embeddedInvoice: '<other/>',
      courier: 'Correios',
      trackingNumber: 'AA1',
      trackingUrl: 'https://shop.example/aa1',
      dispatchedDate: null,
    }))

  it('frees what it held of the order, and what the others hold stays held', () => {
    const half = (invoiceNumber: string, invoiceValue: number) =>
      somePackage({ invoiceNumber, invoiceValue: cents(invoiceValue), items: [] })
    const [a, b] = [half('NF-1', 4_900), half('B', 6_500)]
    const found = (invoiceValue: number) =>
      codes(replace({ invoiceValue, items: [] }, [], a, someOrder({ packages: [a, b] }))).filter(
        (code) => code === 'VALUE_OVER_REMAINING'
      )
    expect(found(5_000)).toEqual([])
    expect(found(5_001)).toEqual(['VALUE_OVER_REMAINING'])
  })

  it('takes every field that the call names', () => {
    const given = {
      invoiceUrl: 'https://shop.example/nf-2',
      embeddedInvoice: '<new/>',
      courier: 'Loggi',
      trackingNumber: 'BB2',
      trackingUrl: 'https://shop.example/bb2',
      dispatchedDate: '2026-03-10T09:00:00-03:00',
    }
    expect(replace(given).invoice).toMatchObject(given)
  })

  it('keeps nothing where nothing is stored: an empty text is none', () => {
    const empty = somePackage({
      invoiceKey: '',
      invoiceUrl: '',
      embeddedInvoice: '',
      courier: '',
      trackingNumber: '',
      trackingUrl: '',
    })
    expect(replace({ invoiceValue: 5_000 }, [], empty).invoice).toMatchObject({
      invoiceKey: null,
      invoiceUrl: null,
      embeddedInvoice: null,
      courier: null,
      trackingNumber: null,
      trackingUrl: null,
    })
  })

  it('keeps the dispatch date of its own record, not of another’s, unless one is given', () => {
    const own = record({ dispatchedDate: known })
    const other = record({ invoiceNumber: 'NF-2', dispatchedDate: known })
    expect(replace({ invoiceValue: 5_100 }, [other, own]).invoice?.dispatchedDate).toBe(known)
    expect(replace({ invoiceValue: 5_100 }, [other]).invoice?.dispatchedDate).toBeNull()
    const dispatchedDate = '2026-03-10T09:00:00Z'
    expect(replace({ dispatchedDate }, [own]).invoice?.dispatchedDate).toBe(dispatchedDate)
  })

  it('leaves no remainder unsaid where it keeps the last units, and says nothing where it does not', () => {
    const two = someOrder({
      lines: [someLine({ quantity: 1 }), someLine({ itemIndex: 1, id: '102', quantity: 1 })],
    })
    const holding = (...indexes: number[]) =>
      somePackage({
        invoiceValue: cents(5_000),
        items: indexes.map((itemIndex) => ({
          itemIndex,
          id: null,
          quantity: 1,
          price: cents(5_000),
          description: null,
        })),
      })
    const found = (of: ReturnType<typeof holding>) =>
      codes(replace({ invoiceValue: 5_100 }, [], of, { ...two, packages: [of] }))
    expect(found(holding(0, 1))).toContain('VALUE_LEAVES_REMAINDER')
    expect(found(holding(0))).not.toContain('VALUE_LEAVES_REMAINDER')
    expect(found(holding())).not.toContain('VALUE_LEAVES_REMAINDER')
  })

  it('is not measured by its items’ prices: they are as they were sent', () =>
    expect(codes(replace({ invoiceValue: 5_100 }))).not.toContain('VALUE_NOT_ITEMS'))
})

describe('the units of a document', () => {
  const order = someOrder({ lines: [someLine({ quantity: 5, ean: '7890000001017' })] })
  const lists = (quantity: number) =>
    someDocument({
      value: cents(4_000),
      items: [{ code: null, ean: '7890000001017', name: null, quantity, value: null }],
    })

  it('are not taken for a part where more are listed than the order holds', () => {
    const { draft, problems } = drafted(order, { invoiceNumber: null }, { document: lists(7) })
    expect(draft.items).toMatchObject([{ quantity: 5 }])
    expect(problems.map(({ code }) => code)).not.toContain('ITEM_QUANTITY_OVER_REMAINING')
  })

  it('are not taken where one of two lines has not that many', () => {
    const lines = [
      someLine({ quantity: 5, ean: '7890000001017' }),
      someLine({ itemIndex: 1, id: '102', quantity: 5 }),
    ]
    const { draft, problems } = drafted(
      someOrder({ lines }),
      { invoiceNumber: null },
      { document: lists(7) }
    )
    expect(draft.items).toMatchObject([{ quantity: 5 }, { quantity: 5 }])
    expect(problems.map(({ code }) => code)).not.toContain('ITEM_QUANTITY_OVER_REMAINING')
  })
})

it('an empty list of items is an invoice by value, also beside a document that lists units', () => {
  const items = [someItem({ id: '101' })]
  expect(drafted(someOrder(), { items, invoiceValue: 5_000 }).draft.items).toHaveLength(1)
  expect(drafted(someOrder(), { items: [], invoiceValue: 5_000 }).draft.items).toEqual([])
})

describe('a client that names no units and cannot be asked', () => {
  const asked = (command: Parameters<typeof someInvoice>[0], order = someOrder()) =>
    drafted(order, { isByValueBelowRemaining: true, ...command }).draft.items

  it('invoices by value what is below the remainder, and every unit with what is not', () => {
    expect(asked({ invoiceValue: 11_499 })).toEqual([])
    expect(asked({ invoiceValue: 11_500 })).toHaveLength(1)
    expect(asked({ invoiceValue: 11_501 })).toHaveLength(1)
    expect(asked({ invoiceValue: 11_499, isByValueBelowRemaining: false })).toHaveLength(1)
  })

  it('invoices every unit where the value is left out, or is none', () => {
    for (const invoiceValue of [null, '5000', -0.5]) expect(asked({ invoiceValue })).toHaveLength(1)
  })

  it('returns units, whatever the value', () => {
    const order = someOrder({ status: 'invoiced', packages: [somePackage({ invoiceNumber: 'A' })] })
    expect(asked({ type: 'INPUT', invoiceValue: -1 }, order)).toHaveLength(1)
  })
})
