import { decodeOrder } from './decodeOrder'
import ownOrder from './fixtures/ownOrder.json'

interface Moved {
  id: string
  quantity: number
  price?: number
}

const change = (
  discountValue: number,
  itemsRemoved: readonly Moved[],
  itemsAdded: readonly Moved[] = [],
  incrementValue = 0
) => ({
  reason: 'Falta',
  discountValue,
  incrementValue,
  itemsAdded,
  itemsRemoved,
  receipt: { date: '2026-02-04T10:00:00Z', orderId: 'x', receipt: 'y' },
})

/** The fixture after changes v1: two chairs, a cushion and a gift. */
function removed(changesData: unknown, changes: object = {}, total = -11_379): number[] {
  const order = {
    ...ownOrder,
    value: ownOrder.value + total,
    totals: [...ownOrder.totals, { id: 'Change', name: 'Total das mudanças', value: total }],
    changesAttachment: { id: 'changeAttachment', changesData },
    ...changes,
  }
  return decodeOrder(order).lines.map(({ removedQuantity }) => removedQuantity)
}

const chair = { id: '3301', quantity: 1, price: 11_900 }

describe('units that a change v1 removed', () => {
  it('are counted on their line, which OMS leaves as it is', () => {
    expect(removed([change(11_379, [chair])])).toEqual([1, 0, 0])
    expect(removed([change(11_379, [{ ...chair, quantity: 2 }])])).toEqual([2, 0, 0])
  })

  it('never pass what the line holds', () => {
    expect(removed([change(11_379, [{ ...chair, quantity: 9 }])])).toEqual([2, 0, 0])
  })

  it('of several changes add up', () => {
    const cushion = { id: '3302', quantity: 1 }
    expect(removed([change(11_000, [chair]), change(379, [chair, cushion])])).toEqual([2, 1, 0])
  })

  it('are not gone where they came back, before or after', () => {
    expect(removed([change(11_379, [chair]), change(0, [], [chair])])).toEqual([0, 0, 0])
    expect(removed([change(0, [], [chair]), change(11_379, [chair])])).toEqual([0, 0, 0])
    const two = { ...chair, quantity: 2 }
    expect(removed([change(11_379, [two], [chair])])).toEqual([1, 0, 0])
  })

  it('are found by the seller’s SKU where the order has none of that id', () => {
    const items = ownOrder.items.map((item) => ({ ...item, sellerSku: `S-${item.id}` }))
    expect(removed([change(11_379, [{ ...chair, id: 'S-3301' }])], { items })).toEqual([1, 0, 0])
  })

  it('of a SKU in several lines are taken from the one of the named price, else from the last', () => {
    const items = [
      ownOrder.items[0],
      { ...ownOrder.items[0], quantity: 1, price: 9_000, sellingPrice: 8_000 },
      { ...ownOrder.items[0], quantity: 1, price: 0, sellingPrice: 0, isGift: true },
    ]
    expect(removed([change(11_379, [chair])], { items })).toEqual([1, 0, 0])
    expect(removed([change(11_379, [{ ...chair, price: 8_000 }])], { items })).toEqual([0, 1, 0])
    expect(removed([change(11_379, [{ id: '3301', quantity: 2 }])], { items })).toEqual([0, 1, 1])
  })

  it('with nothing to show for them in `Change` are not gone: a change v2 rewrote the lines, or none took effect', () => {
    expect(removed([change(11_379, [chair])], {}, 0)).toEqual([0, 0, 0])
    expect(removed([change(11_379, [chair])], {}, -500)).toEqual([0, 0, 0])
    expect(removed([change(11_379, [chair])], { totals: null })).toEqual([0, 0, 0])
    expect(removed([change(0, [chair])], {}, 0)).toEqual([0, 0, 0])
  })

  it('of an even exchange are gone where the new SKU has no line', () => {
    const other = { ...chair, id: '777' }
    expect(removed([change(0, [chair], [other])], {}, 0)).toEqual([1, 0, 0])
    expect(removed([change(0, [chair], [{ ...chair, id: '3302' }])], {}, 0)).toEqual([0, 0, 0])
  })

  it.each<[unknown]>([
    [null],
    [{}],
    [[null, 7, 'x']],
    [[{ ...change(11_379, []), itemsRemoved: null }]],
    [[{ ...change(11_379, []), itemsRemoved: [null, { id: null, quantity: 1 }, { id: '3301' }] }]],
    [[change(11_379, [{ ...chair, id: '404' }])]],
    [[{ ...change(11_379, [chair]), discountValue: 'x' }]],
  ])('are none where OMS names none that can be read: %j', (changesData) => {
    expect(removed(changesData)).toEqual([0, 0, 0])
  })
})
