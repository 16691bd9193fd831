import fc from 'fast-check'
import { instantAt } from '../values/instant'
import { whatIsDelivered } from './parcelStanding'
import type { ParcelState } from './parcelState'
import { anyParcels, moment, NOW_MS, someEvent, someParcel, way } from '../testing/someParcel'

const DAY_MS = 24 * 60 * 60 * 1000
const standingOf = (...states: readonly ParcelState[]) =>
  whatIsDelivered([someParcel({ events: way(...states) })], NOW_MS)
const codesOf = ({ attention }: ReturnType<typeof whatIsDelivered>) =>
  attention.map(({ code }) => code)

describe('one parcel', () => {
  it.each<[ParcelState[], ParcelState, boolean, string[]]>([
    [['INFO_RECEIVED', 'IN_TRANSIT', 'OUT_FOR_DELIVERY'], 'OUT_FOR_DELIVERY', false, []],
    [['IN_TRANSIT', 'OUT_FOR_DELIVERY', 'DELIVERED'], 'DELIVERED', true, []],
    [['OUT_FOR_DELIVERY', 'ATTEMPT_FAILED'], 'ATTEMPT_FAILED', false, []],
    [
      ['ATTEMPT_FAILED', 'OUT_FOR_DELIVERY', 'ATTEMPT_FAILED'],
      'ATTEMPT_FAILED',
      false,
      ['TRACKING_ATTEMPT_FAILED'],
    ],
    [['ATTEMPT_FAILED', 'ATTEMPT_FAILED', 'DELIVERED'], 'DELIVERED', true, []],
    [['IN_TRANSIT', 'RETURNING', 'IN_TRANSIT'], 'RETURNING', false, ['TRACKING_RETURNED']],
    [['RETURNING', 'OUT_FOR_DELIVERY', 'DELIVERED'], 'RETURNED', false, ['TRACKING_RETURNED']],
    [['LOST', 'RETURNING'], 'RETURNING', false, ['TRACKING_RETURNED']],
    [['RETURNED'], 'RETURNED', false, ['TRACKING_RETURNED']],
    [['DELIVERED', 'RETURNED'], 'DELIVERED', true, ['TRACKING_RETURNED']],
    [['DELIVERED', 'LOST'], 'DELIVERED', true, ['TRACKING_LOST']],
    [['LOST', 'DELIVERED'], 'DELIVERED', true, []],
    [['LOST', 'IN_TRANSIT'], 'IN_TRANSIT', false, []],
    [['IN_TRANSIT', 'LOST'], 'LOST', false, ['TRACKING_LOST']],
    [['RETURNING', 'LOST'], 'LOST', false, ['TRACKING_LOST']],
    [['IN_TRANSIT', 'EXCEPTION'], 'EXCEPTION', false, []],
    [['INFO_RECEIVED', 'CANCELLED'], 'CANCELLED', false, []],
    [['IN_TRANSIT', 'UNKNOWN'], 'IN_TRANSIT', false, []],
    [['UNKNOWN'], 'UNKNOWN', false, []],
  ])('%j is %s', (states, state, isDelivered, codes) => {
    const standing = standingOf(...states)
    expect(standing).toMatchObject({ state, isDelivered })
    expect(standing.deliveredAt !== null).toBe(isDelivered)
    expect(codesOf(standing)).toStrictEqual(codes)
  })

  it('that is returned at the instant of a delivery is no delivery', () => {
    const events = ['DELIVERED', 'RETURNED'].map((state) =>
      someEvent({ state: state as ParcelState })
    )
    expect(whatIsDelivered([someParcel({ events })], NOW_MS)).toMatchObject({
      isDelivered: false,
      state: 'RETURNED',
    })
  })

  it('that is lost at the instant of its delivery is delivered, and told', () => {
    const events = [someEvent({ state: 'LOST' }), someEvent({ state: 'DELIVERED' })]
    const standing = whatIsDelivered([someParcel({ events })], NOW_MS)
    expect(standing.isDelivered).toBe(true)
    expect(codesOf(standing)).toEqual(['TRACKING_LOST'])
  })

  it('that is back is told in the words of its end, whatever comes then', () =>
    expect(standingOf('RETURNING', 'RETURNED', 'IN_TRANSIT').attention[0].facts).toContainEqual({
      name: 'description',
      value: 'The carrier says RETURNED',
    }))

  it('that is lost on its way back is told in the words of its loss', () =>
    expect(standingOf('RETURNING', 'LOST', 'RETURNING').attention[0].facts).toContainEqual({
      name: 'description',
      value: 'The carrier says LOST',
    }))

  it('that was refused once is told at once, with the words of the carrier', () => {
    const events = [someEvent({ state: 'ATTEMPT_FAILED', needsPerson: true, description: 'No' })]
    expect(whatIsDelivered([someParcel({ events })], NOW_MS).attention).toMatchObject([
      {
        code: 'TRACKING_ATTEMPT_FAILED',
        facts: [
          { name: 'trackingNumber', value: 'OY000047110BR' },
          { name: 'at', value: '2026-11-09T13:52:00-03:00' },
          { name: 'description', value: 'No' },
        ],
      },
    ])
  })

  it('is delivered by nothing that lies ahead', () => {
    const events = [someEvent({ state: 'DELIVERED', date: instantAt(NOW_MS + DAY_MS) })]
    expect(whatIsDelivered([someParcel({ events })], NOW_MS)).toEqual({
      isDelivered: false,
      deliveredAt: null,
      state: null,
      attention: [],
    })
  })
})

