import { LONGEST_WRITE_MS } from '../../domain/journal/waiting'
import { isFault, Fault, mayPass } from '../../domain/problem/fault'
import { instantAt } from '../../domain/values/instant'
import type { ClaimResult, ClaimsPort, Clock, HeldClaim, Log } from '../../usecases/ports'
import { LostMatch, type FileStore, type StoredJson } from '../clients/fileStore'
import { claimsIn, readShard, shardPath, type Claim, type Claims } from './claimShards'

/** What must be left of a lease when a write starts. */
const LEFT_FOR_WRITE_MS = LONGEST_WRITE_MS + 10_000
/** Reads before the write come on top. */
export const LEASE_MS = LEFT_FOR_WRITE_MS + 15_000
/** Clocks of replicas differ: others let a lease run over by this. */
export const SKEW_MS = 2_000
const LONGEST_SAVE_MS = 5_000
/** How much longer a claim is tried for where others of its shard are always first. */
const LONGEST_CROWD_MS = 5_000
/** Failures of VBase in a row that end an attempt to claim. */
const MOST_FAILURES = 4

export interface ClaimsStoreParts {
  readonly files: FileStore
  readonly clock: Clock
  readonly log: Log
  readonly newId: () => string
}

interface Held {
  readonly claim: Claim
  /** As last seen; a save that stands on it is lost where somebody else has saved since. */
  readonly shard: StoredJson | null
}

/** Claims on orders, across replicas: entries with owner and lease in shard files, written under If-Match (design §2.1). */
export class ClaimsStore implements ClaimsPort {
  private readonly heldHere = new Map<string, Held>()
  /** Owners whose claim is not given back. */
  private readonly kept = new Set<string>()

  constructor(private readonly parts: ClaimsStoreParts) {}

  /** Under which claim this request holds the order, with enough of the lease left for a save; null where it does not. */
  holderOf(orderId: string): string | null {
    const claim = this.heldHere.get(orderId)?.claim
    return claim && claim.until - this.parts.clock.now() > LONGEST_SAVE_MS ? claim.owner : null
  }

  /** The claim that this request holds on the order ends with its lease, not with the work. */
  keepToTheEnd(orderId: string): void {
    const held = this.heldHere.get(orderId)
    if (held) this.kept.add(held.claim.owner)
  }

  async hold<T>(
    orderId: string,
    waitMs: number,
    work: (claim: HeldClaim) => Promise<T>
  ): Promise<ClaimResult<T>> {
    const owner = this.parts.newId()
    const held = await this.acquire(orderId, owner, this.parts.clock.now() + waitMs)
    if (held.claim.owner !== owner) return { held: false, since: instantAt(held.claim.since) }
    this.heldHere.set(orderId, held)
    try {
      return { held: true, value: await work({ confirm: () => this.confirm(orderId, owner) }) }
    } finally {
      const last = this.heldHere.get(orderId) ?? held
      this.heldHere.delete(orderId)
      if (!this.kept.has(owner)) await this.release(orderId, last)
    }
  }

  /** Our claim; the other's where waiting took too long. */
  private async acquire(orderId: string, owner: string, deadline: number): Promise<Held> {
    const { clock, files } = this.parts
    const path = shardPath(orderId)
    let failures = 0
    for (;;) {
      try {
        const shard = await readShard(files, path, (ms) => clock.sleep(ms))
        const claims = claimsIn(shard.data)
        const found = claims[orderId]
        // Ours already: a save that was answered as failed had committed.
        if (found?.owner === owner) return { claim: found, shard }
        if (found && !isOver(found, clock.now())) {
          if (clock.now() >= deadline) return { claim: found, shard }
          await clock.sleep(pause(owner, 60, 140))
          continue
        }
        const since = clock.now()
        const claim = { owner, since, until: since + LEASE_MS }
        const data = { claims: { ...live(claims, since), [orderId]: claim } }
        const etag = await files.save(path, data, shard.etag)
        return { claim, shard: etag === null ? null : { data, etag } }
      } catch (error) {
        if (error instanceof LostMatch) {
          // Another order of the shard may have been claimed: that is nobody's failure, but it must end.
          if (clock.now() >= deadline + LONGEST_CROWD_MS) throw unavailable()
          await clock.sleep(pause(owner, 5, 25))
        } else if (mayPass(error) && ++failures < MOST_FAILURES) {
          await clock.sleep(pause(owner, 50, 150))
        } else {
          throw error
        }
      }
    }
  }

