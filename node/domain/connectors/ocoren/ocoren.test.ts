import fc from 'fast-check'
import { whatIsDelivered } from '../../parcel/parcelStanding'
import { connectorLaws, identitiesOf, optionsOf } from '../../testing/connectorLaws'
import { NOW_MS } from '../../testing/someParcel'
import { readMessage } from '../readMessage'
import { OCOREN_CODES } from './codes'
import { looksLikeOcoren } from './occurrences'
import { ocoren } from './ocoren'

const ISSUER = '11222333000181'

interface Line {
  issuer?: string
  series?: string
  number?: string
  code: string
  day?: string
  time?: string
  remark?: string
  text?: string
}

const line31 = (line: Line) =>
  [
    '342',
    (line.issuer ?? ISSUER).padEnd(14),
    (line.series ?? '1').padEnd(3),
    (line.number ?? '00004711').padStart(8, '0'),
    line.code.padStart(2, '0'),
    line.day ?? '09112026',
    line.time ?? '1352',
    line.remark ?? '00',
    (line.text ?? '').padEnd(70),
  ]
    .join('')
    .padEnd(120)

const file31 = (...lines: readonly Line[]) =>
  [
    `000${'TRANSPORTADORA EXEMPLO'.padEnd(35)}${'LOJA'.padEnd(35)}0911262000OCO091120001`,
    '340OCORR091120001',
    '34199888777000166TRANSPORTADORA EXEMPLO LTDA',
    ...lines.map(line31),
    '34399888777000166MTZ       1    000000000815',
  ]
    .map((line) => line.padEnd(120))
    .join('\r\n')

const DAY = file31(
  { code: '98', day: '08112026', time: '1910', text: 'CHEGADA NA FILIAL DE CAMPINAS' },
  { code: '01', series: '001' },
  { code: '46', number: '4712', time: '1015', text: 'AVENIDA ZERO, RECEBEDOR AUSENTE' },
  { code: '25', number: '4713', time: '0900', remark: '01' }
)

const V50 = [
  '540OCORR500911001',
  '54199888777000166TRANSPORTADORA EXEMPLO LTDA',
  `542${ISSUER}1  000004711001091120261352${'00'.padEnd(84)}MTZ       1    0000000008151`.padEnd(
    250
  ),
  '543RECEBIDO NA PORTARIA',
  '5490001',
].join('\n')

const decode = (text: unknown, codes = {}) => ocoren.decode(text, optionsOf(ocoren, codes))
const eventOf = (line: Line, codes = {}) => decode(file31(line), codes).parcels[0].events[0]

connectorLaws(ocoren, { messages: [DAY, V50], words: [] })

it('reads 3.1: one parcel an invoice, in both spellings of its series', () => {
  const { parcels, problems } = decode(DAY)
  expect(problems).toEqual([])
  expect(parcels).toMatchObject([
    {
      trackingNumber: null,
      invoice: { issuerId: ISSUER, series: '1', number: '4711' },
      events: [
        {
          code: '98',
          state: 'IN_TRANSIT',
          date: '2026-11-08T19:10:00-03:00',
          description: 'Chegada na cidade ou filial de destino. Chegada na filial de campinas',
        },
        { code: '1', state: 'DELIVERED', date: '2026-11-09T13:52:00-03:00' },
      ],
    },
    { invoice: { number: '4712' }, events: [{ state: 'ATTEMPT_FAILED', needsPerson: false }] },
    { invoice: { number: '4713' }, events: [{ state: 'RETURNED' }] },
  ])
})

it('reads 5.0 with the words of its next record', () =>
  expect(decode(V50)).toMatchObject({
    parcels: [
      {
        invoice: { issuerId: ISSUER, series: '1', number: '4711' },
        events: [
          {
            code: '1',
            state: 'DELIVERED',
            date: '2026-11-09T13:52:00-03:00',
            description: 'Entrega realizada normalmente. Recebido na portaria',
          },
        ],
      },
    ],
    problems: [],
  }))

