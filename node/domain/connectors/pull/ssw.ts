import { isObject, listOf, objectOf, textOf, type Loose } from '../../values/loose'
import type { CodeTable } from '../connector'
import { messageReader, type SentEvent } from '../messageReader'
import { placeIn } from '../places'
import { nothingKnown, refusalIn, type PullAdapter, type PullResult } from './pullAdapter'

const NAME = 'ssw'

/** Its numbers follow OCOREN's in part only (80 is no loss here): what is not seen in public answers is not guessed. */
const CODES: CodeTable = {
  source: 'gh:55650487497, a recorded answer (carriers §1.5)',
  states: { 1: 'DELIVERED', 80: 'INFO_RECEIVED', 85: 'OUT_FOR_DELIVERY' },
}

/** SSW, the system of a great many small carriers: asked by the key of one NF-e, without credentials. @source carriers §1.1 */
export const ssw: PullAdapter = {
  name: NAME,
  title: 'SSW',
  host: 'ssw.inf.br',
  defaultTimeZone: 'America/Sao_Paulo',
  codes: CODES,
  credentials: [],
  mostPerCall: 1,
  carries: null,
  gapMs: 100,
  canAsk: ({ invoiceKey }) => invoiceKey !== null,
  request: ([asked]) => ({
    method: 'POST',
    url: 'https://ssw.inf.br/api/trackingdanfe',
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    body: JSON.stringify({ chave_nfe: asked?.invoiceKey ?? '' }),
  }),
  decode: (answer, asked, options) => {
    const refusal = refusalIn(answer)
    if (refusal) return refusal
    const body = objectOf(answer.body)
    const document = objectOf(body.documento)
    if (body.success === false) return nothingKnown(asked)
    if (body.success !== true || !isObject(body.documento)) return { kind: 'AWAY' }
    const reader = messageReader(NAME, CODES, options)
    reader.take({
      invoiceKey: asked[0]?.invoiceKey,
      events: listOf(document.tracking).map((event, place) =>
        eventOf(objectOf(event), ['documento', 'tracking', place])
      ),
      field: ['documento'],
    })
    const read: PullResult = { kind: 'READ', ...reader.decoded(), missing: [] }
    return read
  },
  cannot: [
    'Only the codes 1, 80 and 85 are known from public answers; others pass as text until you map them.',
    'What was typed in late bears the moment at which it happened only where the carrier gave it.',
    'Its quota is not published.',
  ],
}

/** "ENTREGA REALIZADA (1)" bears its code behind it. Its `descricao` is free text, with names in it. */
function eventOf(event: Loose, field: SentEvent['field']): SentEvent {
  const words = textOf(event.ocorrencia)
  const inWords = /\((\d{1,3})\)$/.exec(words ?? '')?.[1]
  return {
    codes: [textOf(event.codigo_ssw) ?? inWords],
    date: event.data_hora_efetiva ?? event.data_hora,
    descriptions: [words?.replace(/\s*\(\d{1,3}\)$/, '')],
    ...placeIn(event.cidade),
    field,
  }
}
