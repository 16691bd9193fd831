import { braspress } from './braspress'
import { jadlog } from './jadlog'
import type { PullAdapter } from './pullAdapter'

const KEY = '35261111222333000181550010000047111123456787'
const asked = [{ trackingNumber: null, invoiceKey: KEY, invoice: null }]
const decode = (adapter: PullAdapter, body: unknown, codes = new Map()) =>
  adapter.decode({ status: 200, retryAfterSeconds: null, body }, asked, {
    timeZone: adapter.defaultTimeZone,
    codes,
  })
const missing = { kind: 'READ', parcels: [], problems: [], missing: asked }

describe('Jadlog', () => {
  const event = (status: string, data: string) => ({ data, status, unidade: 'CO CAMPINAS' })

  it('is asked by key and issuer', () =>
    expect(JSON.parse(jadlog.request(asked, { token: 't' }, '2026-11-09').body ?? '')).toEqual({
      consulta: [{ df: { danfe: KEY, cnpjRemetente: '11222333000181', tpDocumento: 2 } }],
    }))

  it('reads its statuses as codes, in whole', () =>
    expect(
      decode(jadlog, {
        consulta: [
          {
            tracking: {
              eventos: [
                event('EMISSAO', '2026-11-06 20:33:39'),
                event('ENTREGUE', '2026-11-09 13:52:00'),
                event('NAO ENTREGUE', '2026-11-08 10:00:00'),
              ],
            },
          },
        ],
      })
    ).toMatchObject({
      parcels: [
        {
          invoiceKey: KEY,
          events: [
            { state: 'IN_TRANSIT', date: '2026-11-06T20:33:39-03:00', city: 'CO CAMPINAS' },
            { state: 'DELIVERED' },
            { state: 'UNKNOWN' },
          ],
        },
      ],
      problems: [{ code: 'TRACKING_UNKNOWN_CODE' }],
    }))

  it.each([
    {},
    { consulta: [] },
    { consulta: [{ df: {}, error: { id: -1, descricao: 'Nao localizado.' } }] },
  ])('knows the miss %j inside a 200', (body) => expect(decode(jadlog, body)).toEqual(missing))
})

describe('Braspress', () => {
  const freight = (numero: string, status: string) => ({
    numero,
    status,
    ultimaOcorrencia: 'ENTREGA REALIZADA NORMALMENTE',
    dataOcorrencia: '09/11/2026 13:52:00',
    previsaoEntrega: '10/11/2026',
  })

  it('is asked by payer and number', () =>
    expect(
      braspress.request(
        asked,
        { user: 'u', password: 'p', payerId: '99888777000166' },
        '2026-11-09'
      ).url
    ).toBe('https://api.braspress.com/v3/tracking/byNf/99888777000166/4711/json'))

  it('reads a parcel a freight, and delivers none until the store has said which status does', () => {
    const body = { conhecimentos: [freight('1', 'ENTREGUE'), freight('2', 'EM VIAGEM')] }
    expect(decode(braspress, body)).toMatchObject({
      parcels: [
        { parcelId: '1', invoiceKey: KEY, events: [{ code: 'ENTREGUE', state: 'UNKNOWN' }] },
        { parcelId: '2', events: [{ date: '2026-11-09T13:52:00-03:00' }] },
      ],
      problems: [{}, {}],
    })
    expect(decode(braspress, body, new Map([['ENTREGUE', 'DELIVERED']]))).toMatchObject({
      parcels: [{ events: [{ state: 'DELIVERED' }] }, {}],
    })
  })

  it.each([{ conhecimentos: [] }, { statusCode: 404, message: 'Nota não encontrada' }])(
    'knows the miss %j inside a 200',
    (body) => expect(decode(braspress, body)).toEqual(missing)
  )
})
