import type { Field } from './columns'
import type { Draft, Reading } from './gather'
import type { Fault, FaultCode } from './faults'
import type { Sheet, Steps } from './sheet'

/** Any of these makes a row one that registers an invoice; a number alone names one that is registered already. */
const INVOICE: readonly Field[] = [
  'issuanceDate',
  'invoiceValue',
  'invoiceKey',
  'invoiceUrl',
  'embeddedInvoice',
  'type',
]
const TRACKING: readonly Field[] = ['trackingNumber', 'trackingUrl', 'courier', 'dispatchedDate']

const has = (draft: Draft, fields: readonly Field[]) =>
  fields.some((field) => draft.values[field] !== undefined)
const hasPart = (draft: Draft, field: Field) =>
  draft.parts.some((part) => part[field] !== undefined)

export const registersInvoice = (draft: Draft) =>
  draft.document !== null || has(draft, INVOICE) || hasPart(draft, 'itemId')
export const setsTracking = (draft: Draft) => has(draft, TRACKING)
export const tellsStatus = (draft: Draft) =>
  draft.values.isDelivered !== undefined ||
  draft.values.deliveredDate !== undefined ||
  hasPart(draft, 'eventDate') ||
  hasPart(draft, 'eventDescription')

/** What the service can look for: an order by name, or by the document's recipient and value, or by a stored number. */
export const canBeMatched = ({ references, values }: Draft) =>
  references.length > 0 ||
  (values.recipientId !== undefined && values.invoiceValue !== undefined) ||
  (values.issuerId !== undefined && values.invoiceNumber !== undefined)

const AT_A_TIME = 500

/** What is wrong with rows of the batch as wholes, and between them. Adds to the drafts' faults. */
export function* judge({ drafts, evidence }: Reading, sheet: Sheet): Steps<void> {
  const columnOf = (field: Field) => evidence.find((one) => one.field === field)?.column ?? null
  const documents = new Map<string, Draft>()

  for (let index = 0; index < drafts.length; index += 1) {
    const draft = drafts[index]
    const add = (field: Field | null, code: FaultCode, facts: Fault['facts'] = {}, at = 0) =>
      draft.faults.push({
        row: draft.rows[at],
        column: field ? columnOf(field) : null,
        code,
        facts,
      })
    const isSaid = (field: Field) =>
      draft.faults.some(({ column }) => column !== null && column === columnOf(field))

    if (isSlipped(draft)) continue
    if (draft.rows.some((row) => sheet.rows[row].isCanceled)) add('invoiceKey', 'CANCELLED')
    if (!canBeMatched(draft) && !isSaid('orderId')) {
      if (draft.document === null) add('orderId', 'MISSING')
      else add('orderId', 'NO_ORDER')
    }
    if (!registersInvoice(draft) && !setsTracking(draft) && !tellsStatus(draft)) {
      if (draft.faults.length === 0) markNothing(draft, columnOf, add)
    }
    if (registersInvoice(draft) && draft.document === null && !draft.values.embeddedInvoice) {
      if (draft.values.invoiceNumber === undefined && !isSaid('invoiceNumber'))
        add('invoiceNumber', 'MISSING')
    }
    draft.parts.forEach((part, at) => {
      needBoth(
        part,
        'itemId',
        'itemQuantity',
        (field) => !isSaidAt(draft, at, columnOf(field)) && add(field, 'MISSING', {}, at)
      )
      needBoth(
        part,
        'eventDate',
        'eventDescription',
        (field) => !isSaidAt(draft, at, columnOf(field)) && add(field, 'MISSING', {}, at)
      )
    })
    markDocument(draft, documents, sheet, add)
    if (index % AT_A_TIME === 0) yield
  }
}

/** What would make the invoice of a number one to register, the likeliest first. */
const REGISTERING: readonly Field[] = ['invoiceValue', 'invoiceKey', 'issuanceDate']

/** Marks the cell that would make it a row, where the file has a column for it. */
function markNothing(
  { values }: Draft,
  columnOf: (field: Field) => number | null,
  add: (field: Field | null, code: FaultCode) => void
) {
  const missing = REGISTERING.find((field) => columnOf(field) !== null)

  if (values.invoiceNumber === undefined) add(null, 'NOTHING_TO_SEND')
  else if (missing !== undefined) add(missing, 'NUMBER_ALONE')
  else if (columnOf('trackingNumber') !== null) add('trackingNumber', 'MISSING')
  else add(null, 'NUMBER_ALONE')
}

/** Its cells were not read at all. */
const isSlipped = ({ faults }: Draft) =>
  faults.some(({ code }) => code === 'COLUMNS' || code === 'QUOTE')

const isSaidAt = (draft: Draft, at: number, column: number | null) =>
  draft.faults.some((fault) => fault.row === draft.rows[at] && fault.column === column)

function needBoth(part: Draft['values'], a: Field, b: Field, onMissing: (field: Field) => void) {
  if (part[a] !== undefined && part[b] === undefined) onMissing(b)
  if (part[b] !== undefined && part[a] === undefined) onMissing(a)
}

/** One document is the invoice of one order: by its key, or by its number where the file has no keys. */
function markDocument(
  draft: Draft,
  documents: Map<string, Draft>,
  sheet: Sheet,
  add: (field: Field, code: FaultCode, facts: Fault['facts']) => void
) {
  const { invoiceKey, invoiceNumber, series, issuerId, type } = draft.values

  if (!registersInvoice(draft) || (invoiceKey === undefined && invoiceNumber === undefined)) return
  const name =
    invoiceKey === undefined
      ? `number ${[invoiceNumber, series, issuerId, type].join(' ')}`
      : `key ${String(invoiceKey).replace(/\W/g, '').toUpperCase()}`
  const before = documents.get(name)

  if (!before) {
    documents.set(name, draft)

    return
  }
  const facts = { row: sheet.rows[before.rows[0]].at, value: String(invoiceNumber ?? invoiceKey) }
  const field = invoiceKey === undefined ? 'invoiceNumber' : 'invoiceKey'

  add(field, sameOrder(before, draft) ? 'DOUBLE' : 'TWO_ORDERS', facts)
}

const sameOrder = (a: Draft, b: Draft) =>
  (a.references[0] || '').toUpperCase() === (b.references[0] || '').toUpperCase()
