import { randomBytes, randomUUID } from 'node:crypto'
import { isFault } from '../domain/problem/fault'
import { heard, HEARD_EVERY_MS, type OrderHook } from '../domain/readmodel/orderHook'
import type { ClaimsPort } from '../usecases/ports'
import type { OrderHookPorts } from '../usecases/readmodel/orderHook'
import { systemClock } from './adapters/clock'
import { logOf } from './adapters/log'
import { budgetOf, filesWithin } from './budget'
import type { FileStore } from './clients/fileStore'
import type { Context, OwnContext } from './context'
import { isDueIn } from './isDue'
import { tenantOf } from './ports'
import { ClaimsStore } from './stores/claims'
import { OrderHookStore } from './stores/readmodel/orderHook'
import { TimedMemory } from './timedMemory'

type AnyContext = Pick<Context | OwnContext, 'clients' | 'vtex'>

/** What a person's request reaches. */
export function orderHookPortsOf(ctx: Context): OrderHookPorts {
  return portsWith(ctx, filesWithin(budgetOf(ctx), ctx.clients.files))
}

/** What the handler reaches that looks after it. */
export function orderHookWorkPortsOf(ctx: OwnContext): OrderHookPorts & { claims: ClaimsPort } {
  const { files } = ctx.clients
  const log = logOf(ctx.vtex)
  const claims = new ClaimsStore({ files, log, clock: systemClock, newId: randomUUID })
  return { ...portsWith(ctx, files), claims }
}

function portsWith({ clients, vtex }: AnyContext, files: FileStore): OrderHookPorts {
  return {
    hook: storeOf(files),
    line: clients.hookConfigs,
    clock: systemClock,
    log: logOf(vtex),
    url: addressOf(vtex),
    newSecret: () => randomBytes(32).toString('base64url'),
  }
}

/** Of the workspace that it is set up in: what a hook of another one told, nobody would hear here. */
function addressOf({ account, workspace, production }: AnyContext['vtex']): string {
  const place = production ? account : `${workspace}--${account}`
  return `https://${place}.myvtex.com/_v/invoice-tracking/hook`
}

function storeOf(files: FileStore): OrderHookStore {
  return new OrderHookStore({ files, sleep: (ms) => systemClock.sleep(ms) })
}

/** The door is asked hundreds of times a second at worst. */
const KNOWN_MS = 30_000
const known = new TimedMemory<OrderHook>({ most: 500, ageMs: KNOWN_MS }, systemClock)

/** The hook, as this process read it half a minute ago at most, or anew. @errors Fault VBASE */
export async function knownHook(
  { clients, vtex }: AnyContext,
  how: 'remembered' | 'anew'
): Promise<OrderHook> {
  const tenant = tenantOf(vtex)
  const remembered = how === 'anew' ? undefined : known.get(tenant)
  if (remembered) return remembered
  const read = await storeOf(clients.files).read()
  known.set(tenant, read)
  return read
}

/** Somebody has just changed it. */
export function forgetHook({ vtex }: Pick<AnyContext, 'vtex'>): void {
  known.drop(tenantOf(vtex))
}

/** Writes down that VTEX tells, now and then. What fails is written by the next. */
export async function noteHeard({ clients, vtex }: OwnContext): Promise<void> {
  if (!isDueIn(tenantOf(vtex))('hook heard', HEARD_EVERY_MS)) return
  try {
    await storeOf(clients.files).change((newest) => heard(newest, systemClock.now()))
  } catch (error) {
    if (!isFault(error)) throw error
    logOf(vtex).warn({ flow: 'OrderHook', detail: error.message })
  }
}

/** Events of orders that this process has had: a slow handler is told the same again beside it. */
const had = new TimedMemory<true>({ most: 5_000, ageMs: 60_000 }, systemClock)

export function isFirstOf({ vtex }: Pick<OwnContext, 'vtex'>, id: string): boolean {
  const key = `${tenantOf(vtex)} ${id}`
  if (had.get(key)) return false
  had.set(key, true)
  return true
}
