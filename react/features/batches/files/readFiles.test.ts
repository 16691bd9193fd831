import { TextDecoder as NodeTextDecoder } from 'util'
import { strToU8, zipSync } from 'fflate'
import { fileOf, KEY, nfe, open, openCsv, windows, workbook } from '../testing/files'
import { openZip } from './openZip'
import { FileRefused, finish } from './sheet'
import { xlsxOf } from './writeTable'

/** The DOM of the tests has none; a browser has. */
beforeAll(() => {
  Object.assign(globalThis, { TextDecoder: NodeTextDecoder })
})

function refusal(work: () => unknown) {
  try {
    work()
  } catch (error) {
    if (error instanceof FileRefused) return { code: error.code, ...error.facts }
    throw error
  }

  return null
}

describe('a CSV', () => {
  test.each([',', ';', '\t', '|'])('is cut at %j', (sign) => {
    const { sheet, mapping } = openCsv(
      [
        ['Pedido', 'Número da Nota', 'Valor'],
        ['1001-01', '12', '"10,50; ou | mais"'],
      ]
        .map((row) => row.join(sign))
        .join('\r\n')
    )

    expect(sheet.rows[0].cells).toEqual(['1001-01', '12', '10,50; ou | mais'])
    expect(mapping).toEqual(['orderId', 'invoiceNumber', 'invoiceValue'])
  })

  it('with a comma in each text is cut at its semicolons', () => {
    const { sheet } = openCsv('Pedido;Nota;Obs\n1001-01;1;a, b, c\n1002-01;2;d, e, f')

    expect(sheet.header).toEqual(['Pedido', 'Nota', 'Obs'])
  })

  test.each([
    ['UTF-8', strToU8('Pedido;Observações\n1;São')],
    ['UTF-8 with its mark', strToU8('\ufeffPedido;Observações\n1;São')],
    ['Windows-1252', windows('Pedido;Observações\n1;São')],
  ])('in %s is read', (_name, bytes) => {
    expect(open(fileOf('a.csv', bytes)).sheet.rows[0].cells).toEqual(['1', 'São'])
  })

  it('keeps a line break inside of quotes, and counts rows as Excel does', () => {
    const { sheet } = openCsv('pedido;obs\n\n1;"um\ndois"\n2;x')

    expect(sheet.rows.map(({ at, cells }) => [at, cells[1]])).toEqual([
      [3, 'um\ndois'],
      [4, 'x'],
    ])
  })

  it('says which row has a quote that is never closed', () => {
    expect(refusal(() => openCsv('pedido;nota\n1;2\n2;"3\n3;4\n'))).toEqual({
      code: 'QUOTE_OPEN',
      row: 3,
    })
  })

  it('says so of a very long file, too', () => {
    const rows = Array.from({ length: 60000 }, (_, at) => `${at};${at};um texto qualquer`).join(
      '\n'
    )

    expect(refusal(() => openCsv(`pedido;nota;obs\n1;"2;x\n${rows}`))).toEqual({
      code: 'QUOTE_OPEN',
      row: 2,
    })
  })

  it('marks a row whose quotes are broken', () => {
    const { sheet } = openCsv('pedido;nota;obs\n1;2;"a"b"\n2;3;c')

    expect(sheet.rows[0].flaw).toBe('QUOTE')
  })

  it('marks rows that have more or fewer cells than headings', () => {
    const { sheet } = openCsv('pedido;nota;obs\n1;2;3\n1;2\n1;2;3;4\n1;2;;;\n1;2;3')

    expect(sheet.rows.map(({ flaw }) => flaw)).toEqual([
      undefined,
      'COLUMNS',
      'COLUMNS',
      undefined,
      undefined,
    ])
  })

  it('marks rows that were saved in UTF-8 in a Windows file', () => {
    const { sheet } = open(
      fileOf(
        'a.csv',
        windows('pedido;cidade\n1;São Paulo\n2;SÃ£o Paulo\n3;Ã‰vora'.replace('‰', '\u0089'))
      )
    )

    expect(sheet.rows.map(({ flaw }) => flaw)).toEqual([
      undefined,
      'MIXED_ENCODING',
      'MIXED_ENCODING',
    ])
  })

  it('with line ends of several kinds is cut at each of them', () => {
    const { sheet } = openCsv('Pedido;Nota\r\n1-01;1\n2-01;2\r3-01;3\r\n4-01;"4\r\n5"')

    expect(sheet.rows.map(({ at, cells }) => [at, cells[0]])).toEqual([
      [2, '1-01'],
      [3, '2-01'],
      [4, '3-01'],
      [5, '4-01'],
    ])
    expect(sheet.rows[3].cells[1]).toBe('4\n5')
  })

  it('says nothing in signs that nobody sees, nor in the = by which systems keep zeros', () => {
    const { sheet } = openCsv('Pedido;Nota;Obs\n1-\u000001;7\u0000;x\n="0012-01";="0007";=1+1')

    expect(sheet.rows.map(({ cells }) => cells)).toEqual([
      ['1-01', '7', 'x'],
      ['0012-01', '0007', '=1+1'],
    ])
  })

  it('of more columns than anybody can map is refused by name', () => {
    const wide = Array.from({ length: 501 }, (_, at) => `c${at}`).join(';')

    expect(refusal(() => openCsv(`${wide}\n${wide}`))).toEqual({
      code: 'TOO_MANY_COLUMNS',
      max: 500,
    })
  })

  it('of 200,000 rows is refused by name', () => {
    const text = `pedido;nota\n${'1001-01;1\n'.repeat(200000)}`

    expect(refusal(() => openCsv(text))).toEqual({ code: 'TOO_MANY_ROWS', max: 100000 })
  })

  it('of one column is refused', () => {
    expect(refusal(() => openCsv('pedido\n1\n2'))).toEqual({ code: 'ONE_COLUMN' })
  })

  it('with a title above its headings is read below them', () => {
    const { sheet } = openCsv('Relatório de notas;;\n;;\nPedido;Nota;Valor\n1;2;3')

    expect(sheet.header).toEqual(['Pedido', 'Nota', 'Valor'])
    expect(sheet.rows).toHaveLength(1)
  })
})

