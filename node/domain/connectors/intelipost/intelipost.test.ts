import { mergeReports } from '../../parcel/newEvents'
import { whatIsDelivered } from '../../parcel/parcelStanding'
import { connectorLaws, optionsOf } from '../../testing/connectorLaws'
import { NOW_MS } from '../../testing/someParcel'
import delivered from './fixtures/delivered.json'
import failed from './fixtures/failed.json'
import { intelipost } from './intelipost'

const decode = (body: unknown, codes = {}) => intelipost.decode(body, optionsOf(intelipost, codes))

connectorLaws(intelipost, {
  messages: [delivered, failed],
  words: ['provider_message', 'esprinter_message', 'name', 'shipment_order_volume_state_localized'],
})

it('reads one event of one volume, and of its invoice', () => {
  expect(decode(delivered)).toEqual({
    parcels: [
      {
        parcelId: '1290000000011-01/1',
        trackingNumber: 'IP20261109BR',
        invoiceKey: '35261111222333000181550010000047111123456787',
        invoice: { issuerId: null, series: '1', number: '4711' },
        events: [
          {
            id: '1384656',
            code: 'DELIVERED',
            state: 'DELIVERED',
            date: '2026-11-09T13:52:00.000-03:00',
            description: 'ENTREGA REALIZADA NORMALMENTE',
            city: 'Campinas',
            region: 'SP',
            pickupUntil: null,
            needsPerson: false,
          },
        ],
      },
    ],
    problems: [],
  })
})

it('reads the moment out of milliseconds where no text is there', () => {
  expect(decode(failed).parcels[0].events[0]).toMatchObject({
    date: '2026-11-10T05:40:00-03:00',
    description: 'Não entregue: mercadoria entregue ao remetente',
  })
})

it('says exception of a failed delivery until the store has mapped the micro state', () => {
  const [{ events }] = decode(failed).parcels
  expect(events).toMatchObject([{ state: 'EXCEPTION' }])
  const mapped = decode(failed, { 'MICRO:57': 'RETURNED' })
  expect(mapped.parcels[0].events).toMatchObject([{ state: 'RETURNED' }])
  expect(decode(delivered, { 'MICRO:57': 'RETURNED' }).parcels[0].events).toMatchObject([
    { state: 'DELIVERED' },
  ])
})

it('delivers an invoice of two volumes with the last of them', () => {
  const second = {
    ...delivered,
    volume_number: '2',
    history: { ...delivered.history, shipment_order_volume_state_history: 1384900 },
  }
  const one = mergeReports(decode(delivered).parcels, decode(failed).parcels)
  expect(one).toHaveLength(2)
  expect(whatIsDelivered(one, NOW_MS).isDelivered).toBe(false)
  const both = mergeReports(one, decode(second).parcels)
  expect(both).toHaveLength(2)
  expect(whatIsDelivered(both, NOW_MS).isDelivered).toBe(true)
})

it('tells of a macro state that it does not know', () => {
  const body = { ...delivered, history: { ...delivered.history, shipment_order_volume_state: 'X' } }
  const { parcels, problems } = decode(body)
  expect(parcels[0].events).toMatchObject([{ state: 'UNKNOWN' }])
  expect(problems).toMatchObject([
    { code: 'TRACKING_UNKNOWN_CODE', facts: [{ value: 'intelipost' }, { value: 'X' }] },
  ])
})

it('takes no link or name of what was signed', () => {
  expect(JSON.stringify(decode(delivered))).not.toMatch(/canhoto|example\.com/)
})

it('tells that nothing is in it where no history is', () =>
  expect(decode({ invoice: delivered.invoice })).toMatchObject({
    parcels: [],
    problems: [{ code: 'TRACKING_EMPTY', field: ['history'] }],
  }))

it.each([{ code: '7' }, { id: 7 }, { code: '7', id: 9 }])('maps the micro state %j', (micro) => {
  const history = { ...delivered.history, shipment_volume_micro_state: micro }
  const options = optionsOf(intelipost, { 'MICRO:7': 'LOST' })
  expect(intelipost.decode({ ...delivered, history }, options).parcels).toMatchObject([
    { events: [{ state: 'LOST' }] },
  ])
})
