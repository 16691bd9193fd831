import { QueryRefused } from '../domain/problem/problems'
import { isFault } from '../domain/problem/fault'
import { codeOf, messageOf } from './codes'
import type { Context } from './context'
import { PublicError } from './publicError'

/** The one exit of errors: what is known leaves with its code, the rest is logged with its cause and masked. */
export function exposed(error: unknown, field: string, ctx: Context): PublicError {
  const { requestId, logger } = ctx.vtex
  if (error instanceof PublicError) {
    return new PublicError(error.extensions.code, error.message, requestId)
  }
  if (error instanceof QueryRefused) {
    const { code, message, field } = error.problem
    return new PublicError(code, message, requestId, field)
  }
  const code = codeOf(error)
  if (isFault(error)) {
    logger.warn({
      flow: field,
      code,
      upstream: error.upstream,
      operation: error.operation,
      status: error.status,
      requestId,
    })
  } else {
    logger.error({ flow: field, code, requestId, cause: describe(error) })
  }
  return new PublicError(code, messageOf(error), requestId)
}

// An upstream client's error carries the request with its token: of those only name, message and status are told.
function describe(error: unknown): string {
  if (!(error instanceof Error)) return `thrown: ${typeof error}`
  return 'config' in error || 'response' in error
    ? `${error.name}: ${error.message}`
    : (error.stack ?? `${error.name}: ${error.message}`)
}
