import { invoiceOf } from '../../parcel/invoiceName'
import { isObject, listOf, objectOf, textOf } from '../../values/loose'
import type { CodeTable } from '../connector'
import { messageReader } from '../messageReader'
import { basic, nothingKnown, refusalIn, type PullAdapter } from './pullAdapter'

const NAME = 'braspress'
const HOST = 'api.braspress.com'

/** No list of its statuses is public: all are the store's to map. */
const CODES: CodeTable = { source: 'none found (carriers §1.1)', states: {} }

/** Braspress: asked by the number of one invoice and the CNPJ of who pays the freight. @source carriers §1.1 */
export const braspress: PullAdapter = {
  name: NAME,
  title: 'Braspress',
  host: HOST,
  defaultTimeZone: 'America/Sao_Paulo',
  codes: CODES,
  credentials: ['user', 'password', 'payerId'],
  mostPerCall: 1,
  carries: (courier) => /\bbraspress\b/i.test(courier),
  gapMs: 250,
  canAsk: (parcel) => invoiceOf(parcel) !== null,
  request: ([asked], { user, password, payerId }) => {
    const [payer, number] = [payerId, asked ? (invoiceOf(asked)?.number ?? '') : ''].map(
      encodeURIComponent
    )
    return {
      method: 'GET',
      url: `https://${HOST}/v3/tracking/byNf/${payer}/${number}/json`,
      headers: { authorization: basic(user, password), accept: 'application/json' },
      body: null,
    }
  },
  decode: (answer, asked, options) => {
    const refusal = refusalIn(answer)
    if (refusal) return refusal
    if (!isObject(answer.body)) return { kind: 'AWAY' }
    const freights = listOf(answer.body.conhecimentos).map(objectOf)
    if (freights.length === 0) return nothingKnown(asked)
    const reader = messageReader(NAME, CODES, options)
    const [parcel] = asked
    freights.forEach((freight, place) => {
      const status = textOf(freight.status)
      reader.take({
        // An invoice may go in several freights: it is delivered when the last one is.
        parcelId: textOf(freight.numero),
        invoiceKey: parcel?.invoiceKey,
        issuerId: parcel?.invoice?.issuerId,
        series: parcel?.invoice?.series,
        invoiceNumber: parcel?.invoice?.number,
        events: [
          {
            codes: [status],
            date: freight.dataOcorrencia,
            descriptions: [freight.ultimaOcorrencia, status],
            field: ['conhecimentos', place],
          },
        ],
        field: ['conhecimentos', place],
      })
    })
    return { kind: 'READ', ...reader.decoded(), missing: [] }
  },
  cannot: [
    'Which statuses it has is not public: nothing is delivered until you map the one that says so.',
    'Only the last event of each freight is read, of ninety days back.',
  ],
}
