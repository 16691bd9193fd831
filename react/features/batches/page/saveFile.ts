import { giveFile } from '../../../shared/files/giveFile'
import type { ReadersClient } from '../desk/readersClient'
import type { TableFormat } from '../desk/messages'

const TYPES = {
  CSV: 'text/csv',
  XLSX: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
}

/** Has a table written by the readers and gives it to the browser: they alone know how no cell becomes a formula. */
export async function saveTable(
  readers: ReadersClient,
  format: TableFormat,
  fileName: string
): Promise<void> {
  const file = await readers.ask({ kind: 'TABLE_FILE', format })

  if (!file.ok) return
  giveFile(file.answer, TYPES[format], `${fileName}.${format.toLowerCase()}`)
}

/** "notas" of "notas.csv". */
export const bareName = (name: string) => name.replace(/\.[A-Za-z]{2,5}$/, '')
