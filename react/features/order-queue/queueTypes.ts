import { OrdersQuery } from '../../shared/graphql/generated'

export type QueuePage = OrdersQuery['orders']
/** What the service keeps of an order: no name, no items, no invoices. */
export type KeptOrder = QueuePage['documents'][number]
export type QueueRow = QueuePage['rows'][number] & {
  /** It shows what was known of the order before, and nothing is done by it: its live row is still to come. */
  isKept?: boolean
  /** All that is known of the order; what it does not tell is empty here. */
  document?: KeptOrder
}
export type UnreadableRow = QueuePage['unreadable'][number]

/** LEFT: as its order is now, it belongs to the queue no more. UNREAD: its live row did not come. */
export type Standing = 'LEFT' | 'UNREAD'

/** One line of the list: an order, or one that could not be read. */
export type QueueLine =
  | { kind: 'order'; orderId: string; row: QueueRow; standing?: Standing }
  | { kind: 'unreadable'; orderId: string; row: UnreadableRow }
