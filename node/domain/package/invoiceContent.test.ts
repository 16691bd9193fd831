import fc from 'fast-check'
import { moment, someInvoice, someItem, someOrder, somePackage } from '../testing/someOrder'
import { someOutgoing } from '../testing/someOutgoing'
import {
  contentHash,
  contentOf,
  differences,
  documentTextHash,
  heldByPackage,
  isWhatWasSent,
  showsContent,
} from './invoiceContent'
import { readInvoiceCommand } from '../invoice/invoiceGiven'
import { cents } from '../values/money'
import type { Package } from '../order/order'
import { packageVersion } from './packageVersion'

const NOW = Date.parse('2026-03-10T12:00:00Z')
const order = someOrder()
const stored = somePackage({ invoiceUrl: 'https://a.com/1', embeddedInvoice: '<a>\r\n</a>' })
const fieldsOf = (
  changes: Parameters<typeof someInvoice>[0],
  record: Parameters<typeof heldByPackage>[2] = null
) =>
  differences(
    readInvoiceCommand(order, someInvoice(changes), NOW).given,
    heldByPackage(order, stored, record)
  ).map(({ field }) => field)

describe('the same content', () => {
  it('is whatever leaves fields out', () => {
    expect(fieldsOf({})).toEqual([])
  })

  it.each([
    [{ issuanceDate: '2026-03-10T06:00:00-03:00' }],
    [{ issuanceDate: '2026-03-10T09:00:00.400Z' }],
    [{ invoiceValue: 11_500 }],
    [{ embeddedInvoice: '\uFEFF<a>\n</a>\n' }],
    [{ invoiceUrl: ' https://a.com/1 ' }],
    [{ items: [someItem({ itemIndex: 0, quantity: 2 })] }],
    [{ items: [someItem({ id: '101', quantity: 1 }), someItem({ id: '101', quantity: 1 })] }],
    [{ items: [someItem({ id: '101', quantity: 2, description: 'whatever' })] }],
    [{ dispatchedDate: '2026-03-01T00:00:00Z' }],
  ])('%j', (changes) => {
    expect(fieldsOf(changes)).toEqual([])
  })

  it.each([
    [{ type: 'INPUT' as const }, 'type'],
    [{ issuanceDate: '2026-03-10T09:00:01Z' }, 'issuanceDate'],
    [{ invoiceValue: 1 }, 'invoiceValue'],
    [{ embeddedInvoice: '<b/>' }, 'embeddedInvoice'],
    [{ invoiceKey: '1' }, 'invoiceKey'],
    [{ courier: 'C' }, 'courier'],
    [{ trackingNumber: 'T' }, 'trackingNumber'],
    [{ items: [someItem({ id: '101', quantity: 1 })] }, 'items'],
    [{ items: [] }, 'items'],
    [{ items: [someItem({ id: '101', quantity: 2, price: 1 })] }, 'items'],
  ])('is not %j', (changes, field) => {
    expect(fieldsOf(changes)).toEqual([field])
  })

  it('knows dispatch dates and descriptions by our own record only', () => {
    const record = {
      invoiceNumber: 'NF-1',
      wroteInvoice: true,
      dispatchedDate: moment('2026-03-02T00:00:00Z'),
      descriptions: [{ id: '101', description: 'Chair, blue' }],
    }
    expect(fieldsOf({ dispatchedDate: '2026-03-01T00:00:00Z' }, record)).toEqual(['dispatchedDate'])
    const described = (description: string) => ({
      items: [someItem({ id: '101', quantity: 2, description })],
    })
    expect(fieldsOf(described('Chair, red'), record)).toEqual(['items'])
    expect(fieldsOf(described('Chair, blue'), record)).toEqual([])
  })

  it('takes items as sent where OMS rebuilt them', () => {
    const record = {
      invoiceNumber: 'NF-1',
      wroteInvoice: true,
      dispatchedDate: null,
      descriptions: [],
      sent: { invoiceValue: cents(11_500), items: [] },
    }
    expect(fieldsOf({ items: [] }, record)).toEqual([])
  })
})

describe('hashes', () => {
  const invoice = someOutgoing({
    invoiceNumber: '1',
    invoiceValue: cents(1),
    items: [
      { id: '1', quantity: 1, price: cents(1), description: null },
      { id: '2', quantity: 1, price: cents(0), description: null },
    ],
  })

  it('of content do not depend on the order of items or the offset of dates', () => {
    const same = {
      ...invoice,
      issuanceDate: moment('2026-03-10T06:00:00-03:00'),
      items: [...invoice.items].reverse(),
    }
    expect(contentHash(contentOf(same))).toBe(contentHash(contentOf(invoice)))
    expect(contentHash(contentOf({ ...invoice, courier: 'C' }))).not.toBe(
      contentHash(contentOf(invoice))
    )
  })

  it('of nothing is nothing', () => {
    expect([null, '', ' \n'].map(documentTextHash)).toEqual([null, null, null])
  })
})

