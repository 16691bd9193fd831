import type { OrderQueue } from '../standing/queue'
import type { Instant } from '../values/instant'

export type OrderSortBy = 'PROMISE' | 'CREATED' | 'VALUE' | 'LAST_EVENT'

export interface OrderSort {
  readonly by: OrderSortBy
  readonly descending: boolean
}

/** What only documents of all orders can answer. */
export interface QueueFilters {
  readonly sort: OrderSort | null
  readonly carrier: string | null
  readonly marketplace: string | null
  readonly salesChannel: string | null
}

export const NO_FILTERS: QueueFilters = {
  sort: null,
  carrier: null,
  marketplace: null,
  salesChannel: null,
}

/** One page of a queue, as it is asked of the documents. */
export interface QueueQuestion extends QueueFilters {
  readonly queue: OrderQueue
  readonly createdFrom: Instant | null
  readonly createdTo: Instant | null
  /** From 1 on. */
  readonly page: number
  readonly perPage: number
}

/** The first of them that is set; null where OMS's own list will do. */
export function asksDocuments({
  sort,
  carrier,
  marketplace,
  salesChannel,
}: QueueFilters): keyof QueueFilters | null {
  if (sort !== null) return 'sort'
  if (carrier !== null) return 'carrier'
  if (marketplace !== null) return 'marketplace'
  return salesChannel === null ? null : 'salesChannel'
}

/** Of a queue that nobody has sorted: what has waited longest for its promise first, of what is over the newest. */
export function usualSort(queue: OrderQueue): OrderSort | 'DELIVERED' {
  if (queue === 'DELIVERED') return 'DELIVERED'
  return queue === 'ALL'
    ? { by: 'CREATED', descending: true }
    : { by: 'PROMISE', descending: false }
}

/** Every order of a queue. */
export function wholeQueue(queue: OrderQueue): QueueQuestion {
  return { ...NO_FILTERS, queue, createdFrom: null, createdTo: null, page: 1, perPage: 1 }
}
