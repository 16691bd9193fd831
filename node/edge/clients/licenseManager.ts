import { ExternalClient, type InstanceOptions, type IOContext } from '@vtex/api'
import { PRODUCT_OF_RIGHT, type Right } from '../../domain/problem/rights'
import { upstreamFault } from './upstreamFault'

/** License Manager, asked at the address and with the credential of the platform's own @auth. */
export class LicenseManager extends ExternalClient {
  constructor(context: IOContext, options?: InstanceOptions) {
    super(`http://${context.account}.vtexcommercestable.com.br`, context, {
      ...options,
      headers: {
        ...options?.headers,
        Authorization: context.authToken,
        'X-Vtex-Use-Https': 'true',
      },
    })
  }

  /** Only a plain `true` grants: a login page or an empty body does not. @errors Fault LICENSE_MANAGER */
  async granted(login: string, right: Right): Promise<boolean> {
    const { account } = this.context
    const path = [
      '/api/license-manager/pvt/accounts',
      account,
      'products',
      PRODUCT_OF_RIGHT[right],
      'logins',
      encodeURIComponent(login),
      'resources',
      right,
      'granted',
    ].join('/')
    try {
      return (await this.http.get<unknown>(path, { metric: 'license-manager-granted' })) === true
    } catch (error) {
      throw upstreamFault(error, 'LICENSE_MANAGER', 'Granted')
    }
  }
}
