import { createHash } from 'node:crypto'
import type { Right } from '../../domain/problem/rights'
import type { Clock } from '../../usecases/ports'
import type { Actor } from '../actor'
import { systemClock } from '../adapters/clock'
import type { TokenOwner } from '../clients/vtexId'
import type { Context } from '../context'
import { ownerOf } from '../owners'
import { PublicError } from '../publicError'
import { TimedMemory } from '../timedMemory'

const MINUTE_MS = 60_000

/** What a process remembers of callers at the door. No token and no key is a key of it, only their hashes. */
export interface DoorMemory {
  readonly owners: TimedMemory<TokenOwner>
  /** Rights that were granted; one that was not is asked for again. */
  readonly granted: TimedMemory<true>
  readonly sessions: TimedMemory<string>
}

/** Nobody judges the token before us here, so what is remembered is short: who loses a right loses it within the minute. */
export function doorMemory(clock: Pick<Clock, 'now'>): DoorMemory {
  return {
    owners: new TimedMemory({ ageMs: MINUTE_MS, most: 1_000 }, clock),
    granted: new TimedMemory({ ageMs: MINUTE_MS, most: 5_000 }, clock),
    // An app key's session lives for a day; it is asked once more every few minutes, so that a revoked key ends soon.
    sessions: new TimedMemory({ ageMs: 5 * MINUTE_MS, most: 1_000 }, clock),
  }
}

const NOBODY =
  'Send the header VtexIdclientAutCookie with a valid token of this account, or X-VTEX-API-AppKey and X-VTEX-API-AppToken. A cookie does not count here.'

const memoryOfProcess = doorMemory(systemClock)

/**
 * Who calls at the door: by `VtexIdclientAutCookie` as a header, never as a cookie, which a browser adds by itself; else
 * by an app key and its token, which VTEX ID exchanges. The caller's own token goes to OMS.
 * @errors PublicError UNAUTHENTICATED; Fault VTEX_ID, LICENSE_MANAGER
 */
export async function doorCaller(ctx: Context, memory = memoryOfProcess): Promise<Actor> {
  const { account } = ctx.vtex
  const token = ctx.get('VtexIdclientAutCookie') || (await sessionOf(ctx, memory))
  const owner = token
    ? await ownerOf(account, token, (asked) => ctx.clients.vtexId.ownerOf(asked), memory.owners)
    : null
  if (!token || owner?.account !== account) throw new PublicError('UNAUTHENTICATED', NOBODY)
  return { token, actor: owner.user, has: (right) => hasRight(ctx, memory, owner, right) }
}

async function sessionOf(ctx: Context, { sessions }: DoorMemory): Promise<string | null> {
  const key = ctx.get('X-VTEX-API-AppKey')
  const secret = ctx.get('X-VTEX-API-AppToken')
  if (!key || !secret) return null
  const name = hashOf(ctx.vtex.account, key, secret)
  const known = sessions.get(name)
  if (known) return known
  const token = await ctx.clients.appKeys.sessionOf(key, secret)
  if (token) sessions.set(name, token)
  return token
}

async function hasRight(
  ctx: Context,
  { granted }: DoorMemory,
  { user, account }: TokenOwner,
  right: Right
): Promise<boolean> {
  const name = hashOf(account, user, right)
  if (granted.get(name)) return true
  const isGranted = await ctx.clients.rights.granted(user, right)
  if (isGranted) granted.set(name, true)
  return isGranted
}

function hashOf(...parts: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex')
}
