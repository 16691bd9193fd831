import { isFault, type Fault, type FaultKind, type Upstream } from '../domain/problem/fault'
import type { ProblemCode } from '../domain/problem/problem'
import {
  PRODUCT_OF_RIGHT,
  RIGHT_LABELS,
  ROLES_WITH_ORDER_RIGHTS,
  type Right,
} from '../domain/problem/rights'

/** What callers find in extensions.code: the contract's problem codes, and what only a thrown error can be. */
export type PublicCode =
  | ProblemCode
  | 'UNAUTHENTICATED'
  | 'FORBIDDEN'
  | 'MUTATION_OVER_GET'
  | 'MUTATION_NOT_JSON'
  | 'TOO_MANY_FIELDS'
  | 'METHOD_NOT_ALLOWED'
  | 'BODY_NOT_JSON'
  | 'BODY_INVALID'
  | 'BODY_TOO_LARGE'
  | 'IDENTITY_UNAVAILABLE'
  | 'STORAGE_UNAVAILABLE'
  | 'MASTERDATA_UNAVAILABLE'
  | 'SETTINGS_UNAVAILABLE'
  | 'APP_NOT_ALLOWED'
  | 'INTERNAL'

const OMS_CODES: Record<FaultKind, PublicCode> = {
  notFound: 'ORDER_NOT_FOUND',
  forbidden: 'OMS_FORBIDDEN',
  rejected: 'OMS_REJECTED',
  rateLimited: 'RATE_LIMITED',
  unavailable: 'OMS_UNAVAILABLE',
  unknown: 'OMS_OUTCOME_UNKNOWN',
  unreadable: 'OMS_UNREADABLE',
}

const OMS_MESSAGES: Record<FaultKind, (fault: Fault) => string> = {
  notFound: () => 'OMS knows no such order.',
  forbidden: () =>
    `OMS answered 403. The caller needs "${RIGHT_LABELS.OMSViewer}" (OMSViewer), and to list "${RIGHT_LABELS.ListOrders}" ` +
    `(ListOrders); roles that hold both: ${ROLES_WITH_ORDER_RIGHTS.join(', ')}.`,
  rejected: (fault) =>
    `OMS refused the call${fault.status === null ? '' : ` with ${fault.status}`}${fault.upstreamMessage === null ? '.' : `: ${fault.upstreamMessage}`}`,
  rateLimited: (fault) =>
    fault.retryAfterSeconds === null
      ? 'OMS has too many calls from this account: wait a minute.'
      : `OMS has too many calls from this account: wait ${fault.retryAfterSeconds} seconds.`,
  unavailable: () => 'OMS did not answer: try again.',
  unknown: () => 'OMS gave no clear answer: look at the order before sending again.',
  unreadable: () => 'OMS answered with something that is no order this app can read.',
}

type EdgeCode = Exclude<PublicCode, ProblemCode | 'FORBIDDEN' | 'TOO_MANY_FIELDS' | 'BODY_INVALID'>

const EDGE_MESSAGES: Record<EdgeCode, string> = {
  UNAUTHENTICATED:
    'Sign in first: cookie or header VtexIdclientAutCookie with a valid token of this account.',
  MUTATION_OVER_GET: 'Send mutations with POST.',
  MUTATION_NOT_JSON: 'Send mutations with the header content-type: application/json.',
  METHOD_NOT_ALLOWED: 'This address does not take that method; Allow names those it takes.',
  BODY_NOT_JSON: 'The body is not JSON in UTF-8. Send it as the Orders API of VTEX takes it.',
  BODY_TOO_LARGE: 'The body is over 3 MB. Send the invoice without its XML.',
  IDENTITY_UNAVAILABLE:
    'VTEX ID and License Manager did not say who the caller is and what they may do: try again.',
  STORAGE_UNAVAILABLE: "VTEX's storage (VBase) did not answer as expected: try again.",
  MASTERDATA_UNAVAILABLE: "VTEX's Master Data did not answer as expected: try again.",
  SETTINGS_UNAVAILABLE: "The app's settings could not be reached: try again.",
  APP_NOT_ALLOWED:
    "VTEX refused a call of the app itself (403): its policies or outbound-access entries do not cover it. Tell the app's administrator.",
  INTERNAL: 'Something went wrong inside the app. The request id finds it in the logs.',
}

/** English words of a code that needs no facts. */
export function messageOfCode(code: EdgeCode): string {
  return EDGE_MESSAGES[code]
}

/** More root fields than one request may ask for. */
export function messageOfTooMany(count: number, most: number): string {
  return `One request may ask for ${most} fields of Query or Mutation; this one asks for ${count}, and nothing of it was run. Send several requests.`
}

/** A right that is missing, and for those of orders the roles that hold it. */
export function messageOfMissing(right: Right): string {
  const lacking = `The caller lacks the right "${RIGHT_LABELS[right]}" (${right}) in License Manager.`
  return PRODUCT_OF_RIGHT[right] === ORDERS
    ? `${lacking} Roles that hold it: ${ROLES_WITH_ORDER_RIGHTS.join(', ')}.`
    : lacking
}

const ORDERS = '19'

const PLATFORM_CODES: Record<Exclude<Upstream, 'OMS'>, EdgeCode> = {
  VBASE: 'STORAGE_UNAVAILABLE',
  MASTERDATA: 'MASTERDATA_UNAVAILABLE',
  // Never leaves the app: an event that was not sent is as one that was lost.
  EVENTS: 'INTERNAL',
  SETTINGS: 'SETTINGS_UNAVAILABLE',
  LICENSE_MANAGER: 'IDENTITY_UNAVAILABLE',
  VTEX_ID: 'IDENTITY_UNAVAILABLE',
  // Never leaves the app: an order is shown without the catalog.
  CATALOG: 'INTERNAL',
}

// Trying again helps against an outage, not against a policy that is missing.
function platformCode(upstream: Exclude<Upstream, 'OMS'>, kind: FaultKind): EdgeCode {
  return kind === 'forbidden' ? 'APP_NOT_ALLOWED' : PLATFORM_CODES[upstream]
}

/** The code of a failure; anything unknown is INTERNAL. */
export function codeOf(error: unknown): PublicCode {
  if (!isFault(error)) return 'INTERNAL'
  if (error.upstream === 'OMS') return OMS_CODES[error.kind]
  return platformCode(error.upstream, error.kind)
}

/** English, with the remedy; of an unknown error nothing. */
export function messageOf(error: unknown): string {
  if (!isFault(error)) return EDGE_MESSAGES.INTERNAL
  return error.upstream === 'OMS'
    ? OMS_MESSAGES[error.kind](error)
    : EDGE_MESSAGES[platformCode(error.upstream, error.kind)]
}