describe('package versions', () => {
  const changes: Partial<Package>[] = [
    { type: 'INPUT' },
    { invoiceNumber: 'NF-2' },
    { issuanceDate: moment('2026-03-10T09:00:01Z') },
    { invoiceValue: cents(1) },
    { invoiceKey: 'k' },
    { invoiceUrl: 'https://a.com/2' },
    { embeddedInvoice: '<b/>' },
    { courier: 'C' },
    { trackingNumber: 'T' },
    { trackingUrl: 'https://a.com' },
    { items: [] },
    { items: [{ ...stored.items[0], quantity: 1 }] },
    { items: [{ ...stored.items[0], description: 'd' }] },
  ]

  it('differ with every stored field that notifyInvoice writes', () => {
    const versions = changes.map((change) => packageVersion({ ...stored, ...change }))
    expect(new Set([packageVersion(stored), ...versions]).size).toBe(changes.length + 1)
  })

  it('do not move with tracking events, nor between empty and nothing', () => {
    const courierStatus = { status: 'ok', finished: true, deliveredDate: null, events: [] }
    expect(packageVersion({ ...stored, courierStatus, courier: '' })).toBe(packageVersion(stored))
  })

  it('are the same for the same items in any order', () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 9 }), { maxLength: 6 }), (ids) => {
        const items = ids.map((id) => ({
          itemIndex: id,
          id: String(id),
          quantity: 1,
          price: null,
          description: null,
        }))
        expect(packageVersion({ ...stored, items })).toBe(
          packageVersion({ ...stored, items: [...items].reverse() })
        )
      })
    )
  })
})

describe('hashes of content', () => {
  const content = contentOf(someOutgoing())
  const [item] = content.items

  it.each([
    ['a SKU', { items: [{ ...item, id: '102' }] }],
    ['units', { items: [{ ...item, quantity: 2 }] }],
    ['a price', { items: [{ ...item, price: cents(1) }] }],
    ['the date', { issuanceDate: moment('2026-03-10T09:00:01Z') }],
    ['the dispatch date', { dispatchedDate: moment('2026-03-10T09:00:00Z') }],
  ])('differ with %s', (_, changes) =>
    expect(contentHash({ ...content, ...changes })).not.toBe(contentHash(content))
  )

  it('of a text are one for every kind of line end', () =>
    expect(new Set(['a\r\nb', 'a\rb', 'a\nb'].map(documentTextHash)).size).toBe(1))
})

