import { isFault } from '../domain/problem/fault'
import type { TalliesPort } from '../usecases/overview/ports'
import type { Log } from '../usecases/ports'
import type { QueueDocuments } from '../usecases/readmodel/callPorts'
import type { ReadModelPorts } from '../usecases/readmodel/ports'
import { systemClock } from './adapters/clock'
import { logOf } from './adapters/log'
import { sendOwnEvent, type EventSender } from './adapters/ownEvents'
import { QueuesWithOwnWrites } from './adapters/queuesWithOwnWrites'
import { knownReadModel, readModelBefore } from './adapters/readModelFeed'
import { budgetOf, filesWithin } from './budget'
import type { FileStore } from './clients/fileStore'
import type { Context, OwnContext } from './context'
import { isDueIn } from './isDue'
import { TallyStore } from './stores/overview/tallies'
import { entityOf, OrderDocumentStore } from './stores/readmodel/orderDocuments'
import { OwnWrites, ownWritesMemory } from './stores/readmodel/ownWrites'
import { ReadModelStore } from './stores/readmodel/readModel'

/** Key of the event that calls a handler to work on the read model. */
const EVENT_KEY = 'invoice-tracking.read-model'
/** Handlers look as often as this where anything is going on, a process each. */
const NUDGED_EVERY_MS = 60_000

type AnyContext = Pick<Context | OwnContext, 'clients' | 'vtex'>

/** What a person's request reaches. */
export function readModelPortsOf(ctx: Context): ReadModelPorts {
  return readModelPortsWith(ctx, filesWithin(budgetOf(ctx), ctx.clients.files))
}

export function readModelPortsWith(
  { clients, vtex }: AnyContext,
  files: FileStore
): ReadModelPorts {
  const { account, workspace } = vtex
  const clock = systemClock
  const log = logOf(vtex)
  return {
    clock,
    log,
    documents: documentsOf({ clients, vtex }),
    readModel: new ReadModelStore({ files, sleep: (ms) => clock.sleep(ms) }),
    nudge: nudgeOf(clients.events, log, `${account}/${workspace}`),
  }
}

/** Queues as the documents tell them. */
export function queueDocumentsOf(ctx: AnyContext, files: FileStore): QueueDocuments {
  const { account, workspace } = ctx.vtex
  const tenant = `${account}/${workspace}`
  const readModel = new ReadModelStore({ files, sleep: (ms) => systemClock.sleep(ms) })
  return new QueuesWithOwnWrites({
    documents: documentsOf(ctx),
    writes: ownWritesOf(ctx, files),
    known: () => knownReadModel({ readModel, tenant }),
    knownBefore: () => readModelBefore(tenant),
    log: logOf(ctx.vtex),
  })
}

const ownWrites = ownWritesMemory(systemClock)

/** What this app has written in the last minutes. */
export function ownWritesOf({ vtex }: Pick<AnyContext, 'vtex'>, files: FileStore): OwnWrites {
  return new OwnWrites({
    files,
    memory: ownWrites,
    clock: systemClock,
    sleep: (ms) => systemClock.sleep(ms),
    log: logOf(vtex),
    tenant: `${vtex.account}/${vtex.workspace}`,
  })
}

/** What was counted of the days, for the overview. */
export function talliesOf(files: FileStore): TalliesPort {
  return new TallyStore({ files, sleep: (ms) => systemClock.sleep(ms) })
}

export function documentsOf({ clients, vtex }: AnyContext): OrderDocumentStore {
  const { account, workspace, production } = vtex
  const entity = entityOf(process.env.VTEX_APP_ID ?? '', workspace, production)
  return new OrderDocumentStore(clients.masterData, entity, preparedFor(account))
}

function nudgeOf(events: EventSender, log: Log, tenant: string): ReadModelPorts['nudge'] {
  const isDue = isDueIn(tenant)
  return async (why) => {
    if (why === 'LOOKED' && !isDue('read model', NUDGED_EVERY_MS)) return
    try {
      await sendOwnEvent(events, EVENT_KEY, {})
    } catch (error) {
      if (!isFault(error)) throw error
      log.warn({ flow: 'ReadModel', detail: `event not sent: ${error.message}` })
    }
  }
}

const prepared = new Map<string, Set<string>>()

/** Entities whose schema this process has seen taken, by account. */
function preparedFor(account: string): Set<string> {
  const known = prepared.get(account) ?? new Set<string>()
  prepared.set(account, known)
  return known
}
