import { isState } from './states'
import { isTaxId } from './taxId'

export type AccessKeyFlaw = 'length' | 'signs' | 'state' | 'month' | 'checkDigit'

export interface AccessKey {
  /** As it is kept and compared: upper case, no prefix, no space. */
  readonly text: string
  readonly flaws: readonly AccessKeyFlaw[]
  /** Null where length or signs make cutting senseless. */
  readonly parts: AccessKeyParts | null
}

export interface AccessKeyParts {
  /** IBGE's number. */
  readonly state: string
  /** Two digits each. */
  readonly year: string
  readonly month: string
  /** CNPJ, or the CPF of a person who issues, without the padding. */
  readonly issuerId: string
  /** 55 NF-e, 65 NFC-e, 57 CT-e, 58 MDF-e, 59 CF-e SAT. */
  readonly model: string
  /** Of a CF-e: the serial number of the SAT device. */
  readonly series: string
  /** Zeros in front kept. */
  readonly number: string
}

const LENGTH = 44
const SHAPE = /^\d{6}[0-9A-Z]{12}\d{26}$/
const SAT = '59'

/** Upper case, without the prefix that `Id` attributes and some stores put before it, without blanks and grouping signs. */
export function bareAccessKey(text: string): string {
  const upper = withoutBlanks(text).toUpperCase()
  return withoutPrefix(
    withoutPrefix(upper).length === LENGTH ? upper : upper.replace(/[.\-/]/g, '')
  )
}

/**
 * A key as it goes out and is kept: of a Brazilian document its 44 bare characters; any other country's (a UUID, a
 * CUFE) as it was given, without blanks and invisible signs. Whether it is a right one is checkAccessKey's matter.
 */
export function cleanInvoiceKey(text: string): string {
  const bare = bareAccessKey(text)
  return SHAPE.test(bare) ? bare : withoutBlanks(text)
}

/** Whether two texts name one document: stores and systems write keys in fours, with a prefix, in either case. */
export function sameInvoiceKey(a: string | null, b: string | null): boolean {
  return cleanInvoiceKey(a ?? '').toUpperCase() === cleanInvoiceKey(b ?? '').toUpperCase()
}

function withoutBlanks(text: string): string {
  return text.replace(/[\s\p{Cf}]/gu, '')
}

function withoutPrefix(key: string): string {
  return key.replace(/^(?:NFE|NFCE|CFE|CTE|MDFE)(?=[0-9A-Z]{44}$)/, '')
}

/**
 * An access key of a Brazilian fiscal document, with what is wrong about it; nothing wrong: `flaws` is empty.
 * VTEX's own examples fail the check digit, so this is matter for a warning.
 * @source oms §9 NF-e key
 */
export function checkAccessKey(text: string): AccessKey {
  const key = bareAccessKey(text)
  if (key.length !== LENGTH) return { text: key, flaws: ['length'], parts: null }
  if (!SHAPE.test(key)) return { text: key, flaws: ['signs'], parts: null }
  const parts = partsOf(key)
  const month = Number(parts.month)
  const flaws: AccessKeyFlaw[] = []
  if (!isState(parts.state)) flaws.push('state')
  if (month < 1 || month > 12) flaws.push('month')
  if (checkDigit(key.slice(0, -1)) !== key.slice(-1)) flaws.push('checkDigit')
  return { text: key, flaws, parts }
}

/**
 * Modulo 11 over the first 43 signs, weights 2 to 9 from the right; letters of an alphanumeric CNPJ count as
 * their ASCII number less 48.
 */
export function checkDigit(first43: string): string {
  const sum = [...first43]
    .reverse()
    .reduce((total, sign, index) => total + (sign.charCodeAt(0) - 48) * (2 + (index % 8)), 0)
  const rest = sum % 11
  return rest < 2 ? '0' : String(11 - rest)
}

function partsOf(key: string): AccessKeyParts {
  const model = key.slice(20, 22)
  const padded = key.slice(6, 20)
  const person = padded.slice(3)
  const isPerson = padded.startsWith('000') && isTaxId(person) && !isTaxId(padded)
  return {
    state: key.slice(0, 2),
    year: key.slice(2, 4),
    month: key.slice(4, 6),
    issuerId: isPerson ? person : padded,
    model,
    series: model === SAT ? key.slice(22, 31) : key.slice(22, 25),
    number: model === SAT ? key.slice(31, 37) : key.slice(25, 34),
  }
}
