import Papa from 'papaparse'
import { FileRefused, MOST_COLUMNS, MOST_ROWS } from './sheet'
import type { Sheet, SheetRow, Steps } from './sheet'

/** Read at a time: some milliseconds of work. */
const PIECE = 64 * 1024
/** A cell has at most 32,767 signs in Excel; without a row in so much text a quote was never closed. */
const LONGEST_ROW = 1024 * 1024
const SEPARATORS = [';', ',', '\t', '|']
/** Rows that choose the separator. */
const EVIDENCE = 12
/** What UTF-8 looks like when it is read as Windows text: Ã£, Ã§, â‚¬. */
const UTF8_AS_WINDOWS =
  /[\u00c2\u00c3][\u0080-\u00bf\u0192\u02c6\u2013-\u203a\u20ac]|\u00e2[\u0080-\u00bf\u2013-\u203a\u20ac]{1,2}/

interface Piece {
  data: string[][]
  errors: Papa.ParseError[]
}

/**
 * Rows of a text with separators, the header not yet told from the rest. Quoting is papaparse's; which separator is
 * told by the rows, quotes honoured, not by what stands most often in the first line.
 * @errors FileRefused QUOTE_OPEN with the row, ONE_COLUMN, TOO_MANY_COLUMNS, TOO_MANY_ROWS, EMPTY
 */
export function* readCsv(text: string, isWindows: boolean): Steps<Sheet> {
  // Files that were put together of several have line ends of several kinds; papaparse takes one.
  const bare = text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n')

  if (bare.trim() === '') throw new FileRefused('EMPTY')
  const rows: SheetRow[] = []
  let at = 0
  let openSince = 0

  for (const { data, errors } of pieces(bare, separatorOf(bare))) {
    const open = errors.find(({ code }) => code === 'MissingQuotes')
    const broken = new Set(
      errors.filter(({ code }) => code === 'InvalidQuotes').map(({ row }) => row)
    )

    if (open) throw new FileRefused('QUOTE_OPEN', { row: at + data.length })
    openSince = data.length > 0 ? 0 : openSince + PIECE
    if (openSince > LONGEST_ROW) throw new FileRefused('QUOTE_OPEN', { row: at + 1 })
    data.forEach((cells, index) => {
      at += 1
      const trimmed = cells.map(cleaned)

      if (trimmed.every((cell) => cell === '')) return
      if (rows.length === 0 && trimmed.length > MOST_COLUMNS && trimmed[MOST_COLUMNS]) {
        throw new FileRefused('TOO_MANY_COLUMNS', { max: MOST_COLUMNS })
      }
      const row: SheetRow = { at, cells: trimmed }

      if (broken.has(index)) row.flaw = 'QUOTE'
      else if (isWindows && UTF8_AS_WINDOWS.test(cells.join('\n'))) row.flaw = 'MIXED_ENCODING'
      rows.push(row)
    })
    if (rows.length > MOST_ROWS + EVIDENCE) {
      throw new FileRefused('TOO_MANY_ROWS', { max: MOST_ROWS })
    }
    yield
  }

  const sheet: Sheet = { source: 'CSV', header: [], rows }

  return sheet
}

/** Without signs that nobody sees; ="0047" is how a system keeps a spreadsheet from rounding. */
function cleaned(cell: string): string {
  return cell
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, '')
    .replace(/\u00a0/g, ' ')
    .replace(/^="([^"]*)"$/, '$1')
    .trim()
}

/** Papaparse stops after each piece until it is asked to go on. */
function* pieces(text: string, delimiter: string): Generator<Piece, void, undefined> {
  const found: Piece[] = []
  let parser: Papa.Parser | null = null
  let isComplete = false
  const config = {
    delimiter,
    newline: '\n',
    chunkSize: PIECE,
    chunk: ({ data, errors }: Papa.ParseResult<string[]>, running: Papa.Parser) => {
      found.push({ data, errors })
      parser = running
      running.pause()
    },
    complete: () => {
      isComplete = true
    },
  }

  // Its types know pieces of files only; it cuts a text in the same way.
  Papa.parse<string[]>(text, config as unknown as Papa.ParseConfig<string[]>)
  for (;;) {
    while (found.length > 0) yield found.shift() as Piece
    if (isComplete || !parser) return
    ;(parser as Papa.Parser).resume()
  }
}

/** The one that cuts the first rows into the same number of cells, the more the better. */
function separatorOf(text: string): string {
  const start = text.slice(0, PIECE)
  const judged = SEPARATORS.map((separator) => {
    const { data } = Papa.parse<string[]>(start, {
      delimiter: separator,
      newline: '\n',
      preview: EVIDENCE,
    })
    const counts = data.filter((row) => row.some((cell) => cell.trim())).map((row) => row.length)
    const usual = mostFrequent(counts)

    return {
      separator,
      usual,
      share: counts.filter((count) => count === usual).length / counts.length,
    }
  }).filter(({ usual }) => usual > 1)
  const [best] = judged.sort((a, b) => b.share - a.share || b.usual - a.usual)

  if (!best) {
    // A list of one column is no row of a batch: nothing says what belongs to what.
    throw new FileRefused('ONE_COLUMN')
  }

  return best.separator
}

function mostFrequent(counts: readonly number[]): number {
  const times = new Map<number, number>()

  counts.forEach((count) => times.set(count, (times.get(count) || 0) + 1))

  return Array.from(times).sort((a, b) => b[1] - a[1] || b[0] - a[0])[0]?.[0] ?? 0
}
