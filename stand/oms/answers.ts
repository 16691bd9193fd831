import type { OmsReply } from './types'

const JSON_HEADERS = { 'content-type': 'application/json; charset=utf-8' }

/** A JSON answer in OMS's manner. */
export function json(
  status: number,
  body: unknown,
  headers: Record<string, string> = {}
): OmsReply {
  return {
    kind: 'answer',
    status,
    headers: { ...JSON_HEADERS, ...headers },
    body: JSON.stringify(body),
  }
}

/** An answer without body: start-handling's 204. */
export function empty(status: number): OmsReply {
  return { kind: 'answer', status, headers: {}, body: '' }
}

/** OMS's error envelope (oms §1.5). Code "1" where VTEX publishes none. */
export function failure(status: number, message: string, code = '1'): OmsReply {
  return json(status, { error: { code, message, exception: null } })
}

export const unauthorized = () => failure(401, 'Unauthorized access')
export const orderNotFound = () => failure(404, 'Order Not Found', 'OMS007')
export const invoiceNotFound = () => failure(404, 'Invoice Not Found')
export const internalError = () => failure(500, 'An error has occurred')

/** What some routes show instead of a 403, with status 200 (oms §1.5). */
export function loginPage(): OmsReply {
  return {
    kind: 'answer',
    status: 200,
    headers: { 'content-type': 'text/html; charset=utf-8' },
    body: '<!DOCTYPE html><html><head><title>VTEX Admin | Login</title></head><body><div id="app">Log in</div></body></html>',
  }
}

/** 429; VTEX documents no Retry-After, so its presence is a reading (oms §1.5). */
export function tooManyRequests(retryAfterSeconds: number | null): OmsReply {
  const reply = failure(429, 'Too many requests')
  if (retryAfterSeconds !== null) reply.headers['retry-after'] = String(retryAfterSeconds)
  return reply
}

/** A request that was refused, as a value thrown inside an operation: keeps the checks flat. */
export class Refused extends Error {
  constructor(readonly reply: OmsReply) {
    super(reply.body)
  }
}

/** Ends the operation with OMS's error envelope. */
export function refuse(status: number, message: string, code?: string): never {
  throw new Refused(failure(status, message, code))
}
