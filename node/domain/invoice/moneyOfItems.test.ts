import fc from 'fast-check'
import { buildLedger } from '../standing/ledger'
import { someLine, someOrder, somePackage, someItem } from '../testing/someOrder'
import { cents } from '../values/money'
import { chosenUnits } from './invoiceItems'

const choose = (
  items: Parameters<typeof someItem>[0][],
  order = someOrder({ lines: [someLine({ quantity: 5, roughValue: cents(25_003) })] })
) => chosenUnits(order, buildLedger(order, [], []), 'OUTPUT', items.map(someItem))
const remaining = (chosen: ReturnType<typeof choose>) =>
  chosen.problems.map(({ code, facts }) => [
    code,
    facts.find(({ name }) => name === 'remaining')?.value,
  ])

describe('units that are named in several items', () => {
  it('count together against what remains, by SKU and by place', () => {
    expect(
      choose([
        { id: '101', quantity: 3 },
        { id: '101', quantity: 2 },
      ]).problems
    ).toEqual([])
    expect(
      remaining(
        choose([
          { id: '101', quantity: 3 },
          { id: '101', quantity: 3 },
        ])
      )
    ).toEqual([['ITEM_QUANTITY_OVER_REMAINING', '2']])
    expect(
      remaining(
        choose([
          { itemIndex: 0, quantity: 3 },
          { itemIndex: 0, quantity: 3 },
        ])
      )
    ).toEqual([['ITEM_QUANTITY_OVER_REMAINING', '2']])
    const lines = [
      someLine({ itemIndex: 0, quantity: 2 }),
      someLine({ itemIndex: 1, quantity: 4, roughValue: cents(20_000) }),
    ]
    const two = someOrder({ lines })
    // Six of the SKU remain, but no more than two stand at its first place.
    expect(
      remaining(
        choose(
          [
            { itemIndex: 0, quantity: 1 },
            { itemIndex: 0, quantity: 2 },
          ],
          two
        )
      )
    ).toEqual([['ITEM_QUANTITY_OVER_REMAINING', '1']])
    expect(
      remaining(
        choose(
          [
            { itemIndex: 1, quantity: 4 },
            { id: '101', quantity: 3 },
          ],
          two
        )
      )
    ).toEqual([['ITEM_QUANTITY_OVER_REMAINING', '2']])
  })

  it('are worth what the line is worth once all of them are named, however they are split', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 6 }),
        fc.integer({ min: 1, max: 100_000 }),
        (parts, worth) => {
          const quantity = parts.reduce((a, b) => a + b, 0)
          const order = someOrder({ lines: [someLine({ quantity, roughValue: cents(worth) })] })
          const chosen = choose(
            parts.map((units) => ({ id: '101', quantity: units })),
            order
          )
          expect(chosen.problems).toEqual([])
          expect(chosen.worth).toBe(worth)
          expect(chosen.coversAll).toBe(true)
        }
      )
    )
  })

  it('of several lines of one SKU are taken from each in turn', () => {
    const lines = [
      someLine({ itemIndex: 0, quantity: 2, roughValue: cents(10_000) }),
      someLine({ itemIndex: 1, quantity: 2, roughValue: cents(10_001) }),
    ]
    const order = someOrder({ lines })
    expect(choose([{ id: '101', quantity: 4 }], order).worth).toBe(20_001)
    expect(
      choose(
        [
          { id: '101', quantity: 3 },
          { id: '101', quantity: 1 },
        ],
        order
      ).worth
    ).toBe(20_001)
    const stored = somePackage({
      invoiceValue: cents(10_000),
      items: [{ itemIndex: 0, id: '101', quantity: 2, price: cents(5_000), description: null }],
    })
    const partly = someOrder({ lines, packages: [stored] })
    expect(choose([{ id: '101', quantity: 2 }], partly).worth).toBe(10_001)
  })
})

describe('an item', () => {
  it.each([
    [{ id: '101', itemIndex: 0 }, 'ITEM_AMBIGUOUS'],
    [{}, 'ITEM_AMBIGUOUS'],
    [{ id: '999' }, 'ITEM_NOT_IN_ORDER'],
    [{ itemIndex: 9 }, 'ITEM_NOT_IN_ORDER'],
  ])('%j is refused and takes nothing', (named, code) => {
    const chosen = choose([{ quantity: 1, ...named }])
    expect(chosen.problems.map((found) => found.code)).toEqual([code])
    expect(chosen.items).toEqual([])
  })
})
