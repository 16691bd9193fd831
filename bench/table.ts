/** One line of a table; what a line does not name is shown as a dash. */
export type Line = Readonly<Record<string, string | number | null | undefined>>

/** Lines under the headings of the first, in columns. */
export function tableOf(lines: readonly Line[]): string {
  const headings = [...new Set(lines.flatMap((line) => Object.keys(line)))]
  const cells = [headings, ...lines.map((line) => headings.map((heading) => text(line[heading])))]
  const widths = headings.map((_, column) => Math.max(...cells.map((row) => row[column]!.length)))
  const rows = cells.map((row) =>
    row.map((cell, column) =>
      column === 0 ? cell.padEnd(widths[0]!) : cell.padStart(widths[column]!)
    )
  )
  const rule = widths.map((width, column) =>
    column === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`
  )
  return [rows[0]!, rule, ...rows.slice(1)].map((row) => `| ${row.join(' | ')} |`).join('\n')
}

/** As JSON where the command was given `--json`, else as a table. */
export function print(title: string, lines: readonly Line[], notes: readonly string[] = []): void {
  if (process.argv.includes('--json')) console.log(JSON.stringify({ title, lines, notes }, null, 2))
  else console.log([title, '', tableOf(lines), '', ...notes.map((note) => `- ${note}`)].join('\n'))
}

/** The number behind `--name`, or another one. */
export function numberOf(name: string, otherwise: number): number {
  const at = process.argv.indexOf(`--${name}`)
  if (at < 0) return otherwise
  const given = Number(process.argv[at + 1])
  if (!(given > 0)) throw new Error(`--${name} wants a number above 0`)
  return given
}

/** The text behind `--name`. */
export function textOf(name: string): string | null {
  const at = process.argv.indexOf(`--${name}`)
  return at < 0 ? null : (process.argv[at + 1] ?? null)
}

function text(cell: Line[string]): string {
  if (cell === null || cell === undefined) return '–'
  if (typeof cell === 'string') return cell
  return Number.isInteger(cell) ? String(cell) : cell.toFixed(2)
}
