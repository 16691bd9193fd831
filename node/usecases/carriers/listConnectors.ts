import type { ConnectorSettings } from '../../domain/carriers/connectorSettings'
import type { Connector } from '../../domain/connectors/connector'
import { connectors } from '../../domain/connectors/connectors'
import { nudgeForgotten } from './nudge'
import type { CarrierPorts } from './ports'

/** All connectors with what the store has set for them. Who looks wakes what lies forgotten. */
export async function listConnectors(
  ports: CarrierPorts
): Promise<readonly { readonly of: Connector; readonly settings: ConnectorSettings }[]> {
  const [settings] = await Promise.all([
    ports.connectors.readAll(connectors.map(({ name }) => name)),
    nudgeForgotten(ports),
  ])
  return connectors.map((of, index) => ({ of, settings: settings[index] }))
}
