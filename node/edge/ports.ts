import { randomUUID } from 'node:crypto'
import { ianaZone } from '../oms/timeZones'
import type { Ports } from '../usecases/ports'
import { actorOf, type Actor } from './actor'
import { carrierEventsOf } from './adapters/carrierEvents'
import { systemClock } from './adapters/clock'
import { followingOf } from './adapters/following'
import { logOf } from './adapters/log'
import { orderRowsOf } from './adapters/orderRows'
import { ordersWith } from './adapters/orders'
import { OpenParcelNotes } from './adapters/openParcelNotes'
import { readModelFeedOf } from './adapters/readModelFeed'
import { seenPagesOf } from './adapters/seenPages'
import { AppSettings } from './adapters/settings'
import { storeDefaultsOf } from './adapters/storeDefaults'
import { budgetOf, clockWithin, filesWithin, type Budget } from './budget'
import type { Context } from './context'
import { isDueIn } from './isDue'
import { ownWritesOf, queueDocumentsOf, readModelPortsWith } from './readModelPorts'
import { ConnectorStore } from './stores/carriers/connectors'
import { OpenParcelStore } from './stores/carriers/openParcels'
import { MessageStore } from './stores/carriers/messages'
import { OrderParcelStore } from './stores/carriers/orderParcels'
import { ParcelIndex } from './stores/carriers/parcelIndex'
import { ClaimsStore, type ClaimsStoreParts } from './stores/claims'
import { DocumentStore } from './stores/documents'
import { JournalStore } from './stores/journals'
import { NumberIndex } from './stores/numbers'

const portsOfRequests = new WeakMap<object, Promise<Ports>>()

/** Everything a use case may reach on behalf of this request's caller; the same for all fields of one request. */
export function portsOf(ctx: Context): Promise<Ports> {
  const known = portsOfRequests.get(ctx)
  if (known) return known
  const ports = makePorts(ctx)
  portsOfRequests.set(ctx, ports)
  return ports
}

async function makePorts(ctx: Context): Promise<Ports> {
  const caller = await actorOf(ctx)
  const tenant = tenantOf(ctx.vtex)
  return {
    ...portsFor(ctx, caller, budgetOf(ctx)),
    rows: orderRowsOf(tenant, caller.actor),
    pages: seenPagesOf(tenant, caller.actor),
  }
}

/** The same without what is remembered for somebody's screens, for whoever's token it is and however much time it has. */
export function portsFor(
  { clients, vtex }: Pick<Context, 'clients' | 'vtex'>,
  caller: Actor,
  budget: Budget,
  sharing: Pick<ClaimsStoreParts, 'shards' | 'lazyMs'> = {}
): Ports {
  const files = filesWithin(budget, clients.files)
  const clock = clockWithin(budget, systemClock)
  const parts = { files, clock, log: logOf(vtex), newId: randomUUID }
  const claims = new ClaimsStore({ ...parts, ...sharing })
  const tenant = tenantOf(vtex)
  const settings = new AppSettings(clients.apps, claims)
  const seeded = { files, sleep: (ms: number) => clock.sleep(ms) }
  const defaultsOf = storeDefaultsOf({
    ...parts,
    tenant,
    find: (salesChannel) => clients.salesChannels.find(salesChannel),
  })
  return {
    orders: ordersWith(clients.oms, caller.token, defaultsOf, budget),
    clock,
    answerBy: budget.answerBy,
    claims,
    journals: new JournalStore({ ...parts, claims }),
    documents: new DocumentStore(files),
    following: followingOf({ files, tenant, events: clients.events, log: parts.log }),
    parcels: new OrderParcelStore({ files, claims }),
    numbers: new NumberIndex(files, tenant),
    invoiceNames: new ParcelIndex({
      files,
      tenant,
      messages: new MessageStore({ files, clock }),
      events: carrierEventsOf(clients.events),
    }),
    openParcels: new OpenParcelNotes({
      ...parts,
      tenant,
      connectors: new ConnectorStore(seeded),
      openParcels: new OpenParcelStore(seeded),
      events: carrierEventsOf(clients.events),
      isDue: isDueIn(tenant),
    }),
    // It goes on when the request is answered, so nothing of it is within the request's time.
    readModel: readModelFeedOf({
      ...readModelPortsWith({ clients, vtex }, clients.files),
      writes: ownWritesOf({ vtex }, clients.files),
      settings,
      tenant,
    }),
    queues: queueDocumentsOf({ clients, vtex }, files),
    settings,
    account: { timeZone: async () => ianaZone((await defaultsOf(null)).timeZone) },
    caller,
    log: parts.log,
    newId: randomUUID,
  }
}

/** A process serves several. */
export function tenantOf({ account, workspace }: Context['vtex']): string {
  return `${account}/${workspace}`
}
