import { createHash } from 'node:crypto'
import { LRUCache } from '@vtex/api'
import type { TokenOwner } from './clients/vtexId'

/** A person is rarely at one screen for longer, and a token costs VTEX ID one call in that time. */
const AGE_MS = 5 * 60_000
const MOST_TOKENS = 1_000

interface KnownOwner {
  readonly owner: TokenOwner
  /** Epoch milliseconds. */
  readonly until: number
}

export type OwnerMemory = Pick<LRUCache<string, KnownOwner>, 'get' | 'set'>

const memoryOfProcess: OwnerMemory = new LRUCache<string, KnownOwner>({ max: MOST_TOKENS })

/**
 * Whose a token is, asked of VTEX ID once in a while. A token never changes its owner, and whether it is still good has
 * been judged by @auth on this very request: so nothing here outlives a sign-out. Nobody's token is not remembered.
 */
export async function ownerOf(
  account: string,
  token: string,
  ask: (token: string) => Promise<TokenOwner | null>,
  nowMs: number,
  memory: OwnerMemory = memoryOfProcess
): Promise<TokenOwner | null> {
  // The process outlives requests: no token stays in its memory.
  const key = createHash('sha256').update(`${account}/${token}`).digest('hex')
  const known = memory.get(key)
  if (known && nowMs < known.until) return known.owner
  const owner = await ask(token)
  if (owner) memory.set(key, { owner, until: nowMs + AGE_MS })
  return owner
}
