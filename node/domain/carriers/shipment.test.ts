import { moment, NOW_MS, someEvent, someParcel, way } from '../testing/someParcel'
import { somePackage } from '../testing/someOrder'
import type { TrackingEvent } from '../order/order'
import type { ParcelReport } from '../parcel/parcelReport'
import { invoiceOf, NO_PARCELS, withTold } from './orderParcels'
import { shipmentOf, stateOfEvent } from './shipment'

const NUMBER = 'OY000047110BR'
const KEY = '35261111222333000181550010000047111123456787'
const known = (...reports: readonly ParcelReport[]) =>
  invoiceOf(withTold(NO_PARCELS, 'NF-1', [{ reports, from: 'm' }]), 'NF-1')
const stored = somePackage({ trackingNumber: NUMBER, invoiceKey: KEY })
const shown = (more: Partial<TrackingEvent>): TrackingEvent => {
  const date = moment('2026-11-09T16:52:00Z')
  const words = { description: 'The carrier says OUT_FOR_DELIVERY', city: 'Campinas', state: 'SP' }
  return { date, dateText: date, ...words, ...more } as TrackingEvent
}

describe('the shipment of an invoice', () => {
  it('is where its parcels are, with what a person should look at', () => {
    const lost = someParcel({ events: way('IN_TRANSIT', 'LOST') })
    expect(shipmentOf(stored, known(lost), NOW_MS)).toMatchObject({
      invoiceNumber: 'NF-1',
      state: 'LOST',
      attention: [{ code: 'TRACKING_LOST' }],
    })
  })

  it('is nowhere while nothing was told, or only of another parcel', () => {
    const another = someParcel({ trackingNumber: 'ANOTHER', events: way('DELIVERED') })
    for (const told of [known(), known(another)])
      expect(shipmentOf(stored, told, NOW_MS)).toMatchObject({ state: null, attention: [] })
  })

  it('is one parcel, though two senders name it in two ways', () => {
    const byNumber = someParcel({ events: way('IN_TRANSIT') })
    const byKey = someParcel({
      trackingNumber: null,
      invoiceKey: KEY,
      events: way('IN_TRANSIT', 'DELIVERED'),
    })
    expect(shipmentOf(stored, known(byNumber, byKey), NOW_MS).state).toBe('DELIVERED')
  })
})

describe('an event that OMS shows', () => {
  const told = someEvent({ state: 'OUT_FOR_DELIVERY', date: moment('2026-11-09T16:52:00Z') })
  const shipment = shipmentOf(stored, known(someParcel({ events: [told] })), NOW_MS)

  it.each([
    ['in the words of the carrier', {}],
    ['in other words, at the same second and place', { description: 'Saiu para entrega' }],
    ['with its place in other capitals', { description: 'Saiu', city: 'CAMPINAS', state: 'sp' }],
    ['within the same second', { description: 'Saiu', date: moment('2026-11-09T16:52:00.900Z') }],
  ])('has the state of its code: %s', (_name, more) =>
    expect(stateOfEvent(shipment, shown(more))).toBe('OUT_FOR_DELIVERY')
  )

  it.each([
    ['a second later', { description: 'x', date: moment('2026-11-09T16:52:01Z') }],
    ['elsewhere', { description: 'x', city: 'Santos' }],
    ['at no moment', { description: 'x', date: null }],
  ])('has none where no carrier told of it: %s', (_name, more) =>
    expect(stateOfEvent(shipment, shown(more))).toBeNull()
  )

  it('of two at one second and place has its own by its words', () => {
    const at = { date: told.date, city: told.city, region: told.region }
    const both = known(
      someParcel({
        events: [
          someEvent({ ...at, id: '1', state: 'ATTEMPT_FAILED', description: 'Nobody there' }),
          someEvent({ ...at, id: '2', state: 'RETURNING', description: 'Going back' }),
        ],
      })
    )
    const of = shipmentOf(stored, both, NOW_MS)
    expect(stateOfEvent(of, shown({ description: 'Nobody there' }))).toBe('ATTEMPT_FAILED')
    expect(stateOfEvent(of, shown({ description: 'Going back' }))).toBe('RETURNING')
  })
})
