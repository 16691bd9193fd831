import { TextDecoder as NodeTextDecoder } from 'util'
import { faultsOf, fileOf, KEY, nfe, open, openCsv, read, workbook } from '../testing/files'
import { fieldOf } from './columns'
import { referencesIn } from './orderReference'
import { rowInput } from './rowInput'
import type { OpenedFiles } from './opened'

beforeAll(() => {
  Object.assign(globalThis, { TextDecoder: NodeTextDecoder })
})

const inputs = (opened: OpenedFiles) =>
  read(opened).drafts.map((draft) =>
    rowInput(draft, draft.references[0] || '?', null, opened.sheet)
  )

describe('headings', () => {
  test.each([
    ['orderId', 'orderId'],
    ['embededInvoice', 'embeddedInvoice'],
    ['Nº do Pedido', 'orderId'],
    ['Número do pedido no e-commerce', 'orderId'],
    ['NUMPEDWEB', 'orderId'],
    ['Numero Nota', 'invoiceNumber'],
    ['CHAVE DE ACESSO', 'invoiceKey'],
    ['Data emissão', 'issuanceDate'],
    ['Total Faturado', 'invoiceValue'],
    ['Código de Rastreio', 'trackingNumber'],
    ['Número de guía', 'trackingNumber'],
    ['Fulfillment: Tracking Number', 'trackingNumber'],
    ['carrier_tracking_ref', 'trackingNumber'],
    ['Transportadora', 'courier'],
    ['CPF / CNPJ', 'recipientId'],
    ['Observações', 'notes'],
    ['Cor', null],
  ])('%s is %s', (heading, field) => expect(fieldOf(heading)).toBe(field))
})

describe('what names an order in free text', () => {
  test.each([
    ['OC: 998877', ['998877']],
    ['Ref. ao pedido número 123456', ['123456']],
    ['N° Pedido: 4455 entregar à tarde', ['4455']],
    ['Pedido VTEX 1534080512345-01', ['1534080512345-01']],
    ['MLB-1534080512345-01 obrigado', ['MLB-1534080512345-01']],
    [`Chave ${KEY}`, []],
    ['Entregar na rua 12, casa 3456', []],
    ['#1001', ['1001']],
  ])('%s', (text, found) => expect(referencesIn([text])).toEqual(found))
})

describe('what a spreadsheet has ruined is told by row and column', () => {
  it('a key and an id in scientific form', () => {
    const csv = 'Pedido;Nota;Chave\n2,00001574523017E+15;1;3,52611E+43'

    expect(faultsOf(openCsv(csv))).toEqual(['2 Pedido SCIENTIFIC', '2 Chave SCIENTIFIC'])
  })

  it('a key that has lost digits', () => {
    expect(faultsOf(openCsv(`Pedido;Nota;Chave\n1001-01;1;${KEY.slice(0, 43)}`))).toEqual([
      '2 Chave KEY_LENGTH',
    ])
  })

  test.each(['01/02/2026', '2026-02-01', 'jan/34', '1-dez', '03/abr'])(
    'an order that became %s',
    (text) => {
      expect(faultsOf(openCsv(`Pedido;Nota;Valor\n${text};1;1,50`))).toEqual([
        '2 Pedido ORDER_IS_DATE',
      ])
    }
  )

  it('an order that is a date in the workbook', () => {
    const rows =
      '<row r="1"><c r="A1" t="inlineStr"><is><t>Pedido</t></is></c><c r="B1" t="inlineStr"><is><t>Rastreio</t></is></c></row>' +
      '<row r="2"><c r="A2" s="1"><v>46082</v></c><c r="B2" t="inlineStr"><is><t>AA1</t></is></c></row>' +
      '<row r="3"><c r="A3"><v>2000015745230170</v></c><c r="B3" t="inlineStr"><is><t>AA2</t></is></c></row>'

    expect(faultsOf(open(fileOf('a.xlsx', workbook({ rows }))))).toEqual([
      '2 Pedido ORDER_IS_DATE',
      '3 Pedido ROUNDED',
    ])
  })

  it('zeros in front, by the rest of the column', () => {
    const csv = 'Pedido;Rastreio\n1-01;00123\n2-01;00124\n3-01;125\n4-01;00126'

    expect(faultsOf(openCsv(csv))).toEqual(['4 Rastreio LOST_ZEROS'])
  })

  it('long numbers that all end in zeros', () => {
    const csv = 'Pedido;Rastreio\n2000015745230170;A1\n2000015745230180;A2\n2000015745230190;A3'

    expect(faultsOf(openCsv(csv))).toHaveLength(3)
    expect(faultsOf(openCsv(csv.replace('190', '191')))).toEqual([])
  })

  it('cells that are errors, formulas without a result, or merged', () => {
    const text = (place: string, value: string) =>
      `<c r="${place}" t="inlineStr"><is><t>${value}</t></is></c>`
    const rows =
      `<row r="1">${text('A1', 'Pedido')}${text('B1', 'Nota')}${text('C1', 'Valor')}</row>` +
      `<row r="2">${text('A2', '1-01')}<c r="B2" t="e"><v>#REF!</v></c><c r="C2"><f>B2*2</f></c></row>` +
      `<row r="3">${text('B3', '7')}<c r="C3"><v>10.5</v></c></row>`
    const behind = '<mergeCells><mergeCell ref="A2:A3"/></mergeCells>'

    expect(faultsOf(open(fileOf('a.xlsx', workbook({ rows, behind }))))).toEqual([
      '2 Nota CELL_ERROR',
      '2 Valor NOT_CALCULATED',
      '3 Pedido MERGED',
    ])
  })
})

