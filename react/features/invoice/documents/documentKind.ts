import type { FiscalDocument } from '../../../shared/order/orderTypes'

/** What a dropped XML that is no invoice is, by its root element. */
export type OtherDocument = 'TRANSPORT' | 'MANIFEST' | 'EVENT' | 'SUMMARY' | 'SERVICE' | 'UNKNOWN'

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
  NFSe: 'SERVICE',
  CompNfse: 'SERVICE',
}

/** Null where the document is an invoice that this app reads. */
export function otherDocument(
  read: Pick<FiscalDocument, 'kind' | 'rootElement'>
): OtherDocument | null {
  if (read.kind !== 'OTHER') return null

  return ROOTS[read.rootElement ?? ''] ?? 'UNKNOWN'
}
