import { LONGEST_WRITE_MS } from '../../domain/journal/waiting'
import { isFault, mayPass } from '../../domain/problem/fault'
import { instantAt } from '../../domain/values/instant'
import type { ClaimResult, ClaimsPort, Clock, HeldClaim, Log } from '../../usecases/ports'
import { LostMatch, type FileStore } from '../clients/fileStore'
import { shardPath, unavailable, type Claim, type Claims } from './claimShards'
import { pause } from './pauses'
import { ShardChanges, type Judge } from './shardChanges'

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
  /** Shared by claims that are written side by side in one place; left out, these are written alone. */
  readonly shards?: ShardChanges
  /** How long a claim may lie that is to be given back, where nobody waits for that. */
  readonly lazyMs?: number
}

/** Claims on orders, across replicas: entries with owner and lease in shard files, written under If-Match (design §2.1). */
export class ClaimsStore implements ClaimsPort {
  private readonly heldHere = new Map<string, Claim>()
  /** Owners whose claim is not given back. */
  private readonly kept = new Set<string>()

  private readonly shards: ShardChanges

  constructor(private readonly parts: ClaimsStoreParts) {
    this.shards = parts.shards ?? new ShardChanges(parts)
  }

  /** Under which claim this request holds the order, with enough of the lease left for a save; null where it does not. */
  holderOf(orderId: string): string | null {
    const claim = this.heldHere.get(orderId)
    return claim && claim.until - this.parts.clock.now() > LONGEST_SAVE_MS ? claim.owner : null
  }

  /** The claim that this request holds on the order ends with its lease, not with the work. */
  keepToTheEnd(orderId: string): void {
    const held = this.heldHere.get(orderId)
    if (held) this.kept.add(held.owner)
  }

  async hold<T>(
    orderId: string,
    waitMs: number,
    work: (claim: HeldClaim) => Promise<T>
  ): Promise<ClaimResult<T>> {
    const owner = this.parts.newId()
    const held = await this.acquire(orderId, owner, this.parts.clock.now() + waitMs)
    if (held.owner !== owner) return { held: false, since: instantAt(held.since) }
    this.heldHere.set(orderId, held)
    try {
      return { held: true, value: await work({ confirm: () => this.confirm(orderId, owner) }) }
    } finally {
      const last = this.heldHere.get(orderId) ?? held
      this.heldHere.delete(orderId)
      if (!this.kept.has(owner)) await this.giveBack(orderId, last)
    }
  }

  /** Our claim; the other's where waiting took too long. */
  private async acquire(orderId: string, owner: string, deadline: number): Promise<Claim> {
    const { clock } = this.parts
    const path = shardPath(orderId)
    let failures = 0
    for (;;) {
      try {
        const claim = await this.tryToClaim(path, orderId, owner)
        if (claim.owner === owner || clock.now() >= deadline) return claim
        await clock.sleep(pause(owner, 60, 140))
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

  private async tryToClaim(path: string, orderId: string, owner: string): Promise<Claim> {
    const { clock } = this.parts
    let claim: Claim | undefined
    const judge: Judge = (claims) => {
      const found = claims[orderId]
      const now = clock.now()
      claim = found
      // Another's, or ours already: a save that was answered as failed had committed.
      if (found && !isOver(found, now)) return null
      claim = { owner, since: now, until: now + LEASE_MS }
      return { ...live(claims, now), [orderId]: claim }
    }
    await this.shards.change(path, { judge, seeds: true })
    return claim!
  }

  // True only where the lease is still ours and outlasts a write; a lease that runs short is renewed first.
  private async confirm(orderId: string, owner: string): Promise<boolean> {
    const { clock } = this.parts
    const path = shardPath(orderId)
    for (let failures = 0; failures < MOST_FAILURES;) {
      try {
        const mine = (await this.shards.read(path))?.[orderId]
        const now = clock.now()
        if (mine?.owner !== owner || mine.until <= now) return false
        if (mine.until - now >= LEFT_FOR_WRITE_MS) {
          this.keep(orderId, mine)
          return true
        }
        const renewed = { ...mine, until: now + LEASE_MS }
        const judge: Judge = (claims) =>
          claims[orderId]?.owner === owner ? { ...live(claims, now), [orderId]: renewed } : null
        if (!(await this.shards.change(path, { judge }))) return false
        this.keep(orderId, renewed)
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
  private keep(orderId: string, claim: Claim): void {
    if (this.heldHere.get(orderId)?.owner === claim.owner) this.heldHere.set(orderId, claim)
  }

  private async giveBack(orderId: string, claim: Claim): Promise<void> {
    const released = this.release(orderId, claim)
    if (this.parts.lazyMs === undefined) await released
    else
      this.shards.leave(
        released.catch((error: unknown) => {
          const detail = error instanceof Error ? error.message : typeof error
          this.parts.log.error({ orderId, detail, flow: 'Claims' })
        })
      )
  }

  // A lost match is nobody's failure: another order of the shard was claimed or given back, so it goes on until the
  // claim ends by itself.
  private async release(orderId: string, { owner, until }: Claim): Promise<void> {
    const { clock, log } = this.parts
    const path = shardPath(orderId)
    const judge: Judge = (claims) => {
      if (claims[orderId]?.owner !== owner) return null
      const { [orderId]: _mine, ...others } = live(claims, clock.now())
      return others
    }
    let { lazyMs } = this.parts
    for (let failures = 0; failures < 2 * MOST_FAILURES && clock.now() < until;) {
      try {
        await this.shards.change(path, { judge, lazyMs })
        return
      } catch (error) {
        lazyMs = undefined
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
