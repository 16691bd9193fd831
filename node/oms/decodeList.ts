import type { ListedOrder } from '../domain/order/order'
import type { OrderList } from '../domain/package/outgoing'
import { readInstant } from './decodeDates'
import { unreadableAnswer } from './fault'
import { countOf, isObject, listOf, objectOf, textOf } from '../domain/values/loose'

/**
 * One page of OMS's list index. Rows without an id are dropped, and nothing else of a row is trusted:
 * the index lags and its `totalValue` is a float (oms §4).
 * @errors Fault unreadable where the answer holds no list
 */
export function decodeList(json: unknown): OrderList {
  const answer = objectOf(json)
  if (!Array.isArray(answer.list)) throw unreadableAnswer('ListOrders', 'list')
  const rows = listOf(answer.list)
    .filter(isObject)
    .map((row): ListedOrder | null => {
      const orderId = textOf(row.orderId)
      if (orderId === null) return null
      return {
        orderId,
        status: textOf(row.status) ?? '',
        creationDate: readInstant(row.creationDate),
        lastChange: readInstant(row.lastChange),
      }
    })
    .filter((row): row is ListedOrder => row !== null)
  const paging = objectOf(answer.paging)
  return {
    rows,
    total: countOf(paging.total) ?? rows.length,
    pages: countOf(paging.pages) ?? 1,
  }
}
