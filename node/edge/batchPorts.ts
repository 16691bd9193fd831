import { randomUUID } from 'node:crypto'
import type { BatchPorts, EventsPort, LanePorts } from '../usecases/batch/ports'
import { pacedOrders } from '../usecases/batch/pacedOrders'
import { fulfill, rehearseFulfill } from '../usecases/fulfill'
import { LONGEST_LOOK_IN_A_ROW_MS } from '../usecases/limits'
import type { Ports } from '../usecases/ports'
import { systemClock } from './adapters/clock'
import { logOf } from './adapters/log'
import { sendOwnEvent } from './adapters/ownEvents'
import { budgetOf, filesWithin, rowBudget } from './budget'
import type { FileStore } from './clients/fileStore'
import type { Context, OwnContext } from './context'
import { ownActor, ownPacing } from './ownPacing'
import { portsFor } from './ports'
import { BatchStore } from './stores/batches'
import { shardPath } from './stores/claimShards'
import { LedgerStore } from './stores/ledger'
import { ShardChanges } from './stores/shardChanges'

/** Key of the one event that this app sends, to itself. */
const EVENT_KEY = 'invoice-tracking.batch'

/** A claim that nobody may be waiting for: the next row of its shard comes sooner. */
const GIVEN_BACK_WITHIN_MS = 400

type AnyContext = Pick<Context | OwnContext, 'clients' | 'vtex'>

/** What the use cases of batches reach for a request: files and events, on the app's own credential, whoever calls. */
export function batchPortsOf(ctx: Context): BatchPorts {
  return batchPortsWith(ctx, filesWithin(budgetOf(ctx), ctx.clients.files))
}

/** The same for a handler of events: nobody waits for it, and what it began it brings to its end. */
export function ownBatchPortsOf(ctx: OwnContext): BatchPorts {
  return batchPortsWith(ctx, ctx.clients.files)
}

function batchPortsWith({ clients, vtex }: AnyContext, files: FileStore): BatchPorts {
  const sleep = (ms: number): Promise<void> => systemClock.sleep(ms)
  const parts = { sleep, files, newId: randomUUID }
  return {
    batches: new BatchStore(parts),
    events: eventsOf(clients),
    ledger: new LedgerStore(parts),
    clock: systemClock,
    log: logOf(vtex),
    newId: randomUUID,
    shardOf: shardPath,
  }
}

/**
 * The same for a handler of events. Rows go out on the app's own token: whoever started the batch had the rights then,
 * and each order's activity names him.
 */
export function lanePortsOf(ctx: OwnContext): LanePorts {
  const { authToken } = ctx.vtex
  const ports = ownBatchPortsOf(ctx)
  // Rows of a slice lie in few shards: what they claim and give back goes together. Past a row's time too, for it is not
  // that row's alone.
  const shards = new ShardChanges({ files: ctx.clients.files, clock: systemClock })
  const portsOfRow = (by: string, answerBy?: number): Ports =>
    portsFor(ctx, ownActor(authToken, by), rowBudget(systemClock, answerBy), {
      shards,
      lazyMs: GIVEN_BACK_WITHIN_MS,
    })
  const { settings, slots } = ownPacing(ctx, ports, () => portsOfRow('').settings)
  return {
    ...ports,
    journals: { read: (orderId) => portsOfRow('').journals.read(orderId) },
    turn: (until) => slots.next(until),
    settled: () => shards.flush(),
    fulfillRow: async (row, { isRehearsal, by, answerBy }) => {
      // Stores that live as long as one row: what they remember is of this very claim.
      const all = portsOfRow(by, answerBy)
      const orders = pacedOrders(all.orders, slots, all.answerBy)
      const paced = { ...all, settings, orders, longestLookMs: LONGEST_LOOK_IN_A_ROW_MS }
      const run = isRehearsal ? rehearseFulfill : fulfill
      const { outcome, steps, invoiceNumber, problems } = await run(
        paced,
        row.orderId,
        row.fulfill,
        row.accept
      )
      return { outcome, steps, invoiceNumber, problems }
    },
  }
}

function eventsOf({ events }: AnyContext['clients']): EventsPort {
  return { send: (nudge) => sendOwnEvent(events, EVENT_KEY, nudge) }
}
