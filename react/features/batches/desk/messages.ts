import type { Field, FieldKind, Mapping } from '../files/columns'
import type { Said } from '../files/evidence'
import type { Fault } from '../files/faults'
import type { OpenedFiles } from '../files/opened'
import type { GivenFile } from '../files/readFiles'
import type { RowInput } from '../files/rowInput'
import type { RefusalCode, Sheet } from '../files/sheet'

/**
 * What the page and the readers say to each other. Rows live with the readers: the page sees counts, pages of rows, and
 * what it sends on. Types only: code of the readers stands in their own function and ships once.
 */
export type Request =
  | { kind: 'OPEN'; files: GivenFile[]; zone: string }
  | { kind: 'MAP'; mapping: Mapping; said: Partial<Record<Field, Said>> }
  /** Another text for one cell, by its place in the sheet. */
  | { kind: 'MEND'; row: number; column: number; text: string }
  /** The next references that nobody has asked about, at most `most`. */
  | { kind: 'ASK'; most: number }
  | { kind: 'LEARN'; matches: LearnedMatch[] }
  /** A person's word on which order a row is for. */
  | { kind: 'CHOOSE'; row: number; orderId: string }
  | { kind: 'ROWS'; only: RowFilter; offset: number; limit: number }
  /** Rows that can be sent, from the one of that number on; of a batch that was sent, only those of these numbers. */
  | { kind: 'INPUTS'; offset: number; mostRows: number; mostBytes: number; only?: number[] }
  /** Rows of the batch that this file is said to have been sent in: answers whether they are its rows. */
  | { kind: 'PLACE'; rows: PlacedRow[] }
  /** Those rows of the batch are a batch of their own now. */
  | { kind: 'NARROW'; only: number[] }
  /** The sheet as it stands, mended cells included. */
  | { kind: 'SHEET'; offset: number; limit: number }
  | { kind: 'TABLE_ROWS'; rows: string[][] }
  /** The rows that were given as a file, and forgets them. */
  | { kind: 'TABLE_FILE'; format: TableFormat }

export interface Answers {
  OPEN: Summary
  MAP: Summary
  MEND: Summary
  ASK: Asked[]
  LEARN: Summary
  CHOOSE: Summary
  ROWS: RowPage
  INPUTS: { rows: RowInput[]; total: number }
  PLACE: boolean
  NARROW: null
  SHEET: { rows: SheetLine[]; total: number }
  TABLE_ROWS: null
  TABLE_FILE: Uint8Array
}

export type RequestKind = Request['kind']
export type RowFilter = 'ALL' | 'WRONG' | 'READY'
export type TableFormat = 'CSV' | 'XLSX'

/** READY can be sent; WAITING has not been asked about; the other ones stop a row. */
export type RowState = 'READY' | 'WAITING' | 'WRONG' | 'NO_ORDER' | 'SEVERAL_ORDERS'

/** As `matchOrders` is asked (contract, OrderReference). */
export interface Reference {
  reference?: string
  recipientId?: string
  value?: number
  issuanceDate?: string
  invoiceNumber?: string
  issuerId?: string
  series?: string
}

export interface Asked {
  /** Equal references are asked once. */
  key: string
  reference: Reference
}

export interface Candidate {
  orderId: string
  customerName: string | null
  value: number
  creationDate: string
}

/** What `matchOrders` found. */
export interface Match {
  orderId: string | null
  by: string | null
  invoiceNumber: string | null
  candidates: Candidate[]
}

export interface LearnedMatch {
  key: string
  match: Match
}

export interface Question {
  field: Field
  kind: FieldKind
  column: number
  /** A value that can be read in two ways. */
  example: string
}

export interface Summary {
  source: Sheet['source']
  sheetName: string | null
  notRead: string[]
  header: string[]
  /** What the columns can be read as. */
  fields: Field[]
  mapping: Mapping
  /** Values of the first row that has any, by column. */
  examples: string[]
  /** Tells files with the same headings. */
  headingSet: string
  said: Partial<Record<Field, Said>>
  questions: Question[]
  leftOut: OpenedFiles['leftOut']
  /** Rows of the sheet, and what they come to. */
  sheetRows: number
  rows: number
  states: Record<RowState, number>
  /** How many rows register an invoice, and how many of them take money back. */
  invoices: number
  returns: number
}

export interface ShownFault extends Pick<Fault, 'code' | 'facts'> {
  /** Place in the sheet; the cell can be mended where `column` is one. */
  row: number
  at: string
  column: number | null
  heading: string
  text: string
  stops: boolean
}

export interface ShownRow {
  /** Place of its first row in the sheet: names the row. */
  row: number
  at: string
  /** How many rows of the sheet it gathers. */
  gathers: number
  state: RowState
  orderId: string | null
  by: string | null
  candidates: Candidate[]
  invoiceNumber: string | null
  value: number | null
  tracking: string | null
  isDelivered: boolean
  events: number
  faults: ShownFault[]
}

export interface RowPage {
  rows: ShownRow[]
  offset: number
  total: number
}

/** A row of the sheet as it goes into a file beside what became of it. */
export interface SheetLine {
  at: string
  cells: string[]
  /** Number in the batch, from 0; null where it was not sent. */
  batchRow: number | null
  state: RowState
  faults: ShownFault[]
}

/** What the service keeps of a row of a batch. */
export interface PlacedRow {
  row: number
  label: string | null
  orderId: string
  invoiceNumber: string | null
}

export interface Progress {
  done: number
  total: number
}

export type ToReaders = { id: number; request: Request }
export type FromReaders =
  | { kind: 'STARTED' }
  | ({ kind: 'PROGRESS'; id: number } & Progress)
  | { kind: 'ANSWER'; id: number; answer: Answers[RequestKind] }
  | { kind: 'REFUSED'; id: number; code: RefusalCode; facts: Record<string, string | number> }
  | { kind: 'BROKEN'; id: number; message: string }
