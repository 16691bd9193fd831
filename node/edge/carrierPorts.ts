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
import { FollowedStore } from './stores/carriers/followed'
import { MessageStore } from './stores/carriers/messages'
import { OrderParcelStore } from './stores/carriers/orderParcels'
import { ParcelIndex } from './stores/carriers/parcelIndex'
import { ClaimsStore } from './stores/claims'
import { LedgerStore } from './stores/ledger'
import { isDueIn } from './dueWork'
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
    followed: new FollowedStore({ files, sleep: (ms) => clock.sleep(ms) }),
    line: clients.carrierLine,
    tokens: tokensOf(tenant),
    newId: randomUUID,
    isDue: isDueIn(tenant),
  }
}

/** Correios' are good for a day; what runs out sooner is asked for anew. */
const TOKEN_AGE_MS = 12 * 60 * 60_000
const signIns = new TimedMemory<string>({ most: 500, ageMs: TOKEN_AGE_MS }, systemClock)

function tokensOf(tenant: string): LanePorts['tokens'] {
  const keyOf = (key: string): string => `${tenant} ${key}`
  return {
    get: (key) => signIns.get(keyOf(key)),
    set: (key, token) => signIns.set(keyOf(key), token),
    drop: (key) => signIns.drop(keyOf(key)),
  }
}
