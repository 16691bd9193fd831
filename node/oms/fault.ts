import { Fault, isFault, type FaultKind } from '../domain/problem/fault'
import { isObject, listOf, objectOf, textOf } from '../domain/values/loose'

/** The app's names for OMS's calls: in faults, metrics and logs. */
export type OmsOperation =
  | 'GetOrder'
  | 'ListOrders'
  | 'GetChanges'
  | 'StartHandling'
  | 'NotifyInvoice'
  | 'UpdatePartialInvoice'
  | 'UpdateTrackingStatus'
  | 'AddInteraction'

export type Access = 'read' | 'write'

/** No connection came about, so nothing was sent. */
const NEVER_SENT = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ERR_INVALID_URL',
])

const MESSAGE_LENGTH = 300

/**
 * What a failed call means. Nothing of the request, its headers or the error itself is kept: they hold tokens and people.
 * A write whose answer is not clear is `unknown`: only reading the order again tells (oms §1.5).
 */
export function faultOf(error: unknown, operation: OmsOperation, access: Access): Fault {
  // Not sent at all: there was no time left for it.
  if (isFault(error)) return error
  const response = objectOf(isObject(error) ? error.response : null)
  const status = typeof response.status === 'number' ? response.status : null
  if (status === null) {
    const code = isObject(error) ? textOf(error.code) : null
    const neverSent = code !== null && NEVER_SENT.has(code)
    return fault(neverSent || access === 'read' ? 'unavailable' : 'unknown', operation)
  }
  return fault(kindOf(status, response, access), operation, {
    status,
    upstreamMessage: messageOf(response.data),
    retryAfterSeconds: retryAfter(response.headers),
  })
}

/** A 2xx without JSON: on a read OMS's login page (a missing right) or nonsense, on a write nobody knows. */
export function faultOfBody(body: unknown, operation: OmsOperation, access: Access): Fault {
  const kind = access === 'write' ? 'unknown' : isHtml(body) ? 'forbidden' : 'unreadable'
  return fault(kind, operation, { status: 200 })
}

/** An answer came, and what is needed of it is not there. */
export function unreadableAnswer(operation: OmsOperation, field: string): Fault {
  const upstreamMessage = `The answer's ${field} is missing or not readable.`
  return fault('unreadable', operation, { upstreamMessage })
}

/** An id that cannot be the segment of an address: OMS knows no such thing, and nothing is sent. */
export function faultOfSegment(operation: OmsOperation): Fault {
  return fault('notFound', operation)
}

export function isHtml(body: unknown): boolean {
  return typeof body === 'string' && body.trimStart().startsWith('<')
}

interface Response {
  readonly data?: unknown
  readonly headers?: unknown
}

/** Statuses of a request that may have arrived whole: a client or a proxy hung up while OMS was at work. */
const HUNG_UP = new Set([408, 499])

function kindOf(status: number, response: Response, access: Access): FaultKind {
  const unclear = access === 'read' ? 'unavailable' : 'unknown'
  if (status === 401 || status === 403) return 'forbidden'
  // Redirects are not followed; OMS has none but the one to the login page. Any other may come after a write.
  if (status >= 300 && status < 400)
    return access === 'read' || leadsToLogin(response) ? 'forbidden' : unclear
  if (status === 404) return isHtml(response.data) ? unclear : 'notFound'
  if (status === 429) return 'rateLimited'
  if (HUNG_UP.has(status) || status >= 500) return unclear
  return status >= 400 ? 'rejected' : unclear
}

function leadsToLogin({ headers }: Response): boolean {
  return /login|vtexid/i.test(textOf(objectOf(headers).location) ?? '')
}

/**
 * `error.message`, else `Message` or `message` or a problem's title, else short plain text, and what stands against
 * single fields: only there is a missing one named. Null for pages. @source oms §1.5
 */
function messageOf(body: unknown): string | null {
  const answer = objectOf(body)
  const text =
    textOf(objectOf(answer.error).message) ??
    textOf(answer.Message) ??
    textOf(answer.message) ??
    textOf(answer.detail) ??
    textOf(answer.title) ??
    textOf(answer.error) ??
    (isHtml(body) ? null : textOf(body))
  const words = [text, ...fieldMessages(answer.errors), ...fieldMessages(answer.ModelState)]
  const line = words
    .filter((part) => part !== null)
    .join(' ')
    .slice(0, 10 * MESSAGE_LENGTH)
    .replace(/\s+/g, ' ')
    .trim()
  return line ? line.slice(0, MESSAGE_LENGTH) : null
}

/** Texts, or objects with a message, of a list; texts under the names of their fields. */
function fieldMessages(errors: unknown): (string | null)[] {
  const own = listOf(errors).map((error) => textOf(error) ?? textOf(objectOf(error).message))
  const named = Object.entries(objectOf(errors)).map(([field, found]) => {
    const message = textOf(found) ?? textOf(listOf(found)[0])
    return message === null ? null : `${field}: ${message}`
  })
  return [...own, ...named]
}

/** Seconds, or a date against the answer's own clock. */
function retryAfter(headers: unknown): number | null {
  const given = textOf(objectOf(headers)['retry-after'])
  if (given === null) return null
  if (/^\d{1,6}$/.test(given)) return Number(given)
  const seconds = (Date.parse(given) - Date.parse(textOf(objectOf(headers).date) ?? '')) / 1000
  return Number.isFinite(seconds) ? Math.max(0, Math.ceil(seconds)) : null
}

function fault(
  kind: FaultKind,
  operation: OmsOperation,
  more: {
    status?: number
    upstreamMessage?: string | null
    retryAfterSeconds?: number | null
  } = {}
): Fault {
  return new Fault({ kind, upstream: 'OMS', operation, ...more })
}
