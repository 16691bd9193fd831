import type { Connector } from './connector'
import { connectors } from './connectors'
import { pullAdapters } from './pull/adapters'
import type { PullAdapter } from './pull/pullAdapter'

/** Whoever tells of parcels: by sending, or because it is asked. */
export type CarrierLink = Connector | PullAdapter

export const carrierLinks: readonly CarrierLink[] = [...connectors, ...pullAdapters]

export function isAsked(link: CarrierLink): link is PullAdapter {
  return 'host' in link
}
