import { json, type Incoming } from '../http/exchange'
import type { KnownParcel, Scan } from './behaviour'
import { basicOf, bodyOf, WRONG, type CarrierSystem } from './system'

const TOKEN = 'a-token-of-correios'
const MOST_OBJECTS = 50

export const correios: CarrierSystem = {
  name: 'correios',
  host: 'api.correios.com.br',
  error: json(200, { msgs: ['SRO-009: Nao foi possivel processar a consulta'] }),
  answer: (request, known) => {
    if (request.path === '/token/v1/autentica/cartaopostagem') return signIn(request)
    if (request.path !== '/srorastro/v1/objetos' || request.method !== 'GET') return null
    if (request.headers.authorization !== `Bearer ${TOKEN}`)
      return json(401, { msgs: ['GTW-007: Token invalido'] })
    if (!['pt-BR', 'en', 'es-ES'].includes(request.headers['accept-language'] ?? ''))
      return json(400, { msgs: ['SRO-018: Idioma nao suportado'] })
    const codes = request.query.getAll('codigosObjetos')
    if (codes.length === 0 || codes.length > MOST_OBJECTS)
      return json(400, { msgs: ['SRO-010: Quantidade de objetos invalida'] })
    const objetos = codes.map((code) => objectOf(code, known))
    return json(200, { versao: '1.2.0', quantidade: objetos.length, objetos })
  },
}

function signIn(request: Incoming) {
  const given = basicOf(request)
  const { numero } = (bodyOf(request) ?? {}) as { numero?: unknown }
  const isGood =
    given && given.user !== WRONG && given.password !== '' && typeof numero === 'string'
  return isGood
    ? json(201, { ambiente: 'PRODUCAO', token: TOKEN, expiraEm: '2030-01-01T00:00:00' })
    : json(400, { msgs: ['GTW-006: Usuario ou codigo de acesso invalido'] })
}

function objectOf(code: string, known: readonly KnownParcel[]) {
  const parcel = known.find(({ trackingNumber }) => trackingNumber === code)
  if (!parcel) return { codObjeto: code, mensagem: 'SRO-020: Objeto nao encontrado na base' }
  // Newest first, as Correios lists them.
  return { codObjeto: code, eventos: [...parcel.scans].reverse().map(eventOf) }
}

function eventOf({ code, words, at, city, region }: Scan) {
  const [codigo = code, tipo = '01'] = code.split('/')
  return {
    codigo,
    tipo,
    dtHrCriado: at,
    descricao: words,
    unidade: { tipo: 'Unidade de Distribuição', endereco: { cidade: city, uf: region } },
  }
}
