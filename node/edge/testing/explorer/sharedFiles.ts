import { createHash } from 'node:crypto'
import { Fault } from '../../../domain/problem/fault'
import {
  LONGEST_CALL_MS as TIMEOUT_MS,
  LostMatch,
  type FileStore,
  type StoredJson,
} from '../../clients/fileStore'
import { AT_ONCE, cutAt, type Way } from './operation'
import type { Scheduler } from './scheduler'

/** A slow call still in time. */
const SLOW_MS = 1_400
/** Of one page of the listing. */
const MOST_LISTED = 100
/** How old a stale read may be. */
const STALE_MS = 2_000

const LOST_FOR_NOTHING: Way<never> = {
  name: '412 for nothing',
  isAnomaly: true,
  hasNoEffect: true,
  fails: () => new LostMatch(),
}

export interface VBaseManners {
  /** What every call takes. */
  readonly latencyMs: number
  /** Whether a save answers with its ETag: no source says that VBase does. */
  readonly namesEtags: boolean
  /** Whether reads may be up to two seconds old although they ask for none of that (an assumption broken). */
  readonly isStale: boolean
}

/** VBase in memory: what all replicas see. Every save is shown to `onSave` with what stood there before. */
export class SharedFiles {
  readonly content = new Map<string, string>()
  private readonly hidden = new Set<string>()
  private readonly etags = new Map<string, string>()
  private readonly before = new Map<string, { readonly text: string | undefined; at: number }[]>()

  constructor(
    readonly scheduler: Scheduler,
    private readonly manners: VBaseManners,
    private readonly onSave: (path: string, before: string | null, after: string) => void
  ) {}

  /** As one replica's client sees it. */
  of(caller: string): FileStore {
    return {
      read: (path, withinMs) => this.read(caller, path, withinMs),
      list: (prefix, withinMs) => this.list(caller, prefix, withinMs),
      save: (path, data, ifMatch, withinMs) =>
        this.save(caller, path, JSON.stringify(data), ifMatch, withinMs),
      remove: (path, withinMs) => this.remove(caller, path, withinMs),
    }
  }

  private remove(caller: string, path: string, withinMs = TIMEOUT_MS): Promise<void> {
    const ways: Way<void>[] = [this.usual(), { ...timedOut('Remove'), name: 'times out, removed' }]
    return this.scheduler.call<void>({
      caller,
      label: `vbase remove ${path}`,
      resource: path,
      writes: true,
      effect: () => void this.content.delete(path),
      ways: cutAt(ways, withinMs, noAnswer('Remove')),
    })
  }

  private read(caller: string, path: string, withinMs = TIMEOUT_MS): Promise<StoredJson | null> {
    const stored = (text: string | undefined): StoredJson | null =>
      text === undefined ? null : { data: JSON.parse(text), etag: this.etagOf(text) }
    const ways: Way<StoredJson | null>[] = [
      this.usual(),
      { name: 'slow: waits, then looks', isAnomaly: true, afterMs: SLOW_MS },
      { name: 'slow: looks, then waits', isAnomaly: true, answerMs: SLOW_MS },
      { ...timedOut('Read'), name: 'times out', hasNoEffect: true },
    ]
    if (this.content.has(path)) ways.push(...this.falselyMissing(caller, path))
    const old = this.manners.isStale ? this.olderOf(path) : null
    if (old)
      ways.push({
        name: 'stale',
        isAnomaly: true,
        hasNoEffect: true,
        answers: () => stored(old.text),
      })
    return this.scheduler.call({
      caller,
      ways: cutAt(ways, withinMs, noAnswer('Read')),
      label: `vbase read ${path}`,
      resource: path,
      writes: false,
      effect: () => (this.hidden.has(`${caller} ${path}`) ? null : stored(this.content.get(path))),
    })
  }

