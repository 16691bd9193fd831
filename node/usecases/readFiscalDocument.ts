import type { FiscalDocument } from '../domain/fiscal/document'
import { readFiscalDocument as read } from '../domain/fiscal/readFiscalDocument'

/** What a document says by itself: no order stands beside it, so no store's zone either. */
export function readFiscalDocument(xml: string): FiscalDocument {
  return read(xml, { storeTimeZone: null })
}
