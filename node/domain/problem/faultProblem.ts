import type { Fault } from './fault'
import type { Problem } from './problem'
import { problem } from './problems'
import { RIGHT_LABELS, ROLES_WITH_ORDER_RIGHTS, type Right } from './rights'

/** A right that is missing, with its label, its key and the roles that hold it. */
export function missingRight(right: Right): Problem {
  return problem('OMS_FORBIDDEN', {
    facts: { right: `${RIGHT_LABELS[right]} (${right})`, roles: ROLES_WITH_ORDER_RIGHTS },
  })
}

/** A fault that surely changed nothing, as the problem that the caller can act on. The right is the one the call needed. */
export function faultProblem(fault: Fault, right: Right): Problem {
  switch (fault.kind) {
    case 'forbidden':
      return fault.upstream === 'OMS' ? missingRight(right) : unavailable()
    case 'rateLimited':
      return problem('RATE_LIMITED', {
        facts: { retryAfterSeconds: fault.retryAfterSeconds ?? 60 },
      })
    case 'notFound':
    case 'rejected':
      if (fault.upstream !== 'OMS') return unavailable()
      return problem('OMS_REJECTED', {
        facts: {
          status: fault.status,
          omsMessage: fault.upstreamMessage ?? `status ${fault.status ?? 'unknown'}`,
        },
      })
    case 'unreadable':
      return fault.upstream === 'OMS' ? problem('OMS_UNREADABLE') : unavailable()
    default:
      return unavailable()
  }
}

function unavailable(): Problem {
  return problem('OMS_UNAVAILABLE')
}
