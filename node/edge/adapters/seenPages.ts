import type { Clock, SeenPagesPort } from '../../usecases/ports'
import { TimedMemory } from '../timedMemory'
import { systemClock } from './clock'

/** Later the page holds other orders, and reading the old ones would be for nothing. */
const BOUNDS = { ageMs: 15 * 60_000, most: 500 }

/** Ids of the orders that a page held. */
export const pageMemory = (clock: Pick<Clock, 'now'>) =>
  new TimedMemory<readonly string[]>(BOUNDS, clock)

const memoryOfProcess = pageMemory(systemClock)

export function seenPagesOf(
  tenant: string,
  reader: string,
  memory = memoryOfProcess
): SeenPagesPort {
  const key = (page: string) => JSON.stringify([tenant, reader, page])
  return {
    ordersOf: (page) => memory.get(key(page)) ?? [],
    keep: (page, orderIds) => memory.set(key(page), orderIds),
  }
}
