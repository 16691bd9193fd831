import fc from 'fast-check'
import { someInvoice, someItem, someLine, someOrder } from '../testing/someOrder'
import { decideInvoice } from '../invoice/decideInvoice'
import { buildLedger } from './ledger'
import { blocking } from '../problem/problems'
import { cents } from '../values/money'
import type { Order, Package } from '../order/order'
import type { OutgoingInvoice } from '../package/outgoing'
import { DEFAULT_SETTINGS, type FreightPosition } from '../values/settings'
import { outputSum } from '../journal/intents'

const NOW = Date.parse('2026-03-10T12:00:00Z')

function stored(order: Order, invoice: OutgoingInvoice): Package {
  const items = invoice.items.map((item) => ({
    ...item,
    itemIndex: order.lines.find(({ id }) => id === item.id)?.itemIndex ?? null,
  }))
  return { ...invoice, items, courierStatus: null }
}

/** An order whose lines are off by cents, split over SKUs, with gifts, and totals that lines know nothing of. */
const orders = fc
  .record({
    lines: fc.array(
      fc.record({
        id: fc.constantFrom('1', '2', '3', '4'),
        quantity: fc.integer({ min: 1, max: 7 }),
        removedQuantity: fc.constantFrom(0, 0, 0, 1, 2, 7),
        unitMultiplier: fc.constantFrom(1, 0.333, 2.5),
        roughValue: fc.integer({ min: -2, max: 900_000_000 }),
        isGift: fc.boolean(),
      }),
      { minLength: 1, maxLength: 6 }
    ),
    residue: fc.integer({ min: -9, max: 9 }),
    shipping: fc.integer({ min: 0, max: 5_000 }),
    tax: fc.integer({ min: 0, max: 300 }),
    change: fc.integer({ min: -100, max: 100 }),
  })
  .map(({ lines, residue, shipping, tax, change }) => {
    const made = lines.map((line, itemIndex) =>
      someLine({
        ...line,
        itemIndex,
        removedQuantity: Math.min(line.removedQuantity, line.quantity),
        roughValue: cents(line.isGift ? 0 : line.roughValue),
      })
    )
    const goods = Math.max(
      0,
      made.reduce((all, { roughValue }) => all + Math.max(0, roughValue), 0) + residue
    )
    const totals = { Items: goods, Shipping: shipping, Tax: tax, Change: change }
    return someOrder({
      lines: made,
      totals: Object.entries(totals).map(([id, value]) => ({
        id,
        name: null,
        value: cents(value),
      })),
      value: cents(Math.max(1, goods + shipping + tax + change)),
    })
  })

function remainingUnits(order: Order): ReadonlyMap<string, number> {
  const left = new Map<string, number>()
  for (const { itemIndex, remainingQuantity } of buildLedger(order, []).lines) {
    const { id } = order.lines[itemIndex]
    left.set(id, (left.get(id) ?? 0) + remainingQuantity)
  }
  return left
}

/** A change v1: `Change` and value move; a unit of a line may go, of which the line itself says nothing. */
function changed(order: Order, line: number, delta: number): Order {
  const floor = outputSum(order) + 1
  const by = Math.max(delta, floor - order.value)
  const lines = order.lines.map((one, position) =>
    position === line % order.lines.length && by < 0
      ? { ...one, removedQuantity: Math.min(one.quantity, one.removedQuantity + 1) }
      : one
  )
  const totals = order.totals.map((total) =>
    total.id === 'Change' ? { ...total, value: cents(total.value + by) } : total
  )
  return { ...order, lines, totals, value: cents(order.value + by) }
}

const steps = fc.array(
  fc.oneof(
    fc.record({
      kind: fc.constant('units' as const),
      line: fc.nat({ max: 5 }),
      quantity: fc.integer({ min: 1, max: 4 }),
    }),
    fc.record({ kind: fc.constant('value' as const), share: fc.integer({ min: 1, max: 120 }) }),
    fc.record({
      kind: fc.constant('change' as const),
      line: fc.nat({ max: 5 }),
      delta: fc.integer({ min: -2_000, max: 2_000 }),
    })
  ),
  { maxLength: 8 }
)

describe('partial invoices of any split', () => {
  it('never pass value or units, are what the preview says, and end on the value to the cent', () => {
    fc.assert(
      fc.property(
        orders,
        steps,
        fc.constantFrom<FreightPosition>('FIRST_INVOICE', 'LAST_INVOICE'),
        (start, plan, freightOn) => {
          let order = start
          let number = 0
          const invoiceOnce = (changes: Parameters<typeof someInvoice>[0]): boolean => {
            number += 1
            const left = remainingUnits(order)
            const decision = decideInvoice({
              order,
              intents: [],
              records: [],
              settings: { ...DEFAULT_SETTINGS, freightOn },
              changes: null,
              command: someInvoice({ invoiceNumber: `N-${number}`, ...changes }),
              replaceVersion: null,
              document: null,
              otherOrder: null,
              writingSince: () => null,
              nowMs: NOW,
            })
            if (decision.verdict !== 'JUDGED') throw new Error(decision.verdict)
            const { invoice, problems, draft } = decision
            if (
              !invoice ||
              blocking(problems, ['VALUE_NOT_ITEMS', 'VALUE_LEAVES_REMAINDER']).length > 0
            )
              return false
            order = { ...order, packages: [...order.packages, stored(order, invoice)] }
            const ledger = buildLedger(order, [])
            expect(ledger.invoicedValue).toBeLessThanOrEqual(order.value)
            expect(draft.remainingAfter).toBe(ledger.remainingValue)
            expect(draft.completesOrder).toBe(ledger.invoicedValue >= order.value)
            for (const { id, quantity } of invoice.items)
              expect(quantity).toBeLessThanOrEqual(left.get(id) ?? 0)
            for (const line of ledger.lines) {
              const { quantity, removedQuantity } = order.lines[line.itemIndex]
              expect(line.remainingQuantity).toBeGreaterThanOrEqual(0)
              expect(line.invoicedQuantity + line.remainingQuantity).toBeLessThanOrEqual(quantity)
              expect(line.invoicedQuantity + line.remainingQuantity).toBeGreaterThanOrEqual(
                quantity - removedQuantity
              )
            }
            return true
          }
          for (const step of plan) {
            if (step.kind === 'change') {
              if (outputSum(order) < order.value) order = changed(order, step.line, step.delta)
            } else if (step.kind === 'value') {
              const { remainingValue } = buildLedger(order, [])
              invoiceOnce({
                items: [],
                invoiceValue: Math.floor((remainingValue * step.share) / 100),
              })
            } else {
              const itemIndex = step.line % order.lines.length
              invoiceOnce({ items: [someItem({ itemIndex, quantity: step.quantity })] })
            }
          }
          if (buildLedger(order, []).remainingValue > 0) {
            expect(invoiceOnce({})).toBe(true)
            expect([...remainingUnits(order).values()].filter((units) => units > 0)).toEqual([])
          }
          expect(outputSum(order)).toBe(order.value)
        }
      ),
      { numRuns: 300, seed: 5 }
    )
  })
})
