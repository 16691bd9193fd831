/** What keeps a link from being followed. SIGNS: blanks, control or invisible signs, a backslash in it. */
export type UrlFlaw = 'SIGNS' | 'SCHEME' | 'CREDENTIALS' | 'HOST'

/** A link as it is kept: copied with a blank or an invisible sign at its ends it is the same link. */
export function cleanUrl(text: string): string {
  return text.replace(/^[\s\p{Cf}]+|[\s\p{Cf}]+$/gu, '')
}

/**
 * A link that a person may follow: http or https, a host, no credentials, no spaces, no control or invisible signs.
 * Read by its text and not by a URL parser alone, which would mend what must be refused; what it cannot read leads nowhere.
 */
export function isSafeUrl(text: string): boolean {
  return urlFlaw(text) === null
}

/** Why a link may not be followed; null where it may. */
export function urlFlaw(text: string): UrlFlaw | null {
  if (/[\s\p{Cc}\p{Cf}\\]/u.test(text)) return 'SIGNS'
  const start = /^https?:\/\/([^/?#]*)/i.exec(text)
  if (!start) return 'SCHEME'
  const authority = start[1]
  if (authority.includes('@')) return 'CREDENTIALS'
  const isHost = /^[^:]+(:\d{1,5})?$|^\[[0-9a-f:.]+\](:\d{1,5})?$/i.test(authority)
  return isHost && leadsSomewhere(text) ? null : 'HOST'
}

function leadsSomewhere(text: string): boolean {
  try {
    return new URL(text).hostname !== ''
  } catch {
    return false
  }
}
