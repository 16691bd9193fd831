import { checkAccessKey } from '../fiscal/accessKey'
import { cleanTrackingNumber } from '../package/trackingNumber'
import { documentForms } from './customerDocument'
import { LONGEST_ORDER_ID } from './orderId'
import { storedForms } from './orderMatch'

/** What somebody looks for, as each place that may know it wants to be asked. */
export interface Search {
  /** For OMS's own search (oms §4), likeliest first: the next is asked where one finds nothing. */
  readonly texts: readonly string[]
  /** Orders that it may name, each by its whole id. */
  readonly orderIds: readonly string[]
  /** An order's id without the number of its part: which of -01, -02 there are, only OMS knows. */
  readonly purchase: string | null
  /** Of the store's own count of orders. */
  readonly sequence: string | null
  /** What an invoice, a parcel or a marketplace's purchase may be known by. */
  readonly numbers: readonly string[]
  /** Access key of a fiscal document. */
  readonly key: string | null
}

/** 1300010000101-01, SLR-1300010000101-01, v502556llux-01. */
const ORDER_ID = /^(?:[A-Z]{2,5}-)?[0-9A-Z]{4,40}-\d{2}$/i
const PURCHASE = /^(?:(?:[A-Z]{2,5}-)?\d{9,20}|v\d{4,12}[a-z]{2,12})$/i
/** A key of another country's document: a UUID, a CUFE. */
const FOREIGN_KEY = /^[0-9A-F-]{32,100}$/i
const BRAZILIAN = /^(?:\d{11}|[0-9A-Z]{12}\d{2})$/
const SEQUENCE = /^(?:seq)?(\d{1,9})$/i

/** What a person typed or pasted into the search, read as whatever it looks like. Null for nothing. */
export function readSearch(typed: string | null): Search | null {
  const visible = (typed ?? '').replace(/\p{Cf}/gu, '').trim()
  // Shops write and say "order #501400".
  const text = visible.replace(/^#\s*(?=\S)/, '')
  if (text === '') return null
  const { text: key, parts } = checkAccessKey(text)
  if (parts) return { ...NOTHING, key, numbers: [key, ...storedForms(parts.number)] }
  const names = new Set([text, text.toUpperCase()])
  return {
    texts: textsOf(text),
    orderIds: ORDER_ID.test(text) ? [...names] : [],
    purchase: PURCHASE.test(text) ? lettersInFront(text) : null,
    sequence: SEQUENCE.exec(text)?.[1] ?? null,
    numbers: numbersOf(text),
    key: FOREIGN_KEY.test(text) ? text : null,
  }
}

const NOTHING: Search = {
  texts: [],
  orderIds: [],
  purchase: null,
  sequence: null,
  numbers: [],
  key: null,
}

/** The letters of a marketplace as VTEX writes them. */
const lettersInFront = (text: string) => (text.includes('-') ? text.toUpperCase() : text)

function textsOf(text: string): readonly string[] {
  const forms = documentForms(text)
  const [bare] = forms
  // 529982247-25 may be either: then a CPF or CNPJ is the likelier one.
  const isDocument = bare !== undefined && (!ORDER_ID.test(text) || BRAZILIAN.test(bare))
  return isDocument ? forms : [text]
}

function numbersOf(text: string): readonly string[] {
  if (!/\d/.test(text) || text.length > LONGEST_ORDER_ID) return []
  const plain = /^\d+$/.test(text) ? storedForms(text) : [text]
  return [...new Set([text, cleanTrackingNumber(text), ...plain])]
}