it('counts columns in letters, in Latin-1 and in UTF-8 alike', () => {
  const text = file31({ code: '46', text: 'DISTRIBUIÇÃO: NÃO HAVIA NINGUÉM' })
  const latin = decode(readMessage(Buffer.from(text, 'latin1')))
  expect(latin).toEqual(decode(readMessage(Buffer.from(text, 'utf8'))))
  expect(latin.parcels[0].events[0].description).toBe(
    'Recebedor ausente. Distribuição: não havia ninguém'
  )
})

it('takes a file that comes again, in other words, for the same events', () => {
  const told = identitiesOf(decode(DAY).parcels)
  const again = DAY.replace('CHEGADA NA FILIAL', 'Chegou na filial!')
  expect(identitiesOf(decode(again).parcels)).toEqual(told)
  expect(identitiesOf(decode(DAY + '\r\n' + DAY).parcels)).toEqual(told)
})

it.each<[string, string, string, boolean]>([
  ['01', '00', 'DELIVERED', false],
  ['02', '03', 'DELIVERED', false],
  ['24', '  ', 'DELIVERED', false],
  ['31', '00', 'DELIVERED', false],
  ['01', '02', 'ATTEMPT_FAILED', true],
  ['01', '01', 'RETURNING', false],
  ['46', '01', 'RETURNING', false],
  ['25', '01', 'RETURNED', false],
  ['27', '01', 'LOST', false],
  ['25', '02', 'RETURNED', true],
  ['03', '00', 'ATTEMPT_FAILED', true],
  ['60', '00', 'ATTEMPT_FAILED', true],
  ['29', '00', 'AVAILABLE_FOR_PICKUP', false],
  ['78', '00', 'EXCEPTION', false],
])('code %s with remark %s is %s', (code, remark, state, needsPerson) =>
  expect(eventOf({ code, remark })).toMatchObject({ state, needsPerson })
)

it('raises attention for a delivery that was refused in part, and delivers nothing', () =>
  expect(
    whatIsDelivered(decode(file31({ code: '01', remark: '02' })).parcels, NOW_MS)
  ).toMatchObject({ isDelivered: false, attention: [{ code: 'TRACKING_ATTEMPT_FAILED' }] }))

it('has a reading of every code of the standard but the statistics and "other"', () => {
  const known = Object.keys(OCOREN_CODES.states).map(Number)
  const all = Array.from({ length: 100 }, (_, code) => code)
  expect(all.filter((code) => !known.includes(code))).toEqual([67])
  expect(known).toHaveLength(99)
  expect(decode(file31({ code: '67' }))).toEqual({ parcels: [], problems: [] })
  expect(decode(file31({ code: '99' })).problems).toMatchObject([{ code: 'TRACKING_UNKNOWN_CODE' }])
})

it("takes a code of one carrier's own before a code of all", () => {
  const own = { '77': 'LOST', '99888777000166/77': 'RETURNED' }
  expect(eventOf({ code: '77' }, own).state).toBe('RETURNED')
  expect(eventOf({ code: '77' }, { '77': 'LOST' }).state).toBe('LOST')
})

it('of a carrier that no line names takes a code of all alone', () => {
  const nobodys = file31({ code: '77' })
    .split('\r\n')
    .filter((line) => !line.startsWith('341'))
  const { parcels } = ocoren.decode(
    nobodys.join('\r\n'),
    optionsOf(ocoren, { '77': 'LOST', '/77': 'RETURNED' })
  )
  expect(parcels[0].events[0].state).toBe('LOST')
})

it('reads a missing time as midnight, a missing issuer and series as not told', () => {
  const { parcels } = decode(
    file31({ code: '1', time: '    ', issuer: '00000000000000', series: ' ' })
  )
  expect(parcels).toMatchObject([
    {
      invoice: { issuerId: null, series: null, number: '4711' },
      events: [{ date: '2026-11-09T00:00:00-03:00' }],
    },
  ])
})

it('keeps the letters of a CNPJ', () =>
  expect(decode(file31({ code: '1', issuer: '12ABC34501DE35' })).parcels[0].invoice?.issuerId).toBe(
    '12ABC34501DE35'
  ))

