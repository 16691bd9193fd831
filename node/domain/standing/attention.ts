import { hangingWrites, writeNotShown } from '../following/hanging'
import { wantsXml } from '../invoice/documentRules'
import type { TrackingIntent } from '../journal/intent'
import { outcomeUnknown } from '../journal/waiting'
import { epochOf, instantAt, type Instant } from '../values/instant'
import type { OrderLedger } from './ledger'
import { invoiceNotShown, isLongAccepted } from './notShown'
import type { ChangeState, Order } from '../order/order'
import type { Problem } from '../problem/problem'
import { problem } from '../problem/problems'
import type { Settings } from '../values/settings'
import {
  CANCELED_STATUSES,
  CANCELLATION_REQUESTED,
  isDelivered,
  isFullyInvoiced,
  outputPackages,
  REPLACED_STATUS,
  type Stage,
} from './stage'

/** Steps that OMS takes by itself within minutes; an order that rests in one of them is stuck (oms §2.7, §8). */
const PASSING_STATUSES = ['order-created', 'start-handling', 'invoice', 'cancel', 'request-cancel']
const STUCK_AFTER_MS = 60 * 60 * 1000

/** What a person should look at, although nobody asked anything of the order. */
export function attentionOf(question: {
  readonly order: Order
  readonly ledger: OrderLedger
  readonly stage: Stage
  readonly changes: ChangeState | null
  readonly settings: Settings
  /** When this app last sent OMS an invoice for the order; null where it never did. */
  readonly invoiceSentAt: Instant | null
  /** Events that were sent; left out: none. */
  readonly tracking?: readonly TrackingIntent[]
  readonly nowMs: number
}): readonly Problem[] {
  const { order, ledger, stage, changes, settings, invoiceSentAt, tracking = [], nowMs } = question
  const found: Problem[] = []
  const since = restsSince(order, invoiceSentAt)
  if (isStuck(order, ledger, nowMs - epochOf(since))) {
    found.push(problem('ORDER_STUCK', { facts: { status: order.status || 'null', since } }))
  }
  if (changes?.inProgress)
    found.push(problem('ORDER_CHANGE_IN_PROGRESS', { facts: { requestId: changes.requestId } }))
  if (
    [CANCELLATION_REQUESTED, 'request-cancel', 'waiting-for-seller-decision'].includes(order.status)
  )
    found.push(
      problem('ORDER_CANCELING', {
        severity: order.status === CANCELLATION_REQUESTED ? 'WARNING' : 'ERROR',
        facts: { status: order.status },
      })
    )
  for (const pending of ledger.pending.filter(({ state }) => state !== 'ACCEPTED'))
    found.push(
      outcomeUnknown(pending, {
        facts: { invoiceNumber: pending.invoiceNumber, type: pending.type },
      })
    )
  // A canceled order takes no invoice any more: nobody waits for it.
  if (!CANCELED_STATUSES.includes(order.status))
    for (const pending of ledger.pending.filter((one) => isLongAccepted(one, nowMs)))
      found.push(invoiceNotShown(pending))
  for (const hanging of hangingWrites(order, ledger, tracking, nowMs))
    // Once an invoice has a code of its own, that says it.
    if (!found.some((one) => one.code === 'INVOICE_NOT_SHOWN' && isOf(one, hanging.invoiceNumber)))
      found.push(writeNotShown(hanging))
  if (lacksXml(order, settings)) found.push(problem('XML_REQUIRED'))
  if (isLate(order, stage, nowMs))
    found.push(problem('LATE', { facts: { estimatedDelivery: order.estimatedDelivery } }))
  return found
}

function isOf({ facts }: Problem, invoiceNumber: string): boolean {
  return facts.some(({ name, value }) => name === 'invoiceNumber' && value === invoiceNumber)
}

/** OMS has an invoice to work on from the moment it was sent, long before the order shows a change. */
function restsSince(order: Order, invoiceSentAt: Instant | null): Instant {
  const changed = order.lastChange ?? order.creationDate
  return invoiceSentAt && epochOf(invoiceSentAt) > epochOf(changed) ? invoiceSentAt : changed
}

function isStuck(order: Order, ledger: OrderLedger, restsForMs: number): boolean {
  if (order.workflowIsInError) return true
  if (restsForMs < STUCK_AFTER_MS) return false
  if (PASSING_STATUSES.includes(order.status)) return true
  if (['invoiced', REPLACED_STATUS, ...CANCELED_STATUSES].includes(order.status)) return false
  // OMS took an invoice and does not show it.
  if (ledger.pending.some(({ state }) => state === 'ACCEPTED')) return true
  // Its invoices reach the value, yet OMS has not moved it (oms §8, orders-that-fail-to-reach-the-invoiced-status).
  // One without an answer may never have come: that is told as what it is.
  return ledger.pending.length === 0 && isFullyInvoiced(order, ledger)
}

function lacksXml(order: Order, settings: Settings): boolean {
  if (!wantsXml(order, settings.xmlRequired) || CANCELED_STATUSES.includes(order.status))
    return false
  return outputPackages(order.packages).some(({ embeddedInvoice }) => !embeddedInvoice)
}

function isLate(order: Order, stage: Stage, nowMs: number): boolean {
  if (order.estimatedDelivery === null || ['DELIVERED', 'CANCELED'].includes(stage)) return false
  if (order.status === REPLACED_STATUS) return false
  const outputs = outputPackages(order.packages)
  const arrived = order.status === 'invoiced' && outputs.length > 0 && outputs.every(isDelivered)
  return !arrived && epochOf(order.estimatedDelivery) < nowMs
}

/** The start of a look-back of whole days. */
export function daysBefore(nowMs: number, days: number): ReturnType<typeof instantAt> {
  return instantAt(nowMs - days * 24 * 60 * 60 * 1000)
}
