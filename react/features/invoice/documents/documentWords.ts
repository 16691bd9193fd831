import type { Words } from '../../../shared/words/useWords'
import type { InvoiceDocument } from '../invoiceDraft'

/** "NF-e 000123": what a document is called. */
export function documentWords(words: Words, document: InvoiceDocument): string {
  const number = document.read.number || document.fileName

  switch (document.read.kind) {
    case 'NFE':
      return words('invoice.document-nfe', { number })
    case 'NFCE':
      return words('invoice.document-nfce', { number })
    case 'CFE_SAT':
      return words('invoice.document-cfe_sat', { number })
    default:
      return words('invoice.document-other', { number })
  }
}
