/** Gives a file that was made here to the browser, which keeps it where downloads go. */
export function giveFile(content: BlobPart, type: string, name: string): void {
  const address = URL.createObjectURL(new Blob([content], { type }))
  const anchor = document.createElement('a')

  anchor.href = address
  anchor.download = name
  document.body.appendChild(anchor)
  anchor.click()
  document.body.removeChild(anchor)
  setTimeout(() => URL.revokeObjectURL(address), 10000)
}

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
