import { buildLedger } from '../standing/ledger'
import type { Order } from '../order/order'
import { someItem, someLine, someOrder, somePackage } from '../testing/someOrder'
import { cents } from '../values/money'
import type { InvoiceItemCommand } from './command'
import { chosenUnits, everyRemainingUnit, noUnits } from './invoiceItems'

describe('entries of one SKU', () => {
  const described = (...descriptions: readonly (string | null)[]) => {
    const order = someOrder()
    const items = descriptions.map((description) => someItem({ id: '101', description }))
    return chosenUnits(order, buildLedger(order, []), 'OUTPUT', items).items
  }

  it('are one line with the first description that was given', () => {
    expect(described('blue', 'red')).toMatchObject([{ quantity: 2, description: 'blue' }])
    expect(described(null, 'red')).toMatchObject([{ quantity: 2, description: 'red' }])
    expect(described('blue', null)).toMatchObject([{ quantity: 2, description: 'blue' }])
    expect(described(null, null)).toMatchObject([{ quantity: 2, description: null }])
  })
})

describe('what an invoice takes and covers', () => {
  const two = someOrder({ lines: [someLine(), someLine({ itemIndex: 1, id: '102' })] })
  const ledger = (order: Order) => buildLedger(order, [])
  const chosen = (order: Order, ...items: Partial<InvoiceItemCommand>[]) =>
    chosenUnits(order, ledger(order), 'OUTPUT', items.map(someItem))
  const codes = (of: ReturnType<typeof chosen>) => of.problems.map(({ code }) => code)

  it('is all that remains, at the order’s prices', () =>
    expect(everyRemainingUnit(two, ledger(two), 'OUTPUT')).toMatchObject({
      worth: 20_000,
      coversAll: true,
      isPriced: false,
      problems: [],
    }))

  it('by value covers all only where no unit remains on any line', () => {
    const holding = (...indexes: number[]) => ({
      ...two,
      packages: [
        somePackage({
          items: indexes.map((itemIndex) => ({
            itemIndex,
            id: null,
            quantity: 2,
            price: null,
            description: null,
          })),
        }),
      ],
    })
    const covers = (order: Order) => noUnits(order, ledger(order), 'OUTPUT')
    expect(covers(two)).toMatchObject({ items: [], worth: 0, coversAll: false, isPriced: false })
    expect(covers(holding(0)).coversAll).toBe(false)
    expect(covers(holding(0, 1)).coversAll).toBe(true)
  })

  it('covers all only where every SKU does', () => {
    expect(chosen(two, { id: '101', quantity: 2 }).coversAll).toBe(false)
    expect(chosen(two, { id: '101', quantity: 2 }, { id: '102', quantity: 2 }).coversAll).toBe(true)
  })

  it('is no more of a SKU than remains of it, however much remains of another', () => {
    const items = [{ itemIndex: 0, id: '101', quantity: 1, price: null, description: null }]
    const order = { ...two, packages: [somePackage({ items })] }
    expect(codes(chosen(order, { id: '101', quantity: 2 }))).toEqual([
      'ITEM_QUANTITY_OVER_REMAINING',
    ])
    expect(codes(chosen(order, { id: '101' }))).toEqual([])
  })

  it('holds nothing of a line without a SKU, which goes by value', () => {
    const order = someOrder({ lines: [someLine(), someLine({ itemIndex: 1, id: '' })] })
    expect(everyRemainingUnit(order, ledger(order), 'OUTPUT').items).toMatchObject([{ id: '101' }])
    expect(chosen(order, { id: '101', quantity: 2 }).coversAll).toBe(true)
    for (const item of [{ itemIndex: 1 }, { id: '' }])
      expect(codes(chosen(order, item))).toEqual(['ITEM_NOT_IN_ORDER'])
  })

  it('has one price though a change emptied a line of another price', () => {
    const lines = [
      someLine(),
      someLine({ itemIndex: 1, removedQuantity: 2, roughValue: cents(500) }),
    ]
    const order = someOrder({ lines })
    expect(codes(chosen(order, { id: '101' }))).toEqual([])
  })

  it('is priced by the caller where one item at least has a price', () => {
    expect(chosen(two, { id: '101' }, { id: '102' }).isPriced).toBe(false)
    expect(chosen(two, { id: '101' }, { id: '102', price: 100 }).isPriced).toBe(true)
  })

  it('is worth the caller’s price for each unit', () =>
    expect(chosen(two, { id: '101', quantity: 2, price: 7_001 })).toMatchObject({
      worth: 14_002,
      items: [{ id: '101', quantity: 2, price: 7_001 }],
      problems: [],
    }))

  it('may be given away: a price of nothing is a price', () => {
    expect(codes(chosen(two, { id: '101', price: 0 }))).toEqual([])
    expect(chosen(two, { id: '101', price: -1 }).problems).toMatchObject([
      { code: 'VALUE_NOT_POSITIVE', field: ['invoice', 'items', '0', 'price'] },
    ])
  })

  it('is refused where price times units, or the sum, is no amount any more', () => {
    const most = Number.MAX_SAFE_INTEGER
    const field = (position: string) => ['invoice', 'items', position, 'price']
    expect(chosen(two, { id: '101', quantity: 2, price: most }).problems).toMatchObject([
      { code: 'VALUE_INVALID', field: field('0') },
    ])
    const sum = chosen(two, { id: '101', price: most }, { id: '102', price: 1 })
    expect(sum.problems).toMatchObject([{ code: 'VALUE_INVALID', field: field('1') }])
    expect(sum.items).toHaveLength(1)
  })

  it('is described in words without blanks around them, or not at all', () => {
    const described = (description: string) => chosen(two, { id: '101', description }).items[0]
    expect(described(' blue ').description).toBe('blue')
    expect(described('  ').description).toBeNull()
  })

  it('names an item once: neither both ways nor none', () => {
    const twice = someOrder({
      lines: [someLine(), someLine({ itemIndex: 3 }), someLine({ itemIndex: 1, id: '102' })],
    })
    expect(chosen(twice, { id: '101', itemIndex: 0 }).problems).toMatchObject([
      {
        code: 'ITEM_AMBIGUOUS',
        field: ['invoice', 'items', '0'],
        facts: [{ name: 'itemIndexes', value: '0, 3' }],
      },
    ])
    expect(codes(chosen(two, {}))).toEqual(['ITEM_AMBIGUOUS'])
    expect(chosen(two, { id: '900' }).problems).toMatchObject([
      { code: 'ITEM_NOT_IN_ORDER', facts: [{ name: 'id', value: '900' }] },
    ])
    expect(codes(chosen(two, { itemIndex: 9 }))).toEqual(['ITEM_NOT_IN_ORDER'])
  })

  it('takes nothing of a wrong item, and its units stay for the others', () => {
    const found = chosen(two, { id: '101', quantity: 3 }, { id: '101', quantity: 2 })
    expect(found.problems).toMatchObject([
      {
        code: 'ITEM_QUANTITY_OVER_REMAINING',
        field: ['invoice', 'items', '0', 'quantity'],
        facts: [
          { name: 'remaining', value: '2' },
          { name: 'id', value: '101' },
        ],
      },
      { code: 'ITEM_QUANTITY_OVER_REMAINING', facts: [{ value: '0' }, { value: '101' }] },
    ])
  })

  it('is judged over all entries of one SKU, by id and by position together', () => {
    expect(codes(chosen(two, { id: '101' }, { itemIndex: 0 }))).toEqual([])
    expect(codes(chosen(two, { id: '101' }, { id: '101', quantity: 2 }))).toEqual([
      'ITEM_QUANTITY_OVER_REMAINING',
    ])
    expect(codes(chosen(two, { itemIndex: 0 }, { itemIndex: 0, quantity: 2 }))).toEqual([
      'ITEM_QUANTITY_OVER_REMAINING',
    ])
  })

  describe('of one SKU in two lines', () => {
    const lines = [
      someLine({ quantity: 2, roughValue: cents(10_000) }),
      someLine({ itemIndex: 1, quantity: 2, roughValue: cents(10_001) }),
    ]
    const order = someOrder({ lines })

    it('never takes more of a line than stands there', () => {
      expect(codes(chosen(order, { itemIndex: 0, quantity: 3 }))).toEqual([
        'ITEM_QUANTITY_OVER_REMAINING',
      ])
      expect(
        codes(chosen(order, { itemIndex: 0, quantity: 2 }, { itemIndex: 1, quantity: 2 }))
      ).toEqual([])
    })

    it('takes the lines in order, and what each unit in its turn is worth', () => {
      const first = chosen(order, { id: '101', quantity: 3 })
      expect(first.worth).toBe(15_001)
      const inTwo = chosen(order, { id: '101', quantity: 2 }, { id: '101', quantity: 2 })
      expect(inTwo).toMatchObject({ worth: 20_001, coversAll: true })
      expect(chosen(order, { itemIndex: 1 }, { itemIndex: 1 }).worth).toBe(10_001)
    })

    it('takes its turn after what is out already', () => {
      const out = someOrder({
        lines,
        packages: [
          somePackage({
            items: [{ itemIndex: 0, id: null, quantity: 3, price: null, description: null }],
          }),
        ],
      })
      expect(chosen(out, { id: '101' }).worth).toBe(5_000)
      // Named by its position it may count as out already: units are spread over lines in order.
      expect(chosen(out, { itemIndex: 0 })).toMatchObject({ worth: 5_000, problems: [] })
    })

    it('is asked for by position where a unit of one costs a cent more', () => {
      const apart = (by: number) =>
        codes(
          chosen(
            someOrder({
              lines: [
                someLine({ quantity: 2, roughValue: cents(10_000) }),
                someLine({ itemIndex: 1, quantity: 2, roughValue: cents(10_000 + by) }),
              ],
            }),
            { id: '101' }
          )
        )
      expect(apart(1)).toEqual([])
      expect(apart(2)).toEqual(['ITEM_AMBIGUOUS'])
    })
  })

  it('of a return is what went out and is not back', () => {
    const order = someOrder({ packages: [somePackage({ invoiceNumber: 'A' })] })
    const back = chosenUnits(order, ledger(order), 'INPUT', [someItem({ id: '101', quantity: 2 })])
    expect(back).toMatchObject({ worth: 10_000, coversAll: true, problems: [] })
    const more = chosenUnits(order, ledger(order), 'INPUT', [someItem({ id: '101', quantity: 3 })])
    expect(codes(more)).toEqual(['ITEM_QUANTITY_OVER_REMAINING'])
    const returned = {
      ...order,
      packages: [
        ...order.packages,
        somePackage({
          invoiceNumber: 'R',
          type: 'INPUT' as const,
          items: [{ itemIndex: 0, id: null, quantity: 1, price: null, description: null }],
        }),
      ],
    }
    expect(everyRemainingUnit(returned, ledger(returned), 'INPUT')).toMatchObject({
      items: [{ quantity: 1 }],
      worth: 5_000,
    })
  })
})
