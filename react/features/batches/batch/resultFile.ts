import type {
  BatchRowsQuery,
  BatchRowsQueryVariables,
  RowOutcome,
} from '../../../shared/graphql/generated'
import type { PanelResult } from '../../../shared/graphql/usePanelMutation'
import type { ReadersClient } from '../desk/readersClient'
import type { SheetLine } from '../desk/messages'
import type { BatchFile } from '../desk/batchFile'
import { bareName, saveTable } from '../page/saveFile'

export type ResultRow = BatchRowsQuery['batchRows']['rows'][number]

/** The words of the result's own columns. */
export interface ResultWords {
  headings: {
    row: string
    order: string
    invoice: string
    outcome: string
    receipt: string
    problems: string
  }
  outcomeOf(row: ResultRow): string
  problemsOf(row: ResultRow): string
  notSent: string
  reasonOf(line: SheetLine): string
}

export type ReadRows = (variables: BatchRowsQueryVariables) => Promise<PanelResult<BatchRowsQuery>>

/** Of the contract (batchRows). */
const ROWS_A_CALL = 500

/** Every row of a batch, or every one that ended so; null where they cannot be read. */
export async function allRows(
  batchId: string,
  read: ReadRows,
  outcomes: RowOutcome[] | null = null
): Promise<ResultRow[] | null> {
  const rows: ResultRow[] = []

  for (let page = 1; ; page += 1) {
    const found = await read({ batchId, outcomes, page, perPage: ROWS_A_CALL })

    if (!found.ok) return null
    rows.push(...found.data.batchRows.rows)
    if (found.data.batchRows.rows.length === 0 || rows.length >= found.data.batchRows.total) {
      return rows
    }
  }
}

const receiptsOf = ({ steps }: ResultRow) =>
  steps
    .map(({ receipt }) => (receipt && receipt.receipt) || '')
    .filter(Boolean)
    .join(' ')

const endOf = (row: ResultRow, words: ResultWords): string[] => [
  words.outcomeOf(row),
  receiptsOf(row),
  words.problemsOf(row),
]

/**
 * The result of a batch as a file: the given file's own columns where this page still has it, rows that were not sent
 * included; what the service keeps of each row else. Answers false where the rows could not be read.
 */
export async function saveResult(
  batch: { batchId: string; name: string },
  read: ReadRows,
  words: ResultWords,
  given: BatchFile | null,
  bare: () => ReadersClient
): Promise<boolean> {
  const rows = await allRows(batch.batchId, read)

  if (!rows) return false
  const { headings } = words
  const own = [headings.outcome, headings.receipt, headings.problems]
  const name = `${bareName(batch.name)}-result`

  if (!given) {
    const readers = bare()
    const table = rows.map((row) => [
      row.label || String(row.row + 1),
      row.orderId,
      row.invoiceNumber || '',
      ...endOf(row, words),
    ])

    await readers.ask({
      kind: 'TABLE_ROWS',
      rows: [[headings.row, headings.order, headings.invoice, ...own], ...table],
    })
    await saveTable(readers, 'CSV', name)
    readers.end()

    return true
  }
  const { readers, summary } = given
  const ends = new Map(rows.map((row) => [row.row, row] as [number, ResultRow]))

  await readers.ask({ kind: 'TABLE_ROWS', rows: [[...summary.header, ...own]] })
  for (let offset = 0; offset < summary.sheetRows; offset += ROWS_A_CALL) {
    const page = await readers.ask({ kind: 'SHEET', offset, limit: ROWS_A_CALL })

    if (!page.ok) return false
    const lines = page.answer.rows.map((line) => {
      const end = line.batchRow === null ? undefined : ends.get(line.batchRow)

      return [
        ...line.cells,
        ...(end ? endOf(end, words) : [words.notSent, '', words.reasonOf(line)]),
      ]
    })

    await readers.ask({ kind: 'TABLE_ROWS', rows: lines })
  }
  await saveTable(readers, summary.source === 'XLSX' ? 'XLSX' : 'CSV', name)

  return true
}
