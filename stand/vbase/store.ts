import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { Past } from './past'
import { byCodeUnit, SortedNames, type Compare } from './sortedNames'

export interface StoredFile {
  readonly body: Buffer
  /** By content, as VBase's listing calls it. */
  readonly hash: string
}

/** One bucket's address: VBase separates by account, workspace and app. */
export interface Bucket {
  readonly account: string
  readonly workspace: string
  readonly app: string
  readonly name: string
}

/** Of one bucket. */
interface Held {
  readonly files: Map<string, StoredFile>
  readonly names: SortedNames
}

/** Files of all buckets, in memory; written through to `directory` when there is one. */
export class FileStore {
  private readonly buckets = new Map<string, Held>()
  private readonly past = new Past<StoredFile>()
  /** Grows with every `clear`: a call that is still under way knows by it that its world is gone. */
  generation = 0

  constructor(
    private readonly directory: string | null,
    private readonly now: () => number = Date.now,
    private readonly compare: Compare = byCodeUnit
  ) {
    if (directory) this.load(directory)
  }

  get(bucket: Bucket, path: string): StoredFile | undefined {
    return this.buckets.get(keyOf(bucket))?.files.get(path)
  }

  /** The file as it was `ageMs` ago; of what is longer ago than `STALE_MS` nothing is known. */
  getOlder(bucket: Bucket, path: string, ageMs: number): StoredFile | undefined {
    const replaced = this.past.at(placeOf(bucket, path), this.now() - ageMs)
    return replaced ? replaced.content : this.get(bucket, path)
  }

  put(bucket: Bucket, path: string, body: Buffer): StoredFile {
    this.keepOlder(bucket, path)
    const file = { body, hash: hashOf(body) }
    this.hold(keyOf(bucket), path, file)
    this.write(keyOf(bucket), path, body)
    return file
  }

  delete(bucket: Bucket, path: string): void {
    this.keepOlder(bucket, path)
    const held = this.buckets.get(keyOf(bucket))
    if (held?.files.delete(path)) held.names.delete(path)
    if (this.directory) rmSync(this.place(keyOf(bucket), path), { force: true })
  }

  /** Those that begin with the prefix and come after `after`, in VBase's order, `most` of them at the most. */
  list(bucket: Bucket, prefix = '', after = '', most = Infinity): { path: string; hash: string }[] {
    const held = this.buckets.get(keyOf(bucket))
    if (!held) return []
    const found = held.names.page(prefix, after, most)
    return found.map((path) => ({ path, hash: held.files.get(path)!.hash }))
  }

  everything(): { bucket: string; path: string; hash: string; body: Buffer }[] {
    return [...this.buckets].flatMap(([bucket, { files }]) =>
      [...files].map(([path, { hash, body }]) => ({ bucket, path, hash, body }))
    )
  }

  clear(): void {
    this.buckets.clear()
    this.past.clear()
    this.generation += 1
    if (this.directory) rmSync(this.directory, { recursive: true, force: true })
  }

  private keepOlder(bucket: Bucket, path: string): void {
    this.past.note(placeOf(bucket, path), this.get(bucket, path), this.now())
  }

  private hold(key: string, path: string, file: StoredFile): void {
    const held = this.heldOf(key)
    if (!held.files.has(path)) held.names.add(path)
    held.files.set(path, file)
  }

  private heldOf(key: string): Held {
    const known = this.buckets.get(key)
    if (known) return known
    const held = { files: new Map<string, StoredFile>(), names: new SortedNames(this.compare) }
    this.buckets.set(key, held)
    return held
  }

  private place(key: string, path: string): string {
    return join(this.directory!, key, fileName(path))
  }

  // By rename, so that a stand killed half-way leaves the old content or the new one.
  private write(key: string, path: string, body: Buffer): void {
    if (!this.directory) return
    const place = this.place(key, path)
    mkdirSync(dirname(place), { recursive: true })
    writeFileSync(`${place}.~new`, body)
    renameSync(`${place}.~new`, place)
  }

  private load(directory: string): void {
    let found: string[]
    try {
      found = readdirSync(directory, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile() && !entry.name.endsWith('.~new'))
        .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
    } catch {
      return
    }
    for (const place of found) {
      const parts = place.slice(directory.length + 1).split(/[\\/]/)
      const body = readFileSync(place)
      const path = decodeURIComponent(parts.at(-1)!)
      this.hold(parts.slice(0, -1).join('/'), path, { body, hash: hashOf(body) })
    }
  }
}

const keyOf = ({ account, workspace, app, name }: Bucket): string =>
  [account, workspace, app, name].map(fileName).join('/')

function placeOf(bucket: Bucket, path: string): string {
  return `${keyOf(bucket)}/${fileName(path)}`
}

// Dots too: a path of VBase may be `..`, a name on disk may not.
function fileName(text: string): string {
  return encodeURIComponent(text).replace(/\./g, '%2E')
}

const hashOf = (body: Buffer): string => createHash('md5').update(body).digest('hex')
