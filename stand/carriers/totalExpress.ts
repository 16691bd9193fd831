import type { Answer } from '../http/exchange'
import type { KnownParcel } from './behaviour'
import { basicOf, textOf, WRONG, type CarrierSystem } from './system'

/** In ISO-8859-1, as its service answers. */
const xml = (status: number, body: string): Answer => ({
  status,
  headers: { 'content-type': 'text/xml; charset=ISO-8859-1' },
  body: Buffer.from(
    `<?xml version="1.0" encoding="ISO-8859-1"?><SOAP-ENV:Envelope><SOAP-ENV:Body>${body}</SOAP-ENV:Body></SOAP-ENV:Envelope>`,
    'latin1'
  ),
})

export const totalExpress: CarrierSystem = {
  name: 'total-express',
  host: 'edi.totalexpress.com.br',
  error: xml(
    200,
    '<SOAP-ENV:Fault><faultstring>Erro de comunicação</faultstring></SOAP-ENV:Fault>'
  ),
  answer: (request, known) => {
    if (request.path !== '/webservice24.php' || request.method !== 'POST') return null
    const given = basicOf(request)
    if (!given || given.user === WRONG) return { status: 401, body: 'Authorization Required' }
    const day = /<DataConsulta>(.*?)<\/DataConsulta>/.exec(textOf(request))?.[1] ?? ''
    const items = known.flatMap((parcel) => itemOf(parcel, day))
    return xml(
      200,
      `<ns1:ObterTrackingResponse><ObterTrackingResponse><CodigoProc>1</CodigoProc><ArrayLoteRetorno><item><ArrayEncomendaRetorno>${items.join('')}</ArrayEncomendaRetorno></item></ArrayLoteRetorno></ObterTrackingResponse></ns1:ObterTrackingResponse>`
    )
  },
}

/** A parcel with what happened to it on that day; none where nothing did. */
function itemOf(
  { scans, trackingNumber, invoiceNumber, series }: KnownParcel,
  day: string
): string[] {
  const news = scans.filter(({ at }) => at.startsWith(day))
  if (news.length === 0) return []
  const statuses = news.map(
    ({ code, words, at }) =>
      `<item><CodStatus>${code}</CodStatus><DescStatus>${words}</DescStatus><DataStatus>${at}</DataStatus></item>`
  )
  return [
    `<item><AWB>${trackingNumber ?? ''}</AWB><NotaFiscal>${invoiceNumber ?? ''}</NotaFiscal><SerieNotaFiscal>${series ?? ''}</SerieNotaFiscal><ArrayStatusTotal>${statuses.join('')}</ArrayStatusTotal></item>`,
  ]
}
