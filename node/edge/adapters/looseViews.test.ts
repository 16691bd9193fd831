import { EMPTY_JOURNAL } from '../../domain/journal/journal'
import fc from 'fast-check'
import { buildLedger } from '../../domain/standing/ledger'
import { decideInvoice } from '../../domain/invoice/decideInvoice'
import { isCents } from '../../domain/values/money'
import type { Order } from '../../domain/order/order'
import { DEFAULT_SETTINGS } from '../../domain/values/settings'
import { decodeOrder } from '../../oms/decodeOrder'
import chainOrder from '../../oms/fixtures/chainOrder.json'
import changedOrder from '../../oms/fixtures/changedOrder.json'
import oldOrder from '../../oms/fixtures/oldOrder.json'
import ownOrder from '../../oms/fixtures/ownOrder.json'
import { GONE, paths, spoiled, type Path } from '../../oms/testing/spoil'
import { isFault } from '../../domain/problem/fault'
import { assembleView } from '../../usecases/reading/assembleView'
import { someInvoice, someItem } from '../../usecases/testing/someOrder'
import type * as GraphQL from '../generated/schema'
import { presentOrder } from '../present'

// A key that is gone or no longer what it was costs what hangs on it, never the order (design §2.7): from OMS's JSON
// to what GraphQL is handed.

const SPOILS: readonly unknown[] = [
  GONE,
  null,
  '',
  'x',
  '7',
  -7,
  1.5,
  1999.9999,
  3_000_000_000,
  Number.MAX_SAFE_INTEGER,
  1e300,
  true,
  [],
  {},
  [[]],
  { 0: { id: '1' } },
]

/** GraphQL's Int. */
const MOST_INT = 2 ** 31 - 1
const NOW = Date.parse('2026-03-10T12:00:00Z')

function shown(order: Order): GraphQL.Order {
  return presentOrder(
    assembleView(order, {
      journal: EMPTY_JOURNAL,
      settings: DEFAULT_SETTINGS,
      changes: null,
      rights: new Set(['WorkflowAction', 'ShippingAction', 'RefundAction']),
      nowMs: NOW,
    })
  )
}

/** What every order is, whatever it came from. Answers the first thing that it is not. */
function complaint(view: GraphQL.Order): string | null {
  const { items, totals, packages } = view
  const [value, invoicedValue, remainingValue] = money(view)
  if (remainingValue !== Math.max(0, Math.min(value - invoicedValue, Number.MAX_SAFE_INTEGER)))
    return 'remainingValue'
  const lineSum = items.reduce((total, { lineValue }) => total + BigInt(Number(lineValue)), 0n)
  const sumOf = (id: string) => Number(totals.find((total) => total.id === id)?.value ?? 0)
  const goods = Math.max(0, sumOf('Items') + sumOf('Discounts'))
  const isKnown = totals.some(({ id }) => id === 'Items') && goods <= Number.MAX_SAFE_INTEGER
  if (items.length > 0 && isKnown && lineSum !== BigInt(goods)) return 'lineValue'
  const counts = [
    ...items.flatMap((one) => [one.quantity, one.invoicedQuantity, one.remainingQuantity]),
    ...items.map(({ removedQuantity }) => removedQuantity),
    ...packages.flatMap((one) => one.items.map(({ quantity }) => quantity)),
  ]
  if (!counts.every((count) => Number.isInteger(count) && count >= 0 && count <= MOST_INT))
    return 'count'
  const isWhole = items.every(
    ({ quantity, invoicedQuantity, remainingQuantity, removedQuantity }) =>
      invoicedQuantity + remainingQuantity + removedQuantity === quantity
  )
  if (!isWhole) return 'units'
  const amounts = [value, invoicedValue, ...packages.map(({ invoiceValue }) => invoiceValue)]
  return amounts.every(isCents) ? null : 'money'
}

/** The default invoice and one by items end where they say, or are refused. */
function proposalComplaint(order: Order): string | null {
  const open = { ...order, status: 'handling', isComplete: true }
  const ledger = buildLedger(open, [])
  for (const type of ['OUTPUT', 'INPUT'] as const)
    for (const items of [null, [], [someItem({ itemIndex: 0 })]]) {
      const decision = decideInvoice({
        order: type === 'OUTPUT' ? open : { ...open, status: 'invoiced' },
        intents: [],
        records: [],
        settings: DEFAULT_SETTINGS,
        changes: null,
        command: someInvoice({ type, items, invoiceNumber: 'NEW-1' }),
        replaceVersion: null,
        document: null,
        otherOrder: null,
        writingSince: () => null,
        nowMs: NOW,
      })
      if (decision.verdict !== 'JUDGED') return decision.verdict
      const { draft, problems } = decision
      const isStopped = problems.some(({ severity }) => severity === 'ERROR')
      if (isStopped || type === 'INPUT' || draft.invoiceValue === null) continue
      if (draft.remainingAfter !== ledger.remainingValue - draft.invoiceValue)
        return 'remainingAfter'
      if (items === null && !draft.completesOrder) return 'completesOrder'
      if (draft.items.some(({ id, quantity }) => id === '' || quantity < 1)) return 'items'
    }
  return null
}