describe('differences are told', () => {
  const told = (
    changes: Parameters<typeof someInvoice>[0],
    of: Partial<Package> = {},
    record: Parameters<typeof heldByPackage>[2] = null
  ) =>
    differences(
      readInvoiceCommand(order, someInvoice(changes), NOW).given,
      heldByPackage(order, { ...stored, ...of }, record)
    )
  const record = {
    invoiceNumber: 'NF-1',
    wroteInvoice: false,
    dispatchedDate: null,
    descriptions: [],
  }

  it('a document by the hashes of both', () => {
    expect(told({ embeddedInvoice: '<b/>' })).toEqual([
      {
        field: 'embeddedInvoice',
        stored: `sha256 ${documentTextHash('<a>\n</a>')}`,
        given: `sha256 ${documentTextHash('<b/>')}`,
      },
    ])
    expect(told({ embeddedInvoice: '<b/>' }, { embeddedInvoice: null })).toMatchObject([
      { stored: null },
    ])
  })

  it('items by units and SKU, as they were sent where OMS rebuilt them', () => {
    const items = [someItem({ id: '101', quantity: 1 }), someItem({ id: '102', quantity: 3 })]
    expect(told({ items })).toEqual([
      { field: 'items', stored: '2 × 101', given: '1 × 101, 3 × 102' },
    ])
    const sent = (invoiceValue: number) => ({
      ...record,
      sent: {
        invoiceValue: cents(invoiceValue),
        items: [{ id: '101', quantity: 5, price: cents(100) }],
      },
    })
    expect(told({ items }, {}, sent(11_500))).toMatchObject([{ stored: '5 × 101' }])
    expect(told({ items }, {}, sent(11_499))).toMatchObject([{ stored: '2 × 101' }])
  })

  it('a dispatch date only where this app knows it, or knows that there is none', () => {
    const dispatchedDate = '2026-03-01T00:00:00Z'
    expect(told({ dispatchedDate }, {}, record)).toEqual([])
    expect(told({ dispatchedDate }, {}, { ...record, wroteInvoice: true })).toEqual([
      { field: 'dispatchedDate', stored: null, given: dispatchedDate },
    ])
    const known = { ...record, dispatchedDate: moment('2026-03-01T00:00:01Z') }
    expect(told({ dispatchedDate }, {}, known)).toMatchObject([{ field: 'dispatchedDate' }])
    const same = { ...record, dispatchedDate: moment('2026-02-28T21:00:00.9-03:00') }
    expect(told({ dispatchedDate }, {}, same)).toEqual([])
  })

  it('of a description only for its own SKU', () => {
    const known = {
      ...record,
      descriptions: [
        { id: '102', description: 'lid' },
        { id: '101', description: 'pot' },
      ],
    }
    const items = [someItem({ id: '101', quantity: 2, description: 'pot' })]
    expect(told({ items }, {}, known)).toEqual([])
  })

  it('of a price only where the SKU is one line with a price', () => {
    const given = (quantity: number) => ({
      items: [someItem({ id: '101', quantity, price: 5_001 })],
    })
    const line = { itemIndex: 0, id: '101', quantity: 1, price: cents(5_000), description: null }
    const lid = { ...line, itemIndex: null, id: '102', price: cents(5_001) }
    expect(told(given(1), { items: [line] })).toMatchObject([{ field: 'items' }])
    expect(told(given(2), { items: [line, line] })).toEqual([])
    expect(told(given(1), { items: [{ ...line, price: null }] })).toEqual([])
    const both = { items: [...given(1).items, someItem({ id: '102', price: 5_001 })] }
    expect(told(both, { items: [line, lid] })).toMatchObject([{ field: 'items' }])
  })

  it('with the line’s SKU before the stored one, and nothing of what no SKU is known for', () => {
    const line = { itemIndex: 0, id: '900', quantity: 2, price: null, description: null }
    const items = [someItem({ id: '101', quantity: 2 })]
    expect(told({ items }, { items: [line] })).toEqual([])
    expect(told({ items }, { items: [line, { ...line, itemIndex: 9, id: null }] })).toEqual([])
  })
})

describe('a stored package shows what was sent', () => {
  const content = contentOf(
    someOutgoing({
      embeddedInvoice: '<a/>',
      courier: 'Correios',
      trackingNumber: 'AA1',
      trackingUrl: 'https://a.com/aa1',
    })
  )
  const shown = somePackage({
    invoiceValue: cents(5_000),
    items: [{ itemIndex: 0, id: null, quantity: 1, price: null, description: null }],
    embeddedInvoice: '<a/>',
    courier: 'Correios',
    trackingNumber: 'AA1',
    trackingUrl: 'https://a.com/aa1',
  })
  const full = { ...content, invoiceValue: cents(11_500) }

  it('where every field is it', () => expect(showsContent(order, shown, content)).toBe(true))

  it.each([
    ['type', { type: 'INPUT' as const }],
    ['value', { invoiceValue: cents(4_999) }],
    ['date', { issuanceDate: moment('2026-03-10T09:00:01Z') }],
    ['key', { invoiceKey: 'k' }],
    ['link', { invoiceUrl: 'https://a.com/2' }],
    ['document', { embeddedInvoice: null }],
    ['units', { items: [{ ...shown.items[0], quantity: 2 }] }],
  ])('not with another %s, whatever its tracking', (_, changes) => {
    expect(showsContent(order, { ...shown, ...changes }, content)).toBe(false)
    expect(isWhatWasSent(order, { ...shown, ...changes }, content)).toBe(false)
  })

  it.each([
    ['carrier', { courier: null }],
    ['number', { trackingNumber: 'BB2' }],
    ['tracking link', { trackingUrl: null }],
  ])('with another %s only as an invoice that was edited since', (_, changes) => {
    expect(showsContent(order, { ...shown, ...changes }, content)).toBe(false)
    expect(isWhatWasSent(order, { ...shown, ...changes }, content)).toBe(true)
  })

  it('with other units where OMS rebuilds them: by value, or once the order’s value is reached', () => {
    const rebuilt = { ...shown, items: [] }
    expect(showsContent(order, rebuilt, { ...content, items: [] })).toBe(true)
    expect(showsContent(order, { ...rebuilt, invoiceValue: cents(11_500) }, full)).toBe(true)
    const short = { ...content, invoiceValue: cents(11_499) }
    expect(showsContent(order, { ...rebuilt, invoiceValue: cents(11_499) }, short)).toBe(false)
  })
})
