import { isSecret } from '../../domain/carriers/secret'
import { isFault } from '../../domain/problem/fault'
import type { OrderHook } from '../../domain/readmodel/orderHook'
import { systemClock } from '../adapters/clock'
import { logOf } from '../adapters/log'
import { sendOwnEvent } from '../adapters/ownEvents'
import { SECRET_HEADER } from '../clients/hookConfigs'
import type { Context } from '../context'
import { exposed } from '../exit'
import { knownHook } from '../orderHookPorts'
import { tenantOf } from '../ports'
import { readRaw } from '../readRaw'
import { ChangedOrders, type ChangedOrdersEvent } from './changedOrders'
import { hookBodyIn } from './notification'

/** A notification has some 400 bytes. @unit bytes */
const MOST_BYTES = 16 * 1024
const EVENT_KEY = 'invoice-tracking.changed-orders'
/** By then VBase may be back; VTEX sends again by itself. @unit seconds */
const RETRY_AFTER_S = 30

interface Answer {
  readonly status: number
  readonly code?: string
  readonly message?: string
  readonly headers?: Readonly<Record<string, string>>
}

const TAKEN: Answer = { status: 200 }
const UNAUTHENTICATED = refused(401, 'UNAUTHENTICATED', 'Not authenticated.')

/**
 * Where VTEX's hook tells of changed orders. It is answered at once and worked off later: a notification is only a hint, and
 * what is lost with this process is found by the rota.
 */
export const orderHookDoor = {
  orderHook: async (ctx: Context): Promise<void> => {
    const { status, code, message, headers } = await answered(ctx)
    ctx.set({ ...headers, 'Cache-Control': 'no-store' })
    ctx.type = 'application/json'
    ctx.status = status
    ctx.body = JSON.stringify(code === undefined ? {} : { error: { code, message } })
  },
}

async function answered(ctx: Context): Promise<Answer> {
  try {
    if (ctx.method.toUpperCase() !== 'POST')
      return {
        ...refused(405, 'METHOD_NOT_ALLOWED', 'VTEX sends notifications with POST.'),
        headers: { Allow: 'POST' },
      }
    const raw = await readRaw(ctx.req, MOST_BYTES, ctx.get('content-length') || undefined)
    if (raw === 'TOO_LARGE')
      return refused(413, 'BODY_TOO_LARGE', 'A notification of VTEX is smaller than this.')
    if (raw === 'BROKEN') return refused(400, 'BODY_NOT_JSON', 'The body broke off.')
    const body = hookBodyIn(raw)
    // It is asked before anything stands, and says and does nothing.
    if (body.kind === 'PING') return TAKEN
    if (!(await isFromVtex(ctx))) return UNAUTHENTICATED
    if (body.kind === 'NOT_JSON')
      return refused(400, 'BODY_NOT_JSON', 'The body is not JSON in UTF-8.')
    if (body.kind === 'UNKNOWN')
      return refused(400, 'BODY_UNREADABLE', 'OrderId and Origin.Account are needed.')
    if (body.account !== ctx.vtex.account)
      return refused(403, 'OTHER_ACCOUNT', 'The notification is of another account.')
    gather(ctx, body.orderId)
    return TAKEN
  } catch (error) {
    const { extensions, message } = exposed(error, 'orderHookDoor', ctx)
    return extensions.code === 'INTERNAL'
      ? refused(500, extensions.code, message)
      : {
          ...refused(503, extensions.code, message),
          headers: { 'Retry-After': String(RETRY_AFTER_S) },
        }
  }
}

/** A secret that this process does not know yet may be a new one. */
async function isFromVtex(ctx: Context): Promise<boolean> {
  const given = ctx.get(SECRET_HEADER)
  if (given === '') return false
  return (
    isOneOf(await knownHook(ctx, 'remembered'), given) ||
    isOneOf(await knownHook(ctx, 'anew'), given)
  )
}

/** Each is compared, so that the time taken tells nothing. */
function isOneOf({ secrets }: OrderHook, given: string): boolean {
  return secrets.map((secret) => isSecret(secret, given)).some(Boolean)
}

const changedOrders = new ChangedOrders(systemClock)

function gather({ clients, vtex }: Context, orderId: string): void {
  const { events } = clients
  const log = logOf(vtex)
  const send = async (event: ChangedOrdersEvent): Promise<void> => {
    try {
      await sendOwnEvent(events, EVENT_KEY, event)
    } catch (error) {
      log.warn({ flow: 'OrderHook', detail: isFault(error) ? error.message : 'event not sent' })
    }
  }
  changedOrders.add(tenantOf(vtex), orderId, send)
}

function refused(status: number, code: string, message: string): Answer {
  return { status, code, message }
}