it.each([
  ['a day that is none', file31({ code: '1', day: '32112026' }), 'DATE_INVALID', 'lines.4.date'],
  ['no number', file31({ code: '1', number: '0' }), 'INVOICE_NOT_NAMED', 'lines.4'],
  ['another standard', '510 something else\n511 more', 'TRACKING_EMPTY', 'lines.1'],
  ['nothing', '\u001a', 'TRACKING_EMPTY', 'lines'],
])('tells of %s', (_, text, code, field) => {
  const [problem] = decode(text).problems
  expect([problem.code, problem.field.join('.')]).toEqual([code, field])
})

it('comes to the same in whichever order its lines stand', () => {
  const lines: Line[] = ['98', '46', '01', '25'].map((code, at) => ({ code, time: `1${at}00` }))
  fc.assert(
    fc.property(fc.shuffledSubarray(lines, { minLength: 4 }), (mixed) =>
      expect(decode(file31(...mixed)).parcels).toEqual(decode(file31(...lines)).parcels)
    )
  )
})

it.each<[string, boolean]>([
  [`000${' '.repeat(80)}`, true],
  ['000 rows', false],
  [` 000${' '.repeat(80)}`, false],
  ...['340', '341', '342', '540', '541', '542'].map((record): [string, boolean] => [record, true]),
  ...['343', '543', '549', ' 341', 'x542'].map((record): [string, boolean] => [record, false]),
])('%j begins as a file of this kind: %j', (text, looks) =>
  expect(looksLikeOcoren(text)).toBe(looks)
)

it('tells of a line that is of no record of its version, and of no more than that', () => {
  const strange = (text: string) => decode(text).problems.map(({ field }) => field.join('.'))
  expect(strange(`${file31({ code: '1' })}\r\n999 000 340 541`)).toEqual(['lines.6'])
  expect(strange(`${V50}\n999 000 540\n   \n\u001a`)).toEqual(['lines.6'])
  expect(strange(`${file31()}\r\n   \r\n${line31({ code: '1' })}`)).toEqual([])
  expect(strange(`${line31({ code: '1' })}\n999`)).toEqual(['lines.2'])
})

it('keeps the zeros that end a number, and is 3.1 whatever digits stand in it', () => {
  const { parcels } = decode(file31({ code: '1', number: '54100' }))
  expect(parcels).toMatchObject([{ invoice: { number: '54100' } }])
})

describe('5.0', () => {
  const line = (code: string, remark = '00') =>
    `542${ISSUER}1  000004711${code}091120261352${remark.padEnd(84)}`.padEnd(250)
  const decoded = (lines: readonly string[], codes = {}) =>
    decode(['54199888777000166X', ...lines].join('\n'), codes)
  const eventIn = (lines: readonly string[], codes = {}) =>
    decoded(lines, codes).parcels[0].events[0]

  it('is known by its occurrences alone, with its remarks and its codes of three digits', () => {
    expect(eventIn([line('001')])).toMatchObject({ code: '1', state: 'DELIVERED' })
    expect(eventIn([line('001', '01')]).state).toBe('RETURNING')
    expect(eventIn([line('100')], { 100: 'LOST' })).toMatchObject({ code: '100', state: 'LOST' })
  })

  it('has words behind an occurrence, in as many records as it takes, and none before the first', () => {
    const words = ['543  RECEBIDO   NA  PORTARIA ...  ', '543POR ANA']
    expect(eventIn(['543NADA', line('001'), ...words]).description).toBe(
      'Entrega realizada normalmente. Recebido na portaria. Por ana'
    )
  })
})

it.each([
  ['', ''],
  ['RECEBEDOR AUSENTE.', '. Recebedor ausente'],
  ['RECEBEDOR AUSENTE ***', '. Recebedor ausente'],
  ['AV. ZERO, 10', '. Av. zero, 10'],
  ['Entregue na Portaria', '. Entregue na Portaria'],
])('puts its own words %j behind those of the code', (text, own) =>
  expect(eventOf({ code: '01', text }).description).toBe(`Entrega realizada normalmente${own}`)
)
