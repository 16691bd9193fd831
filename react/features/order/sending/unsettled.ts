import type { InvoiceType, Order } from '../../../shared/order/orderTypes'
import type { Send } from '../../../shared/sending/sends'
import { isUnanswered, lockOf } from '../../../shared/sending/unanswered'
import { factOf } from '../../../shared/words/problemFacts'

export interface Unsettled {
  invoiceNumber: string
  type: InvoiceType
  /** Milliseconds since the epoch, by the service's clock. */
  sentAt: number
  /** Until then nothing may be sent in its place. */
  retryAt: number
}

/** Invoices without an answer that no send of this page speaks for: sent before it was loaded, or by somebody else. */
export function unsettledOf(
  order: Pick<Order, 'attention'>,
  own: ReadonlyArray<Pick<Send, 'object'>>
): Unsettled[] {
  return order.attention
    .filter(isUnanswered)
    .map((problem) => {
      const sentAt = Date.parse(factOf(problem, 'sentAt') ?? '')

      return {
        sentAt,
        retryAt: sentAt + lockOf(problem),
        invoiceNumber: factOf(problem, 'invoiceNumber') ?? '',
        type: factOf(problem, 'type') === 'INPUT' ? ('INPUT' as const) : ('OUTPUT' as const),
      }
    })
    .filter(({ invoiceNumber, sentAt }) => invoiceNumber !== '' && !Number.isNaN(sentAt))
    .filter(({ invoiceNumber }) => !own.some(({ object }) => object.number === invoiceNumber))
}

/** True where the figures of the order count an invoice of which nobody knows yet whether VTEX has it. */
export function countsUnanswered(order: Pick<Order, 'attention'>): boolean {
  return order.attention.some(isUnanswered)
}

/** Attention without what the open card says already, with number and countdown. */
export function attentionBeside<O extends Pick<Order, 'attention'>>(order: O): O['attention'] {
  return order.attention.filter(
    (problem) => !isUnanswered(problem) || factOf(problem, 'invoiceNumber') === null
  )
}
