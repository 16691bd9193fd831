import { randomUUID } from 'node:crypto'
import { pacedOrders } from '../usecases/batch/pacedOrders'
import { SlotTaker } from '../usecases/batch/slots'
import type { CarrierPorts, LanePorts } from '../usecases/carriers/ports'
import { carrierEventsOf } from './adapters/carrierEvents'
import type { Ports } from '../usecases/ports'
import { systemClock } from './adapters/clock'
import { logOf } from './adapters/log'
import { readOnce, slotsOf } from './batchPorts'
import { Budget, budgetOf, filesWithin, rowBudget } from './budget'
import type { FileStore } from './clients/fileStore'
import type { Context, OwnContext } from './context'
import { portsFor, tenantOf } from './ports'
import { ConnectorStore } from './stores/carriers/connectors'
import { MessageStore } from './stores/carriers/messages'
import { OrderParcelStore } from './stores/carriers/orderParcels'
import { ParcelIndex } from './stores/carriers/parcelIndex'
import { ClaimsStore } from './stores/claims'
import { LedgerStore } from './stores/ledger'
import { TimedMemory } from './timedMemory'

/** Some senders give up after 5 s. */
const DOOR_MS = 4_500

type AnyContext = Pick<Context | OwnContext, 'clients' | 'vtex'>

/** What the door reaches while a sender waits. */
export function doorPortsOf(ctx: Context): CarrierPorts {
  const budget = new Budget(systemClock, systemClock.now() + DOOR_MS)
  return carrierPortsWith(ctx, filesWithin(budget, ctx.clients.files))
}

/** What a person's request reaches. */
export function carrierPortsOf(ctx: Context): CarrierPorts {
  return carrierPortsWith(ctx, filesWithin(budgetOf(ctx), ctx.clients.files))
}

/** What a handler of events reaches: nobody waits for it, and no person's token is there. */
export function carrierLanePortsOf(ctx: OwnContext): LanePorts {
  const { files } = ctx.clients
  const ports = carrierPortsWith(ctx, files)
  const { clock, log } = ports
  const sleep = (ms: number): Promise<void> => clock.sleep(ms)
  const portsOf = (actor: string): Ports => {
    const caller = { actor, token: ctx.vtex.authToken, has: async () => true }
    return portsFor(ctx, caller, rowBudget(systemClock))
  }
  const settings = readOnce(() => portsOf('').settings)
  const paceSet = async (): Promise<number> => (await settings.read()).batchPace
  const ledger = new LedgerStore({ files, sleep })
  const slots = new SlotTaker({ clock, log, ledger }, paceSet, slotsOf(tenantOf(ctx.vtex)))
  return {
    ...ports,
    claims: new ClaimsStore({ files, clock, log, newId: randomUUID }),
    turn: (until) => slots.next(until),
    portsOf: (actor) => {
      const all = portsOf(actor)
      return { ...all, settings, orders: pacedOrders(all.orders, slots, all.answerBy) }
    },
  }
}

function carrierPortsWith({ clients, vtex }: AnyContext, files: FileStore): CarrierPorts {
  const clock = systemClock
  const log = logOf(vtex)
  const tenant = tenantOf(vtex)
  const messages = new MessageStore({ files, clock })
  const events = carrierEventsOf(clients.events)
  const claims = new ClaimsStore({ files, clock, log, newId: randomUUID })
  return {
    messages,
    events,
    clock,
    log,
    connectors: new ConnectorStore({ files, sleep: (ms) => clock.sleep(ms) }),
    index: new ParcelIndex({ files, messages, events, tenant }),
    parcels: new OrderParcelStore({ files, claims }),
    newId: randomUUID,
    isDue: (what, everyMs) => isDue(`${tenant} ${what}`, everyMs),
  }
}

/** When what was last done. */
const done = new TimedMemory<number>({ most: 10_000, ageMs: 0 }, systemClock)

function isDue(what: string, everyMs: number): boolean {
  const now = systemClock.now()
  // A clock that was put back must not hold anything up.
  if ((done.get(what) ?? Infinity) <= now) return false
  done.set(what, now, everyMs)
  return true
}
