import { Fault, isFault } from '../../domain/problem/fault'
import { problem, QueryRefused } from '../../domain/problem/problems'
import { asksDocuments, wholeQueue, type QueueQuestion } from '../../domain/readmodel/queueQuestion'
import { freshSince, tellsQueues, type ReadModel } from '../../domain/readmodel/readModel'
import type { Instant } from '../../domain/values/instant'
import type { Ports } from '../ports'
import { REACH, type FoundOrders, type QueueDocuments } from './callPorts'

export interface DocumentedPage extends FoundOrders {
  readonly hasNextPage: boolean
  readonly complete: boolean
  readonly asOf: Instant | null
}

/**
 * One page of a queue as the documents tell it; null where they do not, and OMS's list has to.
 * @errors QueryRefused READ_MODEL_NEEDED where only they could answer; Fault MASTERDATA where they should and did not
 */
export async function askDocuments(
  ports: Ports,
  question: QueueQuestion
): Promise<DocumentedPage | null> {
  const only = asksDocuments(question)
  try {
    const told = ports.queues && (await pageWhereTold(ports.queues, question, ports.clock.now()))
    if (!told && only !== null)
      throw new QueryRefused(problem('READ_MODEL_NEEDED', { field: [only] }))
    return told ?? null
  } catch (error) {
    if (!isFault(error) || only !== null) throw error
    ports.log.warn({ flow: 'ReadModel', detail: error.message })
    return null
  }
}

/**
 * Where the switch has to be read anew, the search begins beside that: that it told queues before is reason enough. Null
 * where it does not any more.
 */
async function pageWhereTold(
  queues: QueueDocuments,
  question: QueueQuestion,
  nowMs: number
): Promise<DocumentedPage | null> {
  const before = queues.knownBefore()
  const early = before && tellsQueues(before) ? pageIn(queues, question, before, nowMs) : null
  // Whoever needs it sees that it failed.
  early?.catch(() => undefined)
  const model = await queues.known()
  if (!tellsQueues(model)) return null
  return pageOf(question, model, await (early ?? pageIn(queues, question, model, nowMs)))
}

/**
 * "Nothing" is asked for once more, and not believed of a store where a search for everything finds as little: in trouble
 * Master Data answers so (masterdata §1.7).
 */
async function pageIn(
  queues: QueueDocuments,
  question: QueueQuestion,
  { documents }: ReadModel,
  nowMs: number
): Promise<FoundOrders> {
  const { page, perPage } = question
  if (page * perPage > REACH) {
    const total = await queues.countOf(question, nowMs)
    return { total, orderIds: [], documents: new Map() }
  }
  const found = await queues.page(question, nowMs)
  if (found.total > 0 || documents === 0) return found
  const again = await queues.page(question, nowMs)
  if (again.total > 0 || (await queues.countOf(wholeQueue('ALL'), nowMs)) > 0) return again
  throw new Fault({ kind: 'unreadable', upstream: 'MASTERDATA', operation: 'Search' })
}

function pageOf(
  { page, perPage }: QueueQuestion,
  model: ReadModel,
  found: FoundOrders
): DocumentedPage {
  const { total } = found
  return {
    ...found,
    hasNextPage: page * perPage < total && (page + 1) * perPage <= REACH,
    complete: total <= REACH,
    asOf: freshSince(model),
  }
}
