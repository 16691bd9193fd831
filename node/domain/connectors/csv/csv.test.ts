import fc from 'fast-check'
import { connectorLaws, identitiesOf, optionsOf } from '../../testing/connectorLaws'
import { readMessage } from '../readMessage'
import { csv } from './csv'
import { csvRows } from './csvRows'

const PORTUGUESE = [
  'Ocorrências de novembro;;;;;;',
  'NF;Série;CNPJ Emitente;Código;Data;Hora;Descrição;Cidade;UF',
  '000004711;001;11.222.333/0001-81;DELIVERED;09/11/2026;13:52;Entregue;Campinas;SP',
  '000004711;1;11222333000181;in transit;08/11/2026;19:10;"Chegou; na ""filial""";Campinas;SP',
  '',
  '4712;1;11222333000181;46;09/11/2026;;Ausente;;',
].join('\r\n')
const ENGLISH =
  'trackingNumber,eventDate,code,eventDescription\n1Z0000000000004711,2026-11-09T13:52:00Z,LOST,Lost\n'

const decode = (body: unknown, codes = {}) => csv.decode(body, optionsOf(csv, codes))

connectorLaws(csv, { messages: [PORTUGUESE, ENGLISH], words: [] })

it('reads headings in three languages, below a title, and a parcel an invoice', () => {
  const { parcels, problems } = decode(PORTUGUESE, { 46: 'ATTEMPT_FAILED' })
  expect(problems).toEqual([])
  expect(parcels).toMatchObject([
    {
      invoice: { issuerId: '11222333000181', series: '1', number: '4711' },
      events: [
        {
          state: 'IN_TRANSIT',
          date: '2026-11-08T19:10:00-03:00',
          description: 'Chegou; na "filial"',
          city: 'Campinas',
          region: 'SP',
        },
        { state: 'DELIVERED', date: '2026-11-09T13:52:00-03:00' },
      ],
    },
    {
      invoice: { number: '4712' },
      events: [{ code: '46', state: 'ATTEMPT_FAILED', date: '2026-11-09T00:00:00-03:00' }],
    },
  ])
})

it('reads the same in Windows text', () =>
  expect(decode(readMessage(Buffer.from(PORTUGUESE, 'latin1')))).toEqual(decode(PORTUGUESE)))

it('passes the words on where no code is, and asks for none', () =>
  expect(decode('rastreio;data;descricao\nA1;09/11/2026;Entregue')).toMatchObject({
    parcels: [{ events: [{ code: '', state: 'UNKNOWN', description: 'Entregue' }] }],
    problems: [],
  }))

it('says what a spreadsheet has spoilt', () => {
  const rows = [
    'chave;rastreio;data;status',
    '3,52611E+43;7,94645E+11;09/11/2026;LOST',
    '="35261111222333000181550010000047111123456787";="0047";46335,5;LOST',
  ]
  expect(
    decode(rows.join('\n')).problems.map(({ code, field }) => [code, field.join('.')])
  ).toEqual([
    ['TRACKING_NUMBER_INVALID', 'rows.2.trackingNumber'],
    ['INVOICE_NOT_NAMED', 'rows.2'],
    ['DATE_INVALID', 'rows.3.date'],
  ])
  expect(decode(rows.join('\n')).parcels).toMatchObject([
    { trackingNumber: '0047', invoiceKey: '35261111222333000181550010000047111123456787' },
  ])
})

it.each([',', '\t', '|'])('is parted by %j, whatever stands in its cells', (separator) =>
  expect(
    decode(
      [
        ['rastreio', 'data', 'status', '"a;b;c;d;e"'],
        ['A1', '09/11/2026', 'LOST', '"1;2"'],
      ]
        .map((row) => row.join(separator))
        .join('\n')
    ).parcels
  ).toMatchObject([{ trackingNumber: 'A1', events: [{ state: 'LOST' }] }])
)

it.each([
  '',
  'just words',
  'a;b;c\n1;2;3',
  'data;status\n09/11/2026;LOST',
  'rastreio;status\nA1;LOST',
  `${'title '.repeat(400)}\nrastreio;data;status\nA1;09/11/2026;LOST`,
])('finds no row in %j', (text) =>
  expect(decode(text)).toMatchObject({
    parcels: [],
    problems: [{ code: 'TRACKING_EMPTY', field: ['rows'] }],
  })
)

