import fc from 'fast-check'

import { isFault } from '../domain/problem/fault'
import { parseInstant } from '../domain/values/instant'
import { isCents } from '../domain/values/money'
import type { Order } from '../domain/order/order'
import { decodeChanges } from './decodeChanges'
import { decodeList } from './decodeList'
import { decodeOrder } from './decodeOrder'
import { decodeReceipt } from './decodeReceipt'
import chainOrder from './fixtures/chainOrder.json'
import changedOrder from './fixtures/changedOrder.json'
import oldOrder from './fixtures/oldOrder.json'
import ownOrder from './fixtures/ownOrder.json'
import { GONE, paths, spoiled } from './testing/spoil'

// Real bodies break the schema wherever they can (oms §2.9): here every key of every order does, one at a time.

const SPOILS: readonly unknown[] = [
  GONE,
  null,
  '',
  'x',
  '7',
  7,
  -1.5,
  1e300,
  true,
  [],
  {},
  [null],
  { a: 1 },
]

/** What every order is, whatever it came from. Answers what it is not: an `expect` for each of 100,000 figures takes minutes. */
function flawsOf(order: Order): string[] {
  const money = [
    order.value,
    ...order.totals.map(({ value }) => value),
    ...order.lines.map(({ roughValue }) => roughValue),
    ...order.packages.map(({ invoiceValue }) => invoiceValue),
  ]
  const dates = [
    order.creationDate,
    order.lastChange,
    order.estimatedDelivery,
    ...order.packages.flatMap((entry) => [
      entry.issuanceDate,
      ...(entry.courierStatus?.events.map(({ date }) => date) ?? []),
    ]),
  ]
  const isSoundLine = (line: Order['lines'][number], index: number): boolean =>
    line.itemIndex === index &&
    Number.isSafeInteger(line.quantity) &&
    line.quantity >= 0 &&
    line.unitMultiplier > 0 &&
    line.roughValue >= 0
  const isOfALine = (itemIndex: number | null): boolean =>
    itemIndex === null || order.lines[itemIndex] !== undefined
  const flaws: readonly (readonly [string, boolean])[] = [
    ['no orderId', order.orderId === ''],
    ['currency', !/^[A-Z]{3}$/.test(order.currency.code)],
    ['money', !money.every(isCents)],
    ['dates', dates.some((date) => date !== null && parseInstant(date) !== date)],
    ['lines', !order.lines.every(isSoundLine)],
    [
      'item without a line',
      !order.packages.every(({ items }) => items.every(({ itemIndex }) => isOfALine(itemIndex))),
    ],
  ]
  return flaws.filter(([, isThere]) => isThere).map(([name]) => name)
}

const invoiced = (order: Order) =>
  order.packages.map(({ type, invoiceValue }) => [type, invoiceValue])
const lineValues = (order: Order) =>
  order.lines.map(({ quantity, roughValue }) => [quantity, roughValue])

describe.each([
  ['own', ownOrder],
  ['chain', chainOrder],
  ['old', oldOrder],
  ['changed', changedOrder],
])('the %s order with one key gone or spoiled', (_name, fixture) => {
  const whole = decodeOrder(fixture)
  const all = paths(fixture)
  const same = (one: unknown, other: unknown): boolean =>
    JSON.stringify(one) === JSON.stringify(other)

  /** Where one of these holds of an order, it is not what the key has no part in. */
  function differences(root: unknown, order: Order): string[] {
    const other: readonly (readonly [string, boolean])[] = [
      ['other value', order.value !== whole.value],
      ['other totals', root !== 'totals' && !same(order.totals, whole.totals)],
      ['other packages', root !== 'packageAttachment' && !same(invoiced(order), invoiced(whole))],
      [
        'other lines',
        root !== 'items' && root !== 'origin' && !same(lineValues(order), lineValues(whole)),
      ],
    ]
    return other.filter(([, isThere]) => isThere).map(([name]) => name)
  }

  it('is read, and every sum is right that the key has no part in', () => {
    expect(all.length).toBeGreaterThan(50)
    const wrong = all.flatMap((path) =>
      SPOILS.flatMap((spoil) => {
        const json = spoiled(fixture, path, spoil)
        const [root] = path
        const flaws =
          root === 'orderId' || root === 'value'
            ? flawsWhereReadable(json)
            : [decodeOrder(json)].flatMap((order) => [
                ...flawsOf(order),
                ...differences(root, order),
              ])
        return flaws.map((flaw) => [path.join('.'), String(spoil), flaw])
      })
    )
    expect(wrong).toEqual([])
  })
})

/** None where the order cannot be read, and says so. */
function flawsWhereReadable(json: unknown): string[] {
  try {
    return flawsOf(decodeOrder(json))
  } catch (error) {
    return isFault(error) && error.kind === 'unreadable' ? [] : [String(error)]
  }
}

function expectReadOrUnreadable(json: unknown): void {
  expect(flawsWhereReadable(json)).toEqual([])
}

describe('generated orders', () => {
  const loose = (known: fc.Arbitrary<unknown>) =>
    fc.oneof({ weight: 6, arbitrary: known }, { weight: 1, arbitrary: fc.jsonValue() })
  const money = loose(fc.maxSafeInteger())
  const text = loose(fc.string())
  const record = (shape: Record<string, fc.Arbitrary<unknown>>) =>
    loose(fc.record(shape, { requiredKeys: [] }))
  const list = (entry: fc.Arbitrary<unknown>) => loose(fc.array(entry, { maxLength: 4 }))
  const count = loose(fc.nat())
  const json = record({
    orderId: text,
    value: money,
    creationDate: loose(fc.constant('2026-01-01T00:00:00Z')),
    origin: loose(fc.constantFrom('Chain', 'Marketplace')),
    status: text,
    totals: list(record({ id: loose(fc.constantFrom('Items', 'Tax')), value: money })),
    items: list(
      record({
        id: text,
        quantity: count,
        price: money,
        sellingPrice: money,
        unitMultiplier: loose(fc.double()),
        priceTags: list(record({ name: text, value: money, rawValue: loose(fc.double()) })),
        priceDefinition: record({ total: money, sellingPrices: list(record({ quantity: count })) }),
      })
    ),
    packageAttachment: record({
      packages: list(
        record({
          invoiceNumber: text,
          invoiceValue: money,
          type: loose(fc.constantFrom('Output', 'Input')),
          issuanceDate: text,
          items: list(record({ itemIndex: count, quantity: count, price: money })),
          courierStatus: record({ data: list(record({ lastChange: text, description: text })) }),
        })
      ),
    }),
    shippingData: record({ logisticsInfo: list(record({ itemIndex: count })) }),
    storePreferencesData: record({ currencyCode: text, timeZone: text, currencyLocale: count }),
  })

  it('are read, or refused as unreadable for what nothing can stand in for', () => {
    fc.assert(fc.property(json, expectReadOrUnreadable), { numRuns: 300 })
  })

  it('and any JSON at all does no harm', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expectReadOrUnreadable(value)
        expect(decodeChanges(value).inProgress).toEqual(expect.any(Boolean))
        decodeReceipt(value)
        try {
          decodeList(value)
        } catch (error) {
          expect(isFault(error) && error.kind).toBe('unreadable')
        }
      })
    )
  })
})
