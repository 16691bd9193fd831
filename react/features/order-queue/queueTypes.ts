import { OrdersQuery } from '../../shared/graphql/generated'

export type QueuePage = OrdersQuery['orders']
export type QueueRow = QueuePage['rows'][number]
export type UnreadableRow = QueuePage['unreadable'][number]

/** One line of the list: an order, or one that could not be read. */
export type QueueLine =
  | { kind: 'order'; orderId: string; row: QueueRow }
  | { kind: 'unreadable'; orderId: string; row: UnreadableRow }
