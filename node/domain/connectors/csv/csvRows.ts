/** Separators that spreadsheets and systems write, the likeliest first. */
const SEPARATORS = [';', ',', '\t', '|']
/** Rows in which a header may stand: exports have a title above it. */
const HEADER_WITHIN = 5

/** Cells of a text with separators, quoted as spreadsheets do; outer space is cut off. */
export function csvRows(text: string): string[][] {
  const start = text.slice(0, 2_000)
  const counted = SEPARATORS.map((separator) => ({
    separator,
    cells: Math.max(
      ...rowsOf(start, separator)
        .slice(0, HEADER_WITHIN)
        .map((row) => row.length),
      0
    ),
  }))
  const best = counted.reduce((most, one) => (one.cells > most.cells ? one : most))
  return rowsOf(text, best.separator)
}

function rowsOf(text: string, separator: string): string[][] {
  const rows: string[][] = []
  let row: string[] = []
  let cell = ''
  let isQuoted = false
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at]
    if (isQuoted) {
      if (sign !== '"') cell += sign
      else if (text[at + 1] === '"') {
        cell += '"'
        at += 1
      } else isQuoted = false
    } else if (sign === '"' && cell.trim() === '') {
      cell = ''
      isQuoted = true
    } else if (sign === separator) {
      row.push(cell.trim())
      cell = ''
    } else if (sign === '\n' || sign === '\r') {
      if (sign === '\r' && text[at + 1] === '\n') at += 1
      rows.push([...row, cell.trim()])
      row = []
      cell = ''
    } else cell += sign
  }
  return [...rows, [...row, cell.trim()]]
}
