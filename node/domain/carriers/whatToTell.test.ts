import fc from 'fast-check'
import type { Package } from '../order/order'
import { anyParcels, moment, NOW_MS, someEvent, someParcel, way } from '../testing/someParcel'
import { somePackage } from '../testing/someOrder'
import { invoiceOf, NO_PARCELS, withTellings, withTold, type InvoiceParcels } from './orderParcels'
import { hasNews, whatToTell } from './whatToTell'
import type { ParcelReport } from '../parcel/parcelReport'

const NUMBER = 'OY000047110BR'
const KEY = '35261111222333000181550010000047111123456787'
const known = (...reports: readonly ParcelReport[]): InvoiceParcels =>
  invoiceOf(withTold(NO_PARCELS, '1', [{ reports, from: 'm' }]), '1')
const stored = (more: Partial<Package> = {}): Package =>
  somePackage({ invoiceNumber: '1', trackingNumber: NUMBER, invoiceKey: KEY, ...more })
const showing = (
  events: readonly { date: string; description: string; city: string; state: string }[],
  finished = false
) => ({
  courierStatus: {
    finished,
    status: null,
    deliveredDate: finished ? moment('2026-11-09T12:00:00Z') : null,
    events: events.map((event) => ({ ...event, dateText: event.date })),
  } as unknown as Package['courierStatus'],
})

it('a parcel that the invoice does not bear any more tells nothing', () => {
  const { command } = whatToTell(
    stored({ trackingNumber: 'ANOTHER', invoiceKey: null }),
    [],
    known(someParcel({ events: way('DELIVERED') })),
    NOW_MS
  )
  expect(command).toEqual({ isDelivered: false, deliveredDate: null, events: [] })
})

it('a delivery that OMS holds keeps its date, whatever comes after', () => {
  const later = someEvent({ state: 'EXCEPTION', date: moment('2026-11-12T12:00:00Z') })
  const { command } = whatToTell(
    stored(showing([], true)),
    [],
    known(someParcel({ events: [later] })),
    NOW_MS
  )
  expect(command).toMatchObject({
    isDelivered: true,
    deliveredDate: moment('2026-11-09T12:00:00Z'),
    events: [{ date: later.date }],
  })
})

it('of several parcels, the last one delivers', () => {
  const one = someParcel({ parcelId: 'v1', events: way('IN_TRANSIT', 'DELIVERED') })
  const two = someParcel({ parcelId: 'v2', events: way('IN_TRANSIT') })
  expect(whatToTell(stored(), [], known(one, two), NOW_MS).command.isDelivered).toBe(false)
  const both = known(one, { ...two, events: way('IN_TRANSIT', 'DELIVERED') })
  expect(whatToTell(stored(), [], both, NOW_MS).command.isDelivered).toBe(true)
})

it('one parcel under two names is one: told once, and delivered by either', () => {
  const byNumber = someParcel({ events: way('IN_TRANSIT', 'DELIVERED') })
  const byKey = someParcel({
    trackingNumber: null,
    invoiceKey: KEY,
    events: way('IN_TRANSIT', 'DELIVERED').map((event) => ({ ...event, code: `K${event.code}` })),
  })
  const { command } = whatToTell(stored(), [], known(byNumber, byKey), NOW_MS)
  expect(command).toMatchObject({ isDelivered: true })
  expect(command.events).toHaveLength(2)
})

it('what this app sent before it died is its own, what others wrote is theirs', () => {
  const [moving, out] = way('IN_TRANSIT', 'OUT_FOR_DELIVERY')
  const shown = showing([
    { date: moving.date, description: moving.description, city: 'Campinas', state: 'SP' },
    { date: out.date, description: 'Words of another', city: 'CAMPINAS', state: 'SP' },
  ])
  const telling = whatToTell(
    stored(shown),
    [],
    known(someParcel({ events: [moving, out] })),
    NOW_MS
  )
  expect(telling.command.events).toEqual([])
  expect([telling.own.length, telling.others.length]).toEqual([1, 1])
})

it('every event is told by one telling, and by the next one nothing', () => {
  fc.assert(
    fc.property(anyParcels, (given) => {
      const parcels = given.map((one) => ({ ...one, invoiceKey: KEY }))
      const order = withTold(NO_PARCELS, '1', [{ from: 'm', reports: parcels }])
      const first = whatToTell(stored(), [], invoiceOf(order, '1'), NOW_MS)
      const tellings = new Map([
        ...first.own.map((mark) => [mark, 'SENT'] as const),
        ...first.others.map((mark) => [mark, 'OTHERS'] as const),
      ])
      const after = withTellings(order, '1', tellings, first.command.isDelivered)
      expect(invoiceOf(after, '1').events.every(({ told }) => told !== null)).toBe(true)
      expect(whatToTell(stored(), [], invoiceOf(after, '1'), NOW_MS).command.events).toEqual([])
      expect(hasNews(invoiceOf(after, '1'), NOW_MS)).toBe(false)
    })
  )
})

