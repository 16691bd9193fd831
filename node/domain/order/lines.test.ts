import fc from 'fast-check'
import { someLine, someOrder } from '../testing/someOrder'
import { lineValues, worthOfUnits } from './lines'
import { cents, sum } from '../values/money'

const totals = (items: number, discounts: number) => [
  { id: 'Items', name: null, value: cents(items) },
  { id: 'Discounts', name: null, value: cents(discounts) },
]

describe('line values', () => {
  it('4 × 17 − 3 is 65, not 64', () => {
    const lines = [someLine({ quantity: 4, roughValue: cents(64) })]
    expect(lineValues(someOrder({ lines, totals: totals(68, -3) }))).toEqual([65])
  })

  it('spreads a residue over the lines and leaves gifts at zero', () => {
    const lines = [798, 0, 2].map((roughValue, itemIndex) =>
      someLine({ itemIndex, roughValue: cents(roughValue) })
    )
    expect(lineValues(someOrder({ lines, totals: totals(798, -3) }))).toEqual([793, 0, 2])
  })

  it('clamps a negative line and moves the residue to others', () => {
    const lines = [-5, 105].map((roughValue, itemIndex) =>
      someLine({ itemIndex, roughValue: cents(roughValue) })
    )
    expect(lineValues(someOrder({ lines, totals: totals(100, 0) }))).toEqual([0, 100])
  })

  it('lets the lines speak where OMS sent no totals', () => {
    expect(
      lineValues(someOrder({ lines: [someLine({ roughValue: cents(77) })], totals: [] }))
    ).toEqual([77])
  })

  it('never puts money on a gift where no line is known to be worth anything', () => {
    const lines = [
      someLine({ itemIndex: 0, isGift: true, roughValue: cents(0) }),
      someLine({ itemIndex: 1, roughValue: cents(0) }),
    ]
    expect(lineValues(someOrder({ lines, totals: totals(50, 0) }))).toEqual([0, 50])
  })

  it('sums to Items + Discounts to the cent, above 2^31 too', () => {
    const amount = fc.integer({ min: -1_000, max: 50_000_000_000 })
    fc.assert(
      fc.property(
        fc.array(amount, { minLength: 1, maxLength: 12 }),
        amount,
        fc.integer({ min: -9_999, max: 0 }),
        (rough, items, discounts) => {
          const lines = rough.map((value, itemIndex) =>
            someLine({ itemIndex, roughValue: cents(value) })
          )
          const values = lineValues(someOrder({ lines, totals: totals(items, discounts) }))
          expect(sum(values)).toBe(Math.max(0, items + discounts))
          expect(values.every((value) => value >= 0)).toBe(true)
        }
      )
    )
  })
})

describe('units of a line', () => {
  it('are worth exactly the line, however they are taken', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 90_000_000_000 }),
        fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 8 }),
        (value, parts) => {
          const quantity = parts.reduce((a, b) => a + b, 0)
          let before = 0
          const worths = parts.map((units) => {
            const worth = worthOfUnits(cents(value), quantity, before, units)
            before += units
            return worth
          })
          expect(sum(worths)).toBe(value)
          expect(worths.every((worth) => worth >= 0)).toBe(true)
        }
      )
    )
  })
})

it('no units, or units of a line without any, are worth nothing', () => {
  for (const [quantity, units] of [
    [0, 1],
    [2, 0],
    [2, -1],
    [-1, 1],
  ])
    expect(worthOfUnits(cents(100), quantity, 1, units)).toBe(0)
})

it('a discount without a total of items leaves the lines as they are', () => {
  const lines = [someLine({ roughValue: cents(77) })]
  const discount = [{ id: 'Discounts', name: null, value: cents(-7) }]
  expect(lineValues(someOrder({ lines, totals: discount }))).toEqual([77])
})
