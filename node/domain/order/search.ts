import { checkAccessKey } from '../fiscal/accessKey'
import { cleanTrackingNumber } from '../package/trackingNumber'

export interface Search {
  /** As OMS's own search wants it: the digits of a CPF or CNPJ, whatever it was punctuated with (oms §4). */
  readonly text: string
  /** What an invoice or a parcel may be known by. */
  readonly numbers: readonly string[]
  /** Access key of a fiscal document. */
  readonly key: string | null
}

const CPF = /^\d{3}\.?\d{3}\.?\d{3}-?\d{2}$/
const CNPJ = /^[0-9A-Z]{2}\.?[0-9A-Z]{3}\.?[0-9A-Z]{3}\/?[0-9A-Z]{4}-?\d{2}$/i

/** What a person typed or pasted into the search, read as whatever it looks like. Null for nothing. */
export function readSearch(typed: string | null): Search | null {
  const text = (typed ?? '').replace(/\p{Cf}/gu, '').trim()
  if (text === '') return null
  const { text: key, parts } = checkAccessKey(text)
  if (parts)
    // The document's number, as stores write it: with the zeros of the key or without.
    return { text: key, key, numbers: [parts.number, parts.number.replace(/^0+(?=.)/, '')] }
  const isPunctuated = CPF.test(text) || (CNPJ.test(text) && /[./-]/.test(text))
  const bare = isPunctuated ? text.replace(/[./-]/g, '').toUpperCase() : text
  const numbers = /\d/.test(text) ? [...new Set([text, cleanTrackingNumber(text)])] : []
  return { text: bare, numbers, key: null }
}
