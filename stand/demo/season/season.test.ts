import { demoOrder, demoOrders } from '..'
import type { WireOrder } from '../../oms'

const START = Date.parse('2026-11-30T09:00:00Z')
const COUNT = 1_500
const DAY_MS = 86_400_000
const season = demoOrders(START, COUNT)
  .slice(demoOrders(START).length)
  .map(({ order }) => order)
const packagesOf = (order: WireOrder) => order.packageAttachment?.packages ?? []
const share = (isOne: (order: WireOrder) => boolean) => season.filter(isOne).length / COUNT
const at = (text: string | null | undefined): number => Date.parse(String(text))

describe('orders of a season', () => {
  it('are as many as asked, each its own, over sixty days', () => {
    expect(season).toHaveLength(COUNT)
    for (const key of ['orderId', 'sequence'] as const)
      expect(new Set(season.map((order) => order[key])).size).toBe(COUNT)
    const days = new Set(season.map(({ creationDate }) => creationDate.slice(0, 10)))
    expect(days.size).toBeGreaterThanOrEqual(60)
    for (const { creationDate } of season) {
      expect(at(creationDate)).toBeLessThan(START)
      expect(at(creationDate)).toBeGreaterThan(START - 61 * DAY_MS)
    }
  })

  it('are the same again, one by one too', () => {
    for (const index of [0, 7, COUNT - 1]) {
      const { orderId } = season[index]!
      expect(demoOrder(orderId, START, COUNT)?.order).toEqual(season[index])
    }
    expect(demoOrder(`1400${String(COUNT).padStart(9, '0')}-01`, START, COUNT)).toBeNull()
  })

  it('have mostly arrived, with some at every other step', () => {
    expect(
      share((order) => packagesOf(order).some((one) => one.courierStatus?.finished))
    ).toBeGreaterThan(0.75)
    expect(share(({ status }) => status === 'canceled')).toBeGreaterThan(0.01)
    for (const status of ['ready-for-handling', 'handling', 'invoiced'])
      expect([status, share((order) => order.status === status) > 0]).toEqual([status, true])
    const isOut = (order: WireOrder) =>
      packagesOf(order).some((one) => one.trackingNumber && !one.courierStatus?.finished)
    expect(share(isOut)).toBeGreaterThan(0.02)
  })

  it('are invoiced exactly where they have a package, which follows the order in time', () => {
    for (const order of season) {
      const [first] = packagesOf(order)
      expect([order.orderId, order.status === 'invoiced']).toEqual([order.orderId, Boolean(first)])
      if (!first) continue
      expect([order.orderId, first.invoiceValue]).toEqual([order.orderId, order.value])
      // OMS shows the newest event first.
      const events = (first.courierStatus?.data ?? []).map(({ createDate, lastChange }) =>
        at(createDate ?? lastChange)
      )
      const moments = [at(order.creationDate), at(first.issuanceDate), ...events.reverse(), START]
      expect([order.orderId, moments]).toEqual([order.orderId, [...moments].sort((a, b) => a - b)])
    }
  })
})
