import { braspress } from './braspress'
import { correios } from './correios'
import { ANNULS } from './correiosCodes'
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
  [
    totalExpress,
    `<ObterTrackingResponse><item><AWB>A1</AWB><ArrayStatusTotal><item><CodStatus>1</CodStatus>
     <DescStatus>x</DescStatus></item></ArrayStatusTotal></item></ObterTrackingResponse>`,
    'parcels.0.date',
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

describe('what is asked about by nothing that an answer could name', () => {
  const LOST_DIGITS = '7,94645E+11'
  it.each<[PullAdapter, unknown, string]>([
    [jadlog, { consulta: [{ tracking: { eventos: [] } }] }, 'consulta.0'],
    [ssw, { success: true, documento: { tracking: [] } }, 'documento'],
    [braspress, { conhecimentos: [{ numero: '1' }] }, 'conhecimentos.0'],
    [correios, { objetos: [{ codObjeto: LOST_DIGITS, eventos: [{}] }] }, 'objetos.0'],
    [
      totalExpress,
      `<ObterTrackingResponse><item><AWB>${LOST_DIGITS}</AWB></item></ObterTrackingResponse>`,
      'parcels.0',
    ],
  ])('$name tells where it stands', (adapter, body, field) => {
    const result = read(adapter, body, [postal('1')])
    const told = result.kind === 'READ' ? result.problems : []
    expect(told.map((one) => `${one.code} ${one.field.join('.')}`)).toContain(
      `INVOICE_NOT_NAMED ${field}`
    )
  })
})

it.each<[PullAdapter, unknown]>([
  [jadlog, { consulta: [{ tracking: { eventos: [] } }] }],
  [braspress, { conhecimentos: [{ numero: '1' }] }],
])('$name misses nothing where it has found it', (adapter, body) =>
  expect(read(adapter, body)).toMatchObject({ kind: 'READ', missing: [] })
)

it('Jadlog has found nothing where it says so, whatever stands beside that', () =>
  expect(
    read(jadlog, { consulta: [{ error: { id: -1 }, tracking: { eventos: [] } }] })
  ).toMatchObject({ parcels: [], missing: [byKey] }))

it('SSW leaves out what has no words, and tells so', () => {
  const tracking = [{ data_hora: '2026-11-09T13:52:00' }]
  expect(read(ssw, { success: true, documento: { tracking } })).toMatchObject({
    parcels: [{ events: [] }],
    problems: [{ code: 'TRACKING_EMPTY' }],
  })
})

describe('Correios, asked and answering', () => {
  const number = 'AA123456785BR'
  const event = (codigo: string | null, dtHrCriado: string | null, tipo = '01') => ({
    codigo,
    dtHrCriado,
    tipo,
    descricao: 'x',
  })
  const codesIn = (...eventos: object[]) => {
    const result = read(correios, { objetos: [{ codObjeto: number, eventos }] }, [postal(number)])
    return result.kind === 'READ' && result.parcels[0].events.map(({ code }) => code)
  }

  it('has signed in only where it is told so', () => {
    const token = (status: number) =>
      correios.signIn?.token({ status, retryAfterSeconds: null, body: { token: 't' } })
    expect([token(201), token(300), token(400)]).toEqual(['t', null, null])
  })

  it('takes nothing back by an entry that has no moment', () =>
    expect(codesIn(event('RO', '2026-11-09T13:52:00'), event(ANNULS, null))).toEqual(['RO/1']))

  it('reads an entry without a code by its words, and zeros of a type only in front of it', () => {
    expect(codesIn(event(null, '2026-11-09T13:52:00'))).toEqual(['/1'])
    expect(codesIn(event('RO', '2026-11-09T13:52:00', '0101'))).toEqual(['RO/101'])
  })
})

describe('Total Express', () => {
  const status = (code: string) =>
    `<item><CodStatus>${code}</CodStatus><DescStatus>x</DescStatus><DataStatus>2026-11-09T13:52:00</DataStatus></item>`
  const answer = (inside: string) =>
    `<Body><ObterTrackingResponse>${inside}</ObterTrackingResponse></Body>`

  it('is away where it tells of a fault, whatever stands beside that', () => {
    const body = answer('').replace('</Body>', '<Fault><faultstring>x</faultstring></Fault></Body>')
    expect(read(totalExpress, answer(''))).toMatchObject({ kind: 'READ' })
    expect(read(totalExpress, body)).toEqual({ kind: 'AWAY' })
  })

  it('reads statuses from their own list, and no other', () => {
    const lists = `<Outros>${status('83')}</Outros><ArrayStatusTotal>${status('1')}</ArrayStatusTotal>`
    const result = read(totalExpress, answer(`<item><AWB>A1</AWB>${lists}</item>`))
    expect(result).toMatchObject({ parcels: [{ events: [{ code: '1', state: 'DELIVERED' }] }] })
  })
})
