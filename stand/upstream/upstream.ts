import { header, json, type Incoming, type Outcome } from '../http/exchange'
import { AUTH_COOKIE } from '../identity/directory'

export interface UpstreamOptions {
  readonly address: URL
  readonly appKey?: string
  readonly appToken?: string
}

/** Reads OMS_UPSTREAM, OMS_APP_KEY, OMS_APP_TOKEN. @errors names the variable that is wrong. */
export function readUpstream(env: NodeJS.ProcessEnv): UpstreamOptions | null {
  if (!env.OMS_UPSTREAM) return null
  let address: URL
  try {
    address = new URL(env.OMS_UPSTREAM)
  } catch {
    throw new Error(`OMS_UPSTREAM is no address: ${env.OMS_UPSTREAM}`)
  }
  if (address.protocol !== 'http:' && address.protocol !== 'https:') {
    throw new Error(`OMS_UPSTREAM must start with http:// or https://, not ${address.protocol}//`)
  }
  if (!env.OMS_APP_KEY !== !env.OMS_APP_TOKEN) {
    throw new Error('OMS_APP_KEY and OMS_APP_TOKEN go together: set both or none')
  }
  return { address, appKey: env.OMS_APP_KEY, appToken: env.OMS_APP_TOKEN }
}

export interface UpstreamCall {
  readonly operation: string
  readonly method: string
  readonly path: string
  readonly body: unknown
  readonly status: number
  readonly at: string
  readonly token: 'person' | 'app' | 'key' | null
}

/** Sends calls of OMS to a real one, and remembers them as the simulator does. */
export class Upstream {
  private calls: UpstreamCall[] = []

  constructor(
    private readonly options: UpstreamOptions,
    private readonly now: () => number
  ) {}

  requests(): readonly UpstreamCall[] {
    return this.calls
  }

  clear(): void {
    this.calls = []
  }

  async handle(request: Incoming, token: UpstreamCall['token']): Promise<Outcome> {
    const outcome = await this.send(request)
    this.calls.push({
      operation: 'Upstream',
      method: request.method,
      path: request.path,
      body: parsed(request.body),
      status: typeof outcome === 'string' ? 0 : outcome.status,
      at: new Date(this.now()).toISOString(),
      token,
    })
    return outcome
  }

  private async send(request: Incoming): Promise<Outcome> {
    const { address, appKey, appToken } = this.options
    const base = address.pathname.replace(/\/$/, '')
    const query = request.query.size > 0 ? `?${request.query}` : ''
    const own = header(request.headers, AUTH_COOKIE)
    const headers: Record<string, string> = {
      accept: header(request.headers, 'accept') ?? 'application/json',
      'content-type': header(request.headers, 'content-type') ?? 'application/json',
      ...(appKey && appToken
        ? { 'x-vtex-api-appkey': appKey, 'x-vtex-api-apptoken': appToken }
        : own
          ? { [AUTH_COOKIE]: own }
          : {}),
    }
    try {
      const answer = await fetch(`${address.origin}${base}${request.path}${query}`, {
        method: request.method,
        headers,
        redirect: 'manual',
        ...(request.body.length > 0 ? { body: new Uint8Array(request.body) } : {}),
      })
      const kept = ['content-type', 'retry-after', 'rest-content-range']
      return {
        status: answer.status,
        headers: Object.fromEntries(
          kept.flatMap((name) => {
            const value = answer.headers.get(name)
            return value === null ? [] : [[name, value]]
          })
        ),
        body: Buffer.from(await answer.arrayBuffer()),
      }
    } catch {
      return json(502, {
        error: { code: '502', message: 'OMS_UPSTREAM cannot be reached.', exception: null },
      })
    }
  }
}

function parsed(body: Buffer): unknown {
  const text = body.toString('utf8')
  if (text === '') return null
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}
