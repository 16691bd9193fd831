import type { ParcelState } from '../../parcel/parcelState'
import type { CodeTable } from '../connector'

/** Codes of the standard by what they come to. What a carrier means by a code of its own, a store says. */
const CODES_OF: Partial<Record<ParcelState, readonly number[]>> = {
  DELIVERED: [1, 2, 24, 31],
  IN_TRANSIT: [0, 39, 40, 48, 49, 52, 53, 91, 95, 98],
  ATTEMPT_FAILED: [5, 19, 20, 21, 22, 34, 43, 44, 46, 47, 50, 58, 68, 74, 76, 87],
  AVAILABLE_FOR_PICKUP: [29],
  EXCEPTION: [
    12, 14, 15, 26, 28, 30, 32, 33, 38, 54, 55, 57, 66, 69, 70, 75, 78, 79, 82, 83, 84, 85, 86, 89,
    92, 93, 96, 97,
  ],
  RETURNED: [25],
  LOST: [23, 27, 36, 37, 80, 81],
  UNKNOWN: [99],
}
/** Refused, or no such address: a failed attempt that no second one mends. */
const REFUSED = [
  3, 4, 6, 7, 8, 9, 10, 11, 13, 16, 17, 18, 35, 41, 42, 45, 51, 56, 59, 60, 61, 62, 63, 64, 65, 71,
  72, 73, 77, 88, 90, 94,
]

/** For the carrier's statistics: nothing happened to the parcel. */
export const STATISTICS = '67'

export const OCOREN_CODES: CodeTable = {
  source: 'PROCEDA OCOREN 3.1 of 2000-05-15, list of occurrences (carriers §2.4)',
  states: Object.fromEntries([
    ...Object.entries(CODES_OF).flatMap(([state, codes]) =>
      codes.map((code): [string, ParcelState] => [String(code), state as ParcelState])
    ),
    ...REFUSED.map((code): [string, ParcelState] => [String(code), 'ATTEMPT_FAILED']),
  ]),
  needsPerson: REFUSED.map(String),
}

/** What the codes say, in the words of the standard's country; the batches page has the same ones. */
export const OCOREN_WORDS: Readonly<Record<string, string>> = {
  '0': 'Processo de transporte iniciado',
  '1': 'Entrega realizada normalmente',
  '2': 'Entrega fora da data programada',
  '3': 'Recusa por falta de pedido de compra',
  '4': 'Recusa por pedido de compra cancelado',
  '5': 'Falta de espaço físico no depósito do cliente',
  '6': 'Endereço do cliente não localizado',
  '7': 'Devolução não autorizada pelo cliente',
  '19': 'Reentrega solicitada pelo cliente',
  '20': 'Entrega prejudicada por horário',
  '21': 'Estabelecimento fechado',
  '22': 'Reentrega sem cobrança',
  '23': 'Extravio de mercadoria em trânsito',
  '24': 'Mercadoria reentregue ao cliente',
  '25': 'Mercadoria devolvida à origem',
  '26': 'Retida pela fiscalização',
  '27': 'Roubo de carga',
  '28': 'Mercadoria retida até segunda ordem',
  '29': 'Cliente retira mercadoria na transportadora',
  '31': 'Entrega com indenização efetuada',
  '46': 'Recebedor ausente',
  '52': 'Redespacho',
  '53': 'Mercadoria não embarcada',
  '60': 'Endereço de entrega errado',
  '63': 'Cliente desconhecido no local',
  '80': 'Extravio total',
  '81': 'Extravio parcial',
  '91': 'Entrega programada',
  '98': 'Chegada na cidade ou filial de destino',
  '99': 'Outros tipos de ocorrências',
}
