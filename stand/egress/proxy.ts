import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { BodyTooLarge, json, readBody, send, type Incoming, type Outcome } from '../http/exchange'
import type { UnplannedCalls } from './unplanned'

/** The HTTP proxy that workers get as `http_proxy`. It knows addresses; `answer` knows rules. */
export function createProxy(
  answer: (request: Incoming) => Promise<Outcome>,
  unplanned: UnplannedCalls,
  onError: (error: unknown) => void
): Server {
  const server = createServer((request, response) => {
    void handle(request, response, answer).catch((error: unknown) => {
      if (response.destroyed) return
      onError(error)
      send(
        response,
        json(500, { code: 'stand', message: 'The local stand failed; see its output.' })
      )
    })
  })
  // TLS cannot be judged by path: the platform wants http:// plus X-Vtex-Use-Https (platform §5.3).
  server.on('connect', (request: IncomingMessage, socket) => {
    unplanned.record('CONNECT', request.url ?? '', '')
    socket.end('HTTP/1.1 502 Bad Gateway\r\ncontent-length: 0\r\n\r\n')
  })
  return server
}

async function handle(
  request: IncomingMessage,
  response: ServerResponse,
  answer: (request: Incoming) => Promise<Outcome>
): Promise<void> {
  let url: URL
  try {
    url = new URL(request.url ?? '')
  } catch {
    return send(response, json(400, { code: 'proxy', message: 'Not a proxy request.' }))
  }
  try {
    const body = await readBody(request)
    const outcome = await answer({
      method: request.method ?? 'GET',
      host: url.hostname,
      // Kept as sent: the doubles decide what an encoded slash means.
      path: rawPath(request.url ?? ''),
      query: url.searchParams,
      headers: request.headers,
      body,
    })
    send(response, outcome)
  } catch (error) {
    if (!(error instanceof BodyTooLarge)) throw error
    send(response, json(413, { code: 'proxy', message: error.message }))
  }
}

function rawPath(target: string): string {
  const path = target.replace(/^[a-z]+:\/\/[^/?#]*/i, '').split(/[?#]/)[0]!
  return path === '' ? '/' : path
}
