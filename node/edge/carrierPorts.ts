import { randomUUID } from 'node:crypto'
import type { CarrierPorts, LanePorts } from '../usecases/carriers/ports'
import { carrierEventsOf } from './adapters/carrierEvents'
import { systemClock } from './adapters/clock'
import { logOf } from './adapters/log'
import { Budget, budgetOf, filesWithin } from './budget'
import type { FileStore } from './clients/fileStore'
import type { Context, OwnContext } from './context'
import { isDueIn } from './isDue'
import { ownPacedPorts } from './ownPacedPorts'
import { tenantOf } from './ports'
import { ConnectorStore } from './stores/carriers/connectors'
import { OpenParcelStore } from './stores/carriers/openParcels'
import { MessageStore } from './stores/carriers/messages'
import { OrderParcelStore } from './stores/carriers/orderParcels'
import { ParcelIndex } from './stores/carriers/parcelIndex'
import { UnreadCodeStore } from './stores/carriers/unreadCodes'
import { ClaimsStore } from './stores/claims'
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
  return { ...carrierPortsWith(ctx, ctx.clients.files), ...ownPacedPorts(ctx) }
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
    openParcels: new OpenParcelStore({ files, sleep: (ms) => clock.sleep(ms) }),
    unreadCodes: new UnreadCodeStore({ files, sleep: (ms) => clock.sleep(ms) }),
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