describe('waiting for pickup', () => {
  const waiting = (sinceMs: number, until: number | null = null) => {
    const pickupUntil = until === null ? null : instantAt(until)
    const date = instantAt(sinceMs)
    const events = [someEvent({ state: 'AVAILABLE_FOR_PICKUP', date, pickupUntil })]
    return whatIsDelivered([someParcel({ events })], NOW_MS)
  }

  it('is told two days before the end that the carrier names', () => {
    expect(codesOf(waiting(NOW_MS - DAY_MS, NOW_MS + 2 * DAY_MS + 1))).toEqual([])
    const told = waiting(NOW_MS - DAY_MS, NOW_MS + 2 * DAY_MS)
    expect(codesOf(told)).toEqual(['TRACKING_PICKUP'])
    expect(told.attention[0].facts).toContainEqual({
      name: 'until',
      value: instantAt(NOW_MS + 2 * DAY_MS),
    })
  })

  it('is told five days after it began where nobody names an end', () => {
    expect(codesOf(waiting(NOW_MS - 5 * DAY_MS + 1))).toEqual([])
    expect(codesOf(waiting(NOW_MS - 5 * DAY_MS))).toEqual(['TRACKING_PICKUP'])
  })
})

describe('several parcels', () => {
  const parcel = (trackingNumber: string, ...states: readonly ParcelState[]) =>
    someParcel({ trackingNumber, events: way(...states) })

  it('are delivered when the last one is', () => {
    const first = parcel('A1', 'DELIVERED')
    const second = parcel('B2', 'IN_TRANSIT', 'OUT_FOR_DELIVERY', 'DELIVERED')
    expect(whatIsDelivered([first, parcel('B2', 'IN_TRANSIT')], NOW_MS)).toMatchObject({
      isDelivered: false,
      state: 'IN_TRANSIT',
    })
    for (const both of [
      [first, second],
      [second, first],
    ])
      expect(whatIsDelivered(both, NOW_MS)).toMatchObject({
        isDelivered: true,
        deliveredAt: second.events[2].date,
        state: 'DELIVERED',
      })
  })

  it('wait for one that nothing is known of but its name', () => {
    const silent = someParcel({ trackingNumber: 'B2', events: [] })
    expect(whatIsDelivered([parcel('A1', 'DELIVERED'), silent], NOW_MS).isDelivered).toBe(false)
  })

  it('do not wait for a cancelled one, and are as bad as the worst', () => {
    const parcels = [parcel('A1', 'DELIVERED'), parcel('B2', 'CANCELLED')]
    expect(whatIsDelivered(parcels, NOW_MS)).toMatchObject({ isDelivered: true })
    const back = [parcel('A1', 'DELIVERED'), parcel('B2', 'RETURNED')]
    expect(whatIsDelivered(back, NOW_MS)).toMatchObject({ isDelivered: false, state: 'RETURNED' })
  })
})

describe('whatever comes', () => {
  it('comes to the same in every order', () => {
    fc.assert(
      fc.property(anyParcels, fc.infiniteStream(fc.integer()), (parcels, chance) => {
        const shuffled = <T>(list: readonly T[]) =>
          list
            .map((one) => ({ one, at: chance.next().value as number }))
            .sort((a, b) => a.at - b.at)
            .map(({ one }) => one)
        const mixed = shuffled(parcels.map((one) => ({ ...one, events: shuffled(one.events) })))
        const expected = whatIsDelivered(parcels, NOW_MS)
        const found = whatIsDelivered(mixed, NOW_MS)
        expect(found).toMatchObject({ ...expected, attention: expect.anything() })
        expect(codesOf(found).sort()).toEqual(codesOf(expected).sort())
      })
    )
  })

  it('delivers no parcel without an event of delivery, and none that came back before', () => {
    fc.assert(
      fc.property(anyParcels, (parcels) => {
        if (!whatIsDelivered(parcels, NOW_MS).isDelivered) return
        for (const { events } of parcels) {
          if (events.some(({ state }) => state === 'CANCELLED')) continue
          const times = (wanted: ParcelState[]) =>
            events.filter(({ state }) => wanted.includes(state)).map(({ date }) => Date.parse(date))
          const delivered = Math.min(...times(['DELIVERED']))
          expect(delivered).toBeLessThan(Math.min(...times(['RETURNING', 'RETURNED'])))
        }
      })
    )
  })

  it('is told in moments that events have', () => {
    expect(standingOf('IN_TRANSIT', 'DELIVERED').deliveredAt).toBe(
      moment('2026-11-09T09:00:00.000Z')
    )
  })
})