const money = ({ value, invoicedValue, remainingValue }: GraphQL.Order): number[] =>
  [value, invoicedValue, remainingValue].map(Number)
const units = ({ items }: GraphQL.Order) =>
  items.map((one) => [one.invoicedQuantity, one.remainingQuantity, one.lineValue])

const FIXTURES: [string, object][] = [
  ['own', ownOrder],
  ['chain', chainOrder],
  ['old', oldOrder],
  ['changed', changedOrder],
]

describe.each(FIXTURES)('the %s order with one key gone or spoiled', (_name, fixture) => {
  const whole = shown(decodeOrder(fixture))
  const wholeMoney = String(money(whole))
  const wholeUnits = String(units(whole))
  const unreadable = ['orderId', 'value', 'creationDate']
  const proposalRoots = ['value', 'items', 'packageAttachment', 'changesAttachment', 'totals']
  const unitRoots = ['value', 'items', 'packageAttachment', 'changesAttachment', 'totals', 'origin']

  function complaintOf([root, ...rest]: Path, spoil: unknown): string | null {
    let order: Order
    try {
      order = decodeOrder(spoiled(fixture, [root, ...rest], spoil))
    } catch (error) {
      const isExpected = isFault(error) && unreadable.includes(String(root))
      return isExpected ? null : String(error)
    }
    const view = shown(order)
    const found = complaint(view)
    if (found) return found
    if (proposalRoots.includes(String(root))) return proposalComplaint(order)
    const isMoney = root === 'value' || root === 'packageAttachment' || root === 'items'
    if (!isMoney && String(money(view)) !== wholeMoney) return 'other money'
    if (!unitRoots.includes(String(root)) && String(units(view)) !== wholeUnits)
      return 'other units'
    return null
  }

  it('is shown and can be invoiced, with every figure that the key has no part in', () => {
    const found = paths(fixture).flatMap((path) =>
      SPOILS.flatMap((spoil) => {
        const wrong = complaintOf(path, spoil)
        return wrong === null ? [] : [[path.join('.'), String(spoil), wrong]]
      })
    )
    expect(found).toEqual([])
  })
})

describe('generated orders', () => {
  const loose = (known: fc.Arbitrary<unknown>) =>
    fc.oneof({ weight: 9, arbitrary: known }, { weight: 1, arbitrary: fc.jsonValue() })
  const record = (shape: Record<string, fc.Arbitrary<unknown>>) =>
    loose(fc.record(shape, { requiredKeys: [] }))
  const list = (entry: fc.Arbitrary<unknown>) => loose(fc.array(entry, { maxLength: 4 }))
  const amount = loose(
    fc.oneof(
      fc.integer({ min: -500, max: 90_000 }),
      fc.integer({ min: 0, max: 10 ** 14 }),
      fc.integer({ min: 0, max: 90_000 }).map(String),
      fc.double({ min: 0, max: 90_000 })
    )
  )
  const sku = loose(fc.constantFrom('1', '2', '3', 1))
  const count = loose(fc.nat({ max: 5 }))
  const units = list(record({ id: sku, quantity: count, price: amount }))
  const json = fc.record({
    orderId: fc.constant('1-01'),
    value: amount,
    creationDate: fc.constant('2026-01-01T00:00:00Z'),
    status: loose(fc.constantFrom('handling', 'payment-approved', 'invoiced', 'invoice')),
    origin: loose(fc.constantFrom('Chain', 'Marketplace')),
    totals: list(
      record({
        id: loose(fc.constantFrom('Items', 'Discounts', 'Shipping', 'Change')),
        value: amount,
      })
    ),
    items: list(
      record({
        id: sku,
        sellerSku: sku,
        quantity: count,
        price: amount,
        sellingPrice: amount,
        unitMultiplier: loose(fc.constantFrom(1, 0.333, 2.5)),
        isGift: loose(fc.boolean()),
        priceDefinition: record({ total: amount }),
      })
    ),
    changesAttachment: record({
      changesData: list(
        record({
          discountValue: amount,
          incrementValue: amount,
          itemsAdded: units,
          itemsRemoved: units,
        })
      ),
    }),
    packageAttachment: record({
      packages: list(
        record({
          invoiceNumber: loose(fc.constantFrom('A', 'B', 'C')),
          invoiceValue: amount,
          type: loose(fc.constantFrom('Output', 'Input')),
          items: list(record({ itemIndex: count, quantity: count, price: amount })),
        })
      ),
    }),
  })

  it('are shown and can be invoiced, or are unreadable for their value', () => {
    fc.assert(
      fc.property(json, (made) => {
        let order: Order
        try {
          order = decodeOrder(made)
        } catch (error) {
          expect(isFault(error) && error.kind).toBe('unreadable')
          return
        }
        expect(complaint(shown(order)) ?? proposalComplaint(order)).toBeNull()
      }),
      { numRuns: 400 }
    )
  })
})

it('the changed order counts what two changes v1 left: to the cent, and to the unit', () => {
  const view = shown(decodeOrder(changedOrder))
  expect(money(view)).toEqual([34_160, 34_160, 0])
  expect(units(view)).toEqual([
    [2, 1, 30_000],
    [0, 0, 10_000],
    [4, 0, 65],
  ])
})
