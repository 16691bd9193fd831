import { pullAdapters } from '../../../domain/connectors/pull/adapters'
import type { PullAdapter } from '../../../domain/connectors/pull/pullAdapter'
import { nudge } from '../nudge'
import type { CarrierPorts, ConnectorsPort } from '../ports'

/** Between two looks at whom a carrier is to be asked about. */
const EVERY_MS = 60_000

/** Carriers that a store has switched on to be asked. */
export async function carriersOn(
  connectors: Pick<ConnectorsPort, 'readAll'>
): Promise<readonly PullAdapter[]> {
  const settings = await connectors.readAll(pullAdapters.map(({ name }) => name))
  return pullAdapters.filter((_, index) => settings[index].isOn)
}

/**
 * Has the carriers asked that a store has switched on, where that may be due. The platform offers no schedule that is
 * documented, so whoever looks at anything of carriers, or at an order, calls it.
 * @param on where the caller knows them already
 */
export async function wakeAsked(
  ports: Pick<CarrierPorts, 'connectors' | 'events' | 'log' | 'isDue'>,
  on?: readonly PullAdapter[]
): Promise<void> {
  if (!ports.isDue('carriers that are asked', EVERY_MS)) return
  const asked = on ?? (await carriersOn(ports.connectors))
  await Promise.all(asked.map(({ name }) => nudge(ports, { ask: name })))
}