  private list(caller: string, prefix: string, withinMs = TIMEOUT_MS): Promise<readonly string[]> {
    const ways: Way<readonly string[]>[] = [
      this.usual(),
      { name: 'slow: waits, then looks', isAnomaly: true, afterMs: SLOW_MS },
      { name: 'slow: looks, then waits', isAnomaly: true, answerMs: SLOW_MS },
      { ...timedOut('List'), name: 'times out', hasNoEffect: true },
    ]
    return this.scheduler.call<readonly string[]>({
      caller,
      label: `vbase list ${prefix}`,
      resource: prefix,
      writes: false,
      effect: () =>
        [...this.content.keys()].filter((path) => path.startsWith(prefix)).slice(0, MOST_LISTED),
      ways: cutAt(ways, withinMs, noAnswer('List')),
    })
  }

  /** Once, or remembered for two hours, as VBase was seen to do: then this caller never sees the file. */
  private falselyMissing(caller: string, path: string): Way<null>[] {
    const missing = { isAnomaly: true, hasNoEffect: true } as const
    const forHours = (): null => {
      this.hidden.add(`${caller} ${path}`)
      return null
    }
    return [
      { ...missing, name: '404 for what is there', answers: () => null },
      { ...missing, name: '404 for what is there, for hours', answers: forHours },
    ]
  }

  private save(
    caller: string,
    path: string,
    text: string,
    ifMatch: string | null,
    withinMs = TIMEOUT_MS
  ): Promise<string | null> {
    const ways: Way<string | null>[] = [
      this.usual(),
      { name: 'slow', isAnomaly: true, afterMs: SLOW_MS },
      {
        ...timedOut('Save'),
        name: 'late: times out, lands after',
        afterMs: TIMEOUT_MS + SLOW_MS,
      },
      { ...timedOut('Save'), name: 'times out, saved' },
      { ...timedOut('Save'), name: 'times out, not saved', hasNoEffect: true },
      // Whoever names no version cannot be told that it is another one.
      ...(ifMatch === null ? [] : [LOST_FOR_NOTHING]),
      { name: 'saved, and the caller dies', isAnomaly: true, dies: true },
      { name: 'the caller dies, saved later', isAnomaly: true, dies: true, afterMs: TIMEOUT_MS },
    ]
    return this.scheduler.call<string | null>({
      caller,
      label: `vbase save ${path}${ifMatch === null ? ' (new)' : ''}`,
      resource: path,
      writes: true,
      effect: () => this.put(path, text, ifMatch),
      ways: cutAt(ways, withinMs, noAnswer('Save')),
    })
  }

  private usual(): Way<never> {
    const { latencyMs } = this.manners
    return latencyMs > 0 ? { ...AT_ONCE, afterMs: latencyMs } : AT_ONCE
  }

  private put(path: string, text: string, ifMatch: string | null): string | null {
    const stored = this.content.get(path)
    if (ifMatch !== null && (stored === undefined || this.etagOf(stored) !== ifMatch))
      throw new LostMatch()
    const history = this.before.get(path) ?? []
    this.before.set(path, [...history, { text: stored, at: this.scheduler.now() }].slice(-8))
    this.content.set(path, text)
    this.onSave(path, stored ?? null, text)
    return this.manners.namesEtags ? this.etagOf(text) : null
  }

  /** By content, as VBase's own: the same text has the same mark again. */
  private etagOf(text: string): string {
    const known = this.etags.get(text)
    if (known !== undefined) return known
    const etag = createHash('md5').update(text).digest('hex')
    this.etags.set(text, etag)
    return etag
  }

  /** The oldest content that was still there two seconds ago; null where it has not changed since. */
  private olderOf(path: string): { readonly text: string | undefined } | null {
    const since = this.scheduler.now() - STALE_MS
    return this.before.get(path)?.find(({ at }) => at >= since) ?? null
  }
}

function timedOut(operation: string): Omit<Way<never>, 'name'> {
  return {
    isAnomaly: true,
    answerMs: TIMEOUT_MS,
    fails: noAnswer(operation),
  }
}

function noAnswer(operation: string): () => Fault {
  return () => new Fault({ kind: 'unavailable', upstream: 'VBASE', operation })
}
