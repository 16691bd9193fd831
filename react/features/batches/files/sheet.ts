/** How a cell of a workbook was stored: what stands in it may be another thing than what was typed. */
export type CellKind =
  | 'TEXT'
  /** A number, in the digits of the file: beyond 15 of them Excel has put zeros. */
  | 'NUMBER'
  /** A date by its format; the text is ISO, without a zone. */
  | 'DATE'
  /** A formula whose result the file does not hold. */
  | 'NOT_CALCULATED'
  /** #N/A and its kind. */
  | 'ERROR'
  /** Below or beside the first cell of merged ones: the value stands in that one alone. */
  | 'MERGED'

/** What is wrong with a row as a whole, before anybody looks at its columns. */
export type RowFlaw = 'COLUMNS' | 'QUOTE' | 'MIXED_ENCODING'

export interface SheetRow {
  /** Number as a spreadsheet shows it, from 1; of files without rows the number of the file or record. */
  at: number
  /** As written, without blanks around it. As many as the header has, or what the file had. */
  cells: string[]
  /** Only of workbooks: by column, where a cell is not TEXT. */
  kinds?: Record<number, CellKind>
  flaw?: RowFlaw
  /** Name of the file, where each row is one. */
  fileName?: string
  /** What a document says of its order, the surest first. */
  references?: string[]
  /** XML text of the row's fiscal document. */
  document?: string
  /** Another of the files cancels it. */
  isCanceled?: boolean
}

/** One table as it stood in a file, or as it was made of documents and records. Nothing of it is judged yet. */
export interface Sheet {
  source: 'CSV' | 'XLSX' | 'XML' | 'OCOREN'
  header: string[]
  rows: SheetRow[]
  /** Name of the sheet that was read; others stand in `notRead`. */
  name?: string
  notRead?: string[]
}

/** Why nothing of a file can be used. */
export type RefusalCode =
  | 'EMPTY'
  | 'NO_ROWS'
  | 'TOO_MANY_ROWS'
  | 'TOO_MANY_COLUMNS'
  | 'TOO_BIG'
  | 'TOO_MANY_FILES'
  | 'ZIP_IN_ZIP'
  | 'UNREADABLE'
  | 'OLD_EXCEL'
  | 'PDF'
  | 'PICTURE'
  | 'OTHER_ARCHIVE'
  | 'QUOTE_OPEN'
  | 'ONE_COLUMN'
  | 'OTHER_RECORDS'
  | 'NOT_UNDERSTOOD'

/** A file of which nothing is taken. Facts: row, max, separator. */
export class FileRefused extends Error {
  readonly code: RefusalCode
  readonly facts: Record<string, string | number>

  constructor(code: RefusalCode, facts: Record<string, string | number> = {}) {
    super(code)
    // Babel's classes lose the prototype of Error.
    Object.setPrototypeOf(this, FileRefused.prototype)
    this.code = code
    this.facts = facts
  }
}

/** Rows of one batch (contract, createBatch). */
export const MOST_ROWS = 100000
/** Nothing that a batch reads needs more than some dozens, and each of them is shown to be mapped. */
export const MOST_COLUMNS = 500

/** How far work has come, where that can be told. */
export interface StepsDone {
  done: number
  total: number
}

/** Work that can be interrupted: whoever runs it goes on after each step as long as it has time. */
export type Steps<T> = Generator<StepsDone | undefined, T, undefined>

/** Runs steps to their end. */
export function finish<T>(steps: Steps<T>): T {
  for (;;) {
    const { done, value } = steps.next()

    if (done) return value as T
  }
}
