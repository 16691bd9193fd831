import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http'

/** One HTTP request as the doubles see it, whichever door it came through. */
export interface Incoming {
  readonly method: string
  /** Host without port; empty for a relative request. */
  readonly host: string
  readonly path: string
  readonly query: URLSearchParams
  readonly headers: IncomingHttpHeaders
  readonly body: Buffer
}

export interface Answer {
  readonly status: number
  readonly headers?: Record<string, string>
  /** Whole `Set-Cookie` lines. */
  readonly cookies?: readonly string[]
  readonly body?: string | Buffer
}

/** What a door does with a request: an answer, no answer at all, or a broken connection. */
export type Outcome = Answer | 'hang' | 'reset'

export function json(status: number, value: unknown, headers: Record<string, string> = {}): Answer {
  return {
    status,
    headers: { 'content-type': 'application/json; charset=utf-8', ...headers },
    body: JSON.stringify(value),
  }
}

export function header(headers: IncomingHttpHeaders, name: string): string | undefined {
  const value = headers[name.toLowerCase()]
  return Array.isArray(value) ? value[0] : value
}

export function cookie(headers: IncomingHttpHeaders, name: string): string | undefined {
  for (const part of (headers.cookie ?? '').split(';')) {
    const at = part.indexOf('=')
    if (at > 0 && part.slice(0, at).trim() === name) return part.slice(at + 1).trim()
  }
  return undefined
}

export async function readBody(
  request: IncomingMessage,
  limit = 16 * 1024 * 1024
): Promise<Buffer> {
  const parts: Buffer[] = []
  let size = 0
  for await (const part of request as AsyncIterable<Buffer>) {
    size += part.length
    if (size > limit) throw new BodyTooLarge(limit)
    parts.push(part)
  }
  return Buffer.concat(parts)
}

export class BodyTooLarge extends Error {
  constructor(limit: number) {
    super(`body over ${limit} bytes`)
  }
}

export function send(response: ServerResponse, outcome: Outcome): void {
  if (outcome === 'hang') return
  if (outcome === 'reset') {
    response.socket?.destroy()
    return
  }
  if (response.destroyed || response.writableEnded) return
  const body = outcome.body ?? ''
  response.writeHead(outcome.status, {
    ...outcome.headers,
    ...(outcome.cookies ? { 'set-cookie': [...outcome.cookies] } : {}),
    ...(outcome.status === 204 ? {} : { 'content-length': String(Buffer.byteLength(body)) }),
  })
  response.end(outcome.status === 204 ? undefined : body)
}
