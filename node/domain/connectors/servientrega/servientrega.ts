import { isObject, objectOf, textOf, type Loose } from '../../values/loose'
import type { ParcelState } from '../../parcel/parcelState'
import type { CodeTable, Connector, Decoded, DecodeOptions } from '../connector'
import { messageReader, nothingIn } from '../messageReader'

const NAME = 'servientrega'

/**
 * Processes; those that hand over are read together with the state of the shipment, because "ENTREGA VERIFICADA" closes
 * a delivery and a return alike: 3 is "entregado", 4 "entregado a remitente". Alone they say nothing.
 */
const CODES: CodeTable = {
  source:
    'Goloballc/servientrega-webhook@74b9793 src/stateMap.js, the carrier’s catalogue of 2026-03-17',
  states: {
    1: 'INFO_RECEIVED',
    3: 'INFO_RECEIVED',
    6: 'IN_TRANSIT',
    9: 'IN_TRANSIT',
    10: 'IN_TRANSIT',
    12: 'IN_TRANSIT',
    14: 'IN_TRANSIT',
    25: 'IN_TRANSIT',
    27: 'IN_TRANSIT',
    28: 'IN_TRANSIT',
    31: 'IN_TRANSIT',
    32: 'IN_TRANSIT',
    42: 'IN_TRANSIT',
    43: 'IN_TRANSIT',
    45: 'IN_TRANSIT',
    // "Siniestrado": lost or damaged, which of both is not told.
    16: 'EXCEPTION',
    '11/3': 'DELIVERED',
    '11/4': 'RETURNED',
    '24/3': 'DELIVERED',
    '24/4': 'RETURNED',
  },
}

const EXAMPLE = {
  NumeroGuia: '2270004711',
  NumeroTotalPiezas: '1',
  CiudadRemitente: 'BOGOTA',
  CiudadDestinatario: 'MEDELLIN',
  IDEstadoActualEnvio: '2',
  EstadoActualEnvio: 'EN PROCESAMIENTO',
  Mov: {
    IDProcesoLogistico: '6',
    NombreProceso: 'EN PROCESAMIENTO',
    CiudadDestinoProceso: 'MEDELLIN',
    FechaProcesoLogistico: '2026-11-08 10:00:00.000',
  },
}

/** The webhook of Servientrega, Colombia: one movement of one guide. @source carriers §1.2 */
export const servientrega: Connector = {
  name: NAME,
  title: 'Servientrega',
  authentication: [{ kind: 'SHARED_HEADER', header: 'x-servientrega-auth' }],
  secretFrom: 'PROVIDER',
  defaultTimeZone: 'America/Bogota',
  codes: CODES,
  decode,
  example: JSON.stringify(EXAMPLE, null, 2),
  cannot: [
    'Pieces under one guide are not told apart: the guide counts as one parcel.',
    'A hand-over counts as a delivery only while the shipment’s state is 3 and it is not at the city of the sender.',
    'Lost and damaged bear one code: both are shown as an exception.',
    'It knows parcels by the number of the guide only.',
  ],
}

function decode(body: unknown, options: DecodeOptions): Decoded {
  const message = objectOf(body)
  const reader = messageReader(NAME, CODES, options)
  const movement = message.Mov
  if (textOf(message.NumeroGuia) === null || !isObject(movement))
    reader.tell(nothingIn([isObject(movement) ? 'NumeroGuia' : 'Mov']))
  else {
    const process = textOf(movement.IDProcesoLogistico) ?? ''
    const shipment = textOf(message.IDEstadoActualEnvio) ?? ''
    reader.take({
      trackingNumber: message.NumeroGuia,
      events: [
        {
          codes: [`${process}/${shipment}`, process],
          state: (byCode) => withoutReturn(byCode, message, movement),
          date: movement.FechaProcesoLogistico,
          descriptions: [movement.NombreConcepto, movement.NombreProceso],
          city: movement.CiudadDestinoProceso ?? movement.CiudadOrigenProceso,
          field: ['Mov'],
        },
      ],
      field: [],
    })
  }
  return reader.decoded()
}

/** What is handed over in the sender's city, and not in the recipient's, came back. */
function withoutReturn(byCode: ParcelState, message: Loose, movement: Loose): ParcelState {
  const [at, from, to] = [
    movement.CiudadDestinoProceso,
    message.CiudadRemitente,
    message.CiudadDestinatario,
  ].map((city) => textOf(city)?.toUpperCase())
  return byCode === 'DELIVERED' && at !== undefined && at === from && at !== to
    ? 'RETURNED'
    : byCode
}
