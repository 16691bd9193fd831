import { json, type Answer, type Incoming } from '../http/exchange'

const SALES_CHANNEL = /^\/api\/catalog_system\/pub\/saleschannel\/([^/]+)$/

/** A trade policy as the catalog shows it to everybody. */
export interface SalesChannel {
  readonly Id: number
  readonly CurrencyCode: string
  readonly TimeZone: string
  readonly [key: string]: unknown
}

/** The catalog's public part that names a trade policy's currency and zone; null where it has no such address here. */
export function answerAsCatalog(
  request: Incoming,
  salesChannels: readonly SalesChannel[]
): Answer | null {
  const asked = SALES_CHANNEL.exec(request.path)
  if (!asked || request.method !== 'GET') return null
  const found = salesChannels.find(({ Id }) => String(Id) === decodeURIComponent(asked[1]!))
  return found ? json(200, found) : json(404, 'Sales channel not found')
}
