import { UNREAD, type FiscalDocumentNature, type FiscalItem, type ReadDocument } from './document'
import { eanOf, plainTaxId, shortText } from './foreign'
import { readFiscalDate } from './localDate'
import { amountOf, decimalOf } from './nfe'
import { sum, type Cents } from '../values/money'
import { all, at, childrenNamed, textAt, type XmlElement } from './xmlTree'

/** TipoDocumento that is no sale; all the others are invoices of some kind. */
const NATURES: ReadonlyMap<string, FiscalDocumentNature> = new Map([
  ['TD04', 'CREDIT_NOTE'],
  ['TD08', 'CREDIT_NOTE'],
  ['TD05', 'DEBIT_NOTE'],
  ['TD09', 'DEBIT_NOTE'],
])

/** The one invoice in the file: a FatturaPA may carry a whole lot under one header. */
export function findFatturaPa(root: XmlElement): XmlElement | null {
  const found = all(root, 'FatturaElettronica').filter(
    (one) => childrenNamed(one, 'FatturaElettronicaBody').length === 1
  )
  return found.length === 1 ? found[0] : null
}

/** Italy's FatturaPA. Whether the exchange (SdI) took it stands in its receipts, which are other files. */
export function readFatturaPa(root: XmlElement, invoice: XmlElement): ReadDocument {
  const header = at(invoice, 'FatturaElettronicaHeader')
  const body = at(invoice, 'FatturaElettronicaBody') as XmlElement
  const general = at(body, 'DatiGenerali', 'DatiGeneraliDocumento')
  const type = textAt(general, 'TipoDocumento')
  return {
    ...UNREAD,
    kind: 'FATTURA_PA',
    rootElement: root.name.slice(0, 60),
    nature: type === null ? null : (NATURES.get(type) ?? 'SALE'),
    number: shortText(textAt(general, 'Numero')),
    issuanceDate: readFiscalDate(textAt(general, 'Data'), 'Europe/Rome'),
    value: amountOf(textAt(general, 'ImportoTotaleDocumento')) ?? addedUp(body),
    currency: shortText(textAt(general, 'Divisa'))?.toUpperCase() ?? null,
    issuerId: partyId(at(header, 'CedentePrestatore')),
    recipientId: partyId(at(header, 'CessionarioCommittente')),
    items: childrenNamed(at(body, 'DatiBeniServizi') ?? body, 'DettaglioLinee').map(itemOf),
  }
}

/** The total may be left out: then the bases and taxes by rate make it. */
function addedUp(body: XmlElement): Cents | null {
  const parts = all(body, 'DatiRiepilogo').flatMap((rate) => [
    amountOf(textAt(rate, 'ImponibileImporto')),
    amountOf(textAt(rate, 'Imposta')),
  ])
  const known = parts.filter((part) => part !== null)
  return parts.length === 0 || known.length < parts.length ? null : sum(known)
}

/** A company by country and VAT number, a person by the tax code. */
function partyId(party: XmlElement | null): string | null {
  const data = at(party, 'DatiAnagrafici')
  const vat = at(data, 'IdFiscaleIVA')
  return plainTaxId(
    vat === null
      ? textAt(data, 'CodiceFiscale')
      : `${textAt(vat, 'IdPaese') ?? ''}${textAt(vat, 'IdCodice') ?? ''}`
  )
}

function itemOf(line: XmlElement): FiscalItem {
  const codes = childrenNamed(line, 'CodiceArticolo').map((code) => ({
    isEan: /EAN|GTIN/i.test(textAt(code, 'CodiceTipo') ?? ''),
    text: shortText(textAt(code, 'CodiceValore')),
  }))
  return {
    code: codes.find(({ isEan }) => !isEan)?.text ?? null,
    ean: eanOf(codes.find(({ isEan }) => isEan)?.text),
    name: textAt(line, 'Descrizione'),
    quantity: decimalOf(textAt(line, 'Quantita')),
    value: amountOf(textAt(line, 'PrezzoTotale')),
  }
}
