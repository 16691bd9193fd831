import { createHash } from 'node:crypto'
import type { Clock } from '../usecases/ports'
import { systemClock } from './adapters/clock'
import type { TokenOwner } from './clients/vtexId'
import { TimedMemory } from './timedMemory'

/** A person is rarely at one screen for longer, and a token costs VTEX ID one call in that time. */
const BOUNDS = { ageMs: 5 * 60_000, most: 1_000 }

export const ownerMemory = (clock: Pick<Clock, 'now'>) => new TimedMemory<TokenOwner>(BOUNDS, clock)

const memoryOfProcess = ownerMemory(systemClock)

/**
 * Whose a token is, asked of VTEX ID once in a while. A token never changes its owner, and whether it is still good has
 * been judged by @auth on this very request: so nothing here outlives a sign-out. Nobody's token is not remembered.
 */
export async function ownerOf(
  account: string,
  token: string,
  ask: (token: string) => Promise<TokenOwner | null>,
  memory = memoryOfProcess
): Promise<TokenOwner | null> {
  // The process outlives requests: no token stays in its memory.
  const key = createHash('sha256').update(`${account}/${token}`).digest('hex')
  const known = memory.get(key)
  if (known) return known
  const owner = await ask(token)
  if (owner) memory.set(key, owner)
  return owner
}
