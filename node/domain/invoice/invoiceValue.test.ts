import { judgedOf, someQuestion } from '../testing/someQuestion'
import { someInvoice, someItem, someLine, someOrder } from '../testing/someOrder'
import { cents } from '../values/money'

// Two units of 50.00 each, of which a change left 40.00 in all.
const order = someOrder({
  lines: [someLine()],
  totals: [
    { id: 'Items', name: null, value: cents(10_000) },
    { id: 'Change', name: null, value: cents(-6_000) },
  ],
})
const invoiced = (price: number | null) => {
  const command = someInvoice({ items: [someItem({ id: '101', price })] })
  const { draft, problems } = judgedOf(someQuestion(order, { command }))
  return { value: draft.invoiceValue, codes: problems.map(({ code }) => code) }
}

describe('units that are worth more than a change left of the order', () => {
  it('take what is left, at the prices of the order', () => {
    expect(invoiced(null)).toEqual({ value: 4_000, codes: [] })
  })

  it('are over the remainder, at a price of the caller’s own', () => {
    expect(invoiced(5_000)).toEqual({ value: 5_000, codes: ['VALUE_OVER_REMAINING'] })
  })
})
