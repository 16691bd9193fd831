import type { OutgoingInvoice } from '../package/outgoing'
import { moment, someOrder, somePackage } from '../testing/someOrder'
import { someOutgoing } from '../testing/someOutgoing'
import { cents } from '../values/money'
import { invoiceSummary } from './invoiceSummary'

const order = someOrder()
const invoice = (changes: Partial<OutgoingInvoice> = {}): OutgoingInvoice =>
  someOutgoing({
    invoiceValue: cents(11_500),
    items: [{ id: '101', quantity: 2, price: cents(5_000), description: null }],
    ...changes,
  })

describe('the summary of a new invoice', () => {
  it.each([
    ['units', {}, 'invoice of 115.00 BRL; 2 × 101'],
    ['no unit', { items: [] }, 'invoice of 115.00 BRL; by value'],
    ['a parcel', { trackingNumber: 'AA1' }, 'invoice of 115.00 BRL; 2 × 101; trackingNumber AA1'],
    ['a return', { type: 'INPUT' as const }, 'return of 115.00 BRL; 2 × 101'],
  ])('tells %s', (_, changes, words) =>
    expect(invoiceSummary(order, invoice(changes), null)).toBe(words)
  )
})

describe('the summary of a replaced invoice', () => {
  const stored = somePackage({ embeddedInvoice: '<nota>secret</nota>', courier: 'Correios' })
  const summary = (changes: Partial<OutgoingInvoice>) =>
    invoiceSummary(order, invoice({ embeddedInvoice: '<nota>secret</nota>', ...changes }), stored)

  it('tells what changes, field by field', () => {
    expect(summary({ courier: 'Loggi', trackingNumber: 'AA1' })).toBe(
      'replaced; trackingNumber: none → AA1; courier: Correios → Loggi'
    )
    expect(
      summary({ items: [{ id: '101', quantity: 1, price: cents(1), description: null }] })
    ).toBe('replaced; items: 2 × 101 → 1 × 101')
  })

  it('tells the value where nothing else changes, and no field that is left out', () =>
    expect(summary({ dispatchedDate: moment('2026-03-10T09:00:00Z') })).toBe(
      'replaced; 115.00 BRL'
    ))

  it('tells that the document changes, and nothing that it says', () => {
    const words = summary({ embeddedInvoice: '<nota>other secret</nota>' })
    expect(words).toMatch(/^replaced; embeddedInvoice: sha256 [0-9a-f]{64} → sha256 [0-9a-f]{64}$/)
  })
})
