import { problem } from '../problem/problems'
import type { Problem } from '../problem/problem'
import { cancellationsIn } from './cancellations'
import {
  UNREAD,
  type FiscalDocument,
  type FiscalReadingContext,
  type ReadDocument,
} from './document'
import { findCfe, readCfe } from './cfe'
import { findCfdi, readCfdi } from './cfdi'
import { findDte, readDte } from './dte'
import { findFacturae, readFacturae } from './facturae'
import { findFatturaPa, readFatturaPa } from './fatturaPa'
import { findNfe, readNfe } from './nfe'
import { findUbl, otherUblNature, readUbl } from './ubl'
import { all, at, readXml, type XmlElement } from './xmlTree'

/**
 * Reads a fiscal document as far as it goes: NF-e, NFC-e, CF-e SAT, CFDI, UBL, DTE, FatturaPA and Facturae; of other XML
 * its name. The text is decoded already, so the encoding that it declares is past caring for.
 * @errors none: what is wrong with the file stands in `problems` @source oms §9
 */
export function readFiscalDocument(xml: string, context: FiscalReadingContext): FiscalDocument {
  const reading = readXml(xml)
  if ('unsafe' in reading) return nothing(problem('XML_UNSAFE'))
  if ('unreadable' in reading)
    return nothing(
      problem('XML_UNREADABLE', { facts: { line: reading.line, format: formatOf(xml) } })
    )
  const document = documentOf(reading.root, context)
  return {
    ...document,
    cancels: cancelledKeys(reading.root),
    problems: problemsOf(document, reading.root),
  }
}

/** What a file that is no XML at all is, by how it begins. */
function formatOf(text: string): string | null {
  if (/^\s*%PDF-/.test(text)) return 'PDF'
  return text.startsWith('PK\u0003\u0004') ? 'ZIP' : null
}

function nothing(found: Problem): FiscalDocument {
  return { ...UNREAD, cancels: [], problems: [found] }
}

/** A UUID: the shortest key that names a document anywhere. */
const MIN_KEY = 36

/** Whoever holds one of these in another file has a cancelled document. */
function cancelledKeys(root: XmlElement): string[] {
  return cancellationsIn(root).filter((key): key is string => key !== null && key.length >= MIN_KEY)
}

function documentOf(root: XmlElement, context: FiscalReadingContext): ReadDocument {
  const invoice = findNfe(root)
  if (invoice !== null) return readNfe(root, invoice, context)
  const receipt = findCfe(root)
  if (receipt !== null) return readCfe(root, receipt, context)
  return (
    readForeign(root, context) ?? {
      ...UNREAD,
      rootElement: nameOf(root),
      nature: otherUblNature(root),
    }
  )
}

/** Documents of other countries, each by its own reader; null where none knows it. */
function readForeign(root: XmlElement, context: FiscalReadingContext): ReadDocument | null {
  const cfdi = findCfdi(root)
  if (cfdi !== null) return readCfdi(root, cfdi, context)
  const ubl = findUbl(root)
  if (ubl !== null) return readUbl(root, ubl, context)
  const dte = findDte(root)
  if (dte !== null) return readDte(root, dte)
  const fattura = findFatturaPa(root)
  if (fattura !== null) return readFatturaPa(root, fattura)
  const facturae = findFacturae(root)
  return facturae && readFacturae(root, facturae, context)
}

function problemsOf(document: ReadDocument, root: XmlElement): Problem[] {
  const found: Problem[] = []
  if (document.kind === 'OTHER' && isOfTaxOffice(root))
    found.push(problem('XML_NOT_AUTHORIZED', { facts: { status: otherwise(root) } }))
  if (document.authorized === false)
    found.push(problem('XML_NOT_AUTHORIZED', { facts: { status: document.protocolStatus } }))
  if (document.testEnvironment) found.push(problem('XML_TEST_ENVIRONMENT'))
  if (document.keyIsValid === false) found.push(problem('ACCESS_KEY_INVALID'))
  return found
}

/** Long enough for any name in use; a name of megabytes is somebody's joke. */
function nameOf(root: XmlElement): string {
  return root.name.slice(0, 60)
}

function otherwise(root: XmlElement): string {
  const invoices = all(root, 'infNFe').filter((info) => at(info, 'ide') !== null).length
  return invoices > 1 ? `${invoices} invoices in one file` : `no invoice but ${nameOf(root)}`
}

const OFFICE_SPACE = /portalfiscal\.inf\.br|\.gov\.br\b|nfs-?e|abrasf|betha|ginfes|issnet/i
/** Documents of transport and the like, and what goes to SEFAZ and comes back, with or without its namespace. */
const OFFICE_ROOT =
  /^(?:cte|mdfe|bpe|gtve|nf3e|nfcom|cfecanc|evento|retdist|(?:ret|env|proc|prot|cons|canc|inut|res)\w{0,20}(?:evento|[nc]fe$))/i
/** Service invoices of any town, and goods invoices without what makes them one. */
const OFFICE_NAMES = [/nfs-?e/i, /(?:^|[a-z])Rps(?![a-z])/, /^(?:inf)?[NC]Fe$/]
const PAGE = /^html$/i

/**
 * Files of Brazil's tax offices that people drop by mistake: events, replies in or out of their SOAP envelope, transport
 * documents, service invoices, a saved page. Other countries' invoices are none of these and pass without a word.
 */
function isOfTaxOffice(root: XmlElement): boolean {
  return OFFICE_ROOT.test(root.name) || PAGE.test(root.name) || hasOfficeMark(root)
}

function hasOfficeMark(element: XmlElement): boolean {
  if (OFFICE_NAMES.some((name) => name.test(element.name))) return true
  for (const [name, value] of element.attributes)
    if (/^xmlns(?::|$)/.test(name) && OFFICE_SPACE.test(value)) return true
  return element.children.some(hasOfficeMark)
}
