import { ExternalClient, type InstanceOptions, type IOContext } from '@vtex/api'
import { upstreamFault } from './upstreamFault'

/** Whose a token is, as VTEX ID says. */
export interface TokenOwner {
  /** The person's e-mail, the app's id, or the app key. */
  readonly user: string
  readonly account: string
}

interface AuthenticatedUser {
  readonly user?: unknown
  readonly account?: unknown
}

/** VTEX ID, asked the way the platform's own @auth asks it. */
export class VtexId extends ExternalClient {
  constructor(context: IOContext, options?: InstanceOptions) {
    super('http://vtexid.vtex.com.br', context, {
      ...options,
      headers: { ...options?.headers, 'X-Vtex-Use-Https': 'true' },
    })
  }

  /** Null for a token that is nobody's. @errors Fault VTEX_ID */
  async ownerOf(token: string): Promise<TokenOwner | null> {
    try {
      const answer = await this.http.get<AuthenticatedUser | null>(
        '/api/vtexid/pub/authenticated/user',
        { params: { authToken: token }, metric: 'vtexid-user' }
      )
      const { user, account } = answer ?? {}
      return typeof user === 'string' && user !== '' && typeof account === 'string'
        ? { user, account }
        : null
    } catch (error) {
      throw upstreamFault(error, 'VTEX_ID', 'AuthenticatedUser')
    }
  }
}
