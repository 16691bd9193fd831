import { VBase, type InstanceOptions, type IOContext } from '@vtex/api'
import { Fault } from '../../domain/problem/fault'
import { statusOf, upstreamFault } from './upstreamFault'

const BUCKET = 'invoice-tracking'
const MOST_LISTED = 100
/** What one call may take; the platform's own default is a second (design §2.7). */
export const LONGEST_CALL_MS = 3_000
/** Without it VBase may answer from before a save that was acknowledged (platform §5.4). */
const LIVE = { 'Cache-Control': 'no-cache' }

export interface StoredJson {
  readonly data: unknown
  /** What a conditional save names. */
  readonly etag: string
}

/** JSON files with conditional saves. Each call ends within `withinMs`, and within LONGEST_CALL_MS where that is left out. */
export interface FileStore {
  /** Null where VBase knows no such file, which alone proves no absence (stores/creating.ts). @errors Fault VBASE */
  read(path: string, withinMs?: number): Promise<StoredJson | null>
  /**
   * Paths that begin with the prefix, a hundred at most; with `most` page by page up to some more.
   * @errors Fault VBASE
   */
  list(prefix: string, withinMs?: number, most?: number): Promise<readonly string[]>
  /**
   * The ETag of what was saved, where VBase names it: then the next save needs no read.
   * @errors LostMatch where the file is no longer the one named by ifMatch; Fault VBASE where it is not known what happened
   */
  save(
    path: string,
    data: unknown,
    ifMatch: string | null,
    withinMs?: number
  ): Promise<string | null>
  /** Nothing happens where there is none. @errors Fault VBASE */
  remove(path: string, withinMs?: number): Promise<void>
}

/** Somebody else saved in between. */
export class LostMatch extends Error {}

/**
 * VBase without what the platform's client does behind one's back: it joins a read to any read of the same address that
 * is under way in the process, one that began before somebody else's save included.
 */
export class VBaseFiles extends VBase implements FileStore {
  constructor(context: IOContext, options?: InstanceOptions) {
    super(context, { ...options, memoizable: false, retries: 0 })
  }

  async read(path: string, withinMs = LONGEST_CALL_MS): Promise<StoredJson | null> {
    try {
      const { data, headers, status } = await this.http.getRaw<unknown>(fileUrl(path), {
        headers: LIVE,
        metric: 'vbase-read',
        nullIfNotFound: true,
        timeout: withinMs,
      } as Parameters<typeof this.http.getRaw>[1])
      if (status === 404 || data === null) return null
      const etag = etagOf(headers)
      // Without it no save could be conditional, and two writers would overwrite each other unseen.
      if (etag === null) throw unreadable()
      return { data, etag }
    } catch (error) {
      throw upstreamFault(error, 'VBASE', 'Read')
    }
  }

  async list(
    prefix: string,
    withinMs = LONGEST_CALL_MS,
    most = MOST_LISTED
  ): Promise<readonly string[]> {
    const found: string[] = []
    let after: string | undefined
    try {
      do {
        const { data, next } = await this.http.get<ListedPage>(bucketUrl(), {
          headers: LIVE,
          metric: 'vbase-list',
          params: { prefix, limit: MOST_LISTED, ...(after ? { _next: after } : null) },
          timeout: withinMs,
        })
        found.push(...data.map(({ path }) => path))
        after = next || undefined
      } while (after && found.length < most)
    } catch (error) {
      throw upstreamFault(error, 'VBASE', 'List')
    }
    return found
  }

  async save(
    path: string,
    data: unknown,
    ifMatch: string | null,
    withinMs = LONGEST_CALL_MS
  ): Promise<string | null> {
    try {
      const { headers } = await this.http.putRaw(fileUrl(path), data, {
        headers: {
          'Content-Type': 'application/json',
          ...(ifMatch === null ? null : { 'If-Match': ifMatch }),
        },
        metric: 'vbase-save',
        timeout: withinMs,
      })
      return etagOf(headers)
    } catch (error) {
      // No source says which of the two a lost If-Match is (platform §5.4).
      if (ifMatch !== null && [409, 412].includes(statusOf(error) ?? 0)) throw new LostMatch()
      throw upstreamFault(error, 'VBASE', 'Save')
    }
  }

  async remove(path: string, withinMs = LONGEST_CALL_MS): Promise<void> {
    try {
      await this.http.delete(fileUrl(path), { metric: 'vbase-remove', timeout: withinMs })
    } catch (error) {
      if (statusOf(error) !== 404) throw upstreamFault(error, 'VBASE', 'Remove')
    }
  }
}

interface ListedPage {
  readonly data: readonly { readonly path: string }[]
  /** From where the next page goes on; empty or left out on the last one. */
  readonly next?: string | null
}

function etagOf(headers: unknown): string | null {
  const etag = (headers as { etag?: unknown } | undefined)?.etag
  return typeof etag === 'string' && etag !== '' ? etag : null
}

function unreadable(): Fault {
  return new Fault({ kind: 'unreadable', upstream: 'VBASE', operation: 'Read' })
}

function bucketUrl(): string {
  const [app] = (process.env.VTEX_APP_ID ?? '').split('@')
  return `/buckets/${app}/${BUCKET}/files`
}

function fileUrl(path: string): string {
  return `${bucketUrl()}/${path}`
}
