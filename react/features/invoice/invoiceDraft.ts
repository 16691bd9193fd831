import type { FiscalDocument, InvoiceType } from '../../shared/order/orderTypes'
import { EMPTY_TRACKING } from '../../shared/tracking/trackingDraft'
import type { TrackingDraft } from '../../shared/tracking/trackingDraft'

/** What an invoice covers of its order. */
export type Covers = 'EVERYTHING' | 'ITEMS' | 'VALUE'

export interface InvoiceDocument {
  fileName: string
  xml: string
  read: Pick<FiscalDocument, 'kind' | 'number' | 'key' | 'value' | 'issuanceDate' | 'authorized'> &
    Partial<FiscalDocument>
  /** Another file that was given says so. */
  isCancelled?: boolean
}

/** What the person typed, as typed. Null: untouched, so that a document or the preview may show its own. */
export interface TypedFields {
  invoiceNumber: string | null
  issuanceDate: string | null
  invoiceValue: string | null
  invoiceKey: string | null
  invoiceUrl: string | null
}

export type TypedField = keyof TypedFields

export interface InvoiceDraft {
  type: InvoiceType
  document: InvoiceDocument | null
  typed: TypedFields
  covers: Covers
  /** Units by itemIndex where they are not all that remain of the line. */
  units: Record<number, number>
  tracking: TrackingDraft
}

const UNTYPED: TypedFields = {
  invoiceNumber: null,
  issuanceDate: null,
  invoiceValue: null,
  invoiceKey: null,
  invoiceUrl: null,
}

export function emptyInvoice(type: InvoiceType): InvoiceDraft {
  return {
    type,
    document: null,
    typed: UNTYPED,
    covers: 'EVERYTHING',
    units: {},
    tracking: EMPTY_TRACKING,
  }
}

export function typeField(draft: InvoiceDraft, field: TypedField, text: string): InvoiceDraft {
  return { ...draft, typed: { ...draft.typed, [field]: text } }
}

/** A field emptied by hand is untouched again: the document's or the order's own value comes back. */
export function leaveField(draft: InvoiceDraft, field: TypedField): InvoiceDraft {
  const text = draft.typed[field]

  return text != null && !text.trim()
    ? { ...draft, typed: { ...draft.typed, [field]: null } }
    : draft
}

/** The document fills what is empty, the field too in which the cursor still stands. */
export function giveDocument(draft: InvoiceDraft, document: InvoiceDocument): InvoiceDraft {
  const fields = Object.keys(draft.typed) as TypedField[]

  return { ...fields.reduce(leaveField, draft), document }
}

/** A draft that somebody would miss: nothing that the order alone can fill. */
export function hasContent(draft: InvoiceDraft): boolean {
  return (
    draft.document != null ||
    draft.covers !== 'EVERYTHING' ||
    Object.values(draft.typed).some((text) => Boolean(text && text.trim())) ||
    Boolean(
      draft.tracking.trackingNumber || draft.tracking.trackingUrl || draft.tracking.dispatched
    )
  )
}

/** A line of the order as the form offers it. */
export interface OpenLine {
  itemIndex: number
  open: number
}

interface Countable {
  itemIndex: number
  remainingQuantity: number
  invoicedQuantity: number
}

/** Lines with something left to invoice; for a return those with something invoiced. */
export function openLines(type: InvoiceType, items: readonly Countable[]): OpenLine[] {
  return items
    .map((item) => ({
      itemIndex: item.itemIndex,
      open: type === 'INPUT' ? item.invoicedQuantity : item.remainingQuantity,
    }))
    .filter((line) => line.open > 0)
}

export function unitsOf(draft: InvoiceDraft, line: OpenLine): number {
  return draft.units[line.itemIndex] ?? line.open
}

export function chosenUnits(draft: InvoiceDraft, lines: readonly OpenLine[]): number {
  if (draft.covers === 'VALUE') return 0
  const each = (line: OpenLine) => (draft.covers === 'ITEMS' ? unitsOf(draft, line) : line.open)

  return lines.reduce((total, line) => total + each(line), 0)
}

export function allUnits(lines: readonly OpenLine[]): number {
  return lines.reduce((total, line) => total + line.open, 0)
}

export function setUnits(draft: InvoiceDraft, itemIndex: number, quantity: number): InvoiceDraft {
  return { ...draft, units: { ...draft.units, [itemIndex]: quantity } }
}

export function takeAll(draft: InvoiceDraft): InvoiceDraft {
  return { ...draft, units: {} }
}

export function takeNone(draft: InvoiceDraft, lines: readonly OpenLine[]): InvoiceDraft {
  const units: Record<number, number> = {}

  lines.forEach((line) => {
    units[line.itemIndex] = 0
  })

  return { ...draft, units }
}
