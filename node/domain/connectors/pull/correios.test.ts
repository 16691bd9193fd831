import { whatIsDelivered } from '../../parcel/parcelStanding'
import { NOW_MS } from '../../testing/someParcel'
import { correios } from './correios'
import found from './fixtures/correios.json'

const asked = ['OY000047110BR', 'OY000047123BR'].map((trackingNumber) => ({
  trackingNumber,
  invoiceKey: null,
  invoice: null,
}))
const options = { timeZone: correios.defaultTimeZone, codes: new Map() }
const decode = (body: unknown) => {
  const result = correios.decode({ status: 200, retryAfterSeconds: null, body }, asked, options)
  if (result.kind !== 'READ') throw new Error(result.kind)
  return result
}
type Entry = readonly [code: string, type: string, hour: string]
const withEvents = (...events: readonly Entry[]) => ({
  objetos: [
    {
      codObjeto: 'OY000047110BR',
      eventos: events.map(([codigo, tipo, hour]) => ({
        codigo,
        tipo,
        dtHrCriado: `2026-11-09T${hour}:00:00`,
        descricao: 'Objeto entregue ao destinatário',
      })),
    },
  ],
})
const statesOf = (...events: readonly Entry[]) =>
  decode(withEvents(...events)).parcels[0].events.map(({ state }) => state)

it('reads each object, and which one it does not know', () => {
  const { parcels, missing, problems } = decode(found)
  expect(problems).toEqual([])
  expect(missing).toEqual([asked[1]])
  expect(parcels).toMatchObject([
    {
      trackingNumber: 'OY000047110BR',
      events: [
        { code: 'PO/1', state: 'IN_TRANSIT', date: '2026-11-06T16:05:00-03:00' },
        { code: 'RO/1', state: 'IN_TRANSIT' },
        { code: 'OEC/1', state: 'OUT_FOR_DELIVERY', city: 'CAMPINAS', region: 'SP' },
        { code: 'BDE/20', state: 'ATTEMPT_FAILED' },
        { code: 'BDE/23', state: 'RETURNED' },
      ],
    },
  ])
})

it('delivers nothing that was handed to the sender, though it says "entregue"', () =>
  expect(whatIsDelivered(decode(found).parcels, NOW_MS)).toMatchObject({
    isDelivered: false,
    state: 'RETURNED',
    attention: [{ code: 'TRACKING_RETURNED' }],
  }))

it.each([
  ['BDE', '01', 'DELIVERED'],
  ['BDI', '70', 'DELIVERED'],
  ['BDR', '67', 'DELIVERED'],
  ['CO', '8', 'DELIVERED'],
  ['OEC', '09', 'RETURNING'],
  ['BDE', '22', 'EXCEPTION'],
  ['BDR', '63', 'RETURNING'],
  ['LDI', '01', 'AVAILABLE_FOR_PICKUP'],
  ['BDE', '51', 'LOST'],
  ['BDE', '99', 'UNKNOWN'],
  ['XYZ', '1', 'UNKNOWN'],
])('%s %s is %s, whatever its words', (code, type, state) =>
  expect(statesOf([code, type, '10'])).toEqual([state])
)

it('takes an entry back that another one annuls', () =>
  expect(statesOf(['EST', '01', '12'], ['BDE', '01', '11'], ['OEC', '01', '10'])).toEqual([
    'OUT_FOR_DELIVERY',
  ]))

it('asks once a person is needed: refused, wrong address', () =>
  expect(
    decode(withEvents(['BDE', '04', '10'])).parcels[0].events.map(({ needsPerson }) => needsPerson)
  ).toEqual([true]))

it('signs in with the card, and asks for all events of fifty', () => {
  const credentials = { user: 'u', accessCode: 'c', postingCard: '0077', token: 't' }
  expect(correios.signIn?.request(credentials)).toMatchObject({
    headers: { authorization: 'Basic dTpj' },
    body: '{"numero":"0077"}',
  })
  const token = (body: unknown, status = 201) =>
    correios.signIn?.token({ status, retryAfterSeconds: null, body })
  expect(token({ token: 'abc' })).toBe('abc')
  expect(token({ token: 'abc' }, 400)).toBeNull()
  expect(token('<html>')).toBeNull()
  const { url, headers } = correios.request(asked, credentials, '2026-11-09')
  expect(url).toMatch(/codigosObjetos=OY000047110BR&codigosObjetos=OY000047123BR&resultado=T$/)
  expect(headers).toMatchObject({ authorization: 'Bearer t', 'accept-language': 'pt-BR' })
})

it('asks about numbers of the postal union alone', () =>
  expect(correios.canAsk?.({ ...asked[0], trackingNumber: 'IP20261109BR' })).toBe(false))
