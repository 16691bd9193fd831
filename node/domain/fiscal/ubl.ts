import {
  UNREAD,
  type FiscalDocumentNature,
  type FiscalItem,
  type FiscalReadingContext,
  type ReadDocument,
} from './document'
import { attribute, eanOf, plainTaxId, shortText } from './foreign'
import { readFiscalDate } from './localDate'
import { amountOf, decimalOf } from './nfe'
import { cents, isCents, type Cents } from '../values/money'
import { all, at, childrenNamed, readXml, textAt, type XmlElement } from './xmlTree'

const ROOTS: ReadonlyMap<string, FiscalDocumentNature> = new Map([
  ['Invoice', 'SALE'],
  ['CreditNote', 'CREDIT_NOTE'],
  ['DebitNote', 'DEBIT_NOTE'],
])
/** InvoiceTypeCode where it says more than the root: of the European norm, and of Colombia's DIAN. */
const TYPES: ReadonlyMap<string, FiscalDocumentNature> = new Map([
  ['381', 'CREDIT_NOTE'],
  ['91', 'CREDIT_NOTE'],
  ['383', 'DEBIT_NOTE'],
  ['92', 'DEBIT_NOTE'],
  ['384', 'ADJUSTMENT'],
])
/** Countries of one zone; the others' dates are taken in the store's. */
const ZONES: ReadonlyMap<string, string> = new Map([
  ['CO', 'America/Bogota'],
  ['PE', 'America/Lima'],
  ['RO', 'Europe/Bucharest'],
  ['PA', 'America/Panama'],
  ['CR', 'America/Costa_Rica'],
  ['DO', 'America/Santo_Domingo'],
])
/** Schemes of StandardItemIdentification that are GTIN: of Peppol, and of DIAN. */
const GTIN_SCHEMES = ['0160', '010', 'GTIN', 'EAN']
/** DIAN's answer to a document: validated. */
const VALIDATED = '02'

/** An invoice, credit or debit note of UBL 2.x, wherever it stands; Facturae has an Invoice too, without these parties. */
export function findUbl(root: XmlElement): XmlElement | null {
  const found = [...ROOTS.keys()]
    .flatMap((name) => all(wrapped(root) ?? root, name))
    .filter((one) => at(one, 'AccountingSupplierParty') !== null)
  return found.length === 1 ? found[0] : null
}

/** Documents of UBL that are no invoice: answers of tax offices, notes of dispatch. Null for anything else. */
export function otherUblNature(root: XmlElement): FiscalDocumentNature | null {
  if (/^(?:ApplicationResponse|ReceiptAdvice|OrderResponse)$/.test(root.name)) return 'REPLY'
  return root.name === 'DespatchAdvice' ? 'TRANSPORT' : null
}

/** Colombia's container holds the invoice as text. */
function wrapped(root: XmlElement): XmlElement | null {
  if (root.name !== 'AttachedDocument') return null
  const reading = readXml(textAt(root, 'Attachment', 'ExternalReference', 'Description') ?? '')
  return 'root' in reading ? reading.root : null
}

/**
 * UBL 2.1 as Colombia, Peru, Romania and others use it. Colombia's key is the CUFE; only its container says that the
 * tax office took the document, elsewhere that is another file.
 * @source oms §9 Elsewhere; OASIS UBL 2.1
 */
export function readUbl(
  root: XmlElement,
  invoice: XmlElement,
  context: FiscalReadingContext
): ReadDocument {
  const supplier = at(invoice, 'AccountingSupplierParty')
  const country = textAt(supplier, 'Party', 'PostalAddress', 'Country', 'IdentificationCode')
  const zone = ZONES.get(country ?? '') ?? context.storeTimeZone
  const number = shortText(textAt(invoice, 'ID'))
  const key = keyOf(invoice)
  const answer = answerIn(root)
  const environment = textAt(invoice, 'ProfileExecutionID')
  return {
    ...UNREAD,
    kind: 'UBL',
    rootElement: root.name.slice(0, 60),
    nature: natureOf(invoice),
    key: key?.text ?? null,
    keyIsValid: key?.isValid ?? null,
    number,
    // Peru: F001-123.
    series: /^([A-Z]\w{3})-\d+$/.exec(number ?? '')?.[1] ?? null,
    issuanceDate: readFiscalDate(momentText(invoice), zone),
    value: valueOf(invoice),
    currency: shortText(textAt(invoice, 'DocumentCurrencyCode'))?.toUpperCase() ?? null,
    issuerId: partyId(supplier),
    recipientId: partyId(at(invoice, 'AccountingCustomerParty')),
    authorized: answer === null ? null : answer === VALIDATED,
    protocolStatus: answer && `answer ${answer}`,
    testEnvironment: environment === '2' ? true : environment === '1' ? false : null,
    items: ['InvoiceLine', 'CreditNoteLine', 'DebitNoteLine']
      .flatMap((name) => childrenNamed(invoice, name))
      .map(itemOf),
  }
}

