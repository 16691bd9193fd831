import { problem } from '../problem/problems'
import type { Problem } from '../problem/problem'
import { cancellationsIn } from './cancellations'
import type { FiscalDocument, FiscalReadingContext, ReadDocument } from './document'
import { findCfe, readCfe } from './cfe'
import { findNfe, readNfe } from './nfe'
import { all, at, readXml, type XmlElement } from './xmlTree'

/**
 * Reads a fiscal document as far as it goes: NF-e, NFC-e and CF-e SAT in full, of other XML what it is. The text is
 * decoded already, so the encoding that it declares is past caring for.
 * @errors none: what is wrong with the file stands in `problems` @source oms §9
 */
export function readFiscalDocument(xml: string, context: FiscalReadingContext): FiscalDocument {
  const reading = readXml(xml)
  if ('unsafe' in reading) return nothing(problem('XML_UNSAFE'))
  if ('unreadable' in reading)
    return nothing(problem('XML_UNREADABLE', { facts: { line: reading.line } }))
  const document = documentOf(reading.root, context)
  return {
    ...document,
    cancels: cancelledKeys(reading.root),
    problems: problemsOf(document, reading.root),
  }
}

const UNKNOWN: ReadDocument = {
  kind: 'OTHER',
  rootElement: null,
  nature: null,
  key: null,
  keyIsValid: null,
  number: null,
  series: null,
  issuanceDate: null,
  value: null,
  issuerId: null,
  recipientId: null,
  authorized: null,
  protocol: null,
  protocolStatus: null,
  testEnvironment: null,
  isEntry: null,
  items: [],
}

function nothing(found: Problem): FiscalDocument {
  return { ...UNKNOWN, cancels: [], problems: [found] }
}

/** Whoever holds one of these in another file has a cancelled document. */
function cancelledKeys(root: XmlElement): string[] {
  return cancellationsIn(root).filter((key) => key !== null && key.length === 44) as string[]
}

function documentOf(root: XmlElement, context: FiscalReadingContext): ReadDocument {
  const invoice = findNfe(root)
  if (invoice !== null) return readNfe(root, invoice, context)
  const receipt = findCfe(root)
  if (receipt !== null) return readCfe(root, receipt, context)
  return { ...UNKNOWN, rootElement: nameOf(root) }
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
