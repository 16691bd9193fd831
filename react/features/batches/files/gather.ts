import { KIND_OF } from './columns'
import type { Field, Mapping } from './columns'
import { evidenceOf } from './evidence'
import type { Evidence, Said } from './evidence'
import type { Fault, FaultCode } from './faults'
import { cleanReference, referencesIn } from './orderReference'
import { readCell } from './readCell'
import type { CellValue } from './readCell'
import type { Sheet, SheetRow, Steps } from './sheet'

export type Values = Partial<Record<Field, CellValue>>

/** One row of the batch: what rows of the file say about one invoice, or about one order without a number. */
export interface Draft {
  /** Places in the sheet, in its order. */
  rows: number[]
  /** By field; of fields that a row may repeat (items, events) see `parts`. */
  values: Values
  parts: Values[]
  /** What may name the order, the surest first. */
  references: string[]
  faults: Fault[]
  /** XML text. */
  document: string | null
}

export interface Reading {
  evidence: Evidence[]
  drafts: Draft[]
  /** What each row says by itself, by its place; whoever changes a row takes it out. */
  cells: Array<ReadRow | undefined>
  /** Rows read by the same evidence say the same. */
  readBy: string
}

interface ReadRow {
  values: Values
  faults: Fault[]
  references: string[]
}

/** Fields of which an invoice has several. */
const REPEATED: ReadonlySet<Field> = new Set<Field>([
  'itemId',
  'itemQuantity',
  'itemPrice',
  'itemDescription',
  'eventDate',
  'eventDescription',
  'eventCity',
  'eventState',
])
/** Fields whose rows may differ: the newest delivery counts, and texts only name the order. */
const MAY_DIFFER: ReadonlySet<Field> = new Set<Field>(['notes', 'isDelivered', 'deliveredDate'])

const AT_A_TIME = 250

/**
 * Rows of the file as rows of the batch: each column read by the evidence of the whole of it, rows of one invoice
 * gathered, and everything that is wrong named by row and column. Given what was read `before`, only rows that were taken
 * out of it are read again, as long as the columns still tell the same.
 */
export function* gather(
  sheet: Sheet,
  mapping: Mapping,
  said: Partial<Record<Field, Said>>,
  zone: string,
  before: Reading | null = null
): Steps<Reading> {
  const evidence: Evidence[] = []

  for (let column = 0; column < mapping.length; column += 1) {
    const field = mapping[column]

    if (field) {
      evidence.push(evidenceOf(field, column, sheet.header[column], sheet.rows, said[field]))
      yield
    }
  }
  const readBy = JSON.stringify([evidence, zone])
  const cells = before && before.readBy === readBy ? before.cells : []
  const drafts = new Map<string, Draft>()

  for (let index = 0; index < sheet.rows.length; index += 1) {
    const row = sheet.rows[index]
    const read = cells[index] ?? readRow(row, index, evidence, sheet.header.length, zone)
    const { values, faults, references } = read
    const key = keyOf(row, values, references, index)
    const draft = drafts.get(key)

    cells[index] = read
    if (draft) join(draft, index, values, faults, sheet, evidence)
    else {
      drafts.set(key, {
        rows: [index],
        values: pick(values, (field) => !REPEATED.has(field)),
        parts: [pick(values, (field) => REPEATED.has(field))],
        references,
        faults: faults.slice(),
        document: row.document ?? null,
      })
    }
    if (index % AT_A_TIME === 0) yield { done: index, total: sheet.rows.length }
  }

  return { evidence, drafts: Array.from(drafts.values()), cells, readBy }
}

function readRow(
  row: SheetRow,
  index: number,
  evidence: readonly Evidence[],
  expected: number,
  zone: string
): ReadRow {
  const values: Values = {}
  const faults: Fault[] = []
  const add = (column: number | null, code: FaultCode, facts: Fault['facts'] = {}) =>
    faults.push({ row: index, column, code, facts })

  if (row.flaw === 'COLUMNS') add(null, 'COLUMNS', { count: row.cells.length, expected })
  else if (row.flaw) add(null, row.flaw)
  // Cells that slipped into other columns say nothing that is true.
  if (row.flaw === 'COLUMNS' || row.flaw === 'QUOTE') {
    return { values, faults, references: referencesOf(row, values) }
  }
  evidence.forEach((of) => {
    const stored = row.kinds ? row.kinds[of.column] : undefined
    const read = readCell(row.cells[of.column] || '', stored, of, zone)

    if ('fault' in read) add(of.column, read.fault, read.facts)
    else if (read.value !== null) values[of.field] = read.value
    else if (stored === 'MERGED' && !REPEATED.has(of.field)) add(of.column, 'MERGED')
  })

  return { values, faults, references: referencesOf(row, values) }
}

function referencesOf(row: SheetRow, { orderId, notes }: Values): string[] {
  if (orderId !== undefined) return [cleanReference(String(orderId))]
  const texts = notes === undefined ? [] : [String(notes)]

  return row.references ?? referencesIn(texts)
}

/** Rows of one key are one row of the batch. A row that names neither order nor document stands for itself. */
function keyOf(row: SheetRow, values: Values, references: readonly string[], index: number) {
  const { invoiceNumber, invoiceKey, series, issuerId } = values
  const order = references[0]

  if (row.document || (order === undefined && invoiceNumber === undefined)) return `row ${index}`

  return JSON.stringify(
    [order, invoiceNumber ?? invoiceKey, series, issuerId].map((part) =>
      String(part ?? '').toUpperCase()
    )
  )
}

function join(
  draft: Draft,
  index: number,
  values: Values,
  faults: readonly Fault[],
  sheet: Sheet,
  evidence: readonly Evidence[]
) {
  draft.rows.push(index)
  draft.faults.push(...faults)
  draft.parts.push(pick(values, (field) => REPEATED.has(field)))
  evidence.forEach(({ field, column }) => {
    const value = values[field]
    const before = draft.values[field]

    if (REPEATED.has(field) || value === undefined) return
    if (before === undefined) draft.values[field] = value
    else if (field === 'deliveredDate') {
      if (Date.parse(String(value)) > Date.parse(String(before))) draft.values[field] = value
    } else if (field === 'isDelivered') draft.values[field] = before === true || value === true
    else if (before !== value && !MAY_DIFFER.has(field)) {
      const facts = {
        row: sheet.rows[draft.rows[0]].at,
        value: shown(sheet, draft.rows[0], column),
      }

      draft.faults.push({ row: index, column, code: 'VALUES_DIFFER', facts })
    }
  })
}

const shown = (sheet: Sheet, row: number, column: number) => sheet.rows[row].cells[column] || ''

function pick(values: Values, isWanted: (field: Field) => boolean): Values {
  const picked: Values = {}

  for (const field of Object.keys(values) as Field[]) {
    if (isWanted(field) && field in KIND_OF) picked[field] = values[field]
  }

  return picked
}
