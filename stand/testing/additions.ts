import { readFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'

/** By path: what tests add to a page, from which package, as which type. */
const ADDITIONS: Readonly<Record<string, readonly [file: string, type: string]>> = {
  '/axe.js': ['axe-core/axe.min.js', 'text/javascript'],
  '/wide-400.woff2': [
    '@fontsource/dejavu-sans/files/dejavu-sans-latin-400-normal.woff2',
    'font/woff2',
  ],
  '/wide-700.woff2': [
    '@fontsource/dejavu-sans/files/dejavu-sans-latin-700-normal.woff2',
    'font/woff2',
  ],
}

export interface Additions {
  readonly origin: string
  stop(): void
}

/**
 * Serves what tests add to a page at addresses that stay: what Chromium compiled or unpacked for
 * one page it then has for the next, which is most of the cost of half a megabyte. No part of the
 * stand, so that no page and no count of requests sees it.
 */
export async function serveAdditions(): Promise<Additions> {
  const server = createServer((request, response) => {
    const addition = ADDITIONS[request.url ?? '']
    if (!addition) return response.writeHead(404).end()
    const [file, type] = addition
    readFile(require.resolve(file)).then(
      (body) =>
        response
          .writeHead(200, {
            'content-type': type,
            'cache-control': 'max-age=31536000, immutable',
            // A font, unlike a script, is read only where it may be.
            'access-control-allow-origin': '*',
          })
          .end(body),
      () => response.writeHead(500).end()
    )
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  return {
    origin: originOf(server),
    stop: () => void (server.closeAllConnections(), server.close()),
  }
}

function originOf(server: Server): string {
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}
