import type { InvoiceRecord } from '../journal/intent'
import { someIntent } from '../testing/someIntent'
import { someOrder, somePackage } from '../testing/someOrder'
import { cents } from '../values/money'
import { mayBeLost } from './notShown'

const LONG_AFTER = Date.parse('2026-03-10T12:00:00Z')
const intent = someIntent({ invoiceNumber: 'NF-2', numbersBefore: [] })
const record = (invoiceNumber: string): InvoiceRecord => ({
  invoiceNumber,
  dispatchedDate: null,
  wroteInvoice: true,
  descriptions: [],
  sent: { invoiceValue: cents(3_000), items: [{ id: '101', quantity: 1, price: cents(3_000) }] },
})
const stranger = somePackage({ invoiceNumber: 'ERP-7', invoiceValue: cents(3_000) })

describe('an invoice that OMS took long ago and does not show may be lost', () => {
  it('where the order shows nothing of it', () =>
    expect(mayBeLost(intent, someOrder(), [], LONG_AFTER)).toBe(true))

  it('not where somebody’s invoice of its value may be it', () => {
    const order = someOrder({ packages: [stranger] })
    expect(mayBeLost(intent, order, [], LONG_AFTER)).toBe(false)
    expect(mayBeLost(intent, order, [record('NF-2')], LONG_AFTER)).toBe(false)
  })

  it('where that one is our own under another number', () => {
    const order = someOrder({ packages: [{ ...stranger, invoiceNumber: 'NF-7' }] })
    expect(mayBeLost(intent, order, [record('NF-7'), record('NF-2')], LONG_AFTER)).toBe(true)
  })
})
