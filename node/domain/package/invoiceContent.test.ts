import fc from 'fast-check'
import { moment, someInvoice, someItem, someOrder, somePackage } from '../testing/someOrder'
import {
  contentHash,
  contentOf,
  differences,
  documentTextHash,
  heldByPackage,
} from './invoiceContent'
import { readInvoiceCommand } from '../invoice/invoiceGiven'
import { cents } from '../values/money'
import type { Package } from '../order/order'
import type { OutgoingInvoice } from './outgoing'
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
  const invoice: OutgoingInvoice = {
    type: 'OUTPUT',
    invoiceNumber: '1',
    issuanceDate: moment('2026-03-10T09:00:00Z'),
    invoiceValue: cents(1),
    items: [
      { id: '1', quantity: 1, price: cents(1), description: null },
      { id: '2', quantity: 1, price: cents(0), description: null },
    ],
    invoiceKey: null,
    invoiceUrl: null,
    embeddedInvoice: null,
    courier: null,
    trackingNumber: null,
    trackingUrl: null,
    dispatchedDate: null,
  }

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
