import type { ConnectorSettings } from '../../domain/carriers/connectorSettings'
import { carrierLinks, type CarrierLink } from '../../domain/connectors/links'
import { wakeAsked } from './asking/wake'
import { nudgeForgotten } from './nudge'
import type { CarrierPorts } from './ports'

/**
 * Connectors with what the store has set for them. Who looks wakes what lies forgotten.
 * @param name of the one that is wanted; null: all of them
 */
export async function listConnectors(
  ports: CarrierPorts,
  name: string | null = null
): Promise<readonly { readonly of: CarrierLink; readonly settings: ConnectorSettings }[]> {
  const wanted = carrierLinks.filter((link) => name === null || link.name === name)
  const [settings] = await Promise.all([
    ports.connectors.readAll(wanted.map((link) => link.name)),
    nudgeForgotten(ports),
    wakeAsked(ports),
  ])
  return wanted.map((of, index) => ({ of, settings: settings[index] }))
}
