import type { FiscalReadingContext, ReadDocument } from './document'
import { checkAccessKey } from './accessKey'
import { cancellationsIn, isCancelledBy } from './cancellations'
import { readFiscalDate } from './localDate'
import { amountOf, digitsOf, isTest, itemsOf, taxIdOf } from './nfe'
import { zoneOfState } from './states'
import { all, at, textAt, type XmlElement } from './xmlTree'

/** The one CF-e in the file. Its cancellation is a CFeCanc, which is none. */
export function findCfe(root: XmlElement): XmlElement | null {
  const receipts = all(root, 'CFe').filter((element) => at(element, 'infCFe') !== null)
  return receipts.length === 1 ? receipts[0] : null
}

/**
 * CF-e SAT of São Paulo (and Ceará's MFE). The issuer is `emit/CNPJ`: `ide/CNPJ` is the house that made the software.
 * There is no protocol: the device authorises by signing, and it is the device that gives the file its Id. The signature
 * itself is not asked for, because exports drop it.
 * @source oms §9
 */
export function readCfe(
  root: XmlElement,
  receipt: XmlElement,
  context: FiscalReadingContext
): ReadDocument {
  const info = at(receipt, 'infCFe') as XmlElement
  const ide = at(info, 'ide')
  const id = info.attributes.get('Id') || null
  const key = id === null ? null : checkAccessKey(id)
  const zone = zoneOfState(textAt(ide, 'cUF'), key?.parts?.state) ?? context.storeTimeZone
  const signed = Boolean(key?.parts)
  const cancelled = isCancelledBy(cancellationsIn(root), key?.text ?? null)
  return {
    kind: 'CFE_SAT',
    rootElement: root.name.slice(0, 60),
    nature: 'SALE',
    key: key?.parts ? key.text : null,
    keyIsValid: key === null ? null : key.flaws.length === 0,
    number: digitsOf(textAt(ide, 'nCFe')),
    series: digitsOf(textAt(ide, 'nserieSAT')),
    issuanceDate: readFiscalDate(momentText(ide), zone),
    value: amountOf(textAt(info, 'total', 'vCFe')),
    currency: 'BRL',
    issuerId: taxIdOf(at(info, 'emit')),
    recipientId: taxIdOf(at(info, 'dest')),
    authorized: signed && !cancelled,
    protocol: null,
    protocolStatus: cancelled
      ? 'cancelled in the same file'
      : signed
        ? 'signed by the SAT device'
        : 'not signed by a SAT device',
    testEnvironment: isTest(textAt(ide, 'tpAmb')),
    isEntry: false,
    items: itemsOf(info),
  }
}

/** Day and time stand apart, and only the day for sure. */
function momentText(ide: XmlElement | null): string | null {
  const day = textAt(ide, 'dEmi')
  const time = textAt(ide, 'hEmi')
  return day === null ? null : `${day}${time !== null && /^\d{6}$/.test(time) ? time : ''}`
}
