export interface CsvRows {
  readonly rows: readonly (readonly string[])[]
  /** Place of the last row, where its quote is never closed: all that stands behind it is in one cell. */
  readonly openQuoteAt: number | null
}

/** Cells of a text with separators, quoted as spreadsheets do; outer space is cut off. */
export function csvRows(text: string, separator: string): CsvRows {
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
  return {
    rows: [...rows, [...row, cell.trim()]],
    openQuoteAt: isQuoted ? rows.length : null,
  }
}
