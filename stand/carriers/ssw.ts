import { json } from '../http/exchange'
import { bodyOf, type CarrierSystem } from './system'

export const ssw: CarrierSystem = {
  name: 'ssw',
  host: 'ssw.inf.br',
  error: json(200, { success: false, message: 'Erro interno' }),
  answer: (request, known) => {
    if (request.path !== '/api/trackingdanfe' || request.method !== 'POST') return null
    const { chave_nfe: key } = (bodyOf(request) ?? {}) as { chave_nfe?: unknown }
    const parcel = known.find(({ invoiceKey }) => invoiceKey === key)
    if (!parcel) return json(200, { success: false, message: 'Nenhum documento localizado' })
    const tracking = parcel.scans.map(({ code, words, at, city, region }) => ({
      data_hora: at,
      data_hora_efetiva: at,
      cidade: `${city ?? 'SAO PAULO'} / ${region ?? 'SP'}`,
      ocorrencia: `${words} (${code})`,
      descricao: 'Recebido por CLIENTE INVENTADO, CPF 111.444.777-35',
      codigo_ssw: code,
    }))
    return json(200, {
      success: true,
      message: 'Documento localizado com sucesso',
      documento: { header: { destinatario: 'CLIENTE INVENTADO' }, tracking },
    })
  },
}
