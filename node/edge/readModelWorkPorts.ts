import type { ReadModelWorkPorts } from '../usecases/readmodel/ports'
import type { OwnContext } from './context'
import { ownPacedPorts } from './ownPacedPorts'
import { readModelPortsWith } from './readModelPorts'

/** What a handler of events reaches: nobody waits for it, and no person's token is there. */
export function readModelWorkPortsOf(ctx: OwnContext): ReadModelWorkPorts {
  return { ...ownPacedPorts(ctx), ...readModelPortsWith(ctx, ctx.clients.files) }
}
