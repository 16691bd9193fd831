import { strFromU8, unzipSync } from 'fflate'

import { csvOf, neutral } from '../../../shared/files/csv'
import { xlsxOf } from './writeTable'

/** What a spreadsheet takes for the beginning of a formula (OWASP, CSV injection). */
const BEGINNINGS = ['=', '+', '-', '@', '\t', '\r']

test.each(BEGINNINGS)('a cell that begins with %j is none a spreadsheet would run', (sign) => {
  const text = `${sign}1+HYPERLINK("http://example.com")`

  expect(neutral(text)).toBe(`'${text}`)
  expect(csvOf([[text]])).toContain(`'${sign}1`)
  const sheet = strFromU8(unzipSync(xlsxOf([[text]]))['xl/worksheets/sheet1.xml'])

  expect(sheet).toContain(`>'${sign}1`)
})

test.each(['a=1', '0007', '1-2', '', ' =1'])('any other cell stays as it is: %j', (text) =>
  expect(neutral(text)).toBe(text)
)
