import { judgedOf, someQuestion } from '../testing/someQuestion'
import { someInvoice, someItem, someLine, someOrder, somePackage } from '../testing/someOrder'
import { DEFAULT_SETTINGS } from '../values/settings'
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

describe('a value', () => {
  const whole = someOrder()
  const judged = (
    command: Parameters<typeof someInvoice>[0],
    of = whole,
    more: Parameters<typeof someQuestion>[1] = {}
  ) => {
    const { draft, problems } = judgedOf(
      someQuestion(of, { command: someInvoice(command), ...more })
    )
    return { value: draft.invoiceValue, problems }
  }
  const holding = (invoiceValue: number, quantity = 0) =>
    someOrder({
      status: 'payment-approved',
      packages: [
        somePackage({
          invoiceNumber: 'A',
          invoiceValue: cents(invoiceValue),
          items: [{ itemIndex: 0, id: null, quantity, price: null, description: null }],
        }),
      ],
    })
  const units = (quantity = 1) => [someItem({ id: '101', quantity })]

  it('that is left out is worked out, null or absent', () => {
    for (const invoiceValue of [null, undefined])
      expect(judged({ invoiceValue })).toEqual({ value: 11_500, problems: [] })
  })

  it('is not compared with items that were refused: they are the one thing to mend', () => {
    const { problems } = judged({ invoiceValue: 9_000, items: [someItem({ id: 'unknown' })] })
    expect(problems.map(({ code }) => code)).toEqual(['ITEM_NOT_IN_ORDER'])
  })

  it('is missing at the items where there are none', () =>
    expect(judged({ items: [] }).problems).toMatchObject([
      { code: 'ITEMS_EMPTY', field: ['invoice', 'items'] },
    ]))

  it('is what the caller says, beside wrong items too, and is judged then', () => {
    const wrong = [someItem({ id: '900' })]
    const { value, problems } = judged({ items: wrong, invoiceValue: 11_501 })
    expect(value).toBe(11_501)
    expect(problems.map(({ code }) => code)).toEqual(['ITEM_NOT_IN_ORDER', 'VALUE_OVER_REMAINING'])
    expect(judged({ items: wrong }).problems.map(({ code }) => code)).toEqual(['ITEM_NOT_IN_ORDER'])
  })

  it('of nothing, where nothing is left, is over what remains; one that was named is not positive', () => {
    const all = { ...holding(11_500, 2), status: 'handling' }
    const [found] = judged({}, all).problems.filter(({ code }) => code.startsWith('VALUE'))
    expect(found).toMatchObject({
      code: 'VALUE_OVER_REMAINING',
      facts: [{ name: 'remaining', value: '0' }],
    })
    expect(judged({ invoiceValue: 0 }, all).problems.map(({ code }) => code)).toContain(
      'VALUE_NOT_POSITIVE'
    )
    expect(judged({ invoiceValue: 0 }).problems.map(({ code }) => code)).toEqual([
      'VALUE_NOT_POSITIVE',
    ])
    const gift = someOrder({
      lines: [
        someLine({ roughValue: cents(0), isGift: true }),
        someLine({ itemIndex: 1, id: '102' }),
      ],
    })
    const free = judged({ items: units() }, gift)
    expect(free).toMatchObject({ value: 0, problems: [{ code: 'VALUE_NOT_POSITIVE' }] })
  })

  it('over what remains says how much does', () =>
    expect(judged({ invoiceValue: 11_501 }).problems).toMatchObject([
      { code: 'VALUE_OVER_REMAINING', facts: [{ name: 'remaining', value: '11500' }] },
    ]))

  it('that is its units’ own worth raises no question, with the freight or without it', () => {
    const settings = { ...DEFAULT_SETTINGS, freightOn: 'FIRST_INVOICE' as const }
    const asked = (invoiceValue: number) =>
      judged({ items: units(), invoiceValue }, whole, { settings }).problems.map(({ code }) => code)
    expect(asked(6_500)).toEqual([])
    expect(asked(5_000)).toEqual([])
    expect(asked(5_001)).toEqual(['VALUE_NOT_ITEMS'])
  })

  it('carries the freight on the first invoice only, and on no return', () => {
    const settings = { ...DEFAULT_SETTINGS, freightOn: 'FIRST_INVOICE' as const }
    const second = holding(6_500, 0)
    expect(judged({ items: units() }, second, { settings }).value).toBe(5_000)
    const invoiced = someOrder({
      status: 'invoiced',
      packages: [somePackage({ invoiceNumber: 'A' })],
    })
    const back = { type: 'INPUT' as const, items: units() }
    expect(judged(back, invoiced, { settings }).value).toBe(5_000)
  })

  it('of no unit is compared with none', () => {
    expect(judged({ items: [], invoiceValue: 100 }).problems).toEqual([])
    expect(judged({ invoiceValue: 500 }, holding(10_000, 2)).problems).toMatchObject([
      { code: 'VALUE_LEAVES_REMAINDER' },
    ])
  })

  it('at the caller’s prices that is exactly what is left takes it', () => {
    const left = holding(1_500, 0)
    const priced = [someItem({ id: '101', quantity: 1, price: 10_000 })]
    expect(judged({ items: priced }, left)).toEqual({ value: 10_000, problems: [] })
  })

  it('of a return of every unit is what they cost; left out, what can be refunded', () => {
    const invoiced = someOrder({
      status: 'invoiced',
      packages: [somePackage({ invoiceNumber: 'A' })],
    })
    expect(judged({ type: 'INPUT', items: units(2) }, invoiced).value).toBe(10_000)
    expect(judged({ type: 'INPUT' }, invoiced).value).toBe(11_500)
  })
})
