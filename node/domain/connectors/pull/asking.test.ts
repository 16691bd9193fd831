import { braspress } from './braspress'
import { correios } from './correios'
import { jadlog } from './jadlog'
import type { AskedParcel, PullAdapter } from './pullAdapter'
import { ssw } from './ssw'
import { totalExpress } from './totalExpress'

const KEY = '35261111222333000181550010000047111123456787'
const byKey: AskedParcel = { trackingNumber: null, invoiceKey: KEY, invoice: null }
const byNumber: AskedParcel = {
  trackingNumber: null,
  invoiceKey: null,
  invoice: { issuerId: '11222333000181', series: '1', number: '4711' },
}
const postal = (trackingNumber: string): AskedParcel => ({
  trackingNumber,
  invoiceKey: null,
  invoice: null,
})
const CREDENTIALS = { user: 'ana', password: 'right', payerId: '9', token: 't' }
const read = (adapter: PullAdapter, body: unknown, asked: readonly AskedParcel[] = [byKey]) =>
  adapter.decode({ status: 200, retryAfterSeconds: null, body }, asked, {
    timeZone: adapter.defaultTimeZone,
    codes: new Map(),
  })

describe('what a carrier is asked with', () => {
  it.each<[PullAdapter, readonly string[]]>([
    [braspress, ['user', 'password', 'payerId']],
    [jadlog, ['token']],
    [totalExpress, ['user', 'password']],
    [ssw, []],
  ])('$name wants credentials', (adapter, names) => expect(adapter.credentials).toEqual(names))

  it.each<[PullAdapter, Record<string, string>]>([
    [jadlog, { authorization: 'Bearer t', 'content-type': 'application/json' }],
    [ssw, { 'content-type': 'application/json', accept: 'application/json' }],
    [braspress, { authorization: 'Basic YW5hOnJpZ2h0', accept: 'application/json' }],
  ])('$name gets them, and is told the form of the answer', (adapter, headers) =>
    expect(adapter.request([byKey], CREDENTIALS, '2026-11-09').headers).toMatchObject(headers)
  )
})

it('Jadlog is asked about a parcel whose key is known, and no other', () => {
  expect(jadlog.canAsk?.(byKey)).toBe(true)
  expect(jadlog.canAsk?.(byNumber)).toBe(false)
  expect(jadlog.canAsk?.({ ...byKey, invoiceKey: 'no key of an NF-e' })).toBe(false)
})

it.each(['xAA123456785BR', 'AA123456785BRx', 'AA12345678BR', 'AA123456785B'])(
  'Correios is not asked about %s, which is no object of a post',
  (number) => expect(correios.canAsk?.(postal(number))).toBe(false)
)

it.each<[PullAdapter, string, boolean]>([
  [correios, 'Correio', true],
  [correios, 'CORREIOS PAC', true],
  [correios, 'Impacto', false],
  [totalExpress, 'TotalExpress', true],
  [totalExpress, 'Total Express', true],
  [totalExpress, 'Total Expressivo', false],
])('$name carries what has the courier %j: %j', (adapter, courier, carries) =>
  expect(adapter.carries?.(courier)).toBe(carries)
)

it.each<[PullAdapter, unknown, string]>([
  [
    jadlog,
    { consulta: [{ tracking: { eventos: [{ status: 'ENTRADA' }] } }] },
    'consulta.0.eventos.0.date',
  ],
  [
    ssw,
    { success: true, documento: { tracking: [{ ocorrencia: 'X (1)' }] } },
    'documento.tracking.0.date',
  ],
  [braspress, { conhecimentos: [{ numero: '1', status: 'X' }] }, 'conhecimentos.0.date'],
  [
    correios,
    { objetos: [{ codObjeto: 'AA123456785BR', eventos: [{ codigo: 'RO', descricao: 'x' }] }] },
    'objetos.0.eventos.date',
  ],
])('$name tells where a moment is missing', (adapter, body, field) => {
  const result = read(adapter, body)
  expect(result.kind === 'READ' && result.problems.map((one) => one.field.join('.'))).toContain(
    field
  )
})

describe('SSW', () => {
  const eventOf = (event: object) => {
    const date = '2026-11-09T13:52:00'
    const tracking = [{ data_hora: date, ...event }]
    const result = read(ssw, { success: true, documento: { tracking } })
    return result.kind === 'READ' ? result.parcels[0]?.events[0] : null
  }

  it.each([
    ['ENTREGA REALIZADA (1)', '1', 'ENTREGA REALIZADA'],
    ['ENTREGA REALIZADA(1)', '1', 'ENTREGA REALIZADA'],
    ['ENTREGA (1) ADIADA', '', 'ENTREGA (1) ADIADA'],
    ['SEM CODIGO', '', 'SEM CODIGO'],
  ])('reads the code behind the words of %j, and no other', (ocorrencia, code, description) =>
    expect(eventOf({ ocorrencia })).toMatchObject({ code, description })
  )

  it('is away where it neither says that it found nothing nor that it found something', () =>
    expect(read(ssw, { documento: { tracking: [] } })).toEqual({ kind: 'AWAY' }))
})

describe('Correios', () => {
  const numbers = ['AA123456785BR', 'AA111111115BR']
  const object = (codObjeto: string, codigo: string, tipo: string) => ({
    codObjeto,
    eventos: [{ codigo, tipo, dtHrCriado: '2026-11-09T13:52:00', descricao: 'x' }],
  })

  it('misses those alone that it says nothing of', () => {
    const body = { objetos: [object(numbers[0]!, 'RO', '1')] }
    expect(read(correios, body, numbers.map(postal))).toMatchObject({
      missing: [{ trackingNumber: numbers[1] }],
    })
    const both = { objetos: numbers.map((number) => object(number, 'RO', '1')) }
    expect(read(correios, both, numbers.map(postal))).toMatchObject({ missing: [] })
  })

  it.each([
    ['BDE', '12', 'AVAILABLE_FOR_PICKUP'],
    ['BDE', '0012', 'AVAILABLE_FOR_PICKUP'],
    ['BDE', '62', 'RETURNING'],
    ['BDE', '20', 'ATTEMPT_FAILED'],
    ['FC', '07', 'ATTEMPT_FAILED'],
    ['CO', '10', 'RETURNED'],
  ])('reads code %s of type %s as %s', (code, type, state) =>
    expect(read(correios, { objetos: [object(numbers[0]!, code, type)] })).toMatchObject({
      parcels: [{ events: [{ state }] }],
    })
  )
})
