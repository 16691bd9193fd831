import { QueueName } from '../../shared/navigation/urls'

export type ColumnName =
  'stage' | 'items' | 'paid' | 'invoiced' | 'parcel' | 'event' | 'delivered' | 'value' | 'promise'

/** What the reader of a queue needs of each order, behind its id and its customer. */
export const columnsOf: Record<QueueName, readonly ColumnName[]> = {
  TO_HANDLE: ['stage', 'items', 'paid', 'value', 'promise'],
  TO_INVOICE: ['stage', 'items', 'paid', 'value', 'promise'],
  TO_SHIP: ['stage', 'parcel', 'value', 'promise'],
  IN_TRANSIT: ['event', 'parcel', 'promise'],
  LATE: ['stage', 'event', 'parcel', 'promise'],
  DELIVERED: ['delivered', 'parcel', 'value', 'promise'],
  ATTENTION: ['stage', 'parcel', 'value', 'promise'],
  ALL: ['stage', 'invoiced', 'value', 'promise'],
}

/** Their cells show no stage: all orders of the queue have the same, until one is read again and has moved on. */
export const stageOf: Partial<Record<QueueName, string>> = {
  IN_TRANSIT: 'IN_TRANSIT',
  DELIVERED: 'DELIVERED',
}
