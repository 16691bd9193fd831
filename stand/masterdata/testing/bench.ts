import { createDirectory } from '../../identity/directory'
import type { Grant } from '../../identity/owners'
import type { Incoming, Outcome } from '../../http/exchange'
import { MasterData } from '../masterData'

export const APP = 'local-own-app-credential'
export const PERSON = 'local-admin'

/** An answer as a caller reads it. Status 0: none came. */
export interface Told {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  /** Parsed where it is JSON. */
  readonly body: any
}

export type Params = Readonly<Record<string, string | number | undefined>>

export interface Asked {
  readonly entity?: string
  readonly query?: Params
  readonly body?: unknown
  readonly range?: string
  readonly token?: string | null
  readonly headers?: Readonly<Record<string, string>>
}

/** The entity of the tests, with a schema as an order's stage needs it. */
export const ENTITY = 'orders'
export const SCHEMA = 'v1'
export const SCHEMA_BODY = {
  type: 'object',
  properties: {
    stage: { type: 'string' },
    open: { type: 'boolean' },
    promise: { type: 'string', format: 'date-time' },
    value: { type: 'integer' },
    readAt: { type: 'integer' },
    note: { type: 'string' },
    codes: { type: 'array', items: { type: 'string' } },
    last: { type: 'object', properties: { code: { type: 'string' } } },
  },
  required: ['readAt'],
  'v-indexed': ['stage', 'open', 'promise', 'value', 'readAt', 'codes', 'last'],
  'v-default-fields': ['id', 'stage'],
  'v-cache': false,
}

/** A Master Data of its own with a clock that stands still until it is moved. */
export class Bench {
  time = Date.parse('2026-11-29T12:00:00Z')
  grants = new Set<Grant>(['25:ADMIN_DS'])
  readonly sleeping: (() => void)[] = []
  readonly masterData = this.another()

  /** One more on the same clock, as after a restart. */
  another(): MasterData {
    return new MasterData({
      account: 'storeops',
      clock: { now: () => this.time, sleep: (ms) => this.sleep(ms) },
      directory: createDirectory({
        account: 'storeops',
        appName: 'v.a',
        appVersion: '1.0.0',
        ownGrants: () => this.grants,
      }),
    })
  }

  pass(ms: number): void {
    this.time += ms
    for (const look of [...this.sleeping]) look()
  }

  set(patch: Record<string, unknown>): void {
    const set = this.masterData.switches.patch(patch)
    if (!set.ok) throw new Error(set.message)
  }

  async call(method: string, path: string, asked: Asked = {}): Promise<Told> {
    return told(await this.masterData.answer(requestOf(method, path, asked)))
  }

  /** With the schema in place and everything in the index. */
  async prepare(): Promise<this> {
    await this.call('PUT', `schemas/${SCHEMA}`, { body: SCHEMA_BODY })
    return this
  }

  put(id: string, body: unknown, query: Params = {}): Promise<Told> {
    return this.call('PUT', `documents/${encodeURIComponent(id)}`, {
      body,
      query: { _schema: SCHEMA, ...query },
    })
  }

  get(id: string): Promise<Told> {
    return this.call('GET', `documents/${encodeURIComponent(id)}`, { query: { _fields: '_all' } })
  }

  search(query: Params = {}, range = 'resources=0-100'): Promise<Told> {
    return this.call('GET', 'search', {
      query: { _schema: SCHEMA, _fields: 'id', ...query },
      range,
    })
  }

  /** What a search finds, sorted: for tests that are not about its order. */
  async ids(where?: string, more: Params = {}): Promise<string[]> {
    const { body } = await this.search({ ...(where ? { _where: where } : {}), ...more })
    return body.map(({ id }: { id: string }) => id).sort()
  }

  private sleep(ms: number): Promise<void> {
    const due = this.time + ms
    return new Promise((resolve) => {
      const look = (): void => {
        if (this.time < due) return
        this.sleeping.splice(this.sleeping.indexOf(look), 1)
        resolve()
      }
      this.sleeping.push(look)
      look()
    })
  }
}

/** `path` is the one behind the entity. */
export function requestOf(method: string, path: string, asked: Asked = {}): Incoming {
  const { entity = ENTITY, query = {}, body, range, token = APP, headers = {} } = asked
  const params = new URLSearchParams({ an: 'storeops' })
  for (const [name, value] of Object.entries(query))
    if (value !== undefined) params.set(name, String(value))
  return {
    method,
    host: 'api.vtex.com',
    path: `/api/dataentities/${entity}/${path}`,
    query: params,
    headers: {
      ...(token === null ? {} : { vtexidclientautcookie: token }),
      ...(range === undefined ? {} : { 'rest-range': range }),
      ...headers,
    },
    body: Buffer.from(
      body === undefined ? '' : typeof body === 'string' ? body : JSON.stringify(body)
    ),
  }
}

export function told(outcome: Outcome | null): Told {
  if (outcome === null) return { status: 0, headers: {}, body: 'unplanned' }
  if (typeof outcome === 'string') return { status: 0, headers: {}, body: outcome }
  const text = String(outcome.body ?? '')
  const isJson = outcome.headers?.['content-type']?.startsWith('application/json')
  return {
    status: outcome.status,
    headers: outcome.headers ?? {},
    body: isJson ? JSON.parse(text) : text,
  }
}
