import type { ReadingName } from '../readings'
import { order } from './bench'
import { EVENT, delivered, first, patch, post, put, type Sight } from './sight'

/** What a client sees of each reading about tracking and dates. */
export const SIGHTS_OF_TRACKING = {
  patchRequiresAll: {
    see: async (made) => {
      await post(made)
      return patch(made, { trackingNumber: 'x', courier: null, trackingUrl: null })
    },
    sees: { no: 200, yes: 400 },
  },
  patchNull: {
    see: async (made) => {
      await post(made, { courier: 'Correios' })
      await patch(made, { courier: null })
      return (await first(made)).courier
    },
    sees: { overwrites: null, ignored: 'Correios' },
  },
  patchLastChange: {
    see: async (made) => {
      await post(made)
      const before = (await made.order()).lastChange
      await patch(made, { courier: 'x' })
      return (await made.order()).lastChange === before
    },
    sees: { moves: false, stays: true },
  },
  trackingPut: {
    see: async (made) => {
      await post(made)
      await put(made, { events: [EVENT, { ...EVENT, city: 'Natal' }] })
      await put(made, {})
      return (await delivered(made)).data.length
    },
    sees: { append: 3, dedup: 2, replace: 1 },
  },
  putWithoutTrackingNumber: {
    see: async (made) => {
      await post(made)
      return put(made, {})
    },
    sees: { accept: 200, refuse: 400 },
  },
  putRequiresAll: {
    see: async (made) => {
      await post(made)
      return put(made, { deliveredDate: undefined })
    },
    sees: { no: 200, yes: 400 },
  },
  deliveredWithoutEvents: {
    see: async (made) => {
      await post(made)
      return put(made, { isDelivered: true, events: [] })
    },
    sees: { accept: 200, refuse: 400 },
  },
  deliveredDateDefault: {
    see: async (made) => {
      await post(made)
      await put(made, { isDelivered: true })
      return (await delivered(made)).deliveredDate
    },
    sees: { none: null, now: '2026-03-10T12:00:05.0000000+00:00' },
  },
  reopenDelivered: {
    see: async (made) => {
      await post(made)
      await put(made, { isDelivered: true, deliveredDate: '2026-03-10 10:00' })
      await put(made, { isDelivered: false })
      const { finished, deliveredDate } = await delivered(made)
      return [finished, deliveredDate]
    },
    sees: { reopens: [false, null], sticky: [true, '2026-03-10T10:00:00.0000000+00:00'] },
  },
  putLastChange: {
    see: async (made) => {
      await post(made)
      const before = (await made.order()).lastChange
      await put(made, {})
      return (await made.order()).lastChange === before
    },
    sees: { stays: true, moves: false },
  },
  courierStatusBefore: {
    see: async (made) => {
      await post(made)
      return delivered(made)
    },
    sees: {
      null: null,
      object: { status: null, finished: false, deliveredDate: null, data: null },
    },
  },
  courierStatusWord: {
    see: async (made) => {
      await post(made)
      await put(made, {})
      return (await delivered(made)).status
    },
    sees: { ok: 'ok', unknown: 'unknown', empty: '' },
  },
  issuanceDate: {
    see: async (made) => {
      await post(made)
      return (await first(made)).issuanceDate
    },
    sees: { utc: '2026-03-10T12:00:00.0000000+00:00', asSent: '2026-03-10T09:00:00-03:00' },
  },
  eventDates: {
    see: async (made) => {
      await post(made)
      await put(made, {})
      return (await delivered(made)).data[0].lastChange
    },
    sees: {
      utc: '2026-03-01T10:00:00.0000000+00:00',
      asSent: '2026-03-01 10:00',
      naive: '2026-03-01T10:00:00',
    },
  },
  deliveredDate: {
    see: async (made) => {
      await post(made)
      await put(made, { isDelivered: true, deliveredDate: '2026-03-10 10:00' })
      return (await delivered(made)).deliveredDate
    },
    sees: {
      utc: '2026-03-10T10:00:00.0000000+00:00',
      asSent: '2026-03-10 10:00',
      naive: '2026-03-10T10:00:00',
    },
  },
  naiveZone: {
    orders: [order({ storePreferencesData: { timeZone: 'E. South America Standard Time' } })],
    see: async (made) => {
      await post(made)
      await put(made, {})
      return (await delivered(made)).data[0].lastChange
    },
    sees: { utc: '2026-03-01T10:00:00.0000000+00:00', store: '2026-03-01T13:00:00.0000000+00:00' },
  },
} satisfies Partial<Record<ReadingName, Sight>>
