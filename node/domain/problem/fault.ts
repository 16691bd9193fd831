/**
 * What went wrong outside, by what it means for the caller.
 * notFound: OMS knows no such thing. forbidden: 403, or the login page instead of JSON. rejected: any other 4xx; nothing changed.
 * rateLimited: 429. unavailable: a read failed, or a write surely never arrived. unknown: a write was sent and no clear
 * answer came (timeout, reset, 5xx, no JSON). unreadable: an answer came and could not be decoded.
 */
export type FaultKind =
  'notFound' | 'forbidden' | 'rejected' | 'rateLimited' | 'unavailable' | 'unknown' | 'unreadable'

export type Upstream =
  'OMS' | 'VBASE' | 'MASTERDATA' | 'EVENTS' | 'SETTINGS' | 'LICENSE_MANAGER' | 'VTEX_ID' | 'CATALOG'

/** An upstream failure without anything of the upstream's request, headers or personal data. */
export class Fault extends Error {
  readonly kind: FaultKind
  readonly upstream: Upstream
  readonly operation: string
  readonly status: number | null
  /** OMS's own words, at most 300 characters, shown to the person who can act on them. */
  readonly upstreamMessage: string | null
  readonly retryAfterSeconds: number | null
  /** True where the request's own time was over: it was not sent, and nothing is tried again. */
  readonly isOutOfTime: boolean

  constructor(fault: {
    kind: FaultKind
    upstream: Upstream
    operation: string
    status?: number | null
    upstreamMessage?: string | null
    retryAfterSeconds?: number | null
    isOutOfTime?: boolean
  }) {
    super(`${fault.upstream} ${fault.operation}: ${fault.kind}`)
    this.kind = fault.kind
    this.upstream = fault.upstream
    this.operation = fault.operation
    this.status = fault.status ?? null
    this.upstreamMessage = fault.upstreamMessage ?? null
    this.retryAfterSeconds = fault.retryAfterSeconds ?? null
    this.isOutOfTime = fault.isOutOfTime ?? false
  }
}

/** Across copies of a module instanceof fails; the shape does not. */
export function isFault(error: unknown): error is Fault {
  return error instanceof Error && 'kind' in error && 'upstream' in error
}

/** True where the same call may be answered the next time: it failed on the way, and there is time left. */
export function mayPass(error: unknown): error is Fault {
  return isFault(error) && error.kind === 'unavailable' && !error.isOutOfTime
}
