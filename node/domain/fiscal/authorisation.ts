import { bareAccessKey } from './accessKey'
import { cancellationsIn, isCancelledBy } from './cancellations'
import { all, textAt, type XmlElement } from './xmlTree'

export interface Authorisation {
  readonly authorized: boolean
  /** Protocol number. */
  readonly protocol: string | null
  /** SEFAZ's number and words, or what stands against the authorisation. */
  readonly status: string
  readonly testEnvironment: boolean | null
}

/** 100 authorised, 150 authorised out of time. Denied, rejected and cancelled ones have other numbers. */
const AUTHORISED = new Set(['100', '150'])
/** SEFAZ's words have at most 255 signs. */
const MAX_STATUS = 260

/**
 * Whether the file proves that the tax office authorised the document with this key. A cancellation in the same file
 * outweighs any protocol; a protocol of another key proves nothing. @source oms §9
 */
export function authorisationOf(root: XmlElement, key: string | null): Authorisation {
  const protocols = all(root, 'infProt')
  const own = protocols.find((protocol) => isAbout(protocol, key)) ?? null
  const shown = own ?? protocols[0] ?? null
  const code = textAt(shown, 'cStat')
  const base = {
    protocol: textAt(shown, 'nProt'),
    testEnvironment: environmentOf(shown),
  }
  const refused = (status: string) => ({ ...base, authorized: false, status })
  if (isCancelledBy(cancellationsIn(root), key)) return refused('cancelled in the same file')
  if (shown === null) return refused('no protocol')
  if (own === null) return refused('protocol of another key')
  const status = [code, textAt(own, 'xMotivo')]
    .filter((part) => part !== null)
    .join(' ')
    .slice(0, MAX_STATUS)
  if (code === null || !AUTHORISED.has(code)) return refused(status || 'protocol without a status')
  return { ...base, authorized: true, status }
}

/** A protocol that names no key, or a document that has none, cannot contradict each other. */
function isAbout(protocol: XmlElement, key: string | null): boolean {
  const about = textAt(protocol, 'chNFe')
  return about === null || key === null || bareAccessKey(about) === key
}

function environmentOf(protocol: XmlElement | null): boolean | null {
  const environment = textAt(protocol, 'tpAmb')
  return environment === '2' ? true : environment === '1' ? false : null
}
