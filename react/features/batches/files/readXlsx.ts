import { strFromU8 } from 'fflate'
import { decode } from 'saxen'
import { isWorkbookPart, readParts } from './workbookParts'
import type { WorkbookParts } from './workbookParts'
import { openZip } from './openZip'
import { FileRefused, MOST_COLUMNS, MOST_ROWS } from './sheet'
import type { CellKind, Sheet, SheetRow, Steps } from './sheet'

/** Rows between two looks at the clock. */
const AT_A_TIME = 200
/** Cells whose emptiness a merge explains. */
const MOST_MERGED = 100000
/** Beyond them Excel writes zeros. */
const EXACT_DIGITS = 15

/**
 * The first sheet of a workbook that holds anything, each cell with how it was stored: a reader that answers numbers
 * cannot tell a key that was typed as a number from one that is text.
 * @errors FileRefused as openZip, NO_ROWS, TOO_MANY_ROWS, UNREADABLE
 */
export function* readXlsx(archive: Uint8Array): Steps<Sheet> {
  const entries = yield* openZip(archive, isWorkbookPart)
  const parts = readParts(entries)

  for (const { name, path } of parts.sheets) {
    const entry = entries.find((one) => one.name.toLowerCase().endsWith(`xl/${path}`.toLowerCase()))
    const rows = entry ? yield* readSheet(strFromU8(entry.bytes), parts) : []

    if (rows.length > 0) {
      const notRead = parts.sheets.filter((one) => one.name !== name).map((one) => one.name)
      const sheet: Sheet = { source: 'XLSX', header: [], rows, name, notRead }

      return sheet
    }
  }
  throw new FileRefused(parts.sheets.length > 0 ? 'NO_ROWS' : 'UNREADABLE')
}

const TAG = /<(?:\w+:)?(row|c|mergeCell)\b([^>]*?)(\/?)>/g

function* readSheet(xml: string, parts: WorkbookParts): Steps<SheetRow[]> {
  const rows: SheetRow[] = []
  const merged: string[] = []
  let row: SheetRow | null = null
  let column = -1

  TAG.lastIndex = 0
  // Two workbooks are never read at once, but a refused one may have left off anywhere.
  for (let tag = TAG.exec(xml); tag; tag = TAG.exec(xml)) {
    const [, name, attributes, isEmpty] = tag

    if (name === 'row') {
      if (row && isFilled(row)) rows.push(row)
      row = { at: Number(attribute(attributes, 'r')) || (row ? row.at + 1 : 1), cells: [] }
      column = -1
      if (rows.length > MOST_ROWS + 1) throw new FileRefused('TOO_MANY_ROWS', { max: MOST_ROWS })
      if (rows.length % AT_A_TIME === 0) yield
    } else if (name === 'mergeCell') merged.push(attribute(attributes, 'ref'))
    else if (row) {
      const place = attribute(attributes, 'r')

      column = place ? columnOf(place) : column + 1
      if (isEmpty || column >= MOST_COLUMNS) continue
      const end = xml.indexOf('</', TAG.lastIndex)
      const close = closing(xml, end < 0 ? TAG.lastIndex : end)

      put(row, column, xml.slice(TAG.lastIndex, close), attributes, parts)
      TAG.lastIndex = close
    }
  }
  if (row && isFilled(row)) rows.push(row)
  markMerged(rows, merged)

  return rows
}

const isFilled = ({ cells, kinds }: SheetRow) => Boolean(kinds) || cells.some((cell) => cell)

/** Where a cell ends: `c` holds other elements, never another `c`. */
function closing(xml: string, from: number): number {
  const plain = xml.indexOf('</c>', from)

  if (plain >= 0 && plain - from < 512) return plain
  const end = /<\/(?:\w+:)?c>/g

  end.lastIndex = from
  const found = end.exec(xml)

  return found ? found.index : xml.length
}

