import { json } from '../http/exchange'
import { basicOf, WRONG, type CarrierSystem } from './system'

const BY_INVOICE = /^\/v3\/tracking\/byNf\/([^/]+)\/([^/]+)\/json$/

export const braspress: CarrierSystem = {
  name: 'braspress',
  host: 'api.braspress.com',
  error: json(200, { statusCode: 500, message: 'Erro ao consultar' }),
  answer: (request, known) => {
    const asked = BY_INVOICE.exec(request.path)
    if (!asked || request.method !== 'GET') return null
    const given = basicOf(request)
    if (!given || given.user === WRONG) return json(401, { message: 'Credenciais invalidas' })
    const number = decodeURIComponent(asked[2]!)
    const found = known.filter(({ invoiceNumber }) => invoiceNumber === number)
    return json(200, {
      conhecimentos: found.map(({ trackingNumber, scans }) => {
        const last = scans[scans.length - 1]
        return {
          numero: trackingNumber,
          status: last?.code,
          ultimaOcorrencia: last?.words,
          dataOcorrencia: last && dayFirst(last.at),
        }
      }),
    })
  },
}

function dayFirst(at: string): string {
  const [day = '', clock = ''] = at.split('T')
  return `${day.split('-').reverse().join('/')} ${clock}`
}
