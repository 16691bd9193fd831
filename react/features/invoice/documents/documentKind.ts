import type { FiscalDocument } from '../../../shared/order/orderTypes'

/** What a dropped XML that is no invoice is, by its root element. */
export type OtherDocument = 'TRANSPORT' | 'MANIFEST' | 'EVENT' | 'CANCELLATION' | 'SUMMARY' | 'PAGE'

const ROOTS: Record<string, OtherDocument> = {
  CTe: 'TRANSPORT',
  CTeOS: 'TRANSPORT',
  cteProc: 'TRANSPORT',
  cteOSProc: 'TRANSPORT',
  MDFe: 'MANIFEST',
  mdfeProc: 'MANIFEST',
  procEventoNFe: 'EVENT',
  envEvento: 'EVENT',
  retEnvEvento: 'EVENT',
  evento: 'EVENT',
  resNFe: 'SUMMARY',
  html: 'PAGE',
  svg: 'PAGE',
  rss: 'PAGE',
}

/** Null where the document can be the one of an invoice, whether this app reads it or not. */
export function otherDocument(
  read: Pick<FiscalDocument, 'kind' | 'rootElement'> & { cancels?: readonly string[] }
): OtherDocument | null {
  if (read.kind !== 'OTHER') return null
  const found = ROOTS[read.rootElement ?? ''] ?? null

  return found === 'EVENT' && (read.cancels ?? []).length > 0 ? 'CANCELLATION' : found
}

/** An invoice of another kind or country: it can be attached, with number and value typed. */
export function isUnread(read: Pick<FiscalDocument, 'kind' | 'number'>): boolean {
  return read.kind === 'OTHER' && !read.number
}
