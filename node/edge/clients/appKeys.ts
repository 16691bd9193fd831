import { ExternalClient, type InstanceOptions, type IOContext } from '@vtex/api'
import { z } from 'zod'
import { upstreamFault } from './upstreamFault'

const session = z.object({ token: z.string().min(1) })

/** VTEX ID at the account's own address, where app keys are exchanged (platform §2.1). */
export class AppKeys extends ExternalClient {
  constructor(context: IOContext, options?: InstanceOptions) {
    super(`http://${context.account}.vtexcommercestable.com.br`, context, {
      ...options,
      headers: { ...options?.headers, 'X-Vtex-Use-Https': 'true' },
    })
  }

  /** The token of an app key's session; null where key and token are nobody's. @errors Fault VTEX_ID */
  async sessionOf(appkey: string, apptoken: string): Promise<string | null> {
    try {
      const answer = await this.http.post<unknown>(
        '/api/vtexid/apptoken/login',
        { appkey, apptoken },
        { metric: 'vtexid-apptoken' }
      )
      const { success, data } = session.safeParse(answer)
      return success ? data.token : null
    } catch (error) {
      const fault = upstreamFault(error, 'VTEX_ID', 'AppTokenLogin')
      // 401 is VTEX ID's word on the key. 403 is the platform's on this app: no outbound-access entry.
      if (fault.status === 401 || fault.kind === 'rejected') return null
      throw fault
    }
  }
}
