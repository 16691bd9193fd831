import fc from 'fast-check'
import { someParcel, way } from '../testing/someParcel'
import type { ParcelState } from '../parcel/parcelState'
import {
  dueOf,
  PARCEL_SHARDS,
  markOfParcel,
  nextAsk,
  shardOfParcel,
  toldMark,
  withAsked,
  withSeen,
  type OpenParcels,
  type OpenParcel,
  type SeenParcel,
} from './openParcels'

const NOW = Date.parse('2026-11-20T12:00:00Z')
const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS
const SEEN: SeenParcel = {
  orderId: '1-01',
  invoiceNumber: '4711',
  trackingNumber: 'AA111111111BR',
  invoiceKey: null,
  invoice: null,
  promisedAt: NOW + 3 * DAY_MS,
}
const SOME = withSeen({}, [SEEN], NOW)!
const one = (openParcels: OpenParcels): OpenParcel => {
  const [entry] = Object.values(openParcels)
  if (entry === undefined || 'overAt' in entry) throw new Error('it is over')
  return entry
}
const said = (...states: ParcelState[]) => [
  someParcel({ trackingNumber: SEEN.trackingNumber, events: way(...states) }),
]
const after = (...states: ParcelState[]): OpenParcels =>
  withAsked(SOME, [{ parcel: one(SOME), reports: said(...states) }], NOW)!

it('asks about a parcel at once when it is first seen, and seeing it again changes nothing', () => {
  expect(dueOf(SOME, NOW).map(({ orderId }) => orderId)).toEqual(['1-01'])
  expect(withSeen(SOME, [SEEN], NOW + HOUR_MS)).toBeNull()
})

it('asks at once about a number that has changed, and does not take the answer about the old one for it', () => {
  const replaced = { ...SEEN, trackingNumber: 'BB222222222BR' }
  const changed = withSeen(after('IN_TRANSIT'), [replaced], NOW + 60_000)!
  expect(dueOf(changed, NOW + 60_000)).toMatchObject([{ trackingNumber: 'BB222222222BR' }])
  expect(one(changed).since).toBe(NOW)
  const late = [{ parcel: one(SOME), reports: said('DELIVERED') }]
  expect(withAsked(changed, late, NOW + 60_000)).toBeNull()
})

it('asks at once about a key that has come to a number, and not about what nobody wrote down', () => {
  const keyed = withSeen(after('IN_TRANSIT'), [{ ...SEEN, invoiceKey: 'a key' }], NOW + 60_000)!
  expect(dueOf(keyed, NOW + 60_000)).toMatchObject([{ invoiceKey: 'a key' }])
  const answer = [{ parcel: one(SOME), reports: said('IN_TRANSIT') }]
  expect(withAsked(keyed, answer, NOW)).toBeNull()
  expect(withAsked({}, answer, NOW)).toBeNull()
})

it('takes over a promise that has changed without asking sooner', () => {
  const later = withSeen(after('IN_TRANSIT'), [{ ...SEEN, promisedAt: NOW + 9 * DAY_MS }], NOW)!
  expect(one(later)).toMatchObject({ promisedAt: NOW + 9 * DAY_MS })
  expect(dueOf(later, NOW)).toEqual([])
})

it.each<[ParcelState]>([['DELIVERED'], ['RETURNED'], ['LOST'], ['CANCELLED']])(
  'asks no more after %s, whoever looks at the order',
  (state) => {
    const over = after('IN_TRANSIT', state)
    expect(dueOf(over, NOW + 99 * DAY_MS)).toEqual([])
    expect(withSeen(over, [SEEN], NOW + DAY_MS)).toBeNull()
  }
)

it.each<[ParcelState]>([['DELIVERED'], ['LOST']])(
  'goes on while one of several parcels of the invoice is on its way, though another is %s',
  (state) => {
    const reports = [...said(state), someParcel({ parcelId: '2', events: way('IN_TRANSIT') })]
    const asked = withAsked(SOME, [{ parcel: one(SOME), reports }], NOW)!
    expect(one(asked).nextAt).toBeGreaterThan(NOW)
  }
)

