import type { ProblemCode } from '../problem/problem'

/** For which an order stands in attention; LATE besides, which comes with the clock (orderDocument.ts, `reason`). */
export const ATTENTION_REASONS = [
  'ORDER_STUCK',
  'ORDER_CHANGE_IN_PROGRESS',
  'ORDER_CANCELING',
  'OMS_OUTCOME_UNKNOWN',
  'INVOICE_NOT_SHOWN',
  'WRITE_NOT_SHOWN',
  'XML_REQUIRED',
  'TRACKING_RETURNED',
  'TRACKING_LOST',
  'TRACKING_ATTEMPT_FAILED',
  'TRACKING_PICKUP',
] as const satisfies readonly ProblemCode[]
