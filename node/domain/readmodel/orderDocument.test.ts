import fc from 'fast-check'
import { moment, someOrder, somePackage } from '../testing/someOrder'
import type { Order, Package } from '../order/order'
import type { Stage } from '../standing/stage'
import { problem } from '../problem/problems'
import { instantAt } from '../values/instant'
import { documentOf, isKept, type StandingOrder } from './orderDocument'
import { refreshDue } from './refreshDue'

const DAY_MS = 24 * 60 * 60 * 1000
const READ = Date.parse('2026-03-12T12:00:00Z')
const parts = { readAtMs: READ, keepClosedDays: 30, carriers: [] }
const carrier = (name: string) => ({ name, urlTemplate: null, numberPattern: null })

function documented(
  order: Partial<Order>,
  standing: Partial<StandingOrder> = {},
  changes: Partial<Parameters<typeof documentOf>[1]> = {}
) {
  const of = { order: someOrder(order), stage: 'TO_INVOICE' as Stage, attention: [], shipments: [] }
  return documentOf({ ...of, ...standing }, { ...parts, ...changes })
}

const event = (date: string | null) => ({
  date: date === null ? null : moment(date),
  dateText: date ?? 'yesterday',
  description: 'Posted',
  city: null,
  state: null,
})

/** A parcel of which events at these moments are told. */
function parcel(dates: readonly (string | null)[], changes: Partial<Package> = {}): Package {
  const courierStatus = { status: 'ok', finished: false, deliveredDate: null }
  return somePackage({ courierStatus: { ...courierStatus, events: dates.map(event) }, ...changes })
}

function delivered(date: string | null, dates: readonly string[] = []): Package {
  const deliveredDate = date === null ? null : moment(date)
  const events = dates.map(event)
  return somePackage({ courierStatus: { status: 'ok', finished: true, deliveredDate, events } })
}

const RETURN = { type: 'INPUT', courier: 'Back' } as const

describe('a document', () => {
  it('says of an order what queues and pictures need, its moments in UTC', () => {
    const order = {
      creationDate: moment('2026-03-09T09:00:00-03:00'),
      paidDate: moment('2026-03-09T10:00:00-03:00'),
      invoicedDate: moment('2026-03-10T10:00:00-03:00'),
      estimatedDelivery: moment('2026-03-20T00:00:00-03:00'),
      marketplace: { name: 'Hub', orderId: 'H-1', isCertified: false },
      salesChannel: '2',
    }
    const made = documented(order)
    expect(made).toEqual({
      orderId: '1400-01',
      stage: 'TO_INVOICE',
      open: true,
      reason: null,
      attention: [],
      promise: '2026-03-20T03:00:00.000Z',
      created: '2026-03-09T12:00:00.000Z',
      authorized: '2026-03-09T13:00:00.000Z',
      invoiced: '2026-03-10T13:00:00.000Z',
      shipped: null,
      lastEvent: null,
      delivered: null,
      closed: null,
      carrier: null,
      marketplace: 'Hub',
      salesChannel: '2',
      value: 11_500,
      currency: 'BRL',
      parcelState: null,
      readAt: instantAt(READ),
      refreshDue: refreshDue(made, 30),
    })
  })

  it('names what needs attention once each, the first as its reason, and never LATE', () => {
    const attention = (['LATE', 'ORDER_STUCK', 'TRACKING_LOST', 'ORDER_STUCK'] as const).map(
      (code) => problem(code)
    )
    expect(documented({}, { attention })).toMatchObject({
      reason: 'ORDER_STUCK',
      attention: ['ORDER_STUCK', 'TRACKING_LOST'],
    })
    expect(documented({}, { attention: [problem('LATE')] })).toMatchObject({
      reason: null,
      attention: [],
    })
  })

  it('says of its parcels the state that is worst, of those that anybody told of', () => {
    const shipment = (state: 'LOST' | 'IN_TRANSIT' | null) => ({
      state,
      invoiceNumber: 'NF-1',
      attention: [],
      states: new Map(),
    })
    const shipments = [shipment(null), shipment('IN_TRANSIT'), shipment('LOST')]
    expect(documented({}, { shipments }).parcelState).toBe('LOST')
    expect(documented({}, { shipments: [shipment(null)] }).parcelState).toBeNull()
  })
})

