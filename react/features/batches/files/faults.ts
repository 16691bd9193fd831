/** What is wrong with one cell or row of a file, before anything of it is sent. */
export type FaultCode =
  /** A long number that a spreadsheet has rounded: 3.52E+43. Nothing can be read out of it. */
  | 'SCIENTIFIC'
  /** More than 15 digits as a number: the last ones are zeros now. */
  | 'ROUNDED'
  /** Shorter than its column, which has zeros in front. Facts: length. */
  | 'LOST_ZEROS'
  /** An order's id that a spreadsheet has turned into a date. */
  | 'ORDER_IS_DATE'
  /** An access key has 44 digits. Facts: length. */
  | 'KEY_LENGTH'
  | 'NOT_CALCULATED'
  | 'CELL_ERROR'
  /** Facts: nothing; the value stands in the first of the merged cells only. */
  | 'MERGED'
  | 'NUMBER_UNREAD'
  /** Point or comma: nothing in the column tells which is which. */
  | 'NUMBER_AMBIGUOUS'
  | 'COUNT_UNREAD'
  | 'DATE_UNREAD'
  /** A number where a date is wanted: the cell has lost its format. */
  | 'DATE_AS_NUMBER'
  | 'DATE_AMBIGUOUS'
  | 'YES_NO_UNREAD'
  | 'TYPE_UNREAD'
  /** Facts: nothing; the column is wanted in this row. */
  | 'MISSING'
  /** Another value than a row of the same invoice has. Facts: row, value. */
  | 'VALUES_DIFFER'
  /** The same document for another order. Facts: row, value. */
  | 'TWO_ORDERS'
  /** The same document stands in the file before. Facts: row. */
  | 'DOUBLE'
  | 'NOTHING_TO_SEND'
  /** An invoice's number and nothing about it: neither one to register nor anything for one that is there. */
  | 'NUMBER_ALONE'
  /** Not as many cells as the headings. Facts: count, expected. */
  | 'COLUMNS'
  | 'QUOTE'
  | 'MIXED_ENCODING'
  /** No fiscal document that is read. Facts: root. */
  | 'NO_DOCUMENT'
  /** Another of the files cancels it. */
  | 'CANCELLED'
  | 'NO_ORDER'
  /** Several orders fit. Facts: count. */
  | 'SEVERAL_ORDERS'

export interface Fault {
  /** Place of the row in the sheet. */
  row: number
  /** Null where it is about the row as a whole. */
  column: number | null
  code: FaultCode
  facts: Record<string, string | number>
}

/** Shown and not in the way: everything else keeps its invoice from being sent. */
const ONLY_TOLD: ReadonlySet<FaultCode> = new Set<FaultCode>(['DOUBLE'])

export const stops = ({ code }: Fault) => !ONLY_TOLD.has(code)
