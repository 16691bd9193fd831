import { mergeReports } from '../../parcel/newEvents'
import type { ParcelState } from '../../parcel/parcelState'
import type { Connector, Decoded, DecodeOptions } from '../connector'
import { messageReader, nothingIn } from '../messageReader'
import { OCOREN_CODES, OCOREN_WORDS, STATISTICS } from './codes'
import { readOccurrences, type Occurrence } from './occurrences'

const EXAMPLE = [
  '000TRANSPORTADORA EXEMPLO             LOJA EXEMPLO LTDA                  0911262000OCO091120001',
  '340OCORR091120001',
  '34199888777000166TRANSPORTADORA EXEMPLO LTDA',
  '342112223330001811  000047119808112026191000CHEGADA NA FILIAL DE CAMPINAS',
]
  .map((line) => line.padEnd(120))
  .join('\r\n')

/** A carrier's file of occurrences by POST: PROCEDA's OCOREN 3.1 and 5.0. @source carriers §2 */
export const ocoren: Connector = {
  name: 'ocoren',
  title: 'OCOREN 3.1 / 5.0',
  authentication: [{ kind: 'SHARED_HEADER', header: 'x-carrier-key' }],
  secretFrom: 'STORE',
  defaultTimeZone: 'America/Sao_Paulo',
  codes: OCOREN_CODES,
  decode: (body, options) => decodeOcoren('ocoren', typeof body === 'string' ? body : '', options),
  example: EXAMPLE,
  cannot: [
    'It names invoices, not parcels: by issuer, series and number. Where a carrier leaves issuer or series out, the number alone is no name.',
    'A time that is left out counts as midnight; none has a zone.',
    'Carriers give codes meanings of their own: map them as <code>, or as <CNPJ of the carrier>/<code> where several send here.',
    'A delivery with remark 01 or 02 (refused, wholly or in part) is no delivery: a person has to look.',
    'Files of 320 columns with records 510 and 511 are not the standard, and are not read.',
  ],
}

/** @param connector in whose name codes that nobody knows are told */
export function decodeOcoren(connector: string, text: string, options: DecodeOptions): Decoded {
  const reader = messageReader(connector, OCOREN_CODES, options)
  const { occurrences, strange } = readOccurrences(text)
  for (const line of strange) reader.tell(nothingIn(['lines', line]))
  if (occurrences.length + strange.length === 0) reader.tell(nothingIn(['lines']))
  for (const occurrence of occurrences) if (occurrence.code !== STATISTICS) take(occurrence)
  const { parcels, problems } = reader.decoded()
  return { parcels: mergeReports(parcels), problems }

  function take({ line, carrier, code, remark, text: own, ...rest }: Occurrence): void {
    reader.take({
      issuerId: withoutZeros(rest.issuer),
      series: rest.series,
      invoiceNumber: withoutZeros(rest.number),
      events: [
        {
          codes: carrier === '' ? [code] : [`${carrier}/${code}`, code],
          state: (byCode) => withRemark(byCode, remark),
          date: rest.date,
          descriptions: [
            [OCOREN_WORDS[code] ?? `Ocorrência ${code}`, own]
              .filter((part) => part !== '')
              .join('. '),
          ],
          ...(remark === PARTLY_REFUSED ? { needsPerson: true } : {}),
          field: ['lines', line],
        },
      ],
      field: ['lines', line],
    })
  }
}

const REFUSED = '01'
const PARTLY_REFUSED = '02'

/** What was refused wholly goes back, whatever the code; what was refused in part was not simply delivered. */
function withRemark(byCode: ParcelState, remark: string): ParcelState {
  if (remark === REFUSED) return byCode === 'RETURNED' || byCode === 'LOST' ? byCode : 'RETURNING'
  return remark === PARTLY_REFUSED && byCode === 'DELIVERED' ? 'ATTEMPT_FAILED' : byCode
}

/** A field that is all zeros is one that was not given. */
function withoutZeros(text: string): string {
  return /^0+$/.test(text) ? '' : text
}
