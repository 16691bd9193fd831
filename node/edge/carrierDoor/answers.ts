import type { Problem, ProblemCode } from '../../domain/problem/problem'
import type { PublicCode } from '../codes'

/** One answer of the door: JSON, for no cache, and nothing of what was sent but its fields. */
export interface CarrierAnswer {
  readonly status: number
  readonly headers?: Readonly<Record<string, string>>
  readonly body: unknown
}

/** By then VBase may be back; senders that try again do so by themselves. @unit seconds */
const RETRY_AFTER_S = 30

/** Words for who sends parcels, where ours speak of what a person types. */
const DOOR_MESSAGES: Partial<Record<ProblemCode, string>> = {
  TRACKING_EMPTY:
    'Nothing can be read here: it is missing, empty or of another type. Send it as the documentation of this connector shows; in a file, close each quote and give a row no more cells than headings.',
  INVOICE_NOT_NAMED:
    'Nothing says which parcel this is. Name it by its tracking number, by the access key of its invoice, or by issuer, series and number of the invoice.',
}

/** So many show what is wrong; a file of thousands of bad rows is answered in a few KB all the same. */
const MOST_SHOWN = 100

/** It is durable: whatever happens now, it is not lost. */
export function taken(messageId: string, parcels: number, problems: readonly Problem[]) {
  return { status: 200, body: { messageId, parcels, problems: allShown(problems) } }
}

/** It names no parcel: nothing is done, and nothing is wrong with it. */
export const NOTHING_TO_DO: CarrierAnswer = {
  status: 200,
  body: { messageId: null, parcels: 0, problems: [] },
}

/**
 * One answer for a wrong secret, for a connector that is switched off, and for one that there is none of: who guesses
 * learns nothing.
 */
export const UNAUTHENTICATED: CarrierAnswer = {
  status: 401,
  body: { error: { code: 'UNAUTHENTICATED', message: 'Not authenticated.' }, problems: [] },
}

export const METHOD_NOT_ALLOWED: CarrierAnswer = {
  status: 405,
  headers: { Allow: 'POST' },
  body: {
    error: { code: 'METHOD_NOT_ALLOWED', message: 'Send messages with POST.' },
    problems: [],
  },
}

export const TOO_LARGE: CarrierAnswer = refusal(413, {
  code: 'BODY_TOO_LARGE',
  message: 'The body is over 256 KB. Send fewer parcels at a time.',
})

export const NOT_JSON: CarrierAnswer = {
  status: 400,
  body: {
    error: {
      code: 'BODY_NOT_JSON',
      message:
        'The body is not JSON in UTF-8. Send it as the documentation of this connector shows.',
    },
    problems: [],
  },
}

/** What was sent names no parcel that could be read, and why. */
export function unreadable(problems: readonly Problem[]): CarrierAnswer {
  const [first] = problems
  return {
    status: 400,
    body: {
      error: { code: first.code, message: wordsOf(first) },
      problems: allShown(problems),
    },
  }
}

/** Nobody knows whether it is durable. Every sender that tries again may; what came twice is one. */
export function failed(code: PublicCode, message: string): CarrierAnswer {
  return code === 'INTERNAL'
    ? refusal(500, { code, message })
    : refusal(503, { code, message }, { 'Retry-After': String(RETRY_AFTER_S) })
}

function refusal(
  status: number,
  error: { readonly code: PublicCode; readonly message: string },
  headers: Record<string, string> = {}
): CarrierAnswer {
  return { status, headers, body: { error, problems: [] } }
}

function allShown(problems: readonly Problem[]) {
  return problems.slice(0, MOST_SHOWN).map((one) => {
    const { code, field, facts } = one
    return { code, field, message: messageOf(one), facts }
  })
}

function wordsOf(one: Problem): string {
  const { field } = one
  return field.length > 0 ? `${field.join('.')}: ${messageOf(one)}` : messageOf(one)
}

function messageOf({ code, message }: Problem): string {
  return DOOR_MESSAGES[code] ?? message
}
