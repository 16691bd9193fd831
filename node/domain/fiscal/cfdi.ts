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
import { all, at, childrenNamed, type XmlElement } from './xmlTree'

/** TipoDeComprobante; 3.2 wrote whole words. Payroll is a receipt of money too. */
const NATURES: ReadonlyMap<string, FiscalDocumentNature> = new Map([
  ['I', 'SALE'],
  ['E', 'CREDIT_NOTE'],
  ['P', 'PAYMENT'],
  ['N', 'PAYMENT'],
  ['T', 'TRANSPORT'],
])
const UUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i

/** The one CFDI in the file. */
export function findCfdi(root: XmlElement): XmlElement | null {
  const found = all(root, 'Comprobante').filter((one) => attribute(one, 'Version') !== null)
  return found.length === 1 ? found[0] : null
}

/**
 * Mexico's CFDI, 3.2 to 4.0. Its key is the UUID of the stamp: without a stamp it has no fiscal value. Its date is local
 * to the place of issue, and the country has several zones, so only the store's can say which moment it is.
 * @source oms §9 Elsewhere; Anexo 20
 */
export function readCfdi(
  root: XmlElement,
  invoice: XmlElement,
  context: FiscalReadingContext
): ReadDocument {
  const stamp = all(invoice, 'TimbreFiscalDigital')[0] ?? null
  const uuid = shortText(attribute(stamp, 'UUID'))
  const type = attribute(invoice, 'TipoDeComprobante')?.charAt(0).toUpperCase() ?? ''
  return {
    ...UNREAD,
    kind: 'CFDI',
    rootElement: root.name.slice(0, 60),
    nature: NATURES.get(type) ?? null,
    key: uuid,
    keyIsValid: uuid === null ? null : UUID.test(uuid),
    number: shortText(attribute(invoice, 'Folio')),
    series: shortText(attribute(invoice, 'Serie')),
    issuanceDate: readFiscalDate(attribute(invoice, 'Fecha'), context.storeTimeZone),
    value: amountOf(attribute(invoice, 'Total')),
    currency: shortText(attribute(invoice, 'Moneda'))?.toUpperCase() ?? null,
    issuerId: plainTaxId(attribute(at(invoice, 'Emisor'), 'Rfc')),
    recipientId: plainTaxId(attribute(at(invoice, 'Receptor'), 'Rfc')),
    authorized: uuid !== null,
    protocolStatus: uuid === null ? 'no stamp (TimbreFiscalDigital)' : 'stamped',
    items: childrenNamed(at(invoice, 'Conceptos') ?? invoice, 'Concepto').map(itemOf),
  }
}

function itemOf(concept: XmlElement): FiscalItem {
  const code = shortText(attribute(concept, 'NoIdentificacion'))
  return {
    code,
    ean: eanOf(code),
    name: attribute(concept, 'Descripcion'),
    quantity: decimalOf(attribute(concept, 'Cantidad')),
    value: amountOf(attribute(concept, 'Importe')),
  }
}
