import { pullAdapters } from '../../../domain/connectors/pull/adapters'
import { nudge } from '../nudge'
import type { CarrierPorts } from '../ports'

/** Between two looks at whom a carrier is to be asked about. */
const EVERY_MS = 60_000

/**
 * Has the carriers asked that a store has switched on, where that may be due. The platform offers no schedule that is
 * documented, so whoever looks at anything of carriers, or at an order, calls it.
 */
export async function wakeAsked(
  ports: Pick<CarrierPorts, 'connectors' | 'events' | 'log' | 'isDue'>
): Promise<void> {
  if (!ports.isDue('carriers that are asked', EVERY_MS)) return
  const names = pullAdapters.map(({ name }) => name)
  const settings = await ports.connectors.readAll(names)
  const on = names.filter((_, index) => settings[index].isOn)
  await Promise.all(on.map((name) => nudge(ports, { ask: name })))
}
