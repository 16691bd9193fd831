import type { Problem } from '../../../shared/order/orderTypes'
import type { InvoiceDocument } from '../invoiceDraft'

/** Keys of all that these files cancel. */
export function cancelledKeys(files: ReadonlyArray<{ cancels?: readonly string[] }>): string[] {
  return files.reduce<string[]>((all, { cancels }) => [...all, ...(cancels ?? [])], [])
}

/** The very document where nothing cancels it, or where that is known already. */
export function markCancelled(
  document: InvoiceDocument,
  keys: ReadonlySet<string>
): InvoiceDocument {
  const { key } = document.read

  return key && keys.has(key) && !document.isCancelled
    ? { ...document, isCancelled: true }
    : document
}

/** The service judges one file: that another one cancels it only the panel knows, which was given both. */
export const cancelledElsewhere = {
  code: 'XML_NOT_AUTHORIZED',
  severity: 'WARNING',
  field: ['invoice', 'embeddedInvoice'],
  message: 'The document was canceled.',
  facts: [{ name: 'status', value: 'CANCELED' }],
  differences: [],
} as unknown as Problem

/** Beside what the service found, which may have said it already. */
export function withCancelled(
  problems: readonly Problem[],
  document: InvoiceDocument | null
): Problem[] {
  const isSaid = problems.some(({ code }) => code === cancelledElsewhere.code)

  return document?.isCancelled && !isSaid ? [cancelledElsewhere, ...problems] : [...problems]
}
