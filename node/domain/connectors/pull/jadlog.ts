import { invoiceOf } from '../../parcel/invoiceName'
import { isObject, listOf, objectOf, textOf } from '../../values/loose'
import type { CodeTable } from '../connector'
import { messageReader } from '../messageReader'
import { nothingKnown, refusalIn, type PullAdapter } from './pullAdapter'

const NAME = 'jadlog'
const HOST = 'prd-traffic.jadlogtech.com.br'

/** Its statuses are words of a closed list, and compared as codes: in whole, never looked into. */
const CODES: CodeTable = {
  source: 'gh:14035575039 (carriers §1.5)',
  states: {
    EMISSAO: 'IN_TRANSIT',
    ENTRADA: 'IN_TRANSIT',
    TRANSFERENCIA: 'IN_TRANSIT',
    'EM ROTA': 'OUT_FOR_DELIVERY',
    ENTREGUE: 'DELIVERED',
  },
}

/** Jadlog: asked by the key of an NF-e and who issued it. @source carriers §1.1 */
export const jadlog: PullAdapter = {
  name: NAME,
  title: 'Jadlog',
  host: HOST,
  defaultTimeZone: 'America/Sao_Paulo',
  codes: CODES,
  credentials: ['token'],
  // An answer repeats what was asked in several ways, so that only one at a time is sure to be the one that was asked.
  mostPerCall: 1,
  carries: (courier) => /\bjadlog\b/i.test(courier),
  gapMs: 250,
  canAsk: (parcel) => parcel.invoiceKey !== null && invoiceOf(parcel)?.issuerId != null,
  request: ([asked], { token }) => ({
    method: 'POST',
    url: `https://${HOST}/embarcador/api/tracking/consultar`,
    headers: {
      authorization: `Bearer ${token}`,
      'content-type': 'application/json',
      accept: 'application/json',
    },
    body: JSON.stringify({
      consulta: [
        {
          df: {
            danfe: asked?.invoiceKey,
            cnpjRemetente: asked && invoiceOf(asked)?.issuerId,
            tpDocumento: 2,
          },
        },
      ],
    }),
  }),
  decode: (answer, asked, options) => {
    const refusal = refusalIn(answer)
    if (refusal) return refusal
    if (!isObject(answer.body)) return { kind: 'AWAY' }
    // Not found is an error inside a 200, or an empty object.
    const [found] = listOf(answer.body.consulta).map(objectOf)
    if (found === undefined || found.error !== undefined || !isObject(found.tracking))
      return nothingKnown(asked)
    const reader = messageReader(NAME, CODES, options)
    reader.take({
      invoiceKey: asked[0]?.invoiceKey,
      events: listOf(found.tracking.eventos)
        .map(objectOf)
        .map(({ status, data, unidade }, place) => ({
          codes: [status],
          date: data,
          descriptions: [textOf(status)],
          city: unidade,
          field: ['consulta', 0, 'eventos', place],
        })),
      field: ['consulta', 0],
    })
    return { kind: 'READ', ...reader.decoded(), missing: [] }
  },
  cannot: [
    'Five statuses are known from public answers; a return or a failed attempt passes as text until you map its word.',
    'Its place is the name of a unit.',
  ],
}
