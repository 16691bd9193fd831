import { ExternalClient, type InstanceOptions, type IOContext } from '@vtex/api'
import { Fault } from '../../domain/problem/fault'
import { statusOf, upstreamFault } from './upstreamFault'

const TIMEOUT_MS = 5_000
/** A write that was not made: its condition did not hold, or nothing would have changed. No source says which of them. */
const NOT_WRITTEN = [304, 400, 404, 412]

export type Written = 'taken' | 'perhaps not'

export interface Found {
  readonly rows: readonly Record<string, unknown>[]
  /** Of all that it found; null where the answer does not say. */
  readonly total: number | null
}

export interface Search {
  readonly schema?: string
  readonly where?: string
  readonly sort?: string
  readonly fields: readonly string[]
  /** The first row, from 0 on. */
  readonly from?: number
  readonly most: number
}

export interface Scroll {
  readonly schema: string
  readonly where: string
  readonly sort: string
  readonly fields: readonly string[]
  /** Rows at once. */
  readonly size: number
}

/**
 * Master Data v2 with the app's own credential. The platform's client remembers documents within a request and knows no
 * condition on writes, and that of @vtex/clients speaks of one entity in a process (masterdata §1.4): hence one of our own
 * on the same base. Nothing is called again by itself.
 * @errors Fault MASTERDATA @source masterdata §1.4, §1.5, §1.7
 */
export class MasterData extends ExternalClient {
  constructor(context: IOContext, options?: InstanceOptions) {
    super('http://api.vtex.com/api/dataentities', context, {
      ...options,
      memoizable: false,
      retries: 0,
      timeout: TIMEOUT_MS,
      params: { an: context.account },
      headers: {
        ...options?.headers,
        Accept: 'application/json',
        VtexIdclientAutCookie: context.authToken,
        'X-Vtex-Use-Https': 'true',
      },
    })
  }

  /** Null where there is none: an answer without a body, or 404. */
  async document(
    entity: string,
    id: string,
    fields: readonly string[]
  ): Promise<Record<string, unknown> | null> {
    return this.calling('GetDocument', async () => {
      const answer = await this.http.get<unknown>(documentUrl(entity, id), {
        params: { _fields: fields.join(',') },
        metric: 'masterdata-document',
        nullIfNotFound: true,
      } as Parameters<typeof this.http.get>[1])
      return typeof answer === 'object' && answer !== null
        ? (answer as Record<string, unknown>)
        : null
    })
  }

  /** Takes the place of a whole document, where the condition holds. */
  put(
    entity: string,
    id: string,
    document: object,
    { schema, where }: { readonly schema: string; readonly where: string }
  ): Promise<Written> {
    return this.writing('PutDocument', () =>
      this.http.putRaw(documentUrl(entity, id), document, {
        params: { _schema: schema, _where: where },
        metric: 'masterdata-put',
      })
    )
  }

  /** Writes the named fields, into a document of its own where there is none. */
  patch(entity: string, id: string, fields: object, schema: string): Promise<Written> {
    return this.writing('PatchDocument', () =>
      this.http.patch(documentUrl(entity, id), fields, {
        params: { _schema: schema },
        metric: 'masterdata-patch',
      })
    )
  }

  async remove(entity: string, id: string): Promise<void> {
    await this.writing('DeleteDocument', () =>
      this.http.delete(documentUrl(entity, id), { metric: 'masterdata-delete' })
    )
  }

  search(entity: string, { schema, where, sort, fields, most, from = 0 }: Search): Promise<Found> {
    return this.calling('Search', async () => {
      const { data, headers } = await this.http.getRaw<unknown>(`/${entity}/search`, {
        params: {
          _fields: fields.join(','),
          ...(schema && { _schema: schema }),
          ...(where && { _where: where }),
          ...(sort && { _sort: sort }),
        },
        headers: { 'REST-Range': `resources=${from}-${from + most}` },
        metric: 'masterdata-search',
      })
      if (!Array.isArray(data)) throw unreadable('Search')
      return { rows: data as Record<string, unknown>[], total: totalIn(headers) }
    })
  }

  /**
   * Every row that it finds, page by page to the empty one: until then the scroll is open, and an account may have ten
   * (masterdata §1.5). How many there are, as Master Data says at its beginning.
   */
  scroll(
    entity: string,
    { schema, where, sort, fields, size }: Scroll,
    take: (row: Record<string, unknown>) => void
  ): Promise<number> {
    return this.calling('Scroll', async () => {
      const first = { _fields: fields.join(','), _schema: schema, _where: where, _sort: sort }
      let token: string | null = null
      let total: number | null = null
      for (;;) {
        const { data, headers }: { data: unknown; headers: unknown } = await this.http.getRaw(
          `/${entity}/scroll`,
          {
            params: token === null ? { ...first, _size: size } : { _token: token },
            metric: 'masterdata-scroll',
          }
        )
        if (!Array.isArray(data)) throw unreadable('Scroll')
        total ??= numberIn(headers, 'rest-content-total')
        for (const row of data as Record<string, unknown>[]) take(row)
        const next: string | null = headerIn(headers, 'x-vtex-md-token') ?? token
        if (data.length === 0) return total ?? 0
        if (next === null) throw unreadable('Scroll')
        token = next
      }
    })
  }

  putSchema(entity: string, name: string, schema: object): Promise<Written> {
    return this.writing('PutSchema', () =>
      this.http.putRaw(`/${entity}/schemas/${name}`, schema, { metric: 'masterdata-schema' })
    )
  }

  async removeSchema(entity: string, name: string): Promise<void> {
    await this.writing('DeleteSchema', () =>
      this.http.delete(`/${entity}/schemas/${name}`, { metric: 'masterdata-schema' })
    )
  }

  private async writing(operation: string, call: () => Promise<unknown>): Promise<Written> {
    try {
      await call()
      return 'taken'
    } catch (error) {
      if (NOT_WRITTEN.includes(statusOf(error) ?? 0)) return 'perhaps not'
      throw fault(error, operation)
    }
  }

  private async calling<T>(operation: string, call: () => Promise<T>): Promise<T> {
    try {
      return await call()
    } catch (error) {
      throw fault(error, operation)
    }
  }
}

function documentUrl(entity: string, id: string): string {
  return `/${entity}/documents/${encodeURIComponent(id)}`
}

/** @shape resources=0-25/98 */
function totalIn(headers: unknown): number | null {
  const total = /\/(\d+)$/.exec(headerIn(headers, 'rest-content-range') ?? '')?.[1]
  return total === undefined ? null : Number(total)
}

function headerIn(headers: unknown, name: string): string | null {
  const value = (headers as Record<string, unknown> | undefined)?.[name]
  return typeof value === 'string' ? value : null
}

function numberIn(headers: unknown, name: string): number | null {
  const text = headerIn(headers, name)
  return text !== null && /^\d+$/.test(text) ? Number(text) : null
}

function fault(error: unknown, operation: string): Fault {
  const found = upstreamFault(error, 'MASTERDATA', operation)
  if (found.kind !== 'rateLimited') return found
  const after = Number(
    (error as { response?: { headers?: Record<string, unknown> } }).response?.headers?.[
      'retry-after'
    ]
  )
  return new Fault({
    kind: 'rateLimited',
    upstream: 'MASTERDATA',
    operation,
    status: found.status,
    retryAfterSeconds: Number.isFinite(after) && after >= 0 ? after : null,
  })
}

function unreadable(operation: string): Fault {
  return new Fault({ kind: 'unreadable', upstream: 'MASTERDATA', operation })
}
