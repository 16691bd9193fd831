import type { Intent, InvoiceRecord } from '../journal/intent'
import { someIntent } from '../testing/someIntent'
import { someLine, someOrder, somePackage } from '../testing/someOrder'
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

describe('an invoice on its way', () => {
  const numbers = (intents: readonly Intent[]) =>
    buildLedger(order, intents).packages.map(({ invoiceNumber }) => invoiceNumber)

  it('counts beside what OMS shows, whether it was answered or not', () => {
    for (const state of ['ACCEPTED', 'UNKNOWN', 'SENDING'] as const)
      expect(buildLedger(order, [someIntent({ state })])).toMatchObject({
        invoicedValue: 8_000,
        remainingValue: 3_500,
        pending: [{ invoiceNumber: 'NF-2', value: 3_000, state }],
      })
  })

  it('is shown among the packages once OMS has taken it, not before', () => {
    expect(numbers([someIntent()])).toEqual(['NF-1', 'NF-2'])
    expect(numbers([someIntent({ state: 'UNKNOWN' })])).toEqual(['NF-1'])
    expect(numbers([someIntent({ content: undefined })])).toEqual(['NF-1'])
  })

  it('is not shown beside the package that it replaces', () =>
    expect(numbers([someIntent({ invoiceNumber: 'NF-1', isReplacement: true })])).toEqual(['NF-1']))
})

describe('a replacement on its way', () => {
  const replacing = (changes: Partial<Intent>) =>
    someIntent({ invoiceNumber: 'NF-1', isReplacement: true, ...changes })
  const two = someOrder({
    lines: [someLine(), someLine({ itemIndex: 1, id: '102' })],
    packages: [stored],
  })
  const counted = (intent: Intent) => {
    const { invoicedValue, lines } = buildLedger(two, [intent])
    return { invoicedValue, units: lines.map(({ invoicedQuantity }) => invoicedQuantity) }
  }

  it('counts at the larger of the two values, and the larger units of each SKU', () => {
    expect(counted(replacing({ value: cents(6_000) }))).toEqual({
      invoicedValue: 6_000,
      units: [2, 0],
    })
    const units = [{ id: '102', quantity: 2 }]
    expect(counted(replacing({ value: cents(4_000), units }))).toEqual({
      invoicedValue: 5_000,
      units: [2, 2],
    })
  })

  it('counts for its own number only', () => {
    const order = { ...two, packages: [stored, somePackage({ invoiceNumber: 'NF-2', items: [] })] }
    const { invoicedValue } = buildLedger(order, [replacing({ value: cents(20_000) })])
    expect(invoicedValue).toBe(31_500)
  })

  it('is one only where the intent says so: the first of a number counts as it is stored', () =>
    expect(counted(someIntent({ invoiceNumber: 'NF-1', value: cents(9_000) }))).toEqual({
      invoicedValue: 5_000,
      units: [2, 0],
    }))
})
