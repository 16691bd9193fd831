import { randomUUID } from 'node:crypto'
import type { BatchPorts, EventsPort, LanePorts } from '../usecases/batch/ports'
import { pacedOrders } from '../usecases/batch/pacedOrders'
import { SlotsInHand, SlotTaker } from '../usecases/batch/slots'
import { fulfill, rehearseFulfill } from '../usecases/fulfill'
import { LONGEST_LOOK_IN_A_ROW_MS } from '../usecases/limits'
import type { Ports, SettingsPort } from '../usecases/ports'
import { systemClock } from './adapters/clock'
import { logOf } from './adapters/log'
import { budgetOf, filesWithin, rowBudget } from './budget'
import type { FileStore } from './clients/fileStore'
import { upstreamFault } from './clients/upstreamFault'
import type { Context, OwnContext } from './context'
import { portsFor, tenantOf } from './ports'
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
  const settings = readOnce(() => portsOfRow('').settings)
  const paceSet = async (): Promise<number> => (await settings.read()).batchPace
  const slots = new SlotTaker(ports, paceSet, slotsOf(tenantOf(ctx.vtex)))
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

const slotsOfTenants = new Map<string, SlotsInHand>()

/** One hand an account in a process, whatever its handlers read OMS for. */
export function slotsOf(tenant: string): SlotsInHand {
  const slots = slotsOfTenants.get(tenant) ?? new SlotsInHand()
  slotsOfTenants.set(tenant, slots)
  return slots
}

function ownActor(token: string, actor: string) {
  return { token, actor, has: async () => true }
}

function eventsOf({ events }: AnyContext['clients']): EventsPort {
  return {
    async send(nudge) {
      try {
        await events.sendEvent('', EVENT_KEY, nudge)
      } catch (error) {
        throw upstreamFault(error, 'EVENTS', 'Send')
      }
    },
  }
}

/** A handler lives for some seconds: its rows are judged by the settings that it began with. */
export function readOnce(settingsOf: () => SettingsPort): SettingsPort {
  let read: ReturnType<SettingsPort['read']> | null = null
  return {
    save: (...given) => settingsOf().save(...given),
    read: () => {
      read ??= settingsOf().read()
      // What failed is asked again.
      read.catch(() => (read = null))
      return read
    },
  }
}
