import fc from 'fast-check'
import { xlsxOf } from '../../react/features/batches/files/writeTable'
import { csvOf, neutral } from '../../react/shared/files/csv'
import { headingSet } from '../../react/features/batches/files/columns'
import { stops } from '../../react/features/batches/files/faults'
import { FileRefused } from '../../react/features/batches/files/sheet'
import { fileOf, open, openCsv, read } from '../../react/features/batches/testing/files'

/** Laws of the panel's readers of files. They stand here because the panel's test runner cannot load fast-check. */

const HEADER = ['Pedido', 'Nota', 'Valor', 'Transportadora']
const word = fc
  .array(fc.constantFrom('a', 'Ç', '7', ' ', ';', ',', '"', '\n', '<', '&', '.', '=', '-', '\t'), {
    maxLength: 8,
  })
  .map((signs) => signs.join(''))
const table = fc.array(fc.tuple(fc.stringMatching(/^[1-9]\d{3}-01$/), word, word, word), {
  minLength: 1,
  maxLength: 12,
})
const shown = (cell: string) => neutral(cell).trim()

it.each([
  ['CSV', (rows: string[][]) => fileOf('a.csv', csvOf(rows))],
  ['XLSX', (rows: string[][]) => fileOf('a.xlsx', xlsxOf(rows))],
])('a table that we write as %s is read as it was', (_name, file) => {
  fc.assert(
    fc.property(table, (rows) => {
      const { sheet } = open(file([HEADER, ...rows]))
      expect(sheet.header).toEqual(HEADER)
      expect(sheet.rows.map(({ cells }) => HEADER.map((_, at) => cells[at] ?? ''))).toEqual(
        rows.map((row) => row.map(shown))
      )
    })
  )
})

it('no cell that goes out begins with what a spreadsheet runs', () => {
  fc.assert(fc.property(fc.string(), (text) => !/^[=+\-@\t\r]/.test(neutral(text))))
})

it('a quote too many never sends a row that was not in the file', () => {
  const plain = fc.array(fc.stringMatching(/^[a-z0-9]{1,6}$/), { minLength: 3, maxLength: 3 })
  fc.assert(
    fc.property(
      fc.array(plain, { minLength: 2, maxLength: 10 }),
      fc.nat(),
      fc.nat(),
      (cells, row, column) => {
        const rows = cells.map((more, at) => [`${1000 + at}-01`, ...more])
        const broken = rows.map((one) => [...one])
        broken[row % rows.length][column % 4] = `"${broken[row % rows.length][column % 4]}`
        const text = [HEADER, ...broken].map((one) => one.join(';')).join('\n')
        try {
          const whole = new Set(rows.map((one) => one.join(';')))
          const taken = openCsv(text).sheet.rows.filter(({ flaw }) => flaw === undefined)
          expect(taken.filter(({ cells }) => !whole.has(cells.join(';')))).toEqual([])
        } catch (error) {
          if (!(error instanceof FileRefused)) throw error
          expect(error.code).toBe('QUOTE_OPEN')
        }
      }
    )
  )
})

it('whatever bytes come, they are read, or refused by name', () => {
  const starts = [
    [],
    [0x50, 0x4b, 3, 4],
    [0x50, 0x4b, 5, 6],
    [0x3c],
    [0xef, 0xbb, 0xbf],
    [0x30, 0x30, 0x30],
  ]
  const bytes = fc
    .tuple(fc.constantFrom(...starts), fc.uint8Array({ maxLength: 400 }))
    .map(([start, rest]) => Uint8Array.from([...start, ...rest]))
  fc.assert(
    fc.property(
      bytes,
      fc.constantFrom('a.csv', 'a.xlsx', 'a.zip', 'a.xml', 'a.txt'),
      (content, name) => {
        try {
          read(open(fileOf(name, content)))
        } catch (error) {
          if (!(error instanceof FileRefused)) throw error
        }
      }
    )
  )
})

const grouped = (whole: number, sign: string) => String(whole).replace(/\B(?=(\d{3})+$)/g, sign)

it.each([
  ['.', ','],
  [',', '.'],
])(
  'amounts grouped by %s are read to the cent where one of the column tells its decimal sign',
  (group, decimal) => {
    const amount = fc.nat({ max: 99_999_999 })
    fc.assert(
      fc.property(fc.array(amount, { maxLength: 8 }), fc.nat({ max: 99 }), (cents, decisive) => {
        const all = [...cents, 100 * 1_234 + decisive]
        const text = (of: number) =>
          `${grouped(Math.floor(of / 100), group)}${decimal}${String(of % 100).padStart(2, '0')}`
        const rows = all.map((of, at) => [`${1000 + at}-01`, String(at), text(of)])
        const { drafts } = read(openCsv(csvOf([['Pedido', 'Nota', 'Valor'], ...rows])))
        expect(drafts.map(({ values }) => values.invoiceValue)).toEqual(all)
        expect(drafts.flatMap(({ faults }) => faults)).toEqual([])
      })
    )
  }
)

it('days are read by the column that they stand in, or asked about', () => {
  const day = fc.date({
    min: new Date('2020-01-01T00:00:00Z'),
    max: new Date('2030-12-31T00:00:00Z'),
    noInvalidDate: true,
  })
  fc.assert(
    fc.property(fc.array(day, { minLength: 1, maxLength: 6 }), fc.boolean(), (days, isDayFirst) => {
      const iso = days.map((one) => one.toISOString().slice(0, 10))
      const text = (of: string) => {
        const [year, month, date] = of.split('-')
        return `${isDayFirst ? `${date}/${month}` : `${month}/${date}`}/${year}`
      }
      const rows = iso.map((of, at) => [`${1000 + at}-01`, String(at), text(of)])
      const { drafts } = read(openCsv(csvOf([['Pedido', 'Nota', 'Emissão'], ...rows])))
      drafts.forEach(({ values, faults }, at) => {
        const stopped = faults.filter(stops).map(({ code }) => code)
        if (stopped.length > 0) expect(stopped).toEqual(['DATE_AMBIGUOUS'])
        else expect(String(values.issuanceDate).slice(0, 10)).toBe(iso[at])
      })
    })
  )
})

it('the same headings are one set, however they are written', () => {
  expect(headingSet(['Número da Nota', 'VALOR'])).toBe(headingSet(['numero_da_nota', ' Valor ']))
  expect(headingSet(['Nota', 'Valor'])).not.toBe(headingSet(['Valor', 'Nota']))
})
