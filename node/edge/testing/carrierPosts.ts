import { NOTHING_THROUGH, type CarrierMessage } from '../../domain/carriers/message'
import { namesOfReport } from '../../domain/carriers/names'
import { someEvent, someParcel } from '../../domain/testing/someParcel'
import { someOrder, somePackage } from '../../domain/testing/someOrder'
import { instantAt } from '../../domain/values/instant'
import { momentId } from '../../domain/values/momentId'
import type { ParcelEvent, ParcelReport } from '../../domain/parcel/parcelReport'
import type { MessagePlace } from '../../usecases/carriers/ports'
import { CarrierWorld } from './carrierWorld'

// Two orders with a parcel each, what carriers post of them, and what OMS shows then.

const START = Date.parse('2026-03-10T12:00:00Z')
export const HOUR_MS = 3_600_000
export const DAY_MS = 24 * HOUR_MS

export const at = (hoursAgo: number, more: Partial<ParcelEvent> = {}): ParcelEvent =>
  someEvent({ date: instantAt(START - hoursAgo * HOUR_MS), ...more })

export const POSTED = at(20, { description: 'Postado' })
export const MOVING = at(10, { description: 'Em trânsito' })
export const DELIVERED = at(2, { state: 'DELIVERED', code: 'DELIVERED', description: 'Entregue' })

export const FIRST = { trackingNumber: 'AA111111111BR' }
export const SECOND = { trackingNumber: 'BB222222222BR' }

export const orderWith = (orderId: string, trackingNumber: string | null, more = {}) =>
  someOrder({
    orderId,
    status: 'invoiced',
    packages: [somePackage({ invoiceNumber: '1', trackingNumber, ...more })],
  })

export async function twoOrders(): Promise<CarrierWorld> {
  const all = new CarrierWorld(
    orderWith('1-01', FIRST.trackingNumber),
    orderWith('2-01', SECOND.trackingNumber)
  )
  await all.see('1-01', namesOfReport(someParcel(FIRST)))
  await all.see('2-01', namesOfReport(someParcel(SECOND)))
  return all
}

/** Two tell of one parcel, one of them in other words and in the wrong order; a third of another parcel. */
export async function posts(all: CarrierWorld): Promise<void> {
  await all.posted(someParcel({ ...FIRST, events: [DELIVERED, MOVING] }))
  await all.posted(
    someParcel({ ...FIRST, events: [POSTED, { ...MOVING, description: 'EM TRANSITO' }] })
  )
  await all.posted(someParcel({ ...SECOND, events: [POSTED] }))
}

export const shown = (all: CarrierWorld, orderId: string) => {
  const { courierStatus } = all.world.oms.peek(orderId).packages[0]
  const words = (courierStatus?.events ?? []).map(({ description }) => description).sort()
  return { words, isDelivered: courierStatus?.finished ?? false }
}
export const puts = (all: CarrierWorld) => all.world.oms.bodies('updateTrackingStatus').length

export function expectAllTold(all: CarrierWorld): void {
  expect(shown(all, '1-01')).toEqual({
    words: ['Em trânsito', 'Entregue', 'Postado'],
    isDelivered: true,
  })
  expect(shown(all, '2-01')).toEqual({ words: ['Postado'], isDelivered: false })
  expect(all.paths('carriers/inbox/')).toEqual([])
}

/** Its parcels, what else is said of it, and the box in which it lies. */
export type Lying = [
  parcels: readonly ParcelReport[],
  more?: Partial<CarrierMessage>,
  box?: MessagePlace['box'],
]

/** A message as it lies in one lane, whatever it is about. */
export async function putMessage(
  all: CarrierWorld,
  lane: number,
  ...[parcels, more = {}, box = 'inbox']: Lying
): Promise<MessagePlace> {
  const now = all.world.clock.now()
  const id = momentId(more.at ?? now, all.ports().newId())
  const message: CarrierMessage = {
    id,
    connector: 'generic',
    at: now,
    parcels,
    count: parcels.length,
    problem: null,
    through: NOTHING_THROUGH,
    isTest: false,
    notBefore: null,
    body: null,
    ...more,
  }
  const place = { box, id, lane, connector: message.connector }
  if (box === 'inbox') await all.ports().messages.put(place, message)
  else
    await all
      .ports()
      .messages.wait(
        { ...place, box: 'inbox' },
        message,
        { ...message, result: 'WAITING_FOR_INVOICE', parcels: 1, orderIds: [] },
        [...new Set(parcels.flatMap(namesOfReport))]
      )
  return place
}
