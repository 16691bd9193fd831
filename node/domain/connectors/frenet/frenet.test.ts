import { connectorLaws, optionsOf } from '../../testing/connectorLaws'
import delivered from './fixtures/delivered.json'
import { frenet } from './frenet'

const decode = (body: unknown, timeZone = frenet.defaultTimeZone) =>
  frenet.decode(body, { ...optionsOf(frenet), timeZone })
const withType = (EventType: unknown) => ({
  ...delivered,
  TrackingEvents: [{ ...delivered.TrackingEvents[0], EventType }],
})

connectorLaws(frenet, {
  messages: [delivered, withType(5)],
  words: ['EventDescription'],
  lists: ['TrackingEvents'],
})

it('reads day, clock and place', () =>
  expect(decode(delivered)).toMatchObject({
    parcels: [
      {
        trackingNumber: 'FRT0004711BR',
        invoiceKey: null,
        events: [
          { date: '2026-11-09T13:52:00-03:00', city: 'Campinas', region: 'SP', state: 'DELIVERED' },
        ],
      },
    ],
    problems: [],
  }))

it('reads the clock by the zone that is set', () =>
  expect(decode(delivered, 'America/Manaus').parcels[0].events[0].date).toBe(
    '2026-11-09T13:52:00-04:00'
  ))

it.each([
  [0, 'IN_TRANSIT'],
  ['2', 'IN_TRANSIT'],
  [3, 'RETURNED'],
  ['4', 'LOST'],
  ['18', 'IN_TRANSIT'],
])('type %j is %s', (type, state) =>
  expect(decode(withType(type)).parcels[0].events).toMatchObject([{ state }])
)

it('tells of a type that it does not know, and passes its words on', () =>
  expect(decode(withType('77'))).toMatchObject({
    parcels: [{ events: [{ state: 'UNKNOWN', description: 'Objeto entregue ao destinatário' }] }],
    problems: [{ code: 'TRACKING_UNKNOWN_CODE' }],
  }))

it('finds nothing in the other webhook, of measured weights', () =>
  expect(decode({ OrderId: '1', Weight: 2 }).problems).toMatchObject([
    { code: 'TRACKING_EMPTY', field: ['TrackingNumber'] },
  ]))
