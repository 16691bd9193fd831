import type { Right } from '../domain/problem/rights'
import type { Caller } from '../usecases/ports'
import { messageOfCode, messageOfMissing } from './codes'
import type { Context } from './context'
import { ownerOf } from './owners'
import { PublicError } from './publicError'

export interface Actor extends Caller {
  /** The token that @auth judged; it goes to OMS with every call. */
  readonly token: string
}

const COOKIE = 'VtexIdclientAutCookie'

const actors = new WeakMap<object, Promise<Actor>>()

/** Who calls, once a request. Fails closed: no token, nobody's token or another account's token is nobody. */
export function actorOf(ctx: Context): Promise<Actor> {
  const known = actors.get(ctx)
  if (known) return known
  const actor = identify(ctx)
  actors.set(ctx, actor)
  return actor
}

// Cookie first, then header: the order in which @auth looks. Another order would send a token that nobody judged.
function tokenOf(ctx: Context): string | null {
  return ctx.cookies.get(COOKIE) || ctx.get(COOKIE) || null
}

/** Whether the token is the cookie: that is what a browser adds by itself, whoever made it send. */
export function isByCookie(ctx: Context): boolean {
  return Boolean(ctx.cookies.get(COOKIE))
}

async function identify(ctx: Context): Promise<Actor> {
  const token = tokenOf(ctx)
  const { account } = ctx.vtex
  const { vtexId } = ctx.clients
  const owner =
    token === null ? null : await ownerOf(account, token, (asked) => vtexId.ownerOf(asked))
  if (token === null || owner === null || owner.account !== account) {
    throw new PublicError('UNAUTHENTICATED', messageOfCode('UNAUTHENTICATED'))
  }
  const answers = new Map<Right, Promise<boolean>>()
  return {
    actor: owner.user,
    token,
    has(right) {
      const answer = answers.get(right) ?? ctx.clients.rights.granted(owner.user, right)
      answers.set(right, answer)
      return answer
    },
  }
}

/** @errors PublicError FORBIDDEN that names the right. */
export async function requireRight(caller: Caller, right: Right): Promise<void> {
  if (await caller.has(right)) return
  throw new PublicError('FORBIDDEN', messageOfMissing(right))
}
