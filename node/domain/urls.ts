/**
 * A link that a person may follow: http or https, a host, no credentials, no control characters or spaces.
 * Read by its text and not by a URL parser, which would mend what must be refused.
 */
export function isSafeUrl(text: string): boolean {
  if (/[\u0000-\u0020\u007f-\u009f\\]/.test(text)) return false
  const authority = /^https?:\/\/([^/?#]+)/i.exec(text)?.[1]
  return (
    authority !== undefined &&
    !authority.includes('@') &&
    /^[^:]+(:\d{1,5})?$|^\[[0-9a-f:.]+\](:\d{1,5})?$/i.test(authority)
  )
}