describe('a workbook', () => {
  it('is read with how each cell is stored', () => {
    const { sheet } = open(
      fileOf(
        'a.xlsx',
        workbook({
          strings: ['Pedido', 'Chave de acesso', 'Emissão', 'Valor', '0012'],
          rows:
            '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="s"><v>2</v></c><c r="D1" t="s"><v>3</v></c></row>' +
            '<row r="3"><c r="A3" t="s"><v>4</v></c><c r="B3"><v>3.52611E+43</v></c><c r="C3" s="1"><v>46082</v></c><c r="D3"><v>249.90000000000001</v></c></row>' +
            '<row r="4"><c r="A4" t="inlineStr"><is><t>10&amp;01</t></is></c><c r="B4" t="e"><v>#N/A</v></c><c r="C4" s="1"><v>46082.5</v></c><c r="D4"><f>A1+B1</f></c></row>' +
            '<row r="5"><c r="A5" t="str"><f>B2</f><v>77</v></c></row>',
          behind: '<mergeCells count="1"><mergeCell ref="A4:A5"/></mergeCells>',
        })
      )
    )

    expect(sheet.rows).toEqual([
      {
        at: 3,
        cells: ['0012', '3.52611E+43', '2026-03-01', '249.9'],
        kinds: { 1: 'NUMBER', 2: 'DATE', 3: 'NUMBER' },
      },
      {
        at: 4,
        cells: ['10&01', '#N/A', '2026-03-01T12:00:00', ''],
        kinds: { 1: 'ERROR', 2: 'DATE', 3: 'NOT_CALCULATED' },
      },
      { at: 5, cells: ['77'] },
    ])
  })

  it('names cells that a merge has emptied', () => {
    const { sheet } = open(
      fileOf(
        'a.xlsx',
        workbook({
          strings: ['Pedido', 'SKU', 'x'],
          rows:
            '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row>' +
            '<row r="2"><c r="A2"><v>5</v></c><c r="B2" t="s"><v>2</v></c></row><row r="3"><c r="B3" t="s"><v>2</v></c></row>',
          behind: '<mergeCells><mergeCell ref="A2:A3"/></mergeCells>',
        })
      )
    )

    expect(sheet.rows[1].kinds).toEqual({ 0: 'MERGED' })
  })

  it('with a merge over the whole sheet tells no more of it than can be shown', () => {
    const text = (place: string, value: string) =>
      `<c r="${place}" t="inlineStr"><is><t>${value}</t></is></c>`
    const rows =
      `<row r="1">${text('A1', 'Pedido')}${text('B1', 'Rastreio')}</row>` +
      Array.from(
        { length: 300 },
        (_, at) => `<row r="${at + 2}">${text(`B${at + 2}`, 'x')}</row>`
      ).join('')
    const behind = '<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>'
    const { sheet } = open(fileOf('a.xlsx', workbook({ rows, behind })))
    const told = sheet.rows.map(({ kinds }) => Object.keys(kinds || {}).length)

    // It took minutes, for a cell of each of 16,384 columns was told, each time by a copy of those before it.
    expect(sheet.rows[150].kinds![0]).toBe('MERGED')
    expect(Math.max(...told)).toBeLessThanOrEqual(500)
    expect(told.reduce((sum, count) => sum + count, 0)).toBeLessThanOrEqual(100000)
  })

  it('of a Mac counts its days from 1904', () => {
    const rows =
      '<row r="1"><c r="A1" t="inlineStr"><is><t>Pedido</t></is></c><c r="B1" t="inlineStr"><is><t>Data</t></is></c></row>' +
      '<row r="2"><c r="A2"><v>1</v></c><c r="B2" s="1"><v>44620</v></c></row>'

    expect(
      open(fileOf('a.xlsx', workbook({ rows, isFrom1904: true }))).sheet.rows[0].cells[1]
    ).toBe('2026-03-01')
  })

  it('that we wrote is read as it was', () => {
    const rows = [
      ['Pedido', 'Nota'],
      ['0012-01', 'a <b> & "c" ç'],
    ]

    expect(open(fileOf('a.xlsx', xlsxOf(rows))).sheet.rows[0].cells).toEqual(rows[1])
  })
})

