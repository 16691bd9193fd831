import {
  UNREAD,
  type FiscalDocumentNature,
  type FiscalItem,
  type FiscalReadingContext,
  type ReadDocument,
} from './document'
import { eanOf, plainTaxId, shortText } from './foreign'
import { readFiscalDate } from './localDate'
import { amountOf, decimalOf } from './nfe'
import { all, at, childrenNamed, textAt, type XmlElement } from './xmlTree'

/** InvoiceClass of what corrects an earlier invoice: an original, a copy, and of a period. */
const CORRECTIVE = ['OR', 'CR', 'RC']

/** The one invoice in the file: a Facturae may carry a whole lot. */
export function findFacturae(root: XmlElement): XmlElement | null {
  const [facturae, ...others] = all(root, 'Facturae')
  if (facturae === undefined || others.length > 0) return null
  const invoices = childrenNamed(at(facturae, 'Invoices') ?? facturae, 'Invoice')
  return invoices.length === 1 ? facturae : null
}

/** Spain's Facturae 3.2. It carries a day alone, and the country has two zones: the store's says which moment it is. */
export function readFacturae(
  root: XmlElement,
  facturae: XmlElement,
  context: FiscalReadingContext
): ReadDocument {
  const invoice = at(facturae, 'Invoices', 'Invoice') as XmlElement
  const header = at(invoice, 'InvoiceHeader')
  const issue = at(invoice, 'InvoiceIssueData')
  return {
    ...UNREAD,
    kind: 'FACTURAE',
    rootElement: root.name.slice(0, 60),
    nature: natureOf(header),
    number: shortText(textAt(header, 'InvoiceNumber')),
    series: shortText(textAt(header, 'InvoiceSeriesCode')),
    issuanceDate: readFiscalDate(textAt(issue, 'IssueDate'), context.storeTimeZone),
    value: amountOf(textAt(invoice, 'InvoiceTotals', 'InvoiceTotal')),
    currency: shortText(textAt(issue, 'InvoiceCurrencyCode'))?.toUpperCase() ?? null,
    issuerId: partyId(at(facturae, 'Parties', 'SellerParty')),
    recipientId: partyId(at(facturae, 'Parties', 'BuyerParty')),
    items: childrenNamed(at(invoice, 'Items') ?? invoice, 'InvoiceLine').map(itemOf),
  }
}

function natureOf(header: XmlElement | null): FiscalDocumentNature {
  const isCorrective =
    at(header, 'Corrective') !== null || CORRECTIVE.includes(textAt(header, 'InvoiceClass') ?? '')
  return isCorrective ? 'ADJUSTMENT' : 'SALE'
}

function partyId(party: XmlElement | null): string | null {
  return plainTaxId(textAt(party, 'TaxIdentification', 'TaxIdentificationNumber'))
}

function itemOf(line: XmlElement): FiscalItem {
  const code = shortText(textAt(line, 'ArticleCode'))
  return {
    code,
    ean: eanOf(code),
    name: textAt(line, 'ItemDescription'),
    quantity: decimalOf(textAt(line, 'Quantity')),
    value: amountOf(textAt(line, 'GrossAmount') ?? textAt(line, 'TotalCost')),
  }
}
