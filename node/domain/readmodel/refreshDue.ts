import type { ProblemCode } from '../problem/problem'
import type { Stage } from '../standing/stage'
import { epochOf, instantAt, type Instant } from '../values/instant'

const HOUR_MS = 60 * 60 * 1000
const DAY_MS = 24 * HOUR_MS

/** The longest that an open order goes unread: how fresh every document is (contract, ReadModel.asOf). */
export const LONGEST_UNREAD_MS = 6 * HOUR_MS

/** How long after it was read an order is read again: what moves by events rarely, what carriers move often. */
const UNREAD_MS: Readonly<Record<Stage, number>> = {
  NOT_READY: LONGEST_UNREAD_MS,
  TO_HANDLE: LONGEST_UNREAD_MS,
  TO_INVOICE: LONGEST_UNREAD_MS,
  PARTIALLY_INVOICED: LONGEST_UNREAD_MS,
  TO_SHIP: 2 * HOUR_MS,
  IN_TRANSIT: 5 * HOUR_MS,
  DELIVERED: LONGEST_UNREAD_MS,
  CANCELED: LONGEST_UNREAD_MS,
}
/** Where a person waits for it: near the promised day, or in need of attention. */
const URGENT_MS = HOUR_MS

/** What is over changes rarely: a delivery taken back, goods that come back. */
const CLOSED_MS = DAY_MS

/** What decides when an order is read again: as its document has it. */
export interface RestingOrder {
  readonly stage: Stage
  readonly closed: Instant | null
  readonly reason: ProblemCode | null
  readonly promise: Instant | null
  readonly readAt: Instant
}

/** @source masterdata §2 */
export function refreshDue(
  { stage, closed, reason, promise, readAt }: RestingOrder,
  keepClosedDays: number
): Instant {
  if (closed !== null) {
    const isOver = epochOf(closed) + keepClosedDays * DAY_MS
    return instantAt(Math.min(isOver, epochOf(readAt) + CLOSED_MS))
  }
  const isUrgent = reason !== null || isNear(promise, readAt)
  return instantAt(epochOf(readAt) + (isUrgent ? URGENT_MS : UNREAD_MS[stage]))
}

/** A day before it and a day after: what is late for longer than that has had its hours. */
function isNear(promise: Instant | null, readAt: Instant): boolean {
  return promise !== null && Math.abs(epochOf(promise) - epochOf(readAt)) <= DAY_MS
}