describe('an order is open', () => {
  it.each<[string, Stage, boolean]>([
    ['handling', 'TO_INVOICE', true],
    ['invoiced', 'IN_TRANSIT', true],
    ['invoiced', 'DELIVERED', false],
    ['canceled', 'CANCELED', false],
    ['cancel', 'CANCELED', false],
    ['replaced', 'NOT_READY', false],
  ])('%s, %s: %s', (status, stage, open) => {
    const { closed, ...document } = documented({ status }, { stage })
    expect(document.open).toBe(open)
    expect(closed === null).toBe(open)
  })

  it('until it was changed last, where nothing tells of a delivery; made last, where nothing tells of a change', () => {
    const made = moment('2026-03-09T12:00:00Z')
    const order = { status: 'canceled', creationDate: made }
    const lastChange = moment('2026-03-11T12:00:00-03:00')
    expect(documented({ ...order, lastChange }).closed).toBe('2026-03-11T15:00:00.000Z')
    expect(documented({ ...order, lastChange: null }).closed).toBe(instantAt(Date.parse(made)))
  })
})

describe('a delivery', () => {
  const EIGHT = '2026-03-11T08:00:00Z'
  const NINE = '2026-03-11T09:00:00Z'
  const TEN = '2026-03-11T07:00:00-03:00'
  const is = (packages: readonly Package[], stage: Stage = 'DELIVERED') => {
    const order = { packages, lastChange: moment('2026-03-12T00:00:00Z') }
    const { delivered: at, closed } = documented(order, { stage })
    return [at, closed]
  }

  it('is that of the last parcel sent out, and closes the order', () => {
    const ten = instantAt(Date.parse(TEN))
    expect(is([delivered(NINE), delivered(TEN)])).toEqual([ten, ten])
    const back = { ...delivered('2026-03-11T23:00:00Z'), ...RETURN }
    expect(is([delivered(TEN), back])).toEqual([ten, ten])
  })

  it('without a date of its own is the last event', () => {
    const nine = instantAt(Date.parse(NINE))
    expect(is([delivered(null, [NINE, EIGHT]), somePackage()])).toEqual([nine, nine])
    expect(is([delivered(null)])).toEqual([null, '2026-03-12T00:00:00.000Z'])
  })

  it('of one of its parcels is none of the order', () => {
    expect(is([delivered(NINE), parcel([NINE])], 'IN_TRANSIT')).toEqual([null, null])
  })
})

describe('an order is shipped', () => {
  const shipped = (...packages: Package[]) => documented({ packages }).shipped

  it('when the last of its parcels was first seen, whatever the order of events', () => {
    const days = fc.uniqueArray(fc.integer({ min: 1, max: 25 }), { minLength: 1, maxLength: 5 })
    const text = (day: number) => `2026-02-${String(day).padStart(2, '0')}T09:00:00-03:00`
    fc.assert(
      fc.property(fc.array(days, { minLength: 1, maxLength: 4 }), (all) => {
        const last = Math.max(...all.map((one) => Math.min(...one)))
        const packages = all.map((one) => parcel([null, ...one.map(text)]))
        expect(shipped(...packages)).toBe(instantAt(Date.parse(text(last))))
        expect(shipped(...packages, parcel(['2026-02-27T00:00:00Z'], RETURN))).toBe(
          shipped(...packages)
        )
      })
    )
  })

  it('at a moment that nobody knows where one of them has none, or is not on its way', () => {
    const seen = parcel(['2026-02-01T09:00:00Z'])
    expect(shipped(seen, parcel([null]))).toBeNull()
    expect(shipped(seen, somePackage({ trackingNumber: 'AA1' }))).toBeNull()
    expect(shipped(seen, somePackage())).toBeNull()
    expect(shipped()).toBeNull()
  })

  it('and shows its last event, of whichever parcel', () => {
    const packages = [parcel(['2026-02-03T09:00:00-03:00']), parcel(['2026-02-01T09:00:00Z', null])]
    expect(documented({ packages }).lastEvent).toBe('2026-02-03T12:00:00.000Z')
  })
})

describe('the carrier of an order', () => {
  const named = (...couriers: (string | null)[]) =>
    documented(
      { packages: couriers.map((courier) => somePackage({ courier })) },
      {},
      { carriers: [carrier('Jadlog'), carrier(' Loggi ')] }
    ).carrier

  it('is the first that a parcel sent out names, as the store writes it', () => {
    expect(named('correios', 'Jadlog')).toBe('correios')
    expect(named(null, '  ', ' JADLOG ')).toBe('Jadlog')
    expect(named('loggi')).toBe(' Loggi ')
    expect(named(null, '')).toBeNull()
    expect(documented({ packages: [somePackage(RETURN)] }).carrier).toBeNull()
  })

  it('is cut where no carrier is called so long', () => {
    expect(named('x'.repeat(101))).toBe('x'.repeat(100))
  })
})

describe('a document is kept', () => {
  const kept = (ageMs: number) => isKept({ closed: instantAt(READ - ageMs) }, 30, READ)

  it('while its order is open, and for as many days as the store says', () => {
    expect(isKept({ closed: null }, 1, READ)).toBe(true)
    expect(kept(30 * DAY_MS - 1)).toBe(true)
    expect(kept(30 * DAY_MS)).toBe(false)
  })
})
