import { all, childrenNamed, readXml, textAt, type XmlElement } from '../../fiscal/xmlTree'
import type { CodeTable } from '../connector'
import { messageReader } from '../messageReader'
import { basic, refusalIn, type PullAdapter } from './pullAdapter'

const NAME = 'total-express'
const HOST = 'edi.totalexpress.com.br'

const CODES: CodeTable = {
  source: 'gh:69346199729, gh:18951867118, gh:39911693 (carriers §1.5)',
  states: { 0: 'INFO_RECEIVED', 1: 'DELIVERED', 83: 'IN_TRANSIT', 102: 'IN_TRANSIT' },
}

/** Total Express: one SOAP call for all parcels that have news on a day. @source carriers §1.1 */
export const totalExpress: PullAdapter = {
  name: NAME,
  title: 'Total Express',
  host: HOST,
  defaultTimeZone: 'America/Sao_Paulo',
  codes: CODES,
  credentials: ['user', 'password'],
  mostPerCall: 1,
  carries: (courier) => /\btotal ?(?:express|ex)\b|\btex\b/i.test(courier),
  gapMs: 1000,
  canAsk: null,
  request: (_, { user, password }, day) => ({
    method: 'POST',
    url: `https://${HOST}/webservice24.php`,
    headers: {
      authorization: basic(user, password),
      'content-type': 'text/xml;charset=UTF-8',
      soapaction: '"ObterTracking"',
    },
    body: envelope(day),
  }),
  decode: (answer, _, options) => {
    const refusal = refusalIn(answer)
    if (refusal) return refusal
    const reading = typeof answer.body === 'string' ? readXml(answer.body) : { unsafe: true }
    if (!('root' in reading)) return { kind: 'AWAY' }
    const [response] = all(reading.root, 'ObterTrackingResponse')
    if (response === undefined || all(reading.root, 'Fault').length > 0) return { kind: 'AWAY' }
    const reader = messageReader(NAME, CODES, options)
    const parcels = all(response, 'item').filter((item) => textAt(item, 'AWB') !== null)
    parcels.forEach((parcel, place) => {
      reader.take({
        trackingNumber: textAt(parcel, 'AWB'),
        series: textAt(parcel, 'SerieNotaFiscal') ?? textAt(parcel, 'NotaFiscalSerie'),
        invoiceNumber: textAt(parcel, 'NotaFiscal'),
        events: statusesOf(parcel).map((status) => ({
          codes: [textAt(status, 'CodStatus')],
          date: textAt(status, 'DataStatus'),
          descriptions: [textAt(status, 'DescStatus')],
          field: ['parcels', place],
        })),
        field: ['parcels', place],
      })
    })
    return { kind: 'READ', ...reader.decoded(), missing: [] }
  },
  cannot: [
    'It is asked by day, not by parcel, and gives no place.',
    'Only the codes 0, 1, 83 and 102 are known from public answers; that 1 is "delivered" is usage, not a page of theirs.',
    'Parcels that Correios carries for it have a list of their own, which is not read.',
  ],
}

function statusesOf(parcel: XmlElement): readonly XmlElement[] {
  return parcel.children
    .filter(({ name }) => name === 'ArrayStatusTotal')
    .flatMap((list) => childrenNamed(list, 'item'))
}

function envelope(day: string): string {
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/" xmlns:urn="urn:ObterTracking">',
    '<soapenv:Body><urn:ObterTracking><ObterTrackingRequest>',
    `<DataConsulta>${day.replace(/[^\d-]/g, '')}</DataConsulta>`,
    '</ObterTrackingRequest></urn:ObterTracking></soapenv:Body></soapenv:Envelope>',
  ].join('')
}