describe('documents', () => {
  it('of an archive are a row each, from whatever folder', () => {
    const { sheet, leftOut } = open(
      fileOf(
        'notas.zip',
        zipSync({
          'nov/a/1.xml': strToU8(nfe({ order: '1234567890123-01' })),
          'nov/b/': new Uint8Array(),
          'nov/b/copy of 1.xml': strToU8(nfe({ order: '1234567890123-01' })),
          'nov/b/2.xml': strToU8(
            nfe({ key: KEY.replace('123', '124'), number: '124', words: 'Pedido: 998877' })
          ),
          'nov/b/event.xml': strToU8('<procEventoNFe><evento/></procEventoNFe>'),
          'nov/2.pdf': strToU8('%PDF'),
          '__MACOSX/nov/._1.xml': strToU8('x'),
        })
      )
    )

    expect(sheet.rows.map(({ fileName, references }) => [fileName, references])).toEqual([
      ['1.xml', ['1234567890123-01']],
      ['2.xml', ['998877']],
    ])
    expect(sheet.rows[0].cells).toEqual([
      '',
      '123',
      '2026-11-20T10:00:00-03:00',
      '249.90',
      KEY,
      '52998224725',
    ])
    expect(leftOut).toEqual([
      { name: 'nov/2.pdf', code: 'OTHER_FILE' },
      { name: 'nov/b/copy of 1.xml', code: 'DOUBLE' },
      { name: 'nov/b/event.xml', code: 'OTHER_FILE' },
    ])
  })

  const event = (type: string, answer: string) =>
    `<procEventoNFe><evento><infEvento><chNFe>${KEY}</chNFe><tpEvento>${type}</tpEvento></infEvento></evento>${answer}</procEventoNFe>`
  const answered = (status: string) =>
    `<retEvento><infEvento><cStat>${status}</cStat><chNFe>${KEY}</chNFe></infEvento></retEvento>`

  it.each([
    ['taken', event('110111', answered('135')), true],
    ['for a substitute', event('110112', answered('135')), true],
    ['not answered', event('110111', ''), true],
    ['refused', event('110111', answered('501')), false],
    ['another event', event('110110', answered('135')), false],
  ])('know of a cancellation beside them, in whatever order: %s', (_how, text, isCanceled) => {
    const files = [fileOf('event.xml', text), fileOf('1.xml', nfe())]

    for (const given of [files, [...files].reverse()]) {
      const { sheet, leftOut } = open(...given)

      expect(sheet.rows.map((row) => Boolean(row.isCanceled))).toEqual([isCanceled])
      const [{ name, code }] = leftOut

      expect(name).toBe('event.xml')
      expect(code).toBe(isCanceled ? 'CANCELLATION' : 'OTHER_FILE')
    }
  })

  it('keep the one with its protocol where a bare one stands beside it', () => {
    const { sheet } = open(
      fileOf('bare.xml', nfe({ hasProtocol: false })),
      fileOf('whole.xml', nfe())
    )

    expect(sheet.rows.map(({ fileName }) => fileName)).toEqual(['whole.xml'])
  })

  it.each([
    ['inflates beyond bounds', null],
    ['lies about its sizes', [10, 0, 0, 0]],
  ])('in an archive that %s are counted as they come out, and refused', (_name, size) => {
    const MB = 1024 * 1024
    const bomb = zipSync({ 'a.xml': new Uint8Array(3 * MB) }, { level: 1 })

    // The size that the entry's own header tells.
    if (size) bomb.set(size, 22)
    expect(refusal(() => finish(openZip(bomb, () => true, 2 * MB)))).toEqual({
      code: 'TOO_BIG',
      max: 2,
    })
  })

  it('in an archive within an archive are refused by name', () => {
    const zip = zipSync({ 'inner.zip': zipSync({ 'a.xml': strToU8(nfe()) }) })

    expect(refusal(() => open(fileOf('a.zip', zip)))).toEqual({
      code: 'ZIP_IN_ZIP',
      file: 'inner.zip',
    })
  })
})

