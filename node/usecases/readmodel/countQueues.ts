import { isFault } from '../../domain/problem/fault'
import { wholeQueue } from '../../domain/readmodel/queueQuestion'
import { tellsQueues } from '../../domain/readmodel/readModel'
import { isDerived, LISTED_STATUSES, QUEUES, type OrderQueue } from '../../domain/standing/queue'
import { inParallel } from '../reading/inParallel'
import { readAgain } from '../reading/liveReads'
import type { Ports } from '../ports'

export interface QueueCount {
  readonly queue: OrderQueue
  /** Null where nobody can tell. */
  readonly count: number | null
}

/**
 * How many orders each queue holds: by the documents, all at once, where they are there; else by OMS's list, which counts
 * by status and tells nothing of parcels.
 * @errors Fault of OMS
 */
export async function countQueues(ports: Ports): Promise<readonly QueueCount[]> {
  return (await countDocuments(ports)) ?? countListed(ports, QUEUES)
}

async function countDocuments(ports: Ports): Promise<readonly QueueCount[] | null> {
  const { queues, clock, log } = ports
  try {
    const model = await queues?.known()
    if (!queues || !model || !tellsQueues(model)) return null
    const counts = await inParallel(QUEUES, QUEUES.length, async (queue) => ({
      queue,
      count: await queues.countOf(wholeQueue(queue), clock.now()),
    }))
    // A search in trouble finds nothing at all: then nobody knows.
    const isBelieved = model.documents === 0 || counts.some(({ count }) => count > 0)
    return isBelieved ? counts : null
  } catch (error) {
    if (!isFault(error)) throw error
    log.warn({ flow: 'ReadModel', detail: error.message })
    return null
  }
}

/** What OMS's list can count, each queue in a call. @errors Fault of OMS */
export async function countListed(
  ports: Ports,
  wanted: readonly OrderQueue[]
): Promise<readonly QueueCount[]> {
  return inParallel(wanted, wanted.length, async (queue) => {
    if (isDerived(queue)) return { queue, count: null }
    const { total } = await readAgain(ports, () =>
      ports.orders.list({
        page: 1,
        perPage: 1,
        statuses: LISTED_STATUSES[queue],
        search: null,
        createdFrom: null,
        createdTo: null,
      })
    )
    return { queue, count: total }
  })
}
