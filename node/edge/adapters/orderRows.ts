import { LRUCache } from '@vtex/api'
import type { Order } from '../../domain/order'
import type { Clock, OrderRowsPort } from '../../usecases/ports'

/** Long enough to page back and forth; a change made past this app shows in a queue by then, well before OMS's list. */
const AGE_MS = 10_000
const MOST_ORDERS = 500

interface Row {
  readonly mark: string
  readonly order: Order
  /** Epoch milliseconds. */
  readonly until: number
  /** Who has read it from OMS: nobody sees here what OMS has not shown them. */
  readonly readers: ReadonlySet<string>
}

export type RowMemory = Pick<LRUCache<string, Row | null>, 'get' | 'set'>

/** The process serves several accounts: every key begins with account and workspace. */
const memoryOfProcess: RowMemory = new LRUCache<string, Row | null>({ max: MOST_ORDERS })

export function orderRowsOf(
  tenant: string,
  reader: string,
  clock: Pick<Clock, 'now'>,
  memory: RowMemory = memoryOfProcess
): OrderRowsPort {
  const key = (orderId: string) => JSON.stringify([tenant, orderId])
  const rowOf = (orderId: string, mark: string) => {
    const row = memory.get(key(orderId))
    return row?.mark === mark && clock.now() < row.until ? row : null
  }
  return {
    holds(orderId) {
      const row = memory.get(key(orderId))
      return row !== null && row !== undefined && clock.now() < row.until && row.readers.has(reader)
    },
    get(orderId, mark) {
      const row = rowOf(orderId, mark)
      return row?.readers.has(reader) ? row.order : null
    },
    put(orderId, mark, order) {
      const others = rowOf(orderId, mark)?.readers ?? []
      const readers = new Set([...others, reader])
      memory.set(key(orderId), { mark, order, until: clock.now() + AGE_MS, readers })
    },
    drop(orderId) {
      memory.set(key(orderId), null)
    },
  }
}
