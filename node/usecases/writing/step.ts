import type { JournalEvent } from '../../domain/journal/event'
import { outcomeUnknown, type WrittenSend } from '../../domain/journal/waiting'
import type { ChangeState, InvoiceType, Order, Package, Receipt } from '../../domain/order/order'
import type { Problem } from '../../domain/problem/problem'
import { problem } from '../../domain/problem/problems'
import { instantAt, type Instant } from '../../domain/values/instant'
import type { HeldClaim, Journal, Operation, Outcome, Ports } from '../ports'

/** One call of a caller about one order, whatever it writes. */
export interface Call {
  readonly orderId: string
  /** When the call came in. */
  readonly startedAt: number
}

/** What is being written, for claim, activity, note and log. */
export interface Flow extends Call {
  readonly operation: Operation
  /** VTEX's name of the flow in logs. */
  readonly name: string
  readonly invoiceNumber: string | null
  /** Of an invoice: a sale or a return. */
  readonly type?: InvoiceType
}

/** What a decision stands on. */
export interface OpenedOrder {
  readonly order: Order
  /** Read before the order: what was dropped from it because OMS showed it is in that order. */
  readonly journal: Journal
}

/** One write of a call: first judged, without writing anything anywhere, then sent under the call's claim. */
export interface Step {
  readonly flow: Flow
  /** Reads beside the opening of the order what it needs besides. */
  readonly prepare?: (ports: Ports) => Promise<unknown>
  /** `before`: how the step before it ended, null for the first one. */
  readonly judge: (ports: Ports, opened: OpenedOrder, before: Attempt | null) => Promise<Judged>
}

export type Judged = Ended | ToSend

/** Nothing goes out. */
export interface Ended {
  readonly ended: Attempt
  /** What a call writes all the same, outside OMS and the journal; a rehearsal leaves it. */
  readonly besides?: () => Promise<void>
}

export interface ToSend {
  /** Of the invoice that it is about; null where it is about none. */
  readonly invoiceNumber: string | null
  readonly send: (claim: HeldClaim) => Promise<Decided>
  /** As it will be once OMS has applied it: what comes after is rehearsed on this. Null where nothing can. */
  readonly leaves: (() => OpenedOrder) | null
}

/** How a write ended, with what was seen on the way. */
export interface Attempt {
  readonly outcome: Outcome
  readonly receipt?: Receipt | null
  readonly problems?: readonly Problem[]
  /** The last order read; null where there is none to show. */
  readonly order: Order | null
  readonly journal?: Journal
  readonly changes?: ChangeState | null
  readonly invoiceNumber?: string | null
  /** The invoice as far as OMS does not show it. */
  readonly invoice?: Package | null
  readonly summary?: string
  /** Of the activity that was begun before the send, where anything went out. */
  readonly entryId?: string
  /** True where the step before it has told all of it. */
  readonly isToldBefore?: boolean
  /** What the journal is told together with the activity. */
  readonly events?: readonly JournalEvent[]
  /** Says how it really ended, by reading back; of a call's last step it runs after the claim is released. */
  readonly follow?: () => Promise<Attempt>
}

/** A step with how it ended. */
export interface StepEnd {
  readonly flow: Flow
  readonly attempt: Attempt
}

/** What was decided stands on a journal that is not the newest any more: nothing was sent, decide again. */
export const DECIDE_AGAIN = 'DECIDE_AGAIN'
export type Decided = Attempt | typeof DECIDE_AGAIN

export function refuse(order: Order | null, ...problems: readonly Problem[]): Attempt {
  return { outcome: 'REFUSED', order, problems }
}

/** Somebody else holds the order, or has written it too often meanwhile. */
export function inProgress(order: Order | null, since: Instant): Attempt {
  return refuse(order, problem('IN_PROGRESS', { facts: { since } }))
}

/** It went out, or somebody may send it along, and nobody can say what comes of it. */
export function unknownSince(
  send: WrittenSend,
  attempt: Omit<Attempt, 'outcome' | 'problems'>
): Attempt {
  return { ...attempt, problems: [outcomeUnknown(send)], outcome: 'UNKNOWN' }
}

export function orderNotFound(orderId: string): Attempt {
  return refuse(null, problem('ORDER_NOT_FOUND', { facts: { orderId } }))
}

/** True where what was to come after it must not go out any more. */
export function stopsOthers({ outcome, follow }: Attempt): boolean {
  return !follow && ['REFUSED', 'FAILED', 'UNKNOWN'].includes(outcome)
}

export function nowOf(ports: Ports): Instant {
  return instantAt(ports.clock.now())
}
