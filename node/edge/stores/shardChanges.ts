import type { Clock } from '../../usecases/ports'
import type { FileStore, StoredJson } from '../clients/fileStore'
import { claimsIn, readShard, unavailable, type Claims } from './claimShards'

/** The claims as they are to be, judged on those that stand there; null: leave them. */
export type Judge = (claims: Claims) => Claims | null

export interface Asked {
  readonly judge: Judge
  /** Makes the shard where the account has none yet. */
  readonly seeds?: boolean
  /** How long it may lie before it is written alone, in the hope that another change of the shard comes by. */
  readonly lazyMs?: number
}

interface Waiting extends Asked {
  readonly resolve: (isSaved: boolean) => void
  readonly reject: (error: unknown) => void
}

/**
 * Changes of the claims' shards. Those that are asked for while another one of the same shard is being written go together,
 * in one save: each is judged on the claims as the one before it leaves them, and all of them on the very content that the
 * save replaces under If-Match. So a group is what its members would have been one after the other, and no one's claim is
 * less exclusive for it. Who shares this with others shares their fate: a save that fails has failed for all.
 */
export class ShardChanges {
  /** As last seen; a save that stands on it is lost where somebody else has saved since. */
  private readonly seen = new Map<string, StoredJson | null>()
  private readonly waiting = new Map<string, Waiting[]>()
  private readonly writing = new Map<string, Promise<void>>()
  private readonly left = new Set<Promise<void>>()

  constructor(private readonly parts: { readonly files: FileStore; readonly clock: Clock }) {}

  /** The claims of a shard as they are now; null where VBase does not show it. @errors Fault VBASE */
  async read(path: string): Promise<Claims | null> {
    const file = await this.parts.files.read(path)
    this.seen.set(path, file)
    return file && claimsIn(file.data)
  }

  /** Whether it was saved; false where the judge left the claims as they are. @errors LostMatch, Fault VBASE */
  change(path: string, asked: Asked): Promise<boolean> {
    const saved = new Promise<boolean>((resolve, reject) => {
      const others = this.waiting.get(path) ?? []
      this.waiting.set(path, [...others, { ...asked, resolve, reject }])
    })
    const { lazyMs = 0 } = asked
    if (lazyMs === 0) void this.write(path)
    else void this.parts.clock.sleep(lazyMs).then(() => this.write(path))
    return saved
  }

  /** Work whose end nobody waits for before `flush`. */
  leave(work: Promise<void>): void {
    this.left.add(work)
    void work.finally(() => this.left.delete(work))
  }

  /** Resolves once nothing waits to be written, and what was left has ended. */
  async flush(): Promise<void> {
    await Promise.all([...this.waiting.keys()].map((path) => this.write(path)))
    await Promise.all(this.left)
  }

  private write(path: string): Promise<void> {
    const running = this.writing.get(path)
    if (running) return running
    // What lay and has gone with another change meanwhile.
    if (!this.waiting.has(path)) return Promise.resolve()
    const all = this.writeAll(path)
    this.writing.set(path, all)
    return all
  }

  private async writeAll(path: string): Promise<void> {
    for (;;) {
      const group = this.waiting.get(path) ?? []
      this.waiting.delete(path)
      if (group.length === 0) {
        // Now, not a moment later: whoever came in between would wait for a writer that has gone.
        this.writing.delete(path)
        return
      }
      try {
        const isSaved = await this.save(path, group)
        group.forEach(({ resolve }, index) => resolve(isSaved[index]))
      } catch (error) {
        for (const { reject } of group) reject(error)
      }
    }
  }

  private async save(path: string, group: readonly Waiting[]): Promise<readonly boolean[]> {
    const known = this.seen.get(path)
    this.seen.delete(path)
    const file = known ?? (await this.readFor(path, group))
    let claims = claimsIn(file.data)
    const isChange = group.map(({ judge }) => {
      const next = judge(claims)
      claims = next === null ? claims : claimsIn({ claims: next })
      return next !== null
    })
    // That nothing is to be done is not said of what may be old by now.
    if (known && isChange.includes(false)) return this.save(path, group)
    if (isChange.includes(true)) {
      const data = { claims }
      const etag = await this.parts.files.save(path, data, file.etag)
      this.seen.set(path, etag === null ? null : { data, etag })
    } else this.seen.set(path, file)
    return isChange
  }

  private async readFor(path: string, group: readonly Waiting[]): Promise<StoredJson> {
    const { files, clock } = this.parts
    if (group.some(({ seeds }) => seeds)) return readShard(files, path, (ms) => clock.sleep(ms))
    const file = await files.read(path)
    // A shard is never deleted: VBase hides it.
    if (file === null) throw unavailable()
    return file
  }
}
