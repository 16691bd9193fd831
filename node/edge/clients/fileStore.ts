import { VBase, type InstanceOptions, type IOContext } from '@vtex/api'
import { Fault } from '../../domain/problem/fault'
import { statusOf, upstreamFault } from './upstreamFault'

const BUCKET = 'invoice-tracking'

export interface StoredJson {
  readonly data: unknown
  /** What a conditional save names. */
  readonly etag: string
}

/** JSON files with conditional saves. */
export interface FileStore {
  /** Null where there is no such file. @errors Fault VBASE */
  read(path: string): Promise<StoredJson | null>
  /**
   * The ETag of what was saved, where VBase names it: then the next save needs no read.
   * @errors LostMatch where the file is no longer the one named by ifMatch; Fault VBASE where it is not known what happened
   */
  save(path: string, data: unknown, ifMatch: string | null): Promise<string | null>
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

  async read(path: string): Promise<StoredJson | null> {
    try {
      const { data, headers, status } = await this.http.getRaw<unknown>(fileUrl(path), {
        metric: 'vbase-read',
        nullIfNotFound: true,
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

  async save(path: string, data: unknown, ifMatch: string | null): Promise<string | null> {
    try {
      const { headers } = await this.http.putRaw(fileUrl(path), data, {
        headers: {
          'Content-Type': 'application/json',
          ...(ifMatch === null ? null : { 'If-Match': ifMatch }),
        },
        metric: 'vbase-save',
      })
      return etagOf(headers)
    } catch (error) {
      // No source says which of the two a lost If-Match is (platform §5.4).
      if ([409, 412].includes(statusOf(error) ?? 0)) throw new LostMatch()
      throw upstreamFault(error, 'VBASE', 'Save')
    }
  }
}

function etagOf(headers: unknown): string | null {
  const etag = (headers as { etag?: unknown } | undefined)?.etag
  return typeof etag === 'string' && etag !== '' ? etag : null
}

function unreadable(): Fault {
  return new Fault({ kind: 'unreadable', upstream: 'VBASE', operation: 'Read' })
}

function fileUrl(path: string): string {
  const [app] = (process.env.VTEX_APP_ID ?? '').split('@')
  return `/buckets/${app}/${BUCKET}/files/${path}`
}
