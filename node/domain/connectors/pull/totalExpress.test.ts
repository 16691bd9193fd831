import { readMessage } from '../readMessage'
import { totalExpress } from './totalExpress'

const status = (code: number, text: string, date: string) =>
  `<item><CodStatus>${code}</CodStatus><DescStatus>${text}</DescStatus><DataStatus>${date}</DataStatus></item>`
const parcel = (series: string) => `<item><AWB>TXEX000047110tx</AWB><Pedido>1</Pedido>
  <NotaFiscal>4711</NotaFiscal>${series}<CodigoObjeto></CodigoObjeto><ArrayStatusTotal>
  ${status(0, 'ARQUIVO RECEBIDO', '2026-11-05T18:00:00')}
  ${status(102, 'TRANSFERÊNCIA PARA CAMPINAS', '2026-11-07T02:00:00')}
  ${status(1, 'ENTREGA REALIZADA', '2026-11-09T13:52:00')}</ArrayStatusTotal></item>`
const answer = (parcels: string) => `<?xml version="1.0" encoding="ISO-8859-1"?>
<SOAP-ENV:Envelope xmlns:SOAP-ENV="http://schemas.xmlsoap.org/soap/envelope/"><SOAP-ENV:Body>
<ns1:ObterTrackingResponse xmlns:ns1="urn:ObterTracking"><ObterTrackingResponse>
<CodigoProc>1</CodigoProc><ArrayLoteRetorno><item><CodRetorno>489000001</CodRetorno>
<ArrayEncomendaRetorno>${parcels}</ArrayEncomendaRetorno></item></ArrayLoteRetorno>
</ObterTrackingResponse></ns1:ObterTrackingResponse></SOAP-ENV:Body></SOAP-ENV:Envelope>`

const decode = (text: string) =>
  totalExpress.decode(
    { status: 200, retryAfterSeconds: null, body: readMessage(Buffer.from(text, 'latin1')) },
    [],
    { timeZone: totalExpress.defaultTimeZone, codes: new Map() }
  )

it.each(['SerieNotaFiscal', 'NotaFiscalSerie'])('reads lots of parcels in Latin-1, %s', (series) =>
  expect(decode(answer(parcel(`<${series}>001</${series}>`)))).toMatchObject({
    kind: 'READ',
    problems: [],
    parcels: [
      {
        trackingNumber: 'TXEX000047110tx',
        invoice: { issuerId: null, series: '1', number: '4711' },
        events: [
          { state: 'INFO_RECEIVED', date: '2026-11-05T18:00:00-03:00' },
          { state: 'IN_TRANSIT', description: 'TRANSFERÊNCIA PARA CAMPINAS' },
          { state: 'DELIVERED', date: '2026-11-09T13:52:00-03:00' },
        ],
      },
    ],
  })
)

it('reads a day without news as such', () =>
  expect(decode(answer(''))).toEqual({ kind: 'READ', parcels: [], problems: [], missing: [] }))

it.each([
  ['a fault', '<Envelope><Body><Fault><faultstring>x</faultstring></Fault></Body></Envelope>'],
  ['entities', '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'],
  ['half an answer', answer('').slice(0, 200)],
])('takes %s for no answer', (_, text) => expect(decode(text)).toEqual({ kind: 'AWAY' }))

it('asks for the news of a day', () => {
  const { body, headers } = totalExpress.request([], { user: 'u', password: 'p' }, '2026-11-09')
  expect(body).toContain('<DataConsulta>2026-11-09</DataConsulta>')
  expect(headers.authorization).toBe('Basic dTpw')
})
