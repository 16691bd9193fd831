import { bareAccessKey, checkAccessKey } from '../fiscal/accessKey'
import type { FiscalDocument, FiscalDocumentKind } from '../fiscal/document'
import { readFiscalDocument } from '../fiscal/readFiscalDocument'
import type { Intent } from '../journal/intent'
import type { InvoiceType, Package } from '../order/order'
import { documentTextHash } from '../package/invoiceContent'
import type { InvoiceCommand } from './command'

/** What a fiscal document is known by, whatever number its invoice bears. */
export interface DocumentNames {
  /** Bare; null where none is known. */
  readonly key: string | null
  /** Kind, issuer, series and number; null where one of them is not known. */
  readonly identity: string | null
  readonly textHash: string | null
}

/** The key of one document may stand for another in a placeholder ("0", "-"); none of the real ones is as short. */
const SHORTEST_KEY = 20

const KIND_OF_MODEL: Readonly<Record<string, FiscalDocumentKind>> = {
  '55': 'NFE',
  '65': 'NFCE',
  '59': 'CFE_SAT',
}

/** What a call names its document by: the given key, else the file's. */
export function namesOfCommand(
  { invoiceKey, embeddedInvoice }: InvoiceCommand,
  document: FiscalDocument | null
): DocumentNames {
  return namesOf(invoiceKey, document, documentTextHash(embeddedInvoice))
}

/** One invoice of the same type that bears this very document; null where none does. */
export function bearerOf<T extends { readonly type: InvoiceType }>(
  asked: DocumentNames,
  type: InvoiceType,
  invoices: readonly T[],
  namesOfOne: (invoice: T) => DocumentNames
): T | null {
  if (asked.key === null && asked.identity === null && asked.textHash === null) return null
  return invoices.find((one) => one.type === type && isSame(asked, namesOfOne(one))) ?? null
}

export function namesOfPackage({ invoiceKey, embeddedInvoice }: Package): DocumentNames {
  // Reading a large file takes its time, and a key says all of it.
  const isNamed = invoiceKey !== null && bareAccessKey(invoiceKey).length >= SHORTEST_KEY
  const document =
    embeddedInvoice && !isNamed
      ? readFiscalDocument(embeddedInvoice, { storeTimeZone: null })
      : null
  return namesOf(invoiceKey, document, documentTextHash(embeddedInvoice))
}

export function namesOfIntent({ content }: Intent): DocumentNames {
  return namesOf(content?.invoiceKey ?? null, null, content?.embeddedInvoiceHash ?? null)
}

function namesOf(
  given: string | null,
  document: FiscalDocument | null,
  textHash: string | null
): DocumentNames {
  const bare = bareAccessKey(given ?? '')
  const key = bare.length >= SHORTEST_KEY ? bare : (document?.key ?? null)
  return { key, textHash, identity: identityOf(document) ?? identityOfKey(key) }
}

function isSame(a: DocumentNames, b: DocumentNames): boolean {
  // Where both have a key, it tells: two documents may share their number in other ways.
  if (a.key !== null && b.key !== null) return a.key === b.key
  if (a.textHash !== null && a.textHash === b.textHash) return true
  return a.identity !== null && a.identity === b.identity
}

function identityOf(document: FiscalDocument | null): string | null {
  if (document === null) return null
  const { kind, issuerId, series, number } = document
  return issuerId === null || number === null ? null : joined(kind, issuerId, series, number)
}

/** A Brazilian key holds the other names as well. */
function identityOfKey(key: string | null): string | null {
  const parts = key === null ? null : checkAccessKey(key).parts
  const kind = parts && KIND_OF_MODEL[parts.model]
  return parts && kind ? joined(kind, parts.issuerId, parts.series, parts.number) : null
}

function joined(kind: string, issuerId: string, series: string | null, number: string): string {
  const withoutZeros = (digits: string): string => digits.replace(/^0+(?=.)/, '')
  return JSON.stringify([kind, issuerId, withoutZeros(series ?? '0'), withoutZeros(number)])
}
