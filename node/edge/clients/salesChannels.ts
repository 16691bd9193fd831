import { JanusClient, type InstanceOptions, type IOContext } from '@vtex/api'
import { z } from 'zod'
import type { StoreDefaults } from '../../oms/decodeOrder'
import { upstreamFault } from './upstreamFault'

const TIMEOUT_MS = 3_000

const channel = z.object({
  CurrencyCode: z.string().nullable().catch(null),
  TimeZone: z.string().nullable().catch(null),
})

/** Trade policies of the account, as the catalog shows them to everybody. */
export class SalesChannels extends JanusClient {
  constructor(context: IOContext, options?: InstanceOptions) {
    super(context, {
      ...options,
      headers: { ...options?.headers, 'X-Vtex-Use-Https': 'true' },
      retries: 0,
      timeout: TIMEOUT_MS,
    })
  }

  /** Null where the account has no such channel (any more). @errors Fault CATALOG @source VTEX Catalog API, "Get sales channel by ID" */
  async find(id: string): Promise<StoreDefaults | null> {
    try {
      const answer = await this.http.get<unknown>(
        `/api/catalog_system/pub/saleschannel/${encodeURIComponent(id)}`,
        { metric: 'catalog-sales-channel' }
      )
      const { success, data } = channel.safeParse(answer)
      return success ? { currencyCode: data.CurrencyCode, timeZone: data.TimeZone } : null
    } catch (error) {
      const fault = upstreamFault(error, 'CATALOG', 'SalesChannel')
      if (fault.kind === 'notFound') return null
      throw fault
    }
  }
}
