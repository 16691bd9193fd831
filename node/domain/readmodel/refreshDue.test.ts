import type { Stage } from '../standing/stage'
import { epochOf, instantAt } from '../values/instant'
import { LONGEST_UNREAD_MS, refreshDue, type RestingOrder } from './refreshDue'

const HOUR_MS = 60 * 60 * 1000
const DAY_MS = 24 * HOUR_MS
const READ = Date.parse('2026-11-20T12:00:00Z')
const open: RestingOrder = {
  stage: 'TO_HANDLE',
  closed: null,
  reason: null,
  promise: null,
  readAt: instantAt(READ),
}
const hoursUntil = (order: Partial<RestingOrder>, keepClosedDays = 30) =>
  (epochOf(refreshDue({ ...open, ...order }, keepClosedDays)) - READ) / HOUR_MS

describe('an open order is read again', () => {
  it.each<[Stage, number]>([
    ['NOT_READY', 6],
    ['TO_HANDLE', 6],
    ['TO_INVOICE', 6],
    ['PARTIALLY_INVOICED', 6],
    ['TO_SHIP', 2],
    ['IN_TRANSIT', 5],
  ])('%s after %s hours', (stage, hours) => {
    expect(hoursUntil({ stage })).toBe(hours)
    expect(hours * HOUR_MS).toBeLessThanOrEqual(LONGEST_UNREAD_MS)
  })

  it('after an hour where a person waits for it: a day around its promise, or in need of attention', () => {
    const promised = (ms: number) => hoursUntil({ promise: instantAt(READ + ms) })
    expect([DAY_MS, 0, -DAY_MS].map(promised)).toEqual([1, 1, 1])
    expect([DAY_MS + 1, -DAY_MS - 1].map(promised)).toEqual([6, 6])
    expect(hoursUntil({ reason: 'ORDER_STUCK', stage: 'IN_TRANSIT' })).toBe(1)
  })
})

describe('a closed order is read again', () => {
  const closed = (days: number) => instantAt(READ - days * DAY_MS)

  it('a day later, however urgent it would be', () => {
    const urgent = { reason: 'ORDER_STUCK', promise: instantAt(READ) } as const
    expect(hoursUntil({ ...urgent, stage: 'DELIVERED', closed: closed(1) })).toBe(24)
  })

  it('when it is to go, where that comes first', () => {
    expect(hoursUntil({ stage: 'DELIVERED', closed: closed(29.5) })).toBe(12)
    expect(hoursUntil({ stage: 'CANCELED', closed: closed(1.25) }, 2)).toBe(18)
  })
})
