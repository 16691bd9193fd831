import { NO_FILTERS } from '../../domain/readmodel/queueQuestion'
import type { OrdersQuery } from '../commands'

/** The first page of what is to invoice, unless the test says otherwise. */
export function someQuery(changes: Partial<OrdersQuery> = {}): OrdersQuery {
  return {
    queue: 'TO_INVOICE',
    search: null,
    createdFrom: null,
    createdTo: null,
    page: 1,
    perPage: 25,
    fromDocuments: false,
    ...NO_FILTERS,
    ...changes,
  }
}
