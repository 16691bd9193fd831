import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

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

/** How far back a stale read may look. */
export const STALE_MS = 2_000

/** What stood at a path until another content, or none, took its place. */
interface Replaced {
  readonly file: StoredFile | undefined
  readonly until: number
}

/** Files of all buckets, in memory; written through to `directory` when there is one. */
export class FileStore {
  private readonly buckets = new Map<string, Map<string, StoredFile>>()

  private readonly past = new Map<string, Replaced[]>()
  /** Grows with every `clear`: a call that is still under way knows by it that its world is gone. */
  generation = 0

  constructor(
    private readonly directory: string | null,
    private readonly now: () => number = Date.now
  ) {
    if (directory) this.load(directory)
  }

  get(bucket: Bucket, path: string): StoredFile | undefined {
    return this.buckets.get(keyOf(bucket))?.get(path)
  }

  /** The file as it was `ageMs` ago, at most `STALE_MS`. */
  getOlder(bucket: Bucket, path: string, ageMs: number): StoredFile | undefined {
    const then = this.now() - ageMs
    const replaced = this.past.get(this.placeOf(bucket, path))?.find(({ until }) => until > then)
    return replaced ? replaced.file : this.get(bucket, path)
  }

  put(bucket: Bucket, path: string, body: Buffer): StoredFile {
    this.keepOlder(bucket, path)
    const file = { body, hash: hashOf(body) }
    this.filesOf(keyOf(bucket)).set(path, file)
    this.write(keyOf(bucket), path, body)
    return file
  }

  delete(bucket: Bucket, path: string): void {
    this.keepOlder(bucket, path)
    this.buckets.get(keyOf(bucket))?.delete(path)
    if (this.directory) rmSync(this.place(keyOf(bucket), path), { force: true })
  }

  /** By path, in VBase's order. */
  list(bucket: Bucket, prefix = ''): { path: string; hash: string }[] {
    const found: { path: string; hash: string }[] = []
    for (const [path, { hash }] of this.buckets.get(keyOf(bucket)) ?? [])
      if (path.startsWith(prefix)) found.push({ path, hash })
    return found.sort((a, b) => (a.path < b.path ? -1 : 1))
  }

  everything(): { bucket: string; path: string; hash: string; body: Buffer }[] {
    return [...this.buckets].flatMap(([bucket, files]) =>
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
    const now = this.now()
    const place = this.placeOf(bucket, path)
    const kept = (this.past.get(place) ?? []).filter(({ until }) => until > now - STALE_MS)
    this.past.set(place, [...kept, { file: this.get(bucket, path), until: now }])
  }

  private placeOf(bucket: Bucket, path: string): string {
    return `${keyOf(bucket)}/${fileName(path)}`
  }

  private filesOf(key: string): Map<string, StoredFile> {
    const known = this.buckets.get(key)
    if (known) return known
    const files = new Map<string, StoredFile>()
    this.buckets.set(key, files)
    return files
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
      this.filesOf(parts.slice(0, -1).join('/')).set(path, { body, hash: hashOf(body) })
    }
  }
}

const keyOf = ({ account, workspace, app, name }: Bucket): string =>
  [account, workspace, app, name].map(fileName).join('/')

// Dots too: a path of VBase may be `..`, a name on disk may not.
function fileName(text: string): string {
  return encodeURIComponent(text).replace(/\./g, '%2E')
}

const hashOf = (body: Buffer): string => createHash('md5').update(body).digest('hex')
