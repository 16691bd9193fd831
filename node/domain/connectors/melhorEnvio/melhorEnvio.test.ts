import { connectorLaws, identitiesOf, optionsOf } from '../../testing/connectorLaws'
import { moment } from '../../testing/someParcel'
import posted from './fixtures/posted.json'
import { melhorEnvio } from './melhorEnvio'

const receivedAt = moment('2026-11-10T12:00:00Z')
const options = { ...optionsOf(melhorEnvio), receivedAt }
const decode = (body: unknown) => melhorEnvio.decode(body, options)
const step = (event: string, more: object = {}) => ({ event, data: { ...posted.data, ...more } })
const delivered = step('order.delivered', { delivered_at: '2026-11-09 13:52:00' })

connectorLaws(melhorEnvio, { messages: [posted, delivered], words: [] })

it('reads one step of one label, by the number of the carrier', () =>
  expect(decode(posted)).toMatchObject({
    parcels: [
      {
        parcelId: '9f0c2e0a-1111-4a6b-9c3d-00000000a711',
        trackingNumber: 'ME26000047110BR',
        events: [
          {
            id: 'order.posted',
            state: 'IN_TRANSIT',
            date: '2026-11-06T09:15:02-03:00',
            description: 'Objeto postado',
          },
        ],
      },
    ],
    problems: [],
  }))

it('says nothing of a label that has no number yet', () => {
  const label = step('order.generated', { tracking: null })
  expect(decode(label)).toEqual({ parcels: [], problems: [] })
})

it('takes no delivery of a label without a number', () =>
  expect(decode(step('order.delivered', { tracking: null }))).toMatchObject({
    parcels: [],
    problems: [{ code: 'INVOICE_NOT_NAMED' }],
  }))

it('has the moment of the message for a step without a stamp, and is one event however often it comes', () => {
  const undelivered = step('order.undelivered')
  expect(decode(undelivered).parcels[0].events).toMatchObject([
    { state: 'EXCEPTION', date: receivedAt },
  ])
  const later = { ...options, receivedAt: moment('2026-11-10T12:15:00Z') }
  expect(identitiesOf(melhorEnvio.decode(undelivered, later).parcels)).toEqual(
    identitiesOf(decode(undelivered).parcels)
  )
  expect(melhorEnvio.decode(undelivered, optionsOf(melhorEnvio)).problems).toMatchObject([
    { code: 'DATE_INVALID', field: ['data', 'date'] },
  ])
})

it('tells of a step that it does not know', () =>
  expect(decode(step('order.teleported'))).toMatchObject({
    parcels: [{ events: [{ state: 'UNKNOWN', description: 'order.teleported' }] }],
    problems: [{ code: 'TRACKING_UNKNOWN_CODE' }],
  }))

it.each(['constructor', '__proto__', 'toString'])('a step named %s is unknown, too', (event) =>
  expect(decode(step(event)).parcels[0].events).toMatchObject([{ state: 'UNKNOWN' }])
)

it.each([undefined, '', {}, { event: 'ping' }, { data: {} }])('answers the question %j', (body) =>
  expect(melhorEnvio.probe?.isProbe(body)).toBe(true)
)

it('answers nothing that names a label', () =>
  expect(melhorEnvio.probe?.isProbe(posted)).toBe(false))