it('knows what it was told, and keeps that while the carrier says nothing', () => {
  const told = after('IN_TRANSIT')
  expect(one(told).toldMark).toBe(toldMark(said('IN_TRANSIT')))
  expect(toldMark(said('IN_TRANSIT'))).not.toBe(toldMark(said('IN_TRANSIT', 'DELIVERED')))
  const silent = withAsked(told, [{ parcel: one(told), reports: [] }], NOW + HOUR_MS)!
  expect(one(silent).toldMark).toBe(one(told).toldMark)
})

it('forgets thirty days later what is over', () => {
  const other = withSeen(after('DELIVERED'), [{ ...SEEN, orderId: '2-01' }], NOW)!
  const parcel = dueOf(other, NOW)[0]
  const ask = (at: number) => withAsked(other, [{ parcel, reports: [] }], at)!
  expect(Object.keys(ask(NOW + 29 * DAY_MS))).toHaveLength(2)
  expect(Object.keys(ask(NOW + 30 * DAY_MS - 1))).toHaveLength(2)
  expect(Object.keys(ask(NOW + 30 * DAY_MS))).toHaveLength(1)
})

it.each([
  ['days before the promise', -3, 6],
  ['a day and a half before it', -1.5, 6],
  ['near it', -1, 2],
  ['late', 5, 2],
  ['ten days late', 10, 2],
  ['very late', 20, 12],
  ['sixty days late', 60, 12],
])('asks %s every some hours', (_, daysLate, hours) => {
  const next = nextAsk({ promisedAt: NOW - daysLate * DAY_MS, since: NOW }, NOW)
  expect(next! - NOW).toBe(hours * HOUR_MS)
})

it('asks without a promise, too, as if it were promised for ten days later, and gives up sixty days after it', () => {
  for (const [daysKnown, hours] of [
    [0, 6],
    [9, 6],
    [19, 6],
    [21, 12],
    [69, 12],
  ])
    expect(nextAsk({ promisedAt: null, since: NOW - daysKnown * DAY_MS }, NOW)).toBe(
      NOW + hours * HOUR_MS
    )
  expect(nextAsk({ promisedAt: null, since: NOW - 71 * DAY_MS }, NOW)).toBeNull()
  expect(nextAsk({ promisedAt: NOW - 61 * DAY_MS, since: NOW }, NOW)).toBeNull()
  expect(nextAsk({ promisedAt: NOW - 59 * DAY_MS, since: NOW }, NOW)).not.toBeNull()
})

it('asks the longest due first, and everybody once', () => {
  const moments = fc.array(fc.integer({ min: -50, max: 50 }), { maxLength: 20 })
  fc.assert(
    fc.property(moments, (nexts) => {
      const openParcels = Object.fromEntries(
        nexts.map((next, index) => [
          String(index),
          { ...one(SOME), orderId: String(index), nextAt: NOW + next },
        ])
      )
      const due = dueOf(openParcels, NOW).map(({ nextAt }) => nextAt - NOW)
      expect(due).toEqual(nexts.filter((next) => next <= 0).sort((a, b) => a - b))
    })
  )
})

it('spreads invoices over the shards, blanks around a number aside', () => {
  expect(markOfParcel({ ...SEEN, invoiceNumber: ' 4711 ' })).toBe(markOfParcel(SEEN))
  const shards = Array.from({ length: 400 }, (_, index) =>
    shardOfParcel(markOfParcel({ orderId: `${index}-01`, invoiceNumber: '1' }))
  )
  expect(new Set(shards).size).toBe(PARCEL_SHARDS)
  expect(Math.max(...shards)).toBe(PARCEL_SHARDS - 1)
})

it('finds what an older version wrote down: marks stay as they are', () => {
  expect(markOfParcel(SEEN)).toBe('0c3b44989b55914462bbdec0')
  expect(toldMark([])).toBe('4f53cda18c2baa0c')
})
