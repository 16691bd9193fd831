import { createHash } from 'node:crypto'
import { Fault } from '../../domain/problem/fault'
import type { FileStore, StoredJson } from '../clients/fileStore'

/** Never change: an order's claim would be looked for in two files. */
export const SHARDS = 64

/** How long a seed may be on its way (facts: none; an assumption of docs/guarantees.md). */
export const SEED_SETTLES_MS = 1_500

const SEEDED_AT_ONCE = 16

/** What a shard is seeded with: a constant, so that two seeders write the same. */
const SEED = { claims: {} }

export interface Claim {
  readonly owner: string
  /** Epoch milliseconds. */
  readonly since: number
  readonly until: number
}
export type Claims = Readonly<Record<string, Claim>>

export function shardPath(orderId: string): string {
  const shard = createHash('sha256').update(orderId).digest().readUInt32BE(0) % SHARDS
  return pathOf(shard)
}

function pathOf(shard: number): string {
  return `claims/${String(shard).padStart(2, '0')}.json`
}

/** Without prototype: `constructor` as an order id is held by nobody. */
export function claimsIn(data: unknown): Claims {
  const claims = (data as { claims?: unknown } | null)?.claims
  const none = Object.create(null) as Claims
  return typeof claims === 'object' && claims !== null ? Object.assign(none, claims) : none
}

/**
 * The shard of an order. VBase cannot create a file only where there is none, so whoever finds it missing seeds it,
 * waits until the seed of anybody who found it missing too has landed, and only then reads it. All missing shards are
 * seeded at once: the wait comes once in an account's life.
 */
export async function readShard(
  files: FileStore,
  path: string,
  sleep: (milliseconds: number) => Promise<void>
): Promise<StoredJson> {
  const found = await files.read(path)
  if (found) return found
  await seedMissing(files, path)
  await sleep(SEED_SETTLES_MS)
  const seeded = await files.read(path)
  if (seeded) return seeded
  throw unavailable()
}

export function unavailable(): Fault {
  return new Fault({ kind: 'unavailable', upstream: 'VBASE', operation: 'Claim' })
}

async function seedMissing(files: FileStore, first: string): Promise<void> {
  const listed = await files.list('claims/')
  const seed = async (path: string) => {
    // A shard that is listed is there, whatever a read says; one that is not has been looked for twice.
    if (!listed.includes(path) && (await files.read(path)) === null)
      await files.save(path, SEED, null)
  }
  await seed(first)
  const others = Array.from({ length: SHARDS }, (_, shard) => pathOf(shard)).filter(
    (path) => path !== first
  )
  for (let start = 0; start < others.length; start += SEEDED_AT_ONCE) {
    // A shard that could not be seeded now is seeded by whoever needs it.
    await Promise.allSettled(others.slice(start, start + SEEDED_AT_ONCE).map(seed))
  }
}
