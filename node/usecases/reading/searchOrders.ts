import { hashOfKey } from '../../domain/fiscal/identity'
import type { Order } from '../../domain/order/order'
import type { Search } from '../../domain/order/search'
import { isFault } from '../../domain/problem/fault'
import type { ListQuery, OrderList, Ports } from '../ports'
import type { EarlyReads } from './earlyReads'
import { journalForShowing, readAgain, readBySequence, readOrder } from './liveReads'

export interface FoundOrders {
  /** Orders that the search names, besides what OMS's own search lists. */
  readonly orderIds: readonly string[]
  /** Those of them that were read to know. */
  readonly early: EarlyReads
}

const NOTHING: FoundOrders = { orderIds: [], early: new Map() }
const NO_LIST: OrderList = { rows: [], total: 0, pages: 0 }
/** Sellers whose goods one purchase may hold. */
const MOST_PARTS = 9

/**
 * Every place that may know what is looked for, asked at once: OMS's list, which is minutes behind and knows ids, customers
 * and no number (oms §4); OMS by id and by sequence; this app's index. Only the list decides whether the search fails.
 * @errors Fault where OMS's list cannot be read
 */
export async function searchOrders(
  ports: Ports,
  search: Search,
  asked: ListQuery
): Promise<{ readonly list: OrderList; readonly found: FoundOrders }> {
  const [first, ...others] = search.texts
  const [listed, found] = await Promise.all([
    first === undefined ? NO_LIST : listBy(ports, asked, first),
    asked.page === 1 ? findNamed(ports, search) : NOTHING,
  ])
  let list = listed
  for (const text of found.orderIds.length > 0 ? [] : others) {
    if (list.total > 0) break
    list = await listBy(ports, asked, text)
  }
  return { list, found }
}

function listBy(ports: Ports, asked: ListQuery, text: string): Promise<OrderList> {
  return readAgain(ports, () => ports.orders.list({ ...asked, search: text }))
}

async function findNamed(ports: Ports, search: Search): Promise<FoundOrders> {
  const { orderIds, purchase, sequence } = search
  const [byNumber, byId, counted, parts] = await Promise.all([
    findByNumber(ports, search),
    Promise.all(orderIds.map((orderId) => tried(ports, () => readOrder(ports, orderId)))),
    sequence === null ? null : tried(ports, () => readBySequence(ports, sequence)),
    purchase === null ? [] : partsOf(ports, purchase),
  ])
  const early = new Map(
    [...byId, counted, ...parts]
      .filter(isOrder)
      .map((order) => [
        order.orderId,
        { order: Promise.resolve(order), journal: journalForShowing(ports, order.orderId) },
      ])
  )
  // By its whole name and not to be read: said of the order, which "nothing found" would not.
  const unread = early.size === 0 && byId.includes(FAILED) ? orderIds.slice(0, 1) : []
  return { orderIds: [...new Set([...early.keys(), ...unread, ...byNumber])], early }
}

/** The orders of one purchase, -01 and on until there is none. */
async function partsOf(ports: Ports, purchase: string): Promise<readonly Order[]> {
  const parts: Order[] = []
  while (parts.length < MOST_PARTS) {
    const orderId = `${purchase}-0${parts.length + 1}`
    const order = await tried(ports, () => readOrder(ports, orderId))
    if (!isOrder(order)) break
    parts.push(order)
  }
  return parts
}

/** Orders of an invoice, a tracking number, an access key or a marketplace's id, as far as this app has seen it. */
async function findByNumber(
  ports: Ports,
  { numbers, key }: Pick<Search, 'numbers' | 'key'>
): Promise<readonly string[]> {
  try {
    if (key !== null) {
      const hash = hashOfKey(key)
      const [own, seen] = await Promise.all([
        ports.documents.orderOf(hash),
        ports.numbers.find(hash),
      ])
      // The number in a key is another issuer's number, too: it is believed where the key itself is unknown.
      if (own !== null || seen.length > 0) return own === null ? seen : [own, ...seen]
    }
    return (await Promise.all(numbers.map((number) => ports.numbers.find(number)))).flat()
  } catch (error) {
    if (!isFault(error)) throw error
    ports.log.warn({ flow: 'NumberIndex', detail: error.message })
    return []
  }
}

const FAILED = 'failed'

const isOrder = (read: Order | typeof FAILED | null): read is Order =>
  read !== null && read !== FAILED

/** One way of several: what it cannot tell the others may. What was searched is nobody's log. */
async function tried(
  ports: Ports,
  read: () => Promise<Order | null>
): Promise<Order | typeof FAILED | null> {
  try {
    return await read()
  } catch (error) {
    if (!isFault(error)) throw error
    ports.log.warn({ flow: 'GetOrder', detail: error.message })
    return FAILED
  }
}
