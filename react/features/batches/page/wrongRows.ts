import type { SheetLine, ShownFault, Summary } from '../desk/messages'
import type { ReadersClient } from '../desk/readersClient'
import { bareName, saveTable } from './saveFile'

const AT_A_TIME = 500

/** Rows that stay behind, as they stand in the file, with a column that says why: to be mended and dropped again. */
export async function saveWrongRows(
  readers: ReadersClient,
  summary: Summary,
  fileName: string,
  reasonHeading: string,
  reasonOf: (line: SheetLine) => string
): Promise<void> {
  await readers.ask({ kind: 'TABLE_ROWS', rows: [[...summary.header, reasonHeading]] })
  for (let offset = 0; offset < summary.sheetRows; offset += AT_A_TIME) {
    const page = await readers.ask({ kind: 'SHEET', offset, limit: AT_A_TIME })

    if (!page.ok) return
    const rows = page.answer.rows
      .filter(({ state }) => state !== 'READY')
      .map((line) => [...line.cells, reasonOf(line)])

    await readers.ask({ kind: 'TABLE_ROWS', rows })
  }
  await saveTable(readers, summary.source === 'XLSX' ? 'XLSX' : 'CSV', `${bareName(fileName)}-2`)
}

/** "Valor: Not a number." of each fault, one after the other. */
export function reasonsOf(
  faults: readonly ShownFault[],
  faultWords: (code: string, facts: ShownFault['facts']) => string
): string {
  return faults
    .map(({ heading, code, facts }) => `${heading ? `${heading}: ` : ''}${faultWords(code, facts)}`)
    .join(' ')
}