describe('numbers and dates are read by the whole column', () => {
  const values = (...texts: string[]) => {
    const csv = [
      'Pedido;Nota;Valor',
      ...texts.map((text, at) => `${at}000-01;${at};"${text}"`),
    ].join('\n')

    return inputs(openCsv(csv)).map(({ fulfill }) => (fulfill.invoice || {}).invoiceValue)
  }

  test.each([
    [
      ['1.234,56', '12', '1.500'],
      [123456, 1200, 150000],
    ],
    [
      ['1,234.56', '12', '1,500'],
      [123456, 1200, 150000],
    ],
    [
      ['R$ 10,5', 'R$ 1.000'],
      [1050, 100000],
    ],
    [
      ['1.234.567', '1.234'],
      [123456700, 123400],
    ],
    [
      ['249.90', '7.00'],
      [24990, 700],
    ],
  ])('%j', (texts, cents) => expect(values(...texts)).toEqual(cents))

  it('and asked about where nothing tells', () => {
    const csv = 'Pedido;Nota;Valor\n1000-01;1;1.234\n1001-01;2;12'

    expect(faultsOf(openCsv(csv))).toEqual(['2 Valor NUMBER_AMBIGUOUS'])
    expect(read(openCsv(csv)).evidence[2].question).toBe('1.234')
    expect(faultsOf(openCsv(csv), { invoiceValue: { decimal: ',' } })).toEqual([])
  })

  it('whole numbers under the name of OMS are hundredths', () => {
    const [row] = inputs(openCsv('orderId;invoiceNumber;invoiceValue\n1000-01;1;24990'))

    expect(row.fulfill.invoice).toMatchObject({ invoiceValue: 24990 })
  })

  const dates = (...texts: string[]) => {
    const csv = [
      'Pedido;Nota;Data de emissão',
      ...texts.map((text, at) => `${at}000-01;${at};${text}`),
    ].join('\n')

    return inputs(openCsv(csv)).map(({ fulfill }) => (fulfill.invoice || {}).issuanceDate)
  }

  test.each([
    [
      ['01/02/2026', '13/02/2026'],
      ['2026-02-01T00:00:00-03:00', '2026-02-13T00:00:00-03:00'],
    ],
    [
      ['02/01/2026 14:05', '02/13/2026 10:00'],
      ['2026-02-01T14:05:00-03:00', '2026-02-13T10:00:00-03:00'],
    ],
    [
      ['2026-02-01', '20260213'],
      ['2026-02-01T00:00:00-03:00', '2026-02-13T00:00:00-03:00'],
    ],
    [['2026-02-01T10:00:00Z'], ['2026-02-01T10:00:00Z']],
  ])('%j', (texts, moments) => expect(dates(...texts)).toEqual(moments))

  it('and a day that may be a month is asked about', () => {
    const csv = 'Pedido;Nota;Data de emissão\n1000-01;1;01/02/2026\n1001-01;2;05/05/2026'

    expect(faultsOf(openCsv(csv))).toEqual(['2 Data de emissão DATE_AMBIGUOUS'])
    expect(faultsOf(openCsv(csv), { issuanceDate: { dayOrder: 'DAY_FIRST' } })).toEqual([])
  })
})

