import { Agent, request, type IncomingHttpHeaders } from 'node:http'
import { startStand, type Stand, type StandOptions } from '../stand'
import type { World } from '../stand/world'

// Measurements are ratios within one run: this machine's speed cancels out, its neighbours' noise does not, so each
// figure is the median over pairs that are taken in turns.

export interface OutboundCall {
  method: string
  host: string
  path: string
  status: number
  ms: number
}

const agent = new Agent({ keepAlive: true })

export interface Reply {
  status: number
  body: string
  headers: IncomingHttpHeaders
  ms: number
}

/**
 * One call over a kept connection, as both sides of a pair make it.
 * @errors of the connection, and where no answer has come within `timeoutMs`
 */
export function call(
  method: string,
  url: string,
  headers: Record<string, string>,
  body?: string,
  timeoutMs?: number
): Promise<Reply> {
  const startedAt = performance.now()
  return new Promise((resolve, reject) => {
    const sent = request(url, { method, headers, agent }, (answer) => {
      const chunks: Buffer[] = []
      answer.on('data', (chunk: Buffer) => chunks.push(chunk))
      answer.on('end', () =>
        resolve({
          status: answer.statusCode ?? 0,
          body: Buffer.concat(chunks).toString('utf8'),
          headers: answer.headers,
          ms: performance.now() - startedAt,
        })
      )
    })
    sent.on('error', reject)
    if (timeoutMs !== undefined)
      sent.setTimeout(timeoutMs, () => sent.destroy(new Error(`no answer within ${timeoutMs} ms`)))
    sent.end(body)
  })
}

export class Bench {
  private constructor(private readonly stand: Stand) {}

  /** @param workerEnv of every replica, besides what the platform sets */
  static async start(
    replicas = 1,
    workerEnv: Record<string, string> = {},
    more: Pick<StandOptions, 'ofSeason' | 'plant'> = {}
  ): Promise<Bench> {
    const place = { port: 0, state: 'memory', directory: process.env.STAND_DIR }
    const bench = new Bench(await startStand({ ...place, replicas, workerEnv, ...more }))
    await bench.prepare()
    return bench
  }

  get world(): World {
    return this.stand.world
  }

  /** Data and switches as at the start. */
  async reset(): Promise<void> {
    await this.control('POST', '/local/reset')
    await this.prepare()
  }

  /** The first write of an account prepares its files: once in its life, so it is no part of any figure. */
  private async prepare(): Promise<void> {
    await this.graphql('mutation { startHandling(orderId: "0-00") { outcome } }', {})
  }

  stop(): Promise<void> {
    return this.stand.stop()
  }

  async control<T>(method: string, path: string, body?: unknown): Promise<T> {
    const reply = await call(
      method,
      `${this.stand.url}${path}`,
      { 'content-type': 'application/json' },
      body === undefined ? undefined : JSON.stringify(body)
    )
    if (reply.status >= 400) throw new Error(`${method} ${path}: ${reply.status} ${reply.body}`)
    return (reply.body === '' ? undefined : JSON.parse(reply.body)) as T
  }

  /** @shape the data and how long the caller waited, in milliseconds. */
  async graphql<T>(
    query: string,
    variables: object,
    token = 'local-admin'
  ): Promise<{ data: T; ms: number }> {
    const reply = await call(
      'POST',
      this.stand.info.graphql,
      { 'content-type': 'application/json', VtexIdclientAutCookie: token },
      JSON.stringify({ query, variables })
    )
    const answer = JSON.parse(reply.body) as { data: T; errors?: { message: string }[] }
    if (answer.errors) throw new Error(answer.errors.map((error) => error.message).join('; '))
    return { data: answer.data, ms: reply.ms }
  }

  /** One call to OMS's own face, as any client with an app key makes it. */
  oms(method: string, path: string, body?: unknown, timeoutMs?: number): Promise<Reply> {
    const headers: Record<string, string> = {
      'content-type': 'application/json',
      'X-VTEX-API-AppKey': 'local-key',
      'X-VTEX-API-AppToken': 'local-token',
    }
    return call(
      method,
      `${this.stand.url}${path}`,
      headers,
      body === undefined ? undefined : JSON.stringify(body),
      timeoutMs
    )
  }

  /** From now on, for the stand keeps the last few thousand only. @shape how many calls went to each part so far */
  countingCalls(): () => Map<string, number> {
    const { calls } = this.world
    const parts = new Map<string, number>()
    const record = calls.record
    calls.record = (one) => {
      parts.set(partOf(one), (parts.get(partOf(one)) ?? 0) + 1)
      record.call(calls, one)
    }
    return () => {
      calls.record = record
      return parts
    }
  }

  /** Every call from now on. @shape the list that grows */
  watchingCalls(): readonly OutboundCall[] {
    const { calls } = this.world
    const seen: OutboundCall[] = []
    const record = calls.record
    calls.record = (one) => {
      seen.push(one)
      record.call(calls, one)
    }
    return seen
  }

  outboundCalls(): Promise<OutboundCall[]> {
    return this.control('GET', '/local/egress/calls')
  }
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
}

/** Which part of the platform a call goes to. */
export function partOf(outbound: OutboundCall): string {
  if (outbound.host.startsWith('portal.')) return 'OMS'
  if (outbound.path.includes('/buckets/')) return 'VBase'
  if (outbound.host.startsWith('vtexid.')) return 'VTEX ID'
  if (outbound.path.includes('license-manager')) return 'License Manager'
  return outbound.path.includes('settings') ? 'settings' : outbound.host
}

export function countParts(calls: readonly OutboundCall[]): Map<string, number> {
  const parts = new Map<string, number>()
  for (const one of calls) parts.set(partOf(one), (parts.get(partOf(one)) ?? 0) + 1)
  return parts
}
