/**
 * A link that a person may follow: http or https, a host, no credentials, no spaces, no control or invisible signs.
 * Read by its text and not by a URL parser alone, which would mend what must be refused; what it cannot read leads nowhere.
 */
export function isSafeUrl(text: string): boolean {
  if (/[\s\p{Cc}\p{Cf}\\]/u.test(text)) return false
  const authority = /^https?:\/\/([^/?#]+)/i.exec(text)?.[1]
  return (
    authority !== undefined &&
    !authority.includes('@') &&
    /^[^:]+(:\d{1,5})?$|^\[[0-9a-f:.]+\](:\d{1,5})?$/i.test(authority) &&
    leadsSomewhere(text)
  )
}

function leadsSomewhere(text: string): boolean {
  try {
    return new URL(text).hostname !== ''
  } catch {
    return false
  }
}
