import { LRUCache } from '@vtex/api'
import type { Clock, SeenPagesPort } from '../../usecases/ports'

/** Later the page holds other orders, and reading the old ones would be for nothing. */
const AGE_MS = 15 * 60_000
const MOST_PAGES = 500

interface SeenPage {
  readonly orderIds: readonly string[]
  /** Epoch milliseconds. */
  readonly until: number
}

export type PageMemory = Pick<LRUCache<string, SeenPage>, 'get' | 'set'>

/** The process serves several accounts: every key begins with account, workspace and reader. */
const memoryOfProcess: PageMemory = new LRUCache<string, SeenPage>({ max: MOST_PAGES })

export function seenPagesOf(
  tenant: string,
  reader: string,
  clock: Pick<Clock, 'now'>,
  memory: PageMemory = memoryOfProcess
): SeenPagesPort {
  const key = (page: string) => JSON.stringify([tenant, reader, page])
  return {
    ordersOf(page) {
      const seen = memory.get(key(page))
      return seen && clock.now() < seen.until ? seen.orderIds : []
    },
    keep(page, orderIds) {
      memory.set(key(page), { orderIds, until: clock.now() + AGE_MS })
    },
  }
}
