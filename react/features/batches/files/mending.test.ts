import { TextDecoder as NodeTextDecoder } from 'util'
import { openCsv, read, readAgain } from '../testing/files'

beforeAll(() => {
  Object.assign(globalThis, { TextDecoder: NodeTextDecoder })
})

const CSV = [
  'Pedido;Nota;Valor;Emissão;SKU;Quantidade',
  '1534080512345-01;7;1.234;01/02/2026;A;1',
  '1534080512345-01;7;1.234;01/02/2026;B;2',
  '1534080512346-01;8;abc;ontem;A;1',
  ';9;10;;;',
  '1534080512347-01;007;5;2026-01-02;C;x',
].join('\n')

// Row, column, text: cells of every kind, of rows that are one invoice, and ones that tell how a column is meant.
test.each([
  [2, 2, '10'],
  [2, 2, '10,50'],
  [2, 3, '21/02/2026'],
  [3, 0, '1534080512348-01'],
  [3, 0, '1534080512345-01'],
  [1, 1, '8'],
  [0, 2, '5'],
  [4, 5, '3'],
  [4, 1, '7'],
  [4, 1, '0007'],
])('cell %i %i mended to %s reads as if the file had said so', (row, column, text) => {
  const mended = openCsv(CSV)
  const before = read(mended)

  mended.sheet.rows[row].cells[column] = text
  const after = readAgain(mended, before, row)
  const fresh = openCsv(CSV)

  fresh.sheet.rows[row].cells[column] = text
  expect(after.drafts).toEqual(read(fresh).drafts)
  expect(after.evidence).toEqual(read(fresh).evidence)
})

it('reads no other row again, as long as the columns tell the same', () => {
  const opened = openCsv(CSV)
  const before = read(opened)
  const [first, , third] = before.cells

  opened.sheet.rows[2].cells[2] = '10'
  const after = readAgain(opened, before, 2)

  expect(after.cells[0]).toBe(first)
  expect(after.cells[2]).not.toBe(third)
})
