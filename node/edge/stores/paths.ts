const PLAIN = /^[A-Za-z0-9-][A-Za-z0-9_-]*$/

/** A name that is safe as one segment of a VBase path, which the platform's client does not encode. One to one. */
export function pathSegment(text: string): string {
  return PLAIN.test(text) ? text : `_${Buffer.from(text, 'utf8').toString('base64url')}`
}
