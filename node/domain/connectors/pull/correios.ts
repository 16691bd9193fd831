import { momentIn } from '../../parcel/localMoment'
import { epochOf } from '../../values/instant'
import { isObject, listOf, objectOf, textOf, type Loose } from '../../values/loose'
import { sameTrackingNumber } from '../../package/trackingNumber'
import { messageReader, type SentEvent } from '../messageReader'
import { ANNULS, CORREIOS_CODES } from './correiosCodes'
import { basic, refusalIn, type AskedParcel, type PullAdapter } from './pullAdapter'

const NAME = 'correios'
const HOST = 'api.correios.com.br'
/** Thirteen characters of the postal union. */
const OBJECT = /^[A-Z]{2}\d{9}[A-Z]{2}$/

/** Correios, SRO rastro v1: up to fifty objects of one's own contract a call. @source carriers §1.1 */
export const correios: PullAdapter = {
  name: NAME,
  title: 'Correios',
  host: HOST,
  defaultTimeZone: 'America/Sao_Paulo',
  codes: CORREIOS_CODES,
  credentials: ['user', 'accessCode', 'postingCard'],
  mostPerCall: 50,
  carries: (courier) => /\bcorreios?\b|\b(?:sedex|pac)\b/i.test(courier),
  gapMs: 250,
  canAsk: ({ trackingNumber }) => OBJECT.test(trackingNumber ?? ''),
  signIn: {
    request: ({ user, accessCode, postingCard }) => ({
      method: 'POST',
      url: `https://${HOST}/token/v1/autentica/cartaopostagem`,
      headers: {
        authorization: basic(user, accessCode),
        'content-type': 'application/json',
        accept: 'application/json',
      },
      body: JSON.stringify({ numero: postingCard }),
    }),
    token: ({ status, body }) => (status < 300 ? textOf(objectOf(body).token) : null),
  },
  request: (asked, { token }) => {
    const objects = asked.map(
      ({ trackingNumber }) => `codigosObjetos=${encodeURIComponent(trackingNumber ?? '')}`
    )
    return {
      method: 'GET',
      url: `https://${HOST}/srorastro/v1/objetos?${[...objects, 'resultado=T'].join('&')}`,
      // Without one of the languages that it has, the answer is SRO-018.
      headers: {
        authorization: `Bearer ${token}`,
        accept: 'application/json',
        'accept-language': 'pt-BR',
      },
      body: null,
    }
  },
  decode: (answer, asked, options) => {
    const refusal = refusalIn(answer)
    if (refusal) return refusal
    const { objetos } = objectOf(answer.body)
    if (!Array.isArray(objetos)) return { kind: 'AWAY' }
    const reader = messageReader(NAME, CORREIOS_CODES, options)
    const known = objetos.map(objectOf).filter(({ eventos }) => listOf(eventos).length > 0)
    known.forEach((object, place) => {
      reader.take({
        trackingNumber: object.codObjeto,
        events: standing(listOf(object.eventos).map(objectOf), options.timeZone).map((event) =>
          eventOf(event, ['objetos', place, 'eventos'])
        ),
        field: ['objetos', place],
      })
    })
    const missing = asked.filter((one) => !known.some((object) => isOf(object, one)))
    return { kind: 'READ', ...reader.decoded(), missing }
  },
  cannot: [
    'Only objects of your own contract; a contract without the API of tracking is answered 403.',
    'Times have no zone: whether they are Brasília’s or the unit’s is not documented.',
    'Its codes are those of 2020; a new one passes as text and is told once.',
  ],
}

function isOf(object: Loose, { trackingNumber }: AskedParcel): boolean {
  return sameTrackingNumber(textOf(object.codObjeto), trackingNumber)
}

/** Entries that stand: what another one took back is gone, and so is that one. */
function standing(events: readonly Loose[], zone: string): readonly Loose[] {
  const at = ({ dtHrCriado }: Loose) => {
    const moment = momentIn(dtHrCriado, zone)
    return moment === null ? 0 : epochOf(moment)
  }
  const oldestFirst = events.map((event) => ({ event, at: at(event) })).sort((a, b) => a.at - b.at)
  const left: Loose[] = []
  for (const { event } of oldestFirst)
    if (textOf(event.codigo)?.toUpperCase() === ANNULS) left.pop()
    else left.push(event)
  return left
}

function eventOf(event: Loose, field: SentEvent['field']): SentEvent {
  const code = textOf(event.codigo) ?? ''
  const type = textOf(event.tipo)?.replace(/^0+(?=\d)/, '') ?? ''
  const unit = isObject(event.unidade) ? event.unidade : {}
  const address = objectOf(unit.endereco)
  return {
    codes: [code, `${code}/${type}`],
    date: event.dtHrCriado,
    descriptions: [event.descricao],
    city: address.cidade,
    region: address.uf,
    field,
  }
}