describe('rows of one invoice', () => {
  it('become one row of the batch, with its items', () => {
    const csv =
      'Pedido;Nota;Valor total;SKU;Quantidade\n1000-01;7;30,00;A;1\n1001-01;8;5,00;C;1\n1000-01;7;30,00;B;2'

    expect(inputs(openCsv(csv))).toEqual([
      {
        orderId: '1000-01',
        label: '2',
        fulfill: {
          invoice: {
            invoiceNumber: '7',
            invoiceValue: 3000,
            items: [
              { id: 'A', quantity: 1 },
              { id: 'B', quantity: 2 },
            ],
          },
        },
      },
      expect.objectContaining({ orderId: '1001-01' }),
    ])
  })

  it('become one status, with their events', () => {
    const csv =
      'orderId;invoiceNumber;eventDate;eventDescription;delivered\n1000-01;7;2026-11-01 10:00;Posted;\n1000-01;7;2026-11-03 12:00;Delivered;sim'

    expect(inputs(openCsv(csv))).toEqual([
      {
        orderId: '1000-01',
        label: '2',
        fulfill: {
          invoiceNumber: '7',
          status: {
            isDelivered: true,
            events: [
              { date: '2026-11-01T10:00:00-03:00', description: 'Posted' },
              { date: '2026-11-03T12:00:00-03:00', description: 'Delivered' },
            ],
          },
        },
      },
    ])
  })

  it('that say different things are told, with the row before', () => {
    const opened = openCsv('Pedido;Nota;Valor\n1000-01;7;30,00\n1000-01;7;31,00')

    expect(read(opened).drafts[0].faults).toEqual([
      { row: 1, column: 2, code: 'VALUES_DIFFER', facts: { row: 2, value: '30,00' } },
    ])
  })

  it('of two parcels under no number are told, too', () => {
    expect(faultsOf(openCsv('Pedido;Rastreio\n1000-01;A1\n1000-01;A2'))).toEqual([
      '3 Rastreio VALUES_DIFFER',
    ])
  })

  it('a document that another of the files cancels is told, and stops its row', () => {
    const cancellation = `<procEventoNFe><evento><infEvento><chNFe>${KEY}</chNFe><tpEvento>110111</tpEvento></infEvento></evento></procEventoNFe>`
    const opened = open(
      fileOf('1.xml', nfe({ order: '1234567890123-01' })),
      fileOf('event.xml', cancellation)
    )

    expect(faultsOf(opened)).toEqual(['1 invoiceKey CANCELLED'])
  })

  test.each([
    ['Nota', 'Pedido;Nota;Valor\n1000-01;7;30,00\n1001-01;7;30,00'],
    ['Chave', `Pedido;Chave;Nota\n1000-01;${KEY};7\n1001-01;${KEY};8`],
  ])('one document for two orders is told by its %s', (heading, csv) => {
    expect(faultsOf(openCsv(csv))).toEqual([`3 ${heading} TWO_ORDERS`])
  })

  it('with a number twice for an order twice are one invoice, not two', () => {
    expect(inputs(openCsv('Pedido;Nota;Valor\n1000-01;7;30,00\n1000-01;7;30,00'))).toHaveLength(1)
  })
})

test.each([
  ['Pedido;Nota;Valor\n;7;30,00', ['2 Pedido MISSING']],
  ['Pedido;Nota;Valor\n1000-01;;30,00', ['2 Nota MISSING']],
  ['Pedido;Nota;Valor\n1000-01;7;abc', ['2 Valor NUMBER_UNREAD']],
  ['Pedido;Nota;Valor\n1000-01;7;1,234', ['2 Valor NUMBER_AMBIGUOUS']],
  ['Pedido;Nota;Emissão\n1000-01;7;ontem', ['2 Emissão DATE_UNREAD']],
  ['Pedido;Nota;Emissão\n1000-01;7;31/02/2026', ['2 Emissão DATE_UNREAD']],
  ['Pedido;Rastreio;Entregue\n1000-01;A1;talvez', ['2 Entregue YES_NO_UNREAD']],
  ['Pedido;Nota;Tipo\n1000-01;7;talvez', ['2 Tipo TYPE_UNREAD']],
  ['Pedido;SKU;Quantidade;Nota\n1000-01;A;1,5;7', ['2 Quantidade COUNT_UNREAD']],
  ['Pedido;SKU;Quantidade;Nota\n1000-01;A;;7', ['2 Quantidade MISSING']],
  ['Pedido;Cor\n1000-01;azul', ['2 - NOTHING_TO_SEND']],
  ['Pedido;Nota;Cor\n1000-01;7;azul', ['2 - NUMBER_ALONE']],
  ['Pedido;Nota;Chave;Valor\n1000-01;7;;', ['2 Valor NUMBER_ALONE']],
  ['Pedido;Nota;Chave;Rastreio\n1000-01;7;;', ['2 Chave NUMBER_ALONE']],
  ['Pedido;Nota;Rastreio\n1000-01;7;', ['2 Rastreio MISSING']],
  ['Pedido;Nota;Valor\n1000-01;7;1,50;9', ['2 - COLUMNS']],
])('%s', (csv, faults) => expect(faultsOf(openCsv(csv))).toEqual(faults))

it('a document goes out as it is, and its order is what it names', () => {
  const opened = open(fileOf('n.xml', nfe({ order: '1534080512345-01' })))

  expect(inputs(opened)).toEqual([
    {
      orderId: '1534080512345-01',
      label: 'n.xml',
      fulfill: { invoice: { embeddedInvoice: opened.sheet.rows[0].document } },
    },
  ])
})

it('a document that names no order is looked for by recipient and value', () => {
  const [draft] = read(open(fileOf('n.xml', nfe()))).drafts

  expect(draft).toMatchObject({
    references: [],
    faults: [],
    values: { recipientId: '52998224725', invoiceValue: 24990 },
  })
})
