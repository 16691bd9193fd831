import { connectorLaws, optionsOf } from '../../testing/connectorLaws'
import delivered from './fixtures/delivered.json'
import { servientrega } from './servientrega'

const decode = (body: unknown) => servientrega.decode(body, optionsOf(servientrega))
const movement = (process: string, shipment: string, city = 'MEDELLIN') => ({
  ...delivered,
  IDEstadoActualEnvio: shipment,
  Mov: { ...delivered.Mov, IDProcesoLogistico: process, CiudadDestinoProceso: city },
})
const stateOf = (body: unknown) => decode(body).parcels[0].events[0].state

connectorLaws(servientrega, {
  messages: [delivered, movement('6', '2')],
  words: ['NombreConcepto', 'NombreProceso', 'EstadoActualEnvio'],
})

it('reads one movement of one guide by the clock of Colombia, and keeps nobody’s name', () => {
  const decoded = decode(delivered)
  expect(decoded).toMatchObject({
    parcels: [
      {
        trackingNumber: '2270004711',
        events: [{ state: 'DELIVERED', date: '2026-11-09T13:52:09.117-05:00', city: 'MEDELLIN' }],
      },
    ],
    problems: [],
  })
  expect(JSON.stringify(decoded)).not.toMatch(/PERSONA|CALLE|TIENDA/)
})

it.each([
  ['11', '3', 'MEDELLIN', 'DELIVERED'],
  ['24', '3', 'MEDELLIN', 'DELIVERED'],
  ['11', '4', 'BOGOTA', 'RETURNED'],
  ['11', '3', 'BOGOTA', 'RETURNED'],
  ['11', '2', 'MEDELLIN', 'UNKNOWN'],
  ['16', '5', 'MEDELLIN', 'EXCEPTION'],
  ['27', '1', 'BOGOTA', 'IN_TRANSIT'],
  ['3', '9', 'BOGOTA', 'INFO_RECEIVED'],
])('process %s of a shipment in state %s at %s is %s', (process, shipment, city, state) =>
  expect(stateOf(movement(process, shipment, city))).toBe(state)
)

it('is delivered within one city', () =>
  expect(stateOf({ ...movement('11', '3', 'BOGOTA'), CiudadDestinatario: 'Bogota' })).toBe(
    'DELIVERED'
  ))

it.each([{}, { NumeroGuia: '1' }, { Mov: {} }])('tells that nothing is in %j', (body) =>
  expect(decode(body)).toMatchObject({ parcels: [], problems: [{ code: 'TRACKING_EMPTY' }] })
)

it('is delivered in a city that is neither the sender’s nor the recipient’s, and where no city is told', () => {
  expect(stateOf(movement('11', '3', 'CALI'))).toBe('DELIVERED')
  const { CiudadDestinoProceso: _, ...Mov } = movement('11', '3').Mov
  expect(stateOf({ ...movement('11', '3'), CiudadRemitente: null, Mov })).toBe('DELIVERED')
})

it('stands where it went, else where it came from', () => {
  const { CiudadDestinoProceso: _, ...Mov } = movement('27', '1').Mov
  const { parcels } = decode({ ...delivered, Mov: { ...Mov, CiudadOrigenProceso: 'CALI' } })
  expect(parcels).toMatchObject([{ events: [{ city: 'CALI' }] }])
})
