/**
 * Whether a Host header names this machine. A page of another site whose name was made to resolve to
 * 127.0.0.1 would otherwise drive the stand, and with OMS_UPSTREAM the store behind it.
 */
export function isLoopbackHost(host: string | undefined): boolean {
  const name = (host ?? '').replace(/:\d+$/, '').toLowerCase()
  return name === 'localhost' || name === '[::1]' || /^127(\.\d{1,3}){3}$/.test(name)
}

/** Whether a request was made by a page of another site: browsers say so in `Origin`. */
export function isForeignPage(origin: string | undefined, host: string | undefined): boolean {
  if (origin === undefined) return false
  try {
    return new URL(origin).host !== host
  } catch {
    return true
  }
}
