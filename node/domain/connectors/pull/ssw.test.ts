import found from './fixtures/ssw.json'
import { ssw } from './ssw'

const KEY = '35261111222333000181550010000047111123456787'
const asked = [{ trackingNumber: null, invoiceKey: KEY, invoice: null }]
const decode = (body: unknown) =>
  ssw.decode({ status: 200, retryAfterSeconds: null, body }, asked, {
    timeZone: ssw.defaultTimeZone,
    codes: new Map(),
  })

it('reads when it happened, not when it was typed, and keeps no name', () => {
  const result = decode(found)
  expect(result).toMatchObject({
    kind: 'READ',
    missing: [],
    problems: [],
    parcels: [
      {
        invoiceKey: KEY,
        events: [
          { code: '80', state: 'INFO_RECEIVED', city: 'SAO PAULO', region: 'SP' },
          { code: '85', state: 'OUT_FOR_DELIVERY', description: 'SAIDA PARA ENTREGA' },
          { code: '1', state: 'DELIVERED', date: '2026-11-09T13:52:00-03:00' },
        ],
      },
    ],
  })
  expect(JSON.stringify(result)).not.toMatch(/INVENTADO|LOJA/)
})

it('knows a miss inside a 200', () =>
  expect(decode({ success: false, message: 'Nenhum documento localizado' })).toEqual({
    kind: 'READ',
    parcels: [],
    problems: [],
    missing: asked,
  }))

it('takes no answer for one that is cut off', () => {
  expect(decode({ success: true })).toEqual({ kind: 'AWAY' })
  expect(decode({})).toEqual({ kind: 'AWAY' })
})

it('asks by the key', () =>
  expect(ssw.request(asked, {}, '2026-11-09').body).toBe(`{"chave_nfe":"${KEY}"}`))
