import type { Problem } from '../problem/problem'
import type { Stage } from './stage'
import { TO_HANDLE_STATUSES, TO_INVOICE_STATUSES } from './stage'

export const QUEUES = [
  'TO_HANDLE',
  'TO_INVOICE',
  'TO_SHIP',
  'IN_TRANSIT',
  'LATE',
  'DELIVERED',
  'ATTENTION',
  'ALL',
] as const

export type OrderQueue = (typeof QUEUES)[number]

/** Derived queues are not countable by OMS: it cannot filter by package (design §2.6). */
export function isDerived(queue: OrderQueue): boolean {
  return !['TO_HANDLE', 'TO_INVOICE', 'ALL'].includes(queue)
}

const INVOICED_STATUSES = ['invoice', 'invoiced']

/**
 * The statuses to ask OMS's list for; empty means all. A partially invoiced order waits in payment-approved
 * (oms §2.7), so TO_INVOICE asks for that too and the live order decides.
 */
export const LISTED_STATUSES: Readonly<Record<OrderQueue, readonly string[]>> = {
  TO_HANDLE: TO_HANDLE_STATUSES,
  TO_INVOICE: [...TO_INVOICE_STATUSES, 'payment-approved'],
  TO_SHIP: INVOICED_STATUSES,
  IN_TRANSIT: INVOICED_STATUSES,
  DELIVERED: INVOICED_STATUSES,
  LATE: [...TO_HANDLE_STATUSES, ...TO_INVOICE_STATUSES, 'payment-approved', ...INVOICED_STATUSES],
  ATTENTION: [],
  ALL: [],
}

/** Whether a live order belongs to a queue. */
export function belongsTo(
  queue: OrderQueue,
  row: { readonly stage: Stage; readonly attention: readonly Pick<Problem, 'code'>[] }
): boolean {
  switch (queue) {
    case 'ALL':
      return true
    case 'ATTENTION':
      return row.attention.length > 0
    case 'LATE':
      return row.attention.some(({ code }) => code === 'LATE')
    case 'TO_INVOICE':
      return row.stage === 'TO_INVOICE' || row.stage === 'PARTIALLY_INVOICED'
    case 'TO_HANDLE':
    case 'TO_SHIP':
    case 'IN_TRANSIT':
    case 'DELIVERED':
      return row.stage === queue
    // No default: a new queue that nobody sorts orders into does not compile.
  }
}
