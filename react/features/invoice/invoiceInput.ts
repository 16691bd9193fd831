import type { InvoiceInput, InvoicePreview } from '../../shared/order/orderTypes'
import type { Reading } from '../../shared/order/reading'
import { filledTracking } from '../../shared/tracking/trackingDraft'
import { unitsOf } from './invoiceDraft'
import type { InvoiceDraft, OpenLine, TypedField } from './invoiceDraft'

/** Where a shown value comes from. */
export type ValueSource = 'NONE' | 'YOU' | 'DOCUMENT' | 'ITEMS' | 'REMAINDER' | 'STORED'

export interface ShownField {
  text: string
  source: ValueSource
}

function typed(draft: InvoiceDraft, field: TypedField): string {
  return (draft.typed[field] ?? '').trim()
}

/** True where the form says "by items" and no unit is chosen: sent as it is, it would go by value. */
export function coversNothing(draft: InvoiceDraft, lines: readonly OpenLine[]): boolean {
  return draft.covers === 'ITEMS' && lines.every((line) => unitsOf(draft, line) === 0)
}

/** Lines of a by-items invoice in the order in which they are sent: a problem names its place in this list. */
export function sentLines(draft: InvoiceDraft, lines: readonly OpenLine[]): OpenLine[] {
  return draft.covers === 'ITEMS' ? lines.filter((line) => unitsOf(draft, line) !== 0) : []
}

/**
 * What goes to the service: what the person gave, and the document's text from which the service reads
 * the rest. A text that cannot be read goes as typed, so that the answer names its field.
 */
export function invoiceInput(
  draft: InvoiceDraft,
  lines: readonly OpenLine[],
  reading: Reading
): InvoiceInput {
  const input: InvoiceInput = { type: draft.type }
  const number = typed(draft, 'invoiceNumber')
  const date = typed(draft, 'issuanceDate')
  const value = typed(draft, 'invoiceValue')
  const key = typed(draft, 'invoiceKey')
  const url = typed(draft, 'invoiceUrl')

  if (number) input.invoiceNumber = number
  if (date) input.issuanceDate = reading.toInstant(date) ?? date
  if (value) input.invoiceValue = reading.toCents(value) ?? value
  if (key) input.invoiceKey = key.replace(/\s+/g, '')
  if (url) input.invoiceUrl = url
  if (draft.document) input.embeddedInvoice = draft.document.xml
  if (draft.covers === 'VALUE') input.items = []
  if (draft.covers === 'ITEMS') {
    input.items = sentLines(draft, lines).map((line) => ({
      itemIndex: line.itemIndex,
      quantity: unitsOf(draft, line),
    }))
  }
  if (draft.type === 'INPUT') return input
  const { dispatched } = draft.tracking

  if (dispatched) input.dispatchedDate = reading.toInstant(dispatched) ?? dispatched

  return { ...input, ...filledTracking(draft.tracking) }
}

const UNFILLED: ShownField = { text: '', source: 'NONE' }

function documentText(draft: InvoiceDraft, field: TypedField, reading: Reading): string {
  const read = draft.document?.read

  if (!read) return ''
  if (field === 'invoiceNumber') return read.number ?? ''
  if (field === 'invoiceKey') return read.key ?? ''
  if (field === 'issuanceDate') return read.issuanceDate ? reading.toLocal(read.issuanceDate) : ''
  if (field === 'invoiceValue') return read.value == null ? '' : reading.fromCents(read.value)

  return ''
}

/** What stands in a field, and who put it there: the person, the document, else the preview. */
export function shownField(
  draft: InvoiceDraft,
  field: TypedField,
  preview: Pick<InvoicePreview, 'invoiceValue'> | null,
  reading: Reading,
  /** The number is one that the order holds: the check answers with what stands there. */
  isStored = false
): ShownField {
  const own = draft.typed[field]

  if (own != null) return { text: own, source: own.trim() ? 'YOU' : 'NONE' }
  const read = documentText(draft, field, reading)

  if (read) return { text: read, source: 'DOCUMENT' }
  if (field !== 'invoiceValue' || preview?.invoiceValue == null) return UNFILLED

  return {
    text: reading.fromCents(preview.invoiceValue),
    source: isStored ? 'STORED' : draft.covers === 'ITEMS' ? 'ITEMS' : 'REMAINDER',
  }
}

/** What a field showed when the person went into it. */
export interface HeldField {
  field: TypedField
  text: string
}

/** An answer never changes what stands under somebody's cursor: it shows when they leave the field untyped. */
export function underCursor(
  draft: InvoiceDraft,
  field: TypedField,
  fresh: ShownField,
  held: HeldField | null
): ShownField {
  if (!held || held.field !== field || draft.typed[field] != null || held.text === fresh.text) {
    return fresh
  }

  return { text: held.text, source: 'NONE' }
}

/** Fields that a document has just filled, for the sentence that is read out. */
export function filledByDocument(draft: InvoiceDraft, reading: Reading): number {
  const fields: TypedField[] = ['invoiceNumber', 'issuanceDate', 'invoiceValue', 'invoiceKey']

  return fields.filter((field) => shownField(draft, field, null, reading).source === 'DOCUMENT')
    .length
}
