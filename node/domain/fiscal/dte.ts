import { UNREAD, type FiscalDocumentNature, type FiscalItem, type ReadDocument } from './document'
import { eanOf, plainTaxId, shortText } from './foreign'
import { readFiscalDate } from './localDate'
import { amountOf, decimalOf } from './nfe'
import { all, at, childrenNamed, textAt, type XmlElement } from './xmlTree'

/** TipoDTE that is no sale; 33, 34, 39, 41, 43, 110 and the rest are. */
const NATURES: ReadonlyMap<string, FiscalDocumentNature> = new Map([
  ['52', 'TRANSPORT'],
  ['56', 'DEBIT_NOTE'],
  ['111', 'DEBIT_NOTE'],
  ['61', 'CREDIT_NOTE'],
  ['112', 'CREDIT_NOTE'],
])
/** The buyer issues it, for a seller who cannot. */
const PURCHASE = '46'
/** A receipt made out to nobody in particular. */
const NOBODY = '666666666'
const BODIES = ['Documento', 'Exportaciones', 'Liquidacion']

/** The one document in the file, alone or in the envelope in which it went to the tax office. */
export function findDte(root: XmlElement): XmlElement | null {
  const found = all(root, 'DTE').flatMap((dte) =>
    BODIES.flatMap((name) => childrenNamed(dte, name)).filter(
      (body) => at(body, 'Encabezado', 'IdDoc') !== null
    )
  )
  return found.length === 1 ? found[0] : null
}

/**
 * Chile's DTE. It has no key: issuer, type and folio name it, so its type stands as the series. The stamp (TED) is made
 * with a range of folios that the tax office gave out.
 * @source oms §9 Elsewhere
 */
export function readDte(root: XmlElement, body: XmlElement): ReadDocument {
  const head = at(body, 'Encabezado')
  const type = shortText(textAt(head, 'IdDoc', 'TipoDTE'))
  const recipient = plainTaxId(textAt(head, 'Receptor', 'RUTRecep'))
  const isStamped = at(body, 'TED') !== null
  // An export names its currency in words.
  const isInPesos = body.name !== 'Exportaciones'
  return {
    ...UNREAD,
    kind: 'DTE',
    rootElement: root.name.slice(0, 60),
    nature: type === null ? null : (NATURES.get(type) ?? 'SALE'),
    number: shortText(textAt(head, 'IdDoc', 'Folio')),
    series: type,
    issuanceDate: readFiscalDate(textAt(head, 'IdDoc', 'FchEmis'), 'America/Santiago'),
    value: isInPesos ? amountOf(textAt(head, 'Totales', 'MntTotal')) : null,
    currency: isInPesos ? 'CLP' : null,
    issuerId: plainTaxId(textAt(head, 'Emisor', 'RUTEmisor')),
    recipientId: recipient === NOBODY ? null : recipient,
    authorized: isStamped,
    protocolStatus: isStamped ? 'stamped' : 'no stamp (TED)',
    isEntry: type === PURCHASE ? true : null,
    items: childrenNamed(body, 'Detalle').map(itemOf),
  }
}

function itemOf(detail: XmlElement): FiscalItem {
  const codes = childrenNamed(detail, 'CdgItem').map((code) => ({
    isEan: /EAN|GTIN|DUN|UPC/i.test(textAt(code, 'TpoCodigo') ?? ''),
    text: shortText(textAt(code, 'VlrCodigo')),
  }))
  return {
    code: codes.find(({ isEan }) => !isEan)?.text ?? null,
    ean: eanOf(codes.find(({ isEan }) => isEan)?.text),
    name: textAt(detail, 'NmbItem'),
    quantity: decimalOf(textAt(detail, 'QtyItem')),
    value: amountOf(textAt(detail, 'MontoItem')),
  }
}
