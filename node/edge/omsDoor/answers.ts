import { blocking } from '../../domain/problem/problems'
import { packageVersion } from '../../domain/package/packageVersion'
import type { Package } from '../../domain/order/order'
import type { Problem, ProblemCode } from '../../domain/problem/problem'
import { instantAt } from '../../domain/values/instant'
import type { WriteResult } from '../../usecases/commands'
import type { Outcome } from '../../usecases/ports'
import type { PublicCode } from '../codes'
import type { PublicError } from '../publicError'

/** One answer of the door, in OMS's own shapes (doors §1). */
export interface DoorAnswer {
  readonly status: number
  readonly outcome: Outcome
  readonly headers?: Readonly<Record<string, string>>
  /** Null: there is none, not even an empty one. */
  readonly body: unknown
}

/** What a problem of the body's own shape is called at this door. */
interface DoorProblem extends Omit<Problem, 'code'> {
  readonly code: ProblemCode | PublicCode
}

/** Another call holds the order for a second or two; a claim of a dead one ends by itself. @unit seconds */
const RETRY_SOON_S = 5
const RETRY_LATER_S = 30

/** Of what nothing was sent for. What is not named here is a mistake in what was given. */
const STATUS: Partial<Record<ProblemCode | PublicCode, number>> = {
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  OMS_FORBIDDEN: 403,
  ORDER_NOT_FOUND: 404,
  INVOICE_NOT_FOUND: 404,
  METHOD_NOT_ALLOWED: 405,
  INVOICE_EXISTS: 409,
  INVOICE_AMBIGUOUS: 409,
  INVOICE_NOT_SHOWN: 409,
  IN_PROGRESS: 409,
  ORDER_STATE_FORBIDS: 409,
  ORDER_CHANGE_IN_PROGRESS: 409,
  ORDER_INCOMPLETE: 409,
  ORDER_CANCELING: 409,
  DELIVERED_ALREADY: 409,
  TRACKING_NUMBER_MISSING: 409,
  INVOICE_CHANGED: 412,
  BODY_TOO_LARGE: 413,
  RATE_LIMITED: 429,
  INTERNAL: 500,
  APP_NOT_ALLOWED: 502,
  OMS_UNREADABLE: 502,
  OMS_UNAVAILABLE: 503,
  IDENTITY_UNAVAILABLE: 503,
  STORAGE_UNAVAILABLE: 503,
  SETTINGS_UNAVAILABLE: 503,
}

/** Words for a client of OMS, where ours speak of GraphQL's arguments. */
const DOOR_MESSAGES: Partial<Record<ProblemCode, string>> = {
  INVOICE_EXISTS:
    'The order has this invoice number with other content. Compare the differences; keep it, or send again with its version (the ETag of GET) in If-Match to replace it.',
  INVOICE_CHANGED:
    'The invoice is no longer the version that If-Match names. Read it again, compare, and name the version that it has now.',
  TRACKING_NUMBER_MISSING:
    'The invoice has no tracking number yet. Add it first, with PATCH at the address of the invoice.',
}

/**
 * How a write ended, as OMS would have said it.
 * @param orderId as the caller named it
 * @param accepted the warnings that were taken in this call
 * @param nowMs when the call was received. @unit epoch milliseconds
 */
export function answerOfWrite(
  result: WriteResult,
  orderId: string,
  accepted: readonly ProblemCode[],
  nowMs: number
): DoorAnswer {
  const { outcome, receipt, invoice } = result
  const problems = result.problems.map((found) => doorProblem(found, accepted))
  const etag = invoice && { ETag: etagOf(invoice) }
  switch (outcome) {
    case 'APPLIED':
    case 'ACCEPTED':
    case 'ALREADY_APPLIED':
      return {
        outcome,
        status: 200,
        headers: { ...etag },
        // Texts, never null: VTEX's description of OMS requires each of them, and a client made from it reads no null.
        body: {
          date: receipt?.date ?? instantAt(nowMs),
          orderId: receipt?.orderId ?? orderId,
          receipt: receipt?.receipt ?? '',
          ...(problems.length > 0 ? { problems } : {}),
        },
      }
    case 'UNKNOWN':
      return {
        outcome,
        status: 202,
        body: {
          orderId,
          date: null,
          receipt: null,
          message:
            'OMS gave no clear answer. Send the same again, with the same invoice number, never with another: what arrived is not sent twice.',
          problems,
        },
      }
    default:
      return refusal(outcome, problems)
  }
}

/** How start handling ended: what is done has no body at OMS, and any other status means there that it is not (oms §2.8). */
export function answerOfHandling(result: WriteResult, orderId: string, nowMs: number): DoorAnswer {
  const answer = answerOfWrite(result, orderId, [], nowMs)
  return answer.status === 200 ? { ...answer, status: 204, body: null } : answer
}

/** What was given cannot be read. Nothing was sent. */
export function wrongTypes(
  wrong: readonly { readonly field: readonly string[]; readonly wanted: string }[]
): DoorAnswer {
  return refusal(
    'REFUSED',
    wrong.map(({ field, wanted }) => ({
      field,
      code: 'BODY_INVALID',
      severity: 'ERROR',
      message: `${field.join('.') || 'The body'} has to be ${wanted}.`,
      facts: [],
      differences: [],
    }))
  )
}

/** An error that no result tells of; its words are public already. */
export function answerOfError({ extensions: { code }, message }: PublicError): DoorAnswer {
  return refusal('REFUSED', [
    { code, message, severity: 'ERROR', field: [], facts: [], differences: [] },
  ])
}

export function etagOf(stored: Package): string {
  return `"${packageVersion(stored)}"`
}

function refusal(outcome: Outcome, problems: readonly DoorProblem[]): DoorAnswer {
  const first = problems.find(({ severity }) => severity === 'ERROR') ?? problems[0]
  const status = statusOf(outcome, first)
  const wait = waitOf(first, status)
  return {
    outcome,
    status,
    headers: wait === null ? {} : { 'Retry-After': String(wait) },
    body: {
      error: { code: first.code, message: first.message, exception: null },
      problems,
    },
  }
}

/** What OMS itself refused bears OMS's own status. */
function statusOf(outcome: Outcome, { code, severity, facts }: DoorProblem): number {
  const told = Number(facts.find(({ name }) => name === 'status')?.value)
  if (outcome === 'FAILED' && told >= 400 && told <= 599) return told
  // Nothing is wrong with what was given: it waits for a yes.
  return STATUS[code] ?? (severity === 'WARNING' ? 409 : 400)
}

function waitOf({ code, facts }: DoorProblem, status: number): number | null {
  if (code === 'RATE_LIMITED')
    return Number(facts.find(({ name }) => name === 'retryAfterSeconds')?.value) || 60
  if (code === 'IN_PROGRESS') return RETRY_SOON_S
  return status === 503 ? RETRY_LATER_S : null
}

function doorProblem(found: Problem, accepted: readonly ProblemCode[]): DoorProblem {
  const words = DOOR_MESSAGES[found.code] ?? found.message
  const [first, ...rest] = found.field
  return {
    ...found,
    // Our arguments are the body itself here.
    field: ARGUMENTS.includes(first) ? rest : found.field,
    message: isToAccept(found, accepted) ? `${words} To accept it: ?accept=${found.code}` : words,
  }
}

const ARGUMENTS: readonly (string | undefined)[] = ['invoice', 'tracking', 'status']

function isToAccept(found: Problem, accepted: readonly ProblemCode[]): boolean {
  return found.severity === 'WARNING' && blocking([found], accepted).length > 0
}
