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

function expectSound(order: Order): void {
  expect(order.orderId).not.toBe('')
  expect(order.currency.code).toMatch(/^[A-Z]{3}$/)
  const money = [
    order.value,
    ...order.totals.map(({ value }) => value),
    ...order.lines.map(({ roughValue }) => roughValue),
    ...order.packages.map(({ invoiceValue }) => invoiceValue),
  ]
  expect(money.filter((value) => !isCents(value))).toEqual([])
  const dates = [
    order.creationDate,
    order.lastChange,
    order.estimatedDelivery,
    ...order.packages.flatMap((entry) => [
      entry.issuanceDate,
      ...(entry.courierStatus?.events.map(({ date }) => date) ?? []),
    ]),
  ].filter((date) => date !== null)
  expect(dates.filter((date) => parseInstant(date) !== date)).toEqual([])
  order.lines.forEach((line, index) => {
    expect(line.itemIndex).toBe(index)
    expect(Number.isSafeInteger(line.quantity) && line.quantity >= 0).toBe(true)
    expect(line.unitMultiplier).toBeGreaterThan(0)
    expect(line.roughValue).toBeGreaterThanOrEqual(0)
  })
  for (const item of order.packages.flatMap(({ items }) => items))
    if (item.itemIndex !== null) expect(order.lines[item.itemIndex]).toBeDefined()
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

  it('is read, and every sum is right that the key has no part in', () => {
    expect(all.length).toBeGreaterThan(50)
    for (const path of all)
      for (const spoil of SPOILS) {
        const json = spoiled(fixture, path, spoil)
        const [root] = path
        if (root === 'orderId' || root === 'value') {
          expectReadOrUnreadable(json)
          continue
        }
        const order = decodeOrder(json)
        expectSound(order)
        expect([path, order.value]).toEqual([path, whole.value])
        if (root !== 'totals') expect([path, order.totals]).toEqual([path, whole.totals])
        if (root !== 'packageAttachment')
          expect([path, invoiced(order)]).toEqual([path, invoiced(whole)])
        if (root !== 'items' && root !== 'origin')
          expect([path, lineValues(order)]).toEqual([path, lineValues(whole)])
      }
  })
})

function expectReadOrUnreadable(json: unknown): void {
  let order: Order | null = null
  try {
    order = decodeOrder(json)
  } catch (error) {
    expect(isFault(error) && error.kind).toBe('unreadable')
  }
  if (order) expectSound(order)
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