it('a code that means something only later delivers what was told before, once', () => {
  const [moving, last] = way('IN_TRANSIT', 'DELIVERED')
  const unread = someParcel({ events: [moving, { ...last, state: 'UNKNOWN' }] })
  const before = withTold(NO_PARCELS, '1', [{ from: 'm1', reports: [unread] }])
  const first = whatToTell(stored(), [], invoiceOf(before, '1'), NOW_MS)
  const sent = new Map(first.own.map((mark) => [mark, 'SENT'] as const))
  const told = withTellings(before, '1', sent, first.command.isDelivered)
  expect(hasNews(invoiceOf(told, '1'), NOW_MS)).toBe(false)

  const read = { from: 'm2', reports: [someParcel({ events: [moving, last] })] }
  const after = withTold(told, '1', [read])
  expect(hasNews(invoiceOf(after, '1'), NOW_MS)).toBe(true)
  const { command } = whatToTell(stored(), [], invoiceOf(after, '1'), NOW_MS)
  expect(command).toMatchObject({ isDelivered: true, deliveredDate: last.date })
  const done = withTellings(after, '1', new Map(), true)
  expect(hasNews(invoiceOf(done, '1'), NOW_MS)).toBe(false)
  expect(withTold(done, '1', [read])).toBe(done)
})

it('a delivery that is on its way to OMS stays one, with its date', () => {
  const deliveredDate = moment('2026-11-08T12:00:00Z')
  const underWay = [
    { isDelivered: false, deliveredDate: null },
    { deliveredDate, isDelivered: true },
  ] as never
  const told = known(someParcel({ events: way('IN_TRANSIT') }))
  const { command } = whatToTell(stored(), underWay, told, NOW_MS)
  expect(command).toMatchObject({ deliveredDate, isDelivered: true })
})

describe('what happened once', () => {
  const at = { date: moment('2026-11-09T16:52:00Z') }
  const first = someEvent({ ...at, id: '1', description: 'First' })
  const second = someEvent({ ...at, id: '2', description: 'Second' })
  const byKey = (events: ParcelReport['events'], more: Partial<ParcelReport> = {}) =>
    someParcel({ trackingNumber: null, invoiceKey: KEY, events, ...more })
  const words = (telling: ReturnType<typeof whatToTell>) =>
    telling.command.events.map(({ description }) => description)
  /** An order of which the first event was told, by us or by others, before it was told more. */
  const after = (before: ParcelReport, by: 'SENT' | 'OTHERS', ...more: ParcelReport[]) => {
    const order = withTold(NO_PARCELS, '1', [{ from: 'm1', reports: [before] }])
    const marks = invoiceOf(order, '1').events.map(({ mark }) => [mark, by] as const)
    const told = withTellings(order, '1', new Map(marks), false)
    return invoiceOf(withTold(told, '1', [{ from: 'm2', reports: more }]), '1')
  }

  it.each([{}, { parcelId: 'v1', trackingNumber: null, invoiceKey: KEY }])(
    'to a parcel under two names is told under neither a second time: %j',
    (named) => {
      const parcel = someParcel({ ...named, events: [first] })
      const again = byKey([{ ...second, id: '3' }])
      const told = after(parcel, 'SENT', again)
      expect(words(whatToTell(stored(), [], told, NOW_MS))).toEqual([])
      const twice = after(parcel, 'SENT', byKey(['3', '4'].map((id) => ({ ...second, id }))))
      expect(words(whatToTell(stored(), [], twice, NOW_MS))).toEqual([])
      const other = byKey([{ ...second, id: '3', state: 'OUT_FOR_DELIVERY' }])
      const moved = after(parcel, 'SENT', other)
      expect(words(whatToTell(stored(), [], moved, NOW_MS))).toEqual(['Second'])
    }
  )

  it('at one second and place to a parcel under one of its names is told as often as it was said', () => {
    const told = known(someParcel({ events: [first, second] }), byKey([]))
    expect(words(whatToTell(stored(), [], told, NOW_MS))).toEqual(['First', 'Second'])
  })

  it('to two parcels is told of each', () => {
    const volume = (parcelId: string) => someParcel({ parcelId, events: [first] })
    const told = known(volume('v1'), volume('v2'))
    expect(words(whatToTell(stored(), [], told, NOW_MS))).toEqual(['First', 'First'])
  })

  const showsFirst = showing([
    { date: first.date, description: 'First', city: 'Campinas', state: 'SP' },
  ])

  it('is told beside what this app wrote at that second and place', () => {
    const told = after(someParcel({ events: [first] }), 'SENT', someParcel({ events: [second] }))
    expect(words(whatToTell(stored(showsFirst), [], told, NOW_MS))).toEqual(['Second'])
    const died = known(someParcel({ events: [first, second] }))
    expect(words(whatToTell(stored(showsFirst), [], died, NOW_MS))).toEqual(['Second'])
  })

  it('is taken for what others wrote at that second and place', () => {
    const told = after(someParcel({ events: [first] }), 'OTHERS', someParcel({ events: [second] }))
    const telling = whatToTell(stored(showsFirst), [], told, NOW_MS)
    expect([words(telling), telling.others.length]).toEqual([[], 1])
  })
})
