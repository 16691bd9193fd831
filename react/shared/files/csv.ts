/** What a spreadsheet would run when it opens the file (OWASP, CSV injection). */
const RUNS = /^[=+\-@\t\r]/

/** A text that no spreadsheet takes for a formula. */
export function neutral(text: string): string {
  return RUNS.test(text) ? `'${text}` : text
}

/** UTF-8 with the mark by which Excel knows it, semicolons as Excel of Latin America writes and reads them. */
export function csvOf(rows: ReadonlyArray<readonly string[]>): string {
  const lines = rows.map((row) => row.map((cell) => quoted(neutral(cell))).join(';'))

  return `\ufeff${lines.join('\r\n')}\r\n`
}

const quoted = (text: string) => (/[";\r\n]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text)
