import { missingRight } from '../problem/faultProblem'
import { isSafeInvoiceNumber, suggestInvoiceNumber } from '../package/invoiceNumber'
import { invoiceStateProblems, stateForbids } from './invoiceState'
import type { OrderLedger } from './ledger'
import type { ChangeState, Order, Package } from '../order/order'
import type { Problem } from '../problem/problem'
import { problem } from '../problem/problems'
import type { Right } from '../problem/rights'
import { outputPackages, type OrderAction, type Stage } from './stage'

export const ORDER_ACTIONS: readonly OrderAction[] = [
  'START_HANDLING',
  'NOTIFY_INVOICE',
  'NOTIFY_RETURN',
  'UPDATE_PARTIAL_INVOICE',
  'UPDATE_TRACKING_STATUS',
]

/** The rights that OMS and License Manager ask for (design §2.5). */
export const RIGHTS_OF_ACTION: Readonly<Record<OrderAction, readonly Right[]>> = {
  START_HANDLING: ['WorkflowAction'],
  NOTIFY_INVOICE: ['ShippingAction'],
  NOTIFY_RETURN: ['ShippingAction', 'RefundAction'],
  UPDATE_PARTIAL_INVOICE: ['ShippingAction'],
  UPDATE_TRACKING_STATUS: ['ShippingAction'],
}

export interface BlockedAction {
  readonly action: OrderAction
  readonly problem: Problem
}

/** Every action is either allowed or blocked, and a blocked one says why: by the order first, then by the caller's rights. */
export function judgeActions(question: {
  readonly order: Order
  readonly ledger: OrderLedger
  readonly stage: Stage
  readonly changes: ChangeState | null
  readonly rights: ReadonlySet<Right>
}): { readonly allowed: readonly OrderAction[]; readonly blocked: readonly BlockedAction[] } {
  const blocked: BlockedAction[] = []
  const allowed = ORDER_ACTIONS.filter((action) => {
    const missing = RIGHTS_OF_ACTION[action].find((right) => !question.rights.has(right))
    const found = stateProblem(action, question) ?? (missing ? missingRight(missing) : null)
    if (found) blocked.push({ action, problem: found })
    return found === null
  })
  return { allowed, blocked }
}

function stateProblem(
  action: OrderAction,
  question: Parameters<typeof judgeActions>[0]
): Problem | null {
  const { order, ledger, stage, changes } = question
  switch (action) {
    case 'START_HANDLING':
      return handlingProblem(order)
    case 'NOTIFY_INVOICE': {
      const [stopped] = invoiceStateProblems(order, ledger, 'OUTPUT', changes, false).filter(
        ({ severity }) => severity === 'ERROR'
      )
      const isOpen = ['TO_HANDLE', 'TO_INVOICE', 'PARTIALLY_INVOICED'].includes(stage)
      return stopped ?? (isOpen ? null : stateForbids(order, action))
    }
    case 'NOTIFY_RETURN':
      return (
        invoiceStateProblems(order, ledger, 'INPUT', changes, false).find(
          ({ severity }) => severity === 'ERROR'
        ) ?? null
      )
    default:
      return trackingProblem(order, action)
  }
}

/** OMS starts handling out of ready-for-handling only (oms §1.5 OMS003). */
export function handlingProblem(order: Order): Problem | null {
  if (order.status !== 'ready-for-handling') return stateForbids(order, 'START_HANDLING')
  return order.isComplete ? null : problem('ORDER_INCOMPLETE')
}

function trackingProblem(order: Order, action: OrderAction): Problem | null {
  const outputs = outputPackages(order.packages)
  if (outputs.some(({ invoiceNumber }) => isSafeInvoiceNumber(invoiceNumber))) return null
  if (outputs.length === 0) return stateForbids(order, action)
  const suggestion = suggestInvoiceNumber(outputs[0].invoiceNumber)
  return problem('INVOICE_NUMBER_UNSAFE', { field: ['invoiceNumber'], facts: { suggestion } })
}

/** What may be done now with one package, given what may be done with its order. */
export function packageActions(
  view: {
    readonly allowedActions: readonly OrderAction[]
    readonly order: { readonly packages: readonly Package[] }
  },
  of: Package
): readonly OrderAction[] {
  // A package that OMS does not show yet cannot be found by its number there.
  const isStored = view.order.packages.some(
    ({ invoiceNumber, type }) => invoiceNumber === of.invoiceNumber && type === of.type
  )
  if (!isStored || of.type !== 'OUTPUT' || !isSafeInvoiceNumber(of.invoiceNumber)) return []
  const possible: readonly OrderAction[] = of.trackingNumber
    ? ['UPDATE_PARTIAL_INVOICE', 'UPDATE_TRACKING_STATUS']
    : ['UPDATE_PARTIAL_INVOICE']
  return possible.filter((action) => view.allowedActions.includes(action))
}
