import { whatIsDelivered } from '../../parcel/parcelStanding'
import { connectorLaws, identitiesOf, optionsOf } from '../../testing/connectorLaws'
import { NOW_MS } from '../../testing/someParcel'
import { aftership } from './aftership'
import attempt from './fixtures/attempt.json'
import delivered from './fixtures/delivered.json'

const decode = (body: unknown, timeZone = aftership.defaultTimeZone) =>
  aftership.decode(body, { ...optionsOf(aftership), timeZone })
const withTag = (tag: string, subtag: string) => ({
  msg: {
    tracking_number: 'A1',
    checkpoints: [{ checkpoint_time: '2026-11-09T14:10:00Z', message: 'x', tag, subtag }],
  },
})

connectorLaws(aftership, {
  messages: [attempt, delivered],
  words: ['message'],
  lists: ['checkpoints'],
})

it('reads a naive time by the zone of the connector, beside one with its offset', () => {
  const dates = (zone: string) => decode(attempt, zone).parcels[0].events.map(({ date }) => date)
  expect(dates('America/Sao_Paulo')).toEqual([
    '2026-11-08T11:40:00-03:00',
    '2026-11-09T14:10:00-03:00',
  ])
  expect(dates('America/Mexico_City')[0]).toBe('2026-11-08T11:40:00-06:00')
  expect(dates('America/Mexico_City')[1]).toBe('2026-11-09T14:10:00-03:00')
})

it('takes the webhook’s id for no event’s: the same checkpoint in the next message is the same event', () => {
  const told = identitiesOf(decode(attempt).parcels)
  const again = identitiesOf(decode(delivered).parcels)
  expect(again.filter((identity) => told.includes(identity))).toHaveLength(1)
})

it('delivers by the tag, whatever the subtag, and keeps no name', () => {
  const { parcels, problems } = decode(delivered)
  expect(problems).toEqual([])
  expect(whatIsDelivered(parcels, NOW_MS)).toMatchObject({
    isDelivered: true,
    deliveredAt: '2026-11-10T09:15:00-03:00',
  })
  expect(JSON.stringify([decode(attempt), decode(delivered)])).not.toMatch(/PERSONA|persona@/)
})

it.each([
  ['Exception', 'Exception_001', 'EXCEPTION', false],
  ['Exception', 'Exception_003', 'ATTEMPT_FAILED', true],
  ['Exception', 'Exception_010', 'RETURNING', false],
  ['Exception', 'Exception_011', 'RETURNED', false],
  ['AvailableForPickup', 'AvailableForPickup_001', 'AVAILABLE_FOR_PICKUP', false],
])('%s with %s is %s', (tag, subtag, state, needsPerson) =>
  expect(decode(withTag(tag, subtag)).parcels[0].events).toMatchObject([
    { code: tag, state, needsPerson },
  ])
)

it('tells of a tag that it does not know, not of a subtag whose tag it knows', () => {
  expect(decode(withTag('InTransit', 'InTransit_099')).problems).toEqual([])
  expect(decode(withTag('Teleported', 'Teleported_001')).problems).toMatchObject([
    {
      code: 'TRACKING_UNKNOWN_CODE',
      facts: [{ value: 'aftership' }, { name: 'code', value: 'Teleported' }],
    },
  ])
})

it('answers a test message of the registration, and none that names a parcel', () => {
  const isProbe = (body: unknown) => aftership.probe?.isProbe(body)
  expect(isProbe({ event: 'test' })).toBe(true)
  expect(isProbe({ msg: {} })).toBe(true)
  expect(isProbe(attempt)).toBe(false)
  expect(isProbe('text')).toBe(false)
})