  // True only where the lease is still ours and outlasts a write; a lease that runs short is renewed first.
  private async confirm(orderId: string, owner: string): Promise<boolean> {
    const { clock, files } = this.parts
    const path = shardPath(orderId)
    for (let failures = 0; failures < MOST_FAILURES;) {
      try {
        const shard = await files.read(path)
        const claims = claimsIn(shard?.data)
        const mine = claims[orderId]
        const now = clock.now()
        if (!shard || mine?.owner !== owner || mine.until <= now) return false
        if (mine.until - now >= LEFT_FOR_WRITE_MS) {
          this.keep(orderId, { claim: mine, shard })
          return true
        }
        const renewed = { ...mine, until: now + LEASE_MS }
        await files.save(path, { claims: { ...live(claims, now), [orderId]: renewed } }, shard.etag)
        this.keep(orderId, { claim: renewed, shard: null })
        return true
      } catch (error) {
        // Each lost match is another's save; the lease ends it where they do not.
        if (!(error instanceof LostMatch)) {
          if (!isFault(error)) throw error
          if (error.isOutOfTime) return false
          failures += 1
        }
        await clock.sleep(pause(owner, 5, 25))
      }
    }
    return false
  }

  // Not after the work has ended and given it back meanwhile.
  private keep(orderId: string, held: Held): void {
    if (this.heldHere.get(orderId)?.claim.owner === held.claim.owner)
      this.heldHere.set(orderId, held)
  }

  // A lost match is nobody's failure: another order of the shard was claimed or given back, so it goes on until the
  // claim ends by itself.
  private async release(orderId: string, { claim, shard: known }: Held): Promise<void> {
    const { clock, files, log } = this.parts
    const { owner, until } = claim
    const path = shardPath(orderId)
    let seen = known
    for (let failures = 0; failures < 2 * MOST_FAILURES && clock.now() < until;) {
      try {
        const shard = seen ?? (await files.read(path))
        seen = null
        // A shard is never deleted: VBase hides it.
        if (!shard) throw unavailable()
        const claims = claimsIn(shard.data)
        if (claims[orderId]?.owner !== owner) return
        const { [orderId]: _mine, ...others } = live(claims, clock.now())
        await files.save(path, { claims: others }, shard.etag)
        return
      } catch (error) {
        seen = null
        if (!(error instanceof LostMatch)) {
          if (!isFault(error)) throw error
          if (error.isOutOfTime) break
          failures += 1
        }
        await clock.sleep(pause(owner, 10, 40))
      }
    }
    log.warn({ flow: 'Claims', orderId, detail: 'claim not released: it ends with its lease' })
  }
}

function isOver(claim: Claim, now: number): boolean {
  return now > claim.until + SKEW_MS
}

function live(claims: Claims, now: number): Record<string, Claim> {
  return Object.fromEntries(Object.entries(claims).filter(([, claim]) => !isOver(claim, now)))
}

let turns = 0

// Spread by owner and turn, so that two writers do not meet again and again.
function pause(owner: string, shortest: number, spread: number): number {
  turns = (turns + 1) % 97
  let mixed = turns
  for (let index = 0; index < owner.length; index++)
    mixed = (mixed * 31 + owner.charCodeAt(index)) % 1009
  return shortest + (mixed % spread)
}

function unavailable(): Fault {
  return new Fault({ kind: 'unavailable', upstream: 'VBASE', operation: 'Claim' })
}
