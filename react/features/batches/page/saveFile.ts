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
  const address = URL.createObjectURL(new Blob([file.answer], { type: TYPES[format] }))
  const anchor = document.createElement('a')

  anchor.href = address
  anchor.download = `${fileName}.${format.toLowerCase()}`
  document.body.appendChild(anchor)
  anchor.click()
  document.body.removeChild(anchor)
  setTimeout(() => URL.revokeObjectURL(address), 10000)
}

/** "notas" of "notas.csv". */
export const bareName = (name: string) => name.replace(/\.[A-Za-z]{2,5}$/, '')
