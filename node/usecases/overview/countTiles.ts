import type { OverviewFilters } from '../../domain/overview/pictures'
import { TILES, type Tile } from '../../domain/overview/tallyState'
import { wholeQueue, type QueueQuestion } from '../../domain/readmodel/queueQuestion'
import type { OrderQueue } from '../../domain/standing/queue'
import { inParallel } from '../reading/inParallel'
import type { NamedField, QueueDocuments } from '../readmodel/callPorts'

/** Searches of one look that are under way at once (masterdata §1.6). */
export const SEARCHES_AT_ONCE = 12

export const NO_FILTERS: OverviewFilters = { carrier: null, marketplace: null }

/** One count of the documents. */
export interface Counting {
  readonly of: QueueQuestion
  readonly only?: NamedField
}

export function queueWith(queue: OrderQueue, filters: OverviewFilters): QueueQuestion {
  return { ...wholeQueue(queue), ...filters }
}

/** @errors Fault MASTERDATA */
export function countAll(
  queues: QueueDocuments,
  countings: readonly Counting[],
  nowMs: number
): Promise<readonly number[]> {
  return inParallel(countings, SEARCHES_AT_ONCE, ({ of, only }) => queues.countOf(of, nowMs, only))
}

/** @errors Fault MASTERDATA */
export async function countTiles(
  queues: QueueDocuments,
  filters: OverviewFilters,
  nowMs: number
): Promise<Readonly<Record<Tile, number>>> {
  const countings = TILES.map((queue) => ({ of: queueWith(queue, filters) }))
  const counts = await countAll(queues, countings, nowMs)
  return Object.fromEntries(TILES.map((queue, at) => [queue, counts[at]])) as Record<Tile, number>
}
