import { linkNamed } from '../../../domain/connectors/linkNamed'
import { pullAdapters } from '../../../domain/connectors/pull/adapters'
import { nudge } from '../nudge'
import type { LanePorts } from '../ports'
import { Round } from './round'

/**
 * Asks one carrier about the parcels that are due, some seconds of it, then a nudge for the next handler. The event may
 * have come twice, late or out of order: one handler asks at a time, and who comes to it finds nothing due.
 */
export async function askCarrier(ports: LanePorts, name: string): Promise<void> {
  const adapter = linkNamed(name, pullAdapters)
  if (adapter === null) return
  // No order id: the claim under which one handler asks a carrier.
  const held = await ports.claims.hold(`news of ${name}`, 0, () => new Round(ports, adapter).work())
  if (held.held && held.value === 'more') await nudge(ports, { ask: name })
}
