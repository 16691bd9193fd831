import { createHash } from 'node:crypto'

const PLAIN = /^[A-Za-z0-9-][A-Za-z0-9_-]*$/
/** Beyond it an address may be refused. */
const LONGEST = 120

/** A name that is safe as one segment of a VBase path, which the platform's client does not encode. One to one. */
export function pathSegment(text: string): string {
  // Half a character (a lone surrogate) is not told from another in UTF-8.
  if (text.length > LONGEST || /\p{Cs}/u.test(text)) {
    return `_-${createHash('sha256').update(text, 'utf16le').digest('base64url')}`
  }
  return PLAIN.test(text) ? text : `_${Buffer.from(text, 'utf8').toString('base64url')}`
}
