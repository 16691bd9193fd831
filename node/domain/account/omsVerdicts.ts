import { RIGHT_LABELS, ROLES_WITH_ORDER_RIGHTS, type Right } from '../problem/rights'
import type { Fault } from '../problem/fault'
import { failed, passed, unproven, verdictOfFault, type Verdict } from './check'

/** Rights of orders that a person who works with the app needs, and what fails without each. */
const NEEDED = {
  OMSViewer: 'no order can be opened',
  ListOrders: 'no queue can be shown',
  WorkflowAction: 'handling cannot be started',
  ShippingAction: 'no invoice and no tracking can be sent',
  RefundAction: 'no return can be sent',
} as const satisfies Partial<Record<Right, string>>

export type OrderRight = keyof typeof NEEDED
export const ORDER_RIGHTS = Object.keys(NEEDED) as OrderRight[]

/** By License Manager; OMS itself can only be asked by writing. */
export function judgeRights(held: ReadonlySet<OrderRight>): Verdict {
  const missing = ORDER_RIGHTS.filter((right) => !held.has(right))
  if (missing.length > 0)
    return failed(
      `License Manager says that whoever pressed the button lacks ${missing.map(nameOf).join(', ')}.`,
      `For this person ${missing.map((right) => NEEDED[right]).join(', ')}; others are judged by their own rights.`,
      `Give them a role with these rights, such as ${ROLES_WITH_ORDER_RIGHTS.join(' or ')}.`
    )
  return passed(
    `License Manager says that whoever pressed the button holds ${ORDER_RIGHTS.map(nameOf).join(', ')}.`,
    'They can do everything that the app offers. Whether OMS agrees is shown by the first invoice alone: this check writes nothing.',
    'Nothing to do.'
  )
}

export interface SeenList {
  readonly rows: number
  readonly total: number
}

export function judgeList(seen: SeenList | Fault): Verdict {
  if (seen instanceof Error) return judgeOmsFault(seen, 'The list of orders', 'ListOrders')
  if (seen.rows === 0 && seen.total === 0)
    return unproven(
      'OMS answered with a list that holds no order.',
      'Its form could be read; of its rows nothing is known.',
      'Check again once the account has its first order.'
    )
  if (seen.rows === 0)
    return failed(
      `OMS counts ${seen.total} orders, and no row of the page could be read.`,
      'The queues stay empty although there is work.',
      'Send this text to the support of the app.'
    )
  return passed(
    `OMS counts ${seen.total} orders; ${seen.rows} of the newest could be read.`,
    'The queues show what OMS lists, some minutes late as OMS lists it.',
    'Nothing to do.'
  )
}

/** One order of the list, read by itself. */
export interface SeenOrder {
  readonly orderId: string
  readonly read: 'read' | 'not found' | Fault
}

/** @param seen null where the list itself could not be read */
export function judgeOrders(seen: readonly SeenOrder[] | null): Verdict {
  if (seen === null)
    return unproven(
      'The list of orders could not be read, so no order was tried.',
      'Whether orders can be read is not known.',
      'See what stands at the list of orders, then check again.'
    )
  if (seen.length === 0)
    return unproven(
      'The list named no order that could be read.',
      'Whether orders can be read is not known.',
      'Check again once the account has its first order.'
    )
  const refused = seen.find(({ read }) => read instanceof Error && read.kind === 'forbidden')
  if (refused) return judgeOmsFault(refused.read as Fault, `Order ${refused.orderId}`, 'OMSViewer')
  const wrong = seen.filter(({ read }) => read === 'not found' || isUnreadable(read))
  if (wrong.length > 0)
    return failed(
      `Of ${seen.length} listed orders ${wrong.length} could not be read: ${wrong.map(howItEnded).join('; ')}.`,
      'Such an order is shown as unreadable and nothing is sent for it.',
      'Send this text to the support of the app.'
    )
  const unclear = seen.find(({ read }) => read instanceof Error)
  if (unclear) return judgeOmsFault(unclear.read as Fault, `Order ${unclear.orderId}`, 'OMSViewer')
  return passed(
    `${seen.length} of ${seen.length} listed orders could be read: ${seen.map(({ orderId }) => orderId).join(', ')}.`,
    'OMS tells of orders what the app needs of them.',
    'Nothing to do.'
  )
}

/** What the app itself may read at OMS, without a person. */
export interface OwnAccess {
  /** Null: the list named no order. */
  readonly orderId: string | null
}

export function judgeAppToken(seen: OwnAccess | Fault): Verdict {
  if (seen instanceof Error) {
    if (seen.kind !== 'forbidden') return verdictOfFault(seen)
    return failed(
      `OMS refused the app's own token${seen.status === null ? '' : ` (${seen.status})`}.`,
      'Invoices and tracking do not need it, they go out with the token of whoever sends them; what runs without a person cannot work.',
      `Install the app again so that its policies ${nameOf('OMSViewer')} and ${nameOf('ListOrders')} are granted.`
    )
  }
  if (seen.orderId === null)
    return unproven(
      "OMS let the app's own token list orders; there was none to read.",
      'Whether it may read one is not known.',
      'Check again once the account has its first order.'
    )
  return passed(
    `OMS let the app's own token list orders and read ${seen.orderId}.`,
    'What runs without a person can read. Whether OMS lets it write was not tried: this check writes nothing.',
    'Nothing to do.'
  )
}

function judgeOmsFault(fault: Fault, what: string, right: OrderRight): Verdict {
  switch (fault.kind) {
    case 'forbidden':
      return failed(
        `${what} was refused${fault.status === null ? '' : ` (${fault.status})`}.`,
        `Without it ${NEEDED[right]}.`,
        `Give whoever pressed the button the right ${nameOf(right)}, for example by the role ${ROLES_WITH_ORDER_RIGHTS[0]}.`
      )
    case 'unreadable':
      return failed(
        `${what} came in a form that the app cannot read${fault.upstreamMessage === null ? '.' : `: ${fault.upstreamMessage}`}`,
        'What cannot be read is never acted on: nothing is sent for it.',
        'Send this text to the support of the app.'
      )
    default:
      return verdictOfFault(fault)
  }
}

const nameOf = (right: OrderRight): string => `"${RIGHT_LABELS[right]}" (${right})`

const isUnreadable = (read: SeenOrder['read']): boolean =>
  read instanceof Error && read.kind === 'unreadable'

function howItEnded({ orderId, read }: SeenOrder): string {
  return read instanceof Error
    ? `${orderId} (${read.upstreamMessage ?? read.kind})`
    : `${orderId} (${read})`
}