function put(
  row: SheetRow,
  column: number,
  content: string,
  attributes: string,
  parts: WorkbookParts
) {
  const raw = valueIn(content)
  const type = attribute(attributes, 't')
  const isFormula = /<(?:\w+:)?f\b/.test(content)
  let text = raw
  let kind: CellKind = 'TEXT'

  if (type === 's') text = parts.strings[Number(raw)] ?? ''
  else if (type === 'inlineStr' || type === 'str') text = raw
  else if (type === 'e') kind = 'ERROR'
  else if (type === 'b') text = raw === '1' ? 'TRUE' : 'FALSE'
  else if (type === 'd') kind = 'DATE'
  else if (raw !== '') {
    const isDate = parts.isDateStyle[Number(attribute(attributes, 's'))]
    const date = isDate ? dateOf(Number(raw), parts.is1904) : null

    kind = date ? 'DATE' : 'NUMBER'
    text = date ?? plainNumber(raw)
  }
  if (isFormula && raw === '') kind = 'NOT_CALCULATED'
  while (row.cells.length < column) row.cells.push('')
  row.cells[column] = text.replace(/\u00a0/g, ' ').trim()
  if (kind !== 'TEXT') row.kinds = { ...row.kinds, [column]: kind }
}

/** Text of `v`, or of the pieces of an inline text. */
function valueIn(content: string): string {
  const value = /<(?:\w+:)?v\b[^>]*>([^<]*)</.exec(content)

  if (value) return decode(value[1])
  const pieces = content.match(/<(?:\w+:)?t\b[^>]*>[^<]*</g) || []

  return pieces.map((piece) => decode(piece.replace(/^[^>]*>/, '').slice(0, -1))).join('')
}

/** The number as it was typed: 249.90000000000001 is how 249.9 is stored. What stands with an exponent stays as it is. */
function plainNumber(raw: string): string {
  return /^-?\d+\.\d{10,}$/.test(raw) ? String(Number(Number(raw).toPrecision(EXACT_DIGITS))) : raw
}

const DAY_MS = 24 * 60 * 60 * 1000
/** Serial 1 is 1900-01-01, and Excel believes in a 29th of February of that year. */
const DAY_ZERO = Date.UTC(1899, 11, 30)
const DAYS_TO_1904 = 1462

function dateOf(serial: number, is1904: boolean): string | null {
  const days = serial + (is1904 ? DAYS_TO_1904 : 0)

  // Before 1 March 1900 the count is wrong, and a number below 1 is a time without a day.
  if (!(days >= 61 && days < 2958466)) return null
  const text = new Date(Math.round((DAY_ZERO + days * DAY_MS) / 1000) * 1000).toISOString()

  return text.slice(0, days % 1 === 0 ? 10 : 19)
}

function attribute(attributes: string, name: string): string {
  const found = new RegExp(`(?:^|\\s)${name}\\s*=\\s*["']([^"']*)["']`).exec(attributes)

  return found ? found[1] : ''
}

/** "AB12" stands in the 28th column: 27. */
function columnOf(place: string): number {
  let column = 0

  for (const sign of place) {
    const letter = sign.toUpperCase().charCodeAt(0) - 64

    if (letter < 1 || letter > 26) break
    column = column * 26 + letter
  }

  return column - 1
}

function markMerged(rows: readonly SheetRow[], ranges: readonly string[]) {
  const byNumber = new Map<number, SheetRow>()
  let left = MOST_MERGED

  rows.forEach((row) => byNumber.set(row.at, row))
  ranges.forEach((range) => {
    const [first, last] = range.split(':')
    const [fromRow, toRow] = [rowOf(first), rowOf(last || first)]
    const fromColumn = columnOf(first)
    const toColumn = Math.min(columnOf(last || first), MOST_COLUMNS - 1)

    for (let at = fromRow; at <= toRow && left > 0; at += 1) {
      const row = byNumber.get(at)

      if (!row) {
        left -= 1
        continue
      }
      for (let column = fromColumn; column <= toColumn && left > 0; column += 1) {
        left -= 1
        const isFirst = at === fromRow && column === fromColumn

        if (isFirst || row.cells[column]) continue
        if (!row.kinds) row.kinds = {}
        row.kinds[column] = 'MERGED'
      }
    }
  })
}

const rowOf = (place: string) => Number(place.replace(/\D/g, ''))
