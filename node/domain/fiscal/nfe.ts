import { parseDecimal } from '../values/money'
import type {
  FiscalDocumentNature,
  FiscalItem,
  FiscalReadingContext,
  ReadDocument,
} from './document'
import { checkAccessKey } from './accessKey'
import { authorisationOf } from './authorisation'
import { readFiscalDate } from './localDate'
import { zoneOfState } from './states'
import { readTaxId } from './taxId'
import { all, at, childrenNamed, textAt, type XmlElement } from './xmlTree'

const NFCE_MODEL = '65'

/** finNFe. 5 and 6 came with the tax reform of 2025. The kind of a sale is told by tpNF: see isEntry. */
const NATURES: ReadonlyMap<string, FiscalDocumentNature> = new Map([
  ['1', 'SALE'],
  ['2', 'COMPLEMENT'],
  ['3', 'ADJUSTMENT'],
  ['4', 'RETURN'],
  ['5', 'CREDIT_NOTE'],
  ['6', 'DEBIT_NOTE'],
])

/** The one invoice in the file, under any wrapper. CT-e and MDF-e have an infNFe of their own, so its parent counts. */
export function findNfe(root: XmlElement): XmlElement | null {
  const invoices = all(root, 'NFe').filter((element) => at(element, 'infNFe') !== null)
  return invoices.length === 1 ? (at(invoices[0], 'infNFe') as XmlElement) : null
}

/**
 * NF-e and NFC-e, layouts 1.10 to 4.00, bare or with their protocol.
 * @unit value in cents by the digits of vNF @source oms §9 XML locations
 */
export function readNfe(
  root: XmlElement,
  info: XmlElement,
  context: FiscalReadingContext
): ReadDocument {
  const ide = at(info, 'ide')
  const id = info.attributes.get('Id') || null
  const key = id === null ? null : checkAccessKey(id)
  const zone =
    zoneOfState(textAt(ide, 'cUF'), key?.parts?.state, textAt(info, 'emit', 'enderEmit', 'UF')) ??
    context.storeTimeZone
  const authorisation = authorisationOf(root, key?.parts ? key.text : null)
  const model = textAt(ide, 'mod') ?? key?.parts?.model
  return {
    kind: model === NFCE_MODEL ? 'NFCE' : 'NFE',
    rootElement: root.name.slice(0, 60),
    nature: NATURES.get(textAt(ide, 'finNFe') ?? '') ?? null,
    key: key?.parts ? key.text : null,
    keyIsValid: key === null ? null : key.flaws.length === 0,
    number: digitsOf(textAt(ide, 'nNF')),
    series: digitsOf(textAt(ide, 'serie')),
    issuanceDate: readFiscalDate(textAt(ide, 'dhEmi') ?? textAt(ide, 'dEmi'), zone),
    value: amountOf(textAt(info, 'total', 'ICMSTot', 'vNF')),
    currency: 'BRL',
    issuerId: taxIdOf(at(info, 'emit')),
    recipientId: taxIdOf(at(info, 'dest')),
    authorized: authorisation.authorized,
    protocol: authorisation.protocol,
    protocolStatus: authorisation.status,
    testEnvironment: isTest(textAt(ide, 'tpAmb')) ?? authorisation.testEnvironment,
    isEntry: isEntry(textAt(ide, 'tpNF')),
    items: itemsOf(info),
  }
}

/** The layout's own limit. */
const MAX_ITEMS = 990

export function itemsOf(info: XmlElement): FiscalItem[] {
  return childrenNamed(info, 'det').slice(0, MAX_ITEMS).map(itemOf)
}

function itemOf(detail: XmlElement): FiscalItem {
  const product = at(detail, 'prod')
  const ean = textAt(product, 'cEAN')
  return {
    code: textAt(product, 'cProd'),
    ean: ean !== null && /^\d{8,14}$/.test(ean) ? ean : null,
    name: textAt(product, 'xProd'),
    quantity: decimalOf(textAt(product, 'qCom')),
    value: amountOf(textAt(product, 'vProd')),
  }
}

/** Of emit or dest. A foreigner's idEstrangeiro is neither CPF nor CNPJ and says nothing here. */
export function taxIdOf(party: XmlElement | null): string | null {
  return readTaxId(textAt(party, 'CNPJ')) ?? readTaxId(textAt(party, 'CPF'))
}

export function digitsOf(text: string | null): string | null {
  return text !== null && /^\d{1,20}$/.test(text) ? text : null
}

export function amountOf(text: string | null) {
  return text !== null && /^\d/.test(text) ? parseDecimal(text) : null
}

export function isTest(environment: string | null): boolean | null {
  return environment === '2' ? true : environment === '1' ? false : null
}

function isEntry(direction: string | null): boolean | null {
  return direction === '0' ? true : direction === '1' ? false : null
}

export function decimalOf(text: string | null): number | null {
  return text !== null && /^\d{1,15}(\.\d+)?$/.test(text) ? Number(text) : null
}
