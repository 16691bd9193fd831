import { stops } from '../files/faults'
import type { Fault } from '../files/faults'
import type { Draft } from '../files/gather'
import type { Sheet } from '../files/sheet'
import { drawn, stateOf } from './matching'
import type { Known } from './matching'
import type { SheetLine, ShownFault, ShownRow } from './messages'

/** Of an invoice with hundreds of rows these many faults are shown; mending them shows the next. */
const MOST_FAULTS = 12

/** "17", or the file of a document. */
export const placeOf = (sheet: Sheet, row: number): string =>
  sheet.rows[row].fileName ?? String(sheet.rows[row].at)

const shownFault = (sheet: Sheet, fault: Fault): ShownFault => ({
  ...fault,
  at: placeOf(sheet, fault.row),
  heading: fault.column === null ? '' : sheet.header[fault.column] || '',
  text: fault.column === null ? '' : sheet.rows[fault.row].cells[fault.column] || '',
  stops: stops(fault),
})

/** What keeps a row from being sent, its order included. */
export function faultsOf(draft: Draft, sheet: Sheet, known: Known): ShownFault[] {
  const state = stateOf(draft, known)
  const [row] = draft.rows
  const faults = draft.faults.slice(0, MOST_FAULTS).map((fault) => shownFault(sheet, fault))

  if (state === 'NO_ORDER') {
    const column = sheet.source === 'XML' ? 0 : null
    const facts = { reference: draft.references[0] || 'none' }

    faults.push(shownFault(sheet, { row, column, code: 'NO_ORDER', facts }))
  }
  if (state === 'SEVERAL_ORDERS') {
    const facts = { count: drawn(draft, known).candidates.length }

    faults.push(shownFault(sheet, { row, column: null, code: 'SEVERAL_ORDERS', facts }))
  }

  return faults
}

export function shownRow(draft: Draft, sheet: Sheet, known: Known): ShownRow {
  const { values, parts, rows } = draft
  const { orderId, by, candidates } = drawn(draft, known)

  return {
    row: rows[0],
    at: placeOf(sheet, rows[0]),
    gathers: rows.length,
    state: stateOf(draft, known),
    orderId: orderId ?? draft.references[0] ?? null,
    by,
    candidates,
    invoiceNumber: values.invoiceNumber === undefined ? null : String(values.invoiceNumber),
    value: typeof values.invoiceValue === 'number' ? values.invoiceValue : null,
    tracking: values.trackingNumber === undefined ? null : String(values.trackingNumber),
    isDelivered: values.isDelivered === true || values.deliveredDate !== undefined,
    events: parts.filter(({ eventDate }) => eventDate !== undefined).length,
    faults: faultsOf(draft, sheet, known),
  }
}

/** Rows of the sheet with what of them is in the batch. */
export function linesOf(
  sheet: Sheet,
  drafts: readonly Draft[],
  ready: readonly Draft[],
  known: Known,
  offset: number,
  limit: number
): SheetLine[] {
  const numbers = new Map<Draft, number>()
  const owners = new Map<number, Draft>()

  ready.forEach((draft, number) => numbers.set(draft, number))
  drafts.forEach((draft) => draft.rows.forEach((row) => owners.set(row, draft)))

  return sheet.rows.slice(offset, offset + limit).map(({ cells }, index) => {
    const draft = owners.get(offset + index) as Draft

    return {
      at: placeOf(sheet, offset + index),
      cells: sheet.header.map((_, column) => cells[column] || ''),
      batchRow: numbers.get(draft) ?? null,
      state: stateOf(draft, known),
      faults: faultsOf(draft, sheet, known).filter((fault) => fault.stops),
    }
  })
}
