import { Fault, isFault, type FaultKind, type Upstream } from '../../domain/problem/fault'

/** HTTP status of a failed call; null where no answer came. */
export function statusOf(error: unknown): number | null {
  const response = (error as { response?: { status?: unknown } } | null)?.response
  return typeof response?.status === 'number' ? response.status : null
}

/** What a failed call to the platform (not to OMS) means; nothing of its request or answer is kept. */
export function upstreamFault(error: unknown, upstream: Upstream, operation: string): Fault {
  if (isFault(error)) return error
  const status = statusOf(error)
  return new Fault({ kind: kindOf(status), upstream, operation, status })
}

function kindOf(status: number | null): FaultKind {
  if (status === null || status >= 500) return 'unavailable'
  if (status === 404) return 'notFound'
  if (status === 429) return 'rateLimited'
  return status === 401 || status === 403 ? 'forbidden' : 'rejected'
}
