import { isFault, type Fault, type FaultKind, type Upstream } from '../domain/fault'
import type { ProblemCode } from '../domain/problem'
import { RIGHT_LABELS, ROLES_WITH_ORDER_RIGHTS } from '../domain/rights'

/** What callers find in extensions.code: the contract's problem codes, and what only a thrown error can be. */
export type PublicCode =
  | ProblemCode
  | 'UNAUTHENTICATED'
  | 'FORBIDDEN'
  | 'MUTATION_OVER_GET'
  | 'OMS_UNREADABLE'
  | 'IDENTITY_UNAVAILABLE'
  | 'STORAGE_UNAVAILABLE'
  | 'SETTINGS_UNAVAILABLE'
  | 'INTERNAL'

type Codes = Record<FaultKind, PublicCode>

const everyKind = (code: PublicCode): Codes => ({
  notFound: code,
  forbidden: code,
  rejected: code,
  rateLimited: code,
  unavailable: code,
  unknown: code,
  unreadable: code,
})

const CODES: Record<Upstream, Codes> = {
  OMS: {
    notFound: 'ORDER_NOT_FOUND',
    forbidden: 'OMS_FORBIDDEN',
    rejected: 'OMS_REJECTED',
    rateLimited: 'RATE_LIMITED',
    unavailable: 'OMS_UNAVAILABLE',
    unknown: 'OMS_OUTCOME_UNKNOWN',
    unreadable: 'OMS_UNREADABLE',
  },
  VBASE: everyKind('STORAGE_UNAVAILABLE'),
  SETTINGS: everyKind('SETTINGS_UNAVAILABLE'),
  LICENSE_MANAGER: everyKind('IDENTITY_UNAVAILABLE'),
  VTEX_ID: everyKind('IDENTITY_UNAVAILABLE'),
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

const PLATFORM_MESSAGES: Record<Exclude<Upstream, 'OMS'>, string> = {
  VBASE: "VTEX's storage (VBase) did not answer as expected: try again.",
  SETTINGS: "The app's settings could not be reached: try again.",
  LICENSE_MANAGER: 'License Manager did not say what the caller may do: try again.',
  VTEX_ID: 'VTEX ID did not say who the caller is: try again.',
}

/** The code of a failure; anything unknown is INTERNAL. */
export function codeOf(error: unknown): PublicCode {
  return isFault(error) ? CODES[error.upstream][error.kind] : 'INTERNAL'
}

/** English, with the remedy; of an unknown error nothing. */
export function messageOf(error: unknown): string {
  if (!isFault(error))
    return 'Something went wrong inside the app. The request id finds it in the logs.'
  return error.upstream === 'OMS'
    ? OMS_MESSAGES[error.kind](error)
    : PLATFORM_MESSAGES[error.upstream]
}
