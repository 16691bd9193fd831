import type { InvoiceDocument } from '../invoiceDraft'

let documents = 0
const documentIds = new WeakMap<InvoiceDocument, number>()

/** Tells documents apart without comparing their texts; 0 is no document. */
export function documentId(document: InvoiceDocument | null): number {
  if (!document) return 0
  const known = documentIds.get(document)

  if (known) return known
  documents += 1
  documentIds.set(document, documents)

  return documents
}
