import type { ConnectorSettings } from '../../domain/carriers/connectorSettings'
import type { Connector } from '../../domain/connectors/connector'
import { connectors } from '../../domain/connectors/connectors'
import { nudgeForgotten } from './nudge'
import type { CarrierPorts } from './ports'

/**
 * Connectors with what the store has set for them. Who looks wakes what lies forgotten.
 * @param name of the one that is wanted; null: all of them
 */
export async function listConnectors(
  ports: CarrierPorts,
  name: string | null = null
): Promise<readonly { readonly of: Connector; readonly settings: ConnectorSettings }[]> {
  const wanted = connectors.filter((connector) => name === null || connector.name === name)
  const [settings] = await Promise.all([
    ports.connectors.readAll(wanted.map((connector) => connector.name)),
    nudgeForgotten(ports),
  ])
  return wanted.map((of, index) => ({ of, settings: settings[index] }))
}
