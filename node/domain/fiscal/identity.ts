import { createHash } from 'crypto'

import type { FiscalDocument } from './document'

/**
 * What a document is known by again, without keeping any of its numbers: SHA-256 of its key, else of issuer, series
 * and number. Null where not even those are known, and then it cannot be told from others.
 * @shape 64 hex digits
 */
export function documentHash(
  document: Pick<FiscalDocument, 'key' | 'issuerId' | 'series' | 'number'>
): string | null {
  const { key, issuerId, series, number } = document
  if (key !== null) return hashOfKey(key)
  if (issuerId === null || number === null) return null
  return sha256(`document:${issuerId}:${withoutZeros(series ?? '0')}:${withoutZeros(number)}`)
}

/** By its key alone, in the form in which it is kept: a Brazilian one bare. @shape 64 hex digits */
export function hashOfKey(key: string): string {
  return sha256(`key:${key.toUpperCase()}`)
}

function withoutZeros(digits: string): string {
  return digits.replace(/^0+(?=.)/, '')
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
