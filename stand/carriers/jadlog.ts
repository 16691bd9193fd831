import { json } from '../http/exchange'
import { bodyOf, WRONG, type CarrierSystem } from './system'

interface Question {
  readonly consulta?: readonly { readonly df?: { readonly danfe?: unknown } }[]
}

export const jadlog: CarrierSystem = {
  name: 'jadlog',
  host: 'prd-traffic.jadlogtech.com.br',
  error: json(200, {}),
  answer: (request, known) => {
    if (request.path !== '/embarcador/api/tracking/consultar' || request.method !== 'POST')
      return null
    const token = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1]
    if (token === undefined || token === WRONG) return json(401, { error: 'Unauthorized' })
    const { consulta = [] } = (bodyOf(request) ?? {}) as Question
    return json(200, {
      consulta: consulta.map(({ df }) => {
        const parcel = known.find(({ invoiceKey }) => invoiceKey === df?.danfe)
        if (!parcel) return { error: { id: -1, descricao: 'Nao localizado.' } }
        const eventos = parcel.scans.map(({ code, at, city }) => ({
          data: at.replace('T', ' '),
          status: code,
          unidade: city,
        }))
        return { tracking: { codigo: parcel.trackingNumber, eventos } }
      }),
    })
  },
}