test.each([
  ['PDF', strToU8('%PDF-1.4')],
  ['OLD_EXCEL', Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 1, 2])],
  ['OLD_EXCEL', strToU8('<html><table><tr><td>Pedido</td></tr></table></html>')],
  ['OTHER_ARCHIVE', Uint8Array.from([0x52, 0x61, 0x72, 0x21, 1])],
  ['UNREADABLE', Uint8Array.from([0x50, 0x4b, 0x03, 0x04, 1, 2, 3])],
  ['EMPTY', new Uint8Array()],
  ['EMPTY', strToU8(' \r\n ')],
  ['NO_ROWS', strToU8('pedido;nota\n')],
])('what is no table is refused as %s', (code, bytes) => {
  expect(refusal(() => open(fileOf('a.xls', bytes)))).toMatchObject({ code })
})

describe('a list of a carrier', () => {
  const pad = (text: string, width: number) => text.padEnd(width)
  const V31 = [
    pad('000TRANSPORTADORA EXEMPLO', 120),
    pad('340OCORR091120001', 120),
    pad('34199888777000166TRANSPORTADORA', 120),
    pad('342112223330001811  000047119808112026191000CHEGADA NA FILIAL DE CAMPINAS', 120),
    pad('34211222333000181001000047110109112026135200', 120),
    pad('342112223330001811  000047130109112026000002RECUSOU UM VOLUME', 120),
    pad('342112223330001811  000047140109112026000001RECUSOU TUDO', 120),
  ]

  it('of version 3.1 is cut by columns', () => {
    const { sheet, mapping } = open(fileOf('OCOREN.TXT', V31.join('\r\n')))

    expect(mapping).toEqual([
      'invoiceNumber',
      'series',
      'issuerId',
      'eventDate',
      'eventDescription',
      'isDelivered',
      'deliveredDate',
      'orderId',
    ])
    expect(sheet.rows.map(({ cells }) => cells.slice(0, 7))).toEqual([
      [
        '4711',
        '1',
        '11222333000181',
        '2026-11-08T19:10',
        'Chegada na cidade ou filial de destino. Chegada na filial de campinas',
        '',
        '',
      ],
      [
        '4711',
        '1',
        '11222333000181',
        '2026-11-09T13:52',
        'Entrega realizada normalmente',
        'TRUE',
        '2026-11-09T13:52',
      ],
      // A part of it was refused: no delivery without a person.
      [
        '4713',
        '1',
        '11222333000181',
        '2026-11-09T00:00',
        'Entrega realizada normalmente. Recusou um volume',
        '',
        '',
      ],
      // All of it goes back.
      [
        '4714',
        '1',
        '11222333000181',
        '2026-11-09T00:00',
        'Entrega realizada normalmente. Recusou tudo',
        '',
        '',
      ],
    ])
  })

  it('is cut by characters, not by bytes', () => {
    const [first, ...rest] = V31
    const header = pad('000TRANSPORTADORA DISTRIBUIÇÃO', 120)
    const line = pad('342112223330001811  000047110108112026191000AVENIDA DA REDENÇÃO', 120)
    const inUtf8 = open(fileOf('a.txt', [header, ...rest.slice(0, 2), line].join('\n'))).sheet
    const inWindows = open(
      fileOf('a.txt', windows([header, ...rest.slice(0, 2), line].join('\n')))
    ).sheet

    expect(inUtf8.rows).toEqual(inWindows.rows)
    expect(first).toHaveLength(120)
  })

  it('of version 5.0 has its words in the record behind', () => {
    const { sheet } = open(
      fileOf(
        'a.txt',
        [
          pad('000TRANSPORTADORA', 250),
          pad('540OCORR500911001', 250),
          pad('54199888777000166TRANSPORTADORA', 250),
          pad('542112223330001811  00000471100109112026135200', 250),
          pad('543RECEBIDO NA PORTARIA', 250),
          pad('5490001', 250),
        ].join('\r\n')
      )
    )

    expect(sheet.rows[0].cells.slice(0, 5)).toEqual([
      '4711',
      '1',
      '11222333000181',
      '2026-11-09T13:52',
      'Entrega realizada normalmente. Recebido na portaria',
    ])
  })

  it('of other records is refused with its line', () => {
    const text = [pad('000TRANSPORTADORA', 320), pad('510X', 320), pad('511Y', 320)].join('\n')

    expect(refusal(() => open(fileOf('a.txt', text)))).toEqual({
      code: 'OTHER_RECORDS',
      row: 2,
      record: '510',
    })
  })
})
