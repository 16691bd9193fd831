import type { ResultRow } from './resultFile'
import { freed, warningKinds } from './warnings'

const row = (number: number, ...codes: string[]): ResultRow =>
  ({
    row: number,
    problems: codes.map((code) => ({
      code,
      severity: code === 'ORDER_NOT_FOUND' ? 'ERROR' : 'WARNING',
      field: [],
      message: '',
      facts: [],
    })),
  }) as unknown as ResultRow

const rows = [
  row(0, 'XML_REQUIRED'),
  row(2, 'XML_REQUIRED', 'VALUE_NOT_ITEMS'),
  row(3, 'ORDER_NOT_FOUND', 'XML_REQUIRED'),
  row(5, 'VALUE_NOT_ITEMS', 'VALUE_NOT_ITEMS'),
  row(7, 'INVOICE_NOT_SHOWN'),
  row(8, 'XML_REQUIRED'),
]

test('warnings are told by kind, each with the rows that nothing else keeps', () => {
  expect(
    warningKinds(rows).map(({ code, rows: kept }) => [code, kept.map((one) => one.row)])
  ).toEqual([
    ['XML_REQUIRED', [0, 2, 8]],
    ['VALUE_NOT_ITEMS', [2, 5]],
  ])
})

test('a row goes once all of its warnings are accepted, and none with an error or a lost invoice', () => {
  expect(freed(rows, [])).toEqual([])
  expect(freed(rows, ['XML_REQUIRED'])).toEqual([0, 8])
  expect(freed(rows, ['XML_REQUIRED', 'VALUE_NOT_ITEMS'])).toEqual([0, 2, 5, 8])
  expect(freed(rows, ['INVOICE_NOT_SHOWN', 'ORDER_NOT_FOUND', 'XML_REQUIRED'])).toEqual([0, 8])
})
