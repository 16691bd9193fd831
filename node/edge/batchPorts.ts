import { randomUUID } from 'node:crypto'
import type { BatchPorts, EventsPort, LanePorts } from '../usecases/batch/ports'
import { pacedOrders } from '../usecases/batch/pacedOrders'
import { SlotTaker } from '../usecases/batch/slots'
import { fulfill, rehearseFulfill } from '../usecases/fulfill'
import type { SettingsPort } from '../usecases/ports'
import { systemClock } from './adapters/clock'
import { logOf } from './adapters/log'
import { upstreamFault } from './clients/upstreamFault'
import type { Context, OwnContext } from './context'
import { portsFor } from './ports'
import { BatchStore } from './stores/batches'
import { shardPath } from './stores/claimShards'
import { LedgerStore } from './stores/ledger'

/** Key of the one event that this app sends, to itself. */
const EVENT_KEY = 'invoice-tracking.batch'

type AnyContext = Pick<Context | OwnContext, 'clients' | 'vtex'>

/** What the use cases of batches reach: files and events, on the app's own credential, whoever calls. */
export function batchPortsOf({ clients, vtex }: AnyContext): BatchPorts {
  const sleep = (ms: number): Promise<void> => systemClock.sleep(ms)
  const parts = { sleep, files: clients.files, newId: randomUUID }
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
  const { clients, vtex } = ctx
  const ports = batchPortsOf(ctx)
  const slots = new SlotTaker(ports)
  const own = portsFor(ctx, clients.batchOms, ownActor(vtex.authToken, ''))
  const settings = readOnce(own.settings)
  return {
    ...ports,
    journals: own.journals,
    fulfillRow: async (row, { isRehearsal, by }) => {
      // Stores that live as long as one row: what they remember is of this very claim.
      const all = portsFor(ctx, clients.batchOms, ownActor(vtex.authToken, by))
      const paced = { ...all, settings, orders: pacedOrders(all.orders, slots) }
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
function readOnce(settings: SettingsPort): SettingsPort {
  let read: ReturnType<SettingsPort['read']> | null = null
  return {
    save: settings.save.bind(settings),
    read: () => {
      read ??= settings.read()
      // What failed is asked again.
      read.catch(() => (read = null))
      return read
    },
  }
}
