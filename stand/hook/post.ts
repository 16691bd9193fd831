import { request as httpRequest } from 'node:http'

/** Where an address leads from here: an URL of this machine, nobody in particular, or nowhere. */
export type Destination = string | 'SILENT' | null

/**
 * Of the account the stand itself, `{workspace}--` before it or not; of this machine what it says. A host under `.example`
 * is somebody's who answers 200 to everything: another system's hook. Nothing else is called from here.
 */
export function destinationOf(address: URL, account: string, stand: string): Destination {
  const { hostname, protocol, pathname, search } = address
  if (hostname === `${account}.myvtex.com` || hostname.endsWith(`--${account}.myvtex.com`))
    return `${stand}${pathname}${search}`
  if (hostname.endsWith('.example')) return 'SILENT'
  const isHere = hostname === 'localhost' || hostname === '127.0.0.1'
  return isHere && protocol === 'http:' ? address.href : null
}

/** Status of the answer; null where none came in time. */
export function post(
  to: string,
  headers: Readonly<Record<string, string>>,
  body: string,
  withinMs: number
): Promise<number | null> {
  return new Promise((resolve) => {
    const outgoing = httpRequest(
      to,
      {
        method: 'POST',
        agent: false,
        headers: {
          ...headers,
          'content-type': 'application/json',
          'content-length': String(Buffer.byteLength(body)),
        },
      },
      (answer) => {
        answer.resume()
        answer.on('end', () => resolve(answer.statusCode ?? null))
        answer.on('error', () => resolve(null))
      }
    )
    const limit = setTimeout(() => outgoing.destroy(), withinMs).unref()
    // Whoever is asked keeps no stand alive.
    outgoing.on('socket', (socket) => socket.unref())
    outgoing.on('error', () => resolve(null))
    outgoing.on('close', () => {
      clearTimeout(limit)
      resolve(null)
    })
    outgoing.end(body)
  })
}
