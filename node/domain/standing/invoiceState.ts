import type { OrderLedger } from './ledger'
import type { ChangeState, InvoiceType, Order } from '../order/order'
import type { Problem } from '../problem/problem'
import { problem } from '../problem/problems'
import {
  CANCELLATION_REQUESTED,
  isFullyInvoiced,
  REPLACED_STATUS,
  TO_HANDLE_STATUSES,
  TO_INVOICE_STATUSES,
} from './stage'

/** A cancellation that runs: an invoice now can wedge the marketplace's order (oms §8, cancel × invoice race). */
const CANCELING_STATUSES = ['request-cancel', 'waiting-for-seller-decision', 'cancel']

/** Where no change can run any more (oms §2.7). */
const OVER_STATUSES = ['invoice', 'invoiced', 'cancel', 'canceled', 'replaced']

/** How long after its last change an order is asked for a change that it does not carry yet (design §2.1). */
export const CHANGE_SUSPECTED_MS = 10 * 60 * 1000

/** Whether GET …/changes has to be asked before an invoice is judged. */
export function mayBeChanging(order: Order, nowMs: number): boolean {
  return order.carriesChanges || changedLately(order, nowMs)
}

/**
 * Whether a queue's row is worth that question: only where the order itself tells of a change that nothing says is
 * over. Whether one runs behind an earlier one that is, only the order's page asks later on.
 */
export function seemsChanging(order: Order, nowMs: number): boolean {
  if (!order.carriesChanges || OVER_STATUSES.includes(order.status)) return false
  return !order.showsFinishedChange || changedLately(order, nowMs)
}

function changedLately({ lastChange }: Order, nowMs: number): boolean {
  return lastChange !== null && nowMs - Date.parse(lastChange) < CHANGE_SUSPECTED_MS
}

/**
 * What in the order's own state stands against an invoice. A replacing call is judged as well in `invoiced`, where
 * only a new number is refused (design §2.2).
 */
export function invoiceStateProblems(
  order: Order,
  ledger: OrderLedger,
  type: InvoiceType,
  changes: ChangeState | null,
  replaces: boolean
): readonly Problem[] {
  if (!order.isComplete) return [problem('ORDER_INCOMPLETE')]
  if (CANCELING_STATUSES.includes(order.status))
    return [problem('ORDER_CANCELING', { facts: { status: order.status } })]
  const forbidden =
    type === 'OUTPUT' ? outputProblem(order, ledger, replaces) : inputProblem(order, ledger)
  if (forbidden) return [forbidden]
  if (changes?.inProgress)
    return [problem('ORDER_CHANGE_IN_PROGRESS', { facts: { requestId: changes.requestId } })]
  if (order.status === CANCELLATION_REQUESTED && type === 'OUTPUT')
    return [problem('ORDER_CANCELING', { severity: 'WARNING', facts: { status: order.status } })]
  return []
}

function outputProblem(order: Order, ledger: OrderLedger, replaces: boolean): Problem | null {
  if (canTakeOutput(order, ledger)) return null
  if (replaces && ['invoice', 'invoiced', 'payment-approved'].includes(order.status)) return null
  return stateForbids(order, 'NOTIFY_INVOICE')
}

function canTakeOutput(order: Order, ledger: OrderLedger): boolean {
  const { status } = order
  if (['invoiced', 'canceled', REPLACED_STATUS].includes(status)) return false
  if ([...TO_HANDLE_STATUSES, ...TO_INVOICE_STATUSES].includes(status)) return true
  // After a partial invoice the order goes back to wherever it waits for the rest (oms §2.7). Whether OMS takes the rest
  // in `invoice`, where only a change of its value can bring such an order, no text says: OMS judges.
  return ledger.invoicedValue > 0 && ledger.invoicedValue < order.value
}

function inputProblem(order: Order, ledger: OrderLedger): Problem | null {
  if (order.status === 'invoiced') return null
  if (order.status === 'canceled') return stateForbids(order, 'NOTIFY_RETURN')
  // A sum that OMS has not turned into its own `invoiced` yet brings no refund (oms §7).
  return problem('RETURN_BEFORE_INVOICED', {
    facts: {
      status: order.status || 'null',
      fullyInvoiced: isFullyInvoiced(order, ledger) ? 'true' : 'false',
    },
  })
}

export function stateForbids(order: Order, operation: string): Problem {
  return problem('ORDER_STATE_FORBIDS', { facts: { status: order.status || 'null', operation } })
}
