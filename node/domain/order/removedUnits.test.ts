import fc from 'fast-check'
import { someInvoice, someItem, someLine, someOrder, somePackage } from '../testing/someOrder'
import { judgedOf, someQuestion } from '../testing/someQuestion'
import type { InvoiceCommand } from '../invoice/command'
import { buildLedger } from '../standing/ledger'
import { cents } from '../values/money'
import type { Order } from './order'

// A change v1 leaves the line in the order and moves only `Change` and the value (oms §2.5).

/** Two chairs of 50.00 and a lamp of 20.00, freight 15.00; one chair is taken out for 50.00: 85.00 are left. */
function changed(over: Partial<Order> = {}): Order {
  const lines = [
    someLine({ quantity: 2, removedQuantity: 1 }),
    someLine({ itemIndex: 1, id: '202', name: 'Lamp', quantity: 1, roughValue: cents(2_000) }),
  ]
  const totals = Object.entries({ Items: 12_000, Shipping: 1_500, Change: -5_000 }).map(
    ([id, value]) => ({ id, name: null, value: cents(value) })
  )
  return someOrder({ lines, totals, value: cents(8_500), ...over })
}

function judged(order: Order, command: Partial<InvoiceCommand>) {
  const { draft, problems } = judgedOf(someQuestion(order, { command: someInvoice(command) }))
  return {
    units: draft.items.map(({ id, quantity, price }) => [id, quantity, price]),
    value: draft.invoiceValue,
    left: draft.remainingAfter,
    completes: draft.completesOrder,
    problems: problems.map(({ code, facts }) => [code, ...facts.map(({ value }) => value)]),
  }
}

describe('units that a change took away', () => {
  it('do not remain, and the line keeps its worth and its quantity', () => {
    expect(buildLedger(changed(), []).lines).toMatchObject([
      { lineValue: 10_000, invoicedQuantity: 0, remainingQuantity: 1, removedQuantity: 1 },
      { lineValue: 2_000, invoicedQuantity: 0, remainingQuantity: 1, removedQuantity: 0 },
    ])
  })

  it('are in no invoice of everything that remains', () => {
    expect(judged(changed(), {})).toEqual({
      units: [
        ['101', 1, 5_000],
        ['202', 1, 2_000],
      ],
      value: 8_500,
      left: 0,
      completes: true,
      problems: [],
    })
  })

  it('cannot be named', () => {
    for (const item of [{ id: '101' }, { itemIndex: 0 }])
      expect(judged(changed(), { items: [someItem({ ...item, quantity: 2 })] }).problems).toEqual([
        ['ITEM_QUANTITY_OVER_REMAINING', '1', '101'],
      ])
  })

  it('are not waited for: the last unit that is named takes the remainder', () => {
    const first = judged(changed(), { items: [someItem({ id: '202' })] })
    expect(first).toMatchObject({ value: 2_000, left: 6_500, completes: false, problems: [] })
    const items = [{ itemIndex: 1, id: '202', quantity: 1, price: null, description: null }]
    const packages = [somePackage({ invoiceValue: cents(2_000), items })]
    const last = judged(changed({ packages }), {
      invoiceNumber: 'NF-2',
      items: [someItem({ itemIndex: 0 })],
    })
    expect(last).toMatchObject({ value: 6_500, left: 0, completes: true, problems: [] })
  })

  it('leave no unit behind where a smaller value is given', () => {
    expect(judged(changed(), { invoiceValue: 8_000 }).problems).toEqual([
      ['VALUE_LEAVES_REMAINDER', '500'],
    ])
  })

  it('that were invoiced before they were taken away stay invoiced', () => {
    const items = [{ itemIndex: 0, id: '101', quantity: 2, price: null, description: null }]
    const packages = [somePackage({ invoiceValue: cents(5_000), items })]
    expect(buildLedger(changed({ packages }), []).lines).toMatchObject([
      { invoicedQuantity: 2, remainingQuantity: 0, removedQuantity: 0 },
      { invoicedQuantity: 0, remainingQuantity: 1, removedQuantity: 0 },
    ])
  })

  it('complete the line: each of its units is invoiced, remains, or was removed', () => {
    const ofLine = fc.record({
      id: fc.constantFrom('101', '202'),
      quantity: fc.nat(5),
      removedQuantity: fc.nat(5),
      out: fc.nat(7),
    })
    fc.assert(
      fc.property(fc.array(ofLine, { minLength: 1, maxLength: 4 }), (drawn) => {
        const lines = drawn.map(({ id, quantity, removedQuantity }, itemIndex) =>
          someLine({
            itemIndex,
            id,
            quantity,
            removedQuantity: Math.min(quantity, removedQuantity),
          })
        )
        const items = drawn.map(({ id, out }, itemIndex) => ({
          itemIndex,
          id,
          quantity: out,
          price: null,
          description: null,
        }))
        const order = changed({ lines, packages: [somePackage({ items })] })
        for (const [at, line] of buildLedger(order, []).lines.entries()) {
          const { invoicedQuantity, remainingQuantity, removedQuantity } = line
          expect(invoicedQuantity + remainingQuantity + removedQuantity).toBe(lines[at].quantity)
          expect(removedQuantity).toBeGreaterThanOrEqual(0)
          expect(removedQuantity).toBeLessThanOrEqual(lines[at].removedQuantity)
        }
      })
    )
  })

  it('of one of two lines of a SKU leave the other to be invoiced, at its own price', () => {
    const lines = [
      someLine({ quantity: 1, removedQuantity: 1, roughValue: cents(3_000) }),
      someLine({ itemIndex: 1, quantity: 2, roughValue: cents(10_000) }),
    ]
    const order = changed({
      lines,
      totals: [
        { id: 'Items', name: null, value: cents(13_000) },
        { id: 'Change', name: null, value: cents(-3_000) },
      ],
      value: cents(10_000),
    })
    expect(judged(order, { items: [someItem({ id: '101' })] })).toMatchObject({
      units: [['101', 1, 5_000]],
      value: 5_000,
      left: 5_000,
      problems: [],
    })
    const items = [{ itemIndex: 0, id: '101', quantity: 1, price: null, description: null }]
    const packages = [somePackage({ invoiceValue: cents(5_000), items })]
    expect(buildLedger({ ...order, packages }, []).lines).toMatchObject([
      { invoicedQuantity: 0, remainingQuantity: 0 },
      { invoicedQuantity: 1, remainingQuantity: 1 },
    ])
    expect(judged(order, { items: [someItem({ itemIndex: 0 })] }).problems).toContainEqual([
      'ITEM_QUANTITY_OVER_REMAINING',
      '0',
      '101',
    ])
  })

  it('can come back only as far as they went out', () => {
    const items = [{ itemIndex: 0, id: '101', quantity: 1, price: null, description: null }]
    const packages = [somePackage({ invoiceValue: cents(8_500), items })]
    const order = changed({ status: 'invoiced', packages })
    const back = (quantity: number) =>
      judged(order, {
        type: 'INPUT',
        invoiceNumber: 'R',
        items: [someItem({ itemIndex: 0, quantity })],
      })
    expect(back(1)).toMatchObject({ value: 5_000, problems: [['RETURN_TRIGGERS_REFUND', '5000']] })
    expect(back(2).problems).toContainEqual(['ITEM_QUANTITY_OVER_REMAINING', '1', '101'])
  })
})