it('tells of a row whose quote is never closed, and takes none of those that it has swallowed', () => {
  const rows = ['A1;09/11/2026;x', 'B2;09/11/2026;"Saiu', 'C3;09/11/2026;Ana Souza', 'D4;;']
  const { parcels, problems } = decode(['rastreio;data;descricao', ...rows].join('\n'))
  expect(parcels.map(({ trackingNumber }) => trackingNumber)).toEqual(['A1'])
  expect(problems).toMatchObject([{ code: 'TRACKING_EMPTY', field: ['rows', '3'] }])
})

it('tells of a row with more cells than headings: what stands in them has slipped', () => {
  const rows = ['A1;09/11/2026;Saiu; para entrega;Campinas', 'B2;09/11/2026;Saiu;Campinas;;']
  const { parcels, problems } = decode(['rastreio;data;descricao;cidade', ...rows].join('\r\n'))
  expect(parcels).toMatchObject([{ trackingNumber: 'B2', events: [{ city: 'Campinas' }] }])
  expect(problems).toMatchObject([{ code: 'TRACKING_EMPTY', field: ['rows', '2'] }])
})

it('takes a list in any order, and one that comes twice, for the same events', () => {
  const header = 'rastreio;data;status'
  const rows = [
    'A1;09/11/2026 10:00;IN_TRANSIT',
    'A1;09/11/2026 12:00;DELIVERED',
    'B2;09/11/2026;LOST',
  ]
  const told = identitiesOf(decode([header, ...rows].join('\n')).parcels)
  fc.assert(
    fc.property(fc.shuffledSubarray([...rows, ...rows], { minLength: 6 }), (mixed) =>
      expect(identitiesOf(decode([header, ...mixed].join('\n')).parcels)).toEqual(told)
    )
  )
})

describe('cells', () => {
  it.each([
    [
      'a;b\n1,5;2',
      ';',
      [
        ['a', 'b'],
        ['1,5', '2'],
      ],
    ],
    [
      'a\tb\r1\t2',
      '\t',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    ['"a\nb";c', ';', [['a\nb', 'c']]],
    ['a;"never closed', ';', [['a', 'never closed']]],
    ['alone', ';', [['alone']]],
    ['5" x 3";b', ';', [['5" x 3"', 'b']]],
    [' "a;b" ;c', ';', [['a;b', 'c']]],
    [' a ; b \n c ', ';', [['a', 'b'], ['c']]],
    ['a\n\nb', ';', [['a'], [''], ['b']]],
  ])('of %j', (text, separator, rows) => expect(csvRows(text, separator).rows).toEqual(rows))

  it('are what was written, whatever stands in them', () => {
    const cell = fc.string().map((text) => text.trim())
    const table = fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 5 })
    fc.assert(
      fc.property(table, (rows) => {
        const quoted = (text: string) => `"${text.replace(/"/g, '""')}"`
        const text = rows.map((row) => row.map(quoted).join(';')).join('\n')
        expect(csvRows(text, ';')).toEqual({ rows, openQuoteAt: null })
      })
    )
  })
})

it.each(['rastreio', 'chave', 'nf'])(
  'finds its header in whatever order: %s behind the date',
  (name) => expect(decode(`data;${name};status\n09/11/2026;4711;LOST`).parcels).toHaveLength(1)
)

it('counts rows as a spreadsheet does, a title above the header too', () => {
  const rows = ['Ocorrências', 'rastreio;data;descricao', 'A1;09/11/2026;x', 'B2;09/11/2026;"Saiu']
  const { parcels, problems } = decode(rows.join('\n'))
  expect(parcels.map(({ trackingNumber }) => trackingNumber)).toEqual(['A1'])
  expect(problems).toMatchObject([{ code: 'TRACKING_EMPTY', field: ['rows', '4'] }])
})

it.each([
  ['in transit', 'IN_TRANSIT'],
  ['In - Transit', 'IN_TRANSIT'],
  ['=" in transit "', 'IN_TRANSIT'],
])('reads the code %j as the canonical name %s', (code, state) =>
  expect(decode(`rastreio;data;status\nA1;09/11/2026;${code}`).parcels).toMatchObject([
    { events: [{ state }] },
  ])
)

it.each(['Porta ="B"', '="B" fechada'])(
  'keeps the words %j: only a whole cell is ="a text"',
  (words) =>
    expect(decode(`rastreio;data;descricao;x\nA1;09/11/2026;x ${words};`).parcels).toMatchObject([
      { events: [{ description: `x ${words}` }] },
    ])
)