function natureOf(invoice: XmlElement): FiscalDocumentNature | null {
  return TYPES.get(textAt(invoice, 'InvoiceTypeCode') ?? '') ?? ROOTS.get(invoice.name) ?? null
}

function keyOf(invoice: XmlElement): { text: string; isValid: boolean | null } | null {
  const element = at(invoice, 'UUID')
  const text = shortText(element?.text)
  if (text === null) return null
  const isHash = /^CU[FD]E/i.test(attribute(element, 'schemeName') ?? '')
  return { text, isValid: isHash ? /^[0-9a-f]{96}$/i.test(text) : null }
}

function answerIn(root: XmlElement): string | null {
  if (root.name !== 'AttachedDocument') return null
  const text = all(root, 'DocumentReference')
    .map((one) => textAt(one, 'Attachment', 'ExternalReference', 'Description'))
    .find((found) => found !== null)
  const reading = readXml(text ?? '')
  return 'root' in reading ? shortText(all(reading.root, 'ResponseCode')[0]?.text) : null
}

/** Day and time stand apart; the time may carry the offset of both. */
function momentText(invoice: XmlElement): string | null {
  const day = textAt(invoice, 'IssueDate')
  const time = textAt(invoice, 'IssueTime')?.replace(/\.\d+/, '')
  return day === null ? null : time ? `${day}T${time}` : day
}

/**
 * What the document is worth, not what is left to pay of it: a shop's customer has paid before. Colombia's payable amount
 * is whole already.
 */
function valueOf(invoice: XmlElement): Cents | null {
  const totals = at(invoice, 'LegalMonetaryTotal') ?? at(invoice, 'RequestedMonetaryTotal')
  const payable = amountOf(textAt(totals, 'PayableAmount'))
  const prepaid = amountOf(textAt(totals, 'PrepaidAmount'))
  if (payable === null || prepaid === null || /DIAN/i.test(textAt(invoice, 'ProfileID') ?? ''))
    return payable
  const whole = payable + prepaid
  return isCents(whole) ? cents(whole) : null
}

function partyId(role: XmlElement | null): string | null {
  const party = at(role, 'Party')
  return plainTaxId(
    textAt(party, 'PartyTaxScheme', 'CompanyID') ??
      textAt(party, 'PartyIdentification', 'ID') ??
      textAt(party, 'PartyLegalEntity', 'CompanyID') ??
      textAt(role, 'CustomerAssignedAccountID')
  )
}

function itemOf(line: XmlElement): FiscalItem {
  const item = at(line, 'Item')
  const standard = at(item, 'StandardItemIdentification', 'ID')
  const scheme = attribute(standard, 'schemeID')
  const isGtin = scheme === null || GTIN_SCHEMES.includes(scheme.toUpperCase())
  const own = textAt(item, 'SellersItemIdentification', 'ID')
  const quantity = ['InvoicedQuantity', 'CreditedQuantity', 'DebitedQuantity']
    .map((name) => textAt(line, name))
    .find((text) => text !== null)
  return {
    code: shortText(own ?? (isGtin ? null : standard?.text)),
    ean: isGtin ? eanOf(standard?.text) : null,
    name: textAt(item, 'Name') ?? textAt(item, 'Description'),
    quantity: decimalOf(quantity ?? null),
    value: amountOf(textAt(line, 'LineExtensionAmount')),
  }
}
