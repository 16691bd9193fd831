import type { Order } from '../../domain/order/order'
import type { Clock, OrderRowsPort } from '../../usecases/ports'
import { TimedMemory } from '../timedMemory'
import { systemClock } from './clock'

/** Long enough to page back and forth; a change made past this app shows in a queue by then, well before OMS's list. */
const BOUNDS = { ageMs: 10_000, most: 500 }

interface Row {
  readonly mark: string
  readonly order: Order
  /** Who has read it from OMS: nobody sees here what OMS has not shown them. */
  readonly readers: ReadonlySet<string>
}

export const rowMemory = (clock: Pick<Clock, 'now'>) => new TimedMemory<Row>(BOUNDS, clock)

const memoryOfProcess = rowMemory(systemClock)

export function orderRowsOf(
  tenant: string,
  reader: string,
  memory = memoryOfProcess
): OrderRowsPort {
  const key = (orderId: string) => JSON.stringify([tenant, orderId])
  const rowOf = (orderId: string, mark: string) => {
    const row = memory.get(key(orderId))
    return row?.mark === mark ? row : null
  }
  return {
    holds: (orderId) => memory.get(key(orderId))?.readers.has(reader) ?? false,
    get(orderId, mark) {
      const row = rowOf(orderId, mark)
      return row?.readers.has(reader) ? row.order : null
    },
    put(orderId, mark, order) {
      const others = rowOf(orderId, mark)?.readers ?? []
      memory.set(key(orderId), { mark, order, readers: new Set([...others, reader]) })
    },
    drop: (orderId) => memory.drop(key(orderId)),
  }
}
