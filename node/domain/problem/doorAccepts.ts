import type { ProblemCode } from './problem'

/**
 * Warnings that a client which cannot be asked takes by itself: what is legal, usual among ERPs, and can be put right by
 * another call. Never what refunds money, replaces an invoice or puts one document on two orders (doors §1).
 */
export const DOOR_ACCEPTS: readonly ProblemCode[] = [
  'VALUE_NOT_ITEMS',
  'VALUE_LEAVES_REMAINDER',
  'XML_REQUIRED',
  'TRACKING_REPLACES',
]
