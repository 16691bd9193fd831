import fc from 'fast-check'
import { instantAt, parseInstant, type Instant } from '../values/instant'
import type { ParcelEvent, ParcelReport } from '../parcel/parcelReport'
import { PARCEL_STATES, type ParcelState } from '../parcel/parcelState'

export const NOW_MS = Date.parse('2026-11-20T12:00:00Z')

export function moment(text: string): Instant {
  const read = parseInstant(text)
  if (read === null) throw new Error(`no moment: ${text}`)
  return read
}

export function someEvent(more: Partial<ParcelEvent> = {}): ParcelEvent {
  const state = more.state ?? 'IN_TRANSIT'
  return {
    id: null,
    code: state,
    state,
    date: moment('2026-11-09T13:52:00-03:00'),
    description: `The carrier says ${state}`,
    city: 'Campinas',
    region: 'SP',
    pickupUntil: null,
    needsPerson: false,
    ...more,
  }
}

export function someParcel(more: Partial<ParcelReport> = {}): ParcelReport {
  return {
    parcelId: null,
    trackingNumber: 'OY000047110BR',
    invoiceKey: null,
    invoice: null,
    events: [someEvent()],
    ...more,
  }
}

/** Events of one parcel in their order, an hour apart. */
export function way(...states: readonly ParcelState[]): ParcelEvent[] {
  return states.map((state, hour) =>
    someEvent({ state, date: instantAt(Date.parse('2026-11-09T08:00:00Z') + hour * 3_600_000) })
  )
}

/** Few hours and few places, so that events meet at one instant and place. */
export const anyEvent: fc.Arbitrary<ParcelEvent> = fc
  .record({
    id: fc.option(fc.constantFrom('1', '2', '3'), { freq: 4 }),
    state: fc.constantFrom(...PARCEL_STATES),
    hour: fc.integer({ min: 0, max: 12 }),
    city: fc.constantFrom('Campinas', 'São Paulo', null),
    needsPerson: fc.boolean(),
  })
  .map(({ hour, ...event }) =>
    someEvent({ ...event, date: instantAt(Date.parse('2026-11-09T08:00:00Z') + hour * 3_600_000) })
  )

export const anyParcels: fc.Arbitrary<ParcelReport[]> = fc.uniqueArray(
  fc
    .record({
      trackingNumber: fc.constantFrom('A1', 'B2', 'C3'),
      events: fc.array(anyEvent, { maxLength: 6 }),
    })
    .map(someParcel),
  { maxLength: 3, selector: ({ trackingNumber }) => trackingNumber }
)
