import type { InvoiceRecord } from '../journal/intent'
import { someOrder, somePackage } from '../testing/someOrder'
import { cents } from '../values/money'
import { buildLedger, countedUnits } from './ledger'

const stored = somePackage({
  invoiceValue: cents(5_000),
  items: [{ itemIndex: 0, id: '101', quantity: 2, price: cents(2_500), description: null }],
})
const order = someOrder({ packages: [stored] })
const sent = (invoiceValue: number): InvoiceRecord => ({
  invoiceNumber: ' NF-1',
  dispatchedDate: null,
  wroteInvoice: true,
  descriptions: [],
  sent: {
    invoiceValue: cents(invoiceValue),
    items: [{ id: '101', quantity: 1, price: cents(5_000) }],
  },
})

describe('the units of a stored package', () => {
  it('are those that this app sent, where OMS may have rebuilt them', () => {
    expect(countedUnits(order, stored, [sent(5_000)])).toMatchObject([{ id: '101', quantity: 1 }])
    expect(buildLedger(order, [], [sent(5_000)]).lines[0].remainingQuantity).toBe(1)
  })

  it('are OMS’s own once it holds another value than was sent: somebody wrote it over', () => {
    expect(countedUnits(order, stored, [sent(4_900)])).toEqual([{ id: '101', quantity: 2 }])
    expect(buildLedger(order, [], [sent(4_900)]).lines[0].remainingQuantity).toBe(0)
  })

  it('are OMS’s own where nothing is known', () => {
    expect(countedUnits(order, stored, [])).toEqual([{ id: '101', quantity: 2 }])
  })
})
