import type { OverviewWorkPorts } from '../usecases/overview/ports'
import type { ReadModelWorkPorts } from '../usecases/readmodel/ports'
import type { OwnContext } from './context'
import { ownPacedPorts } from './ownPacedPorts'
import { documentsOf, queueDocumentsOf, readModelPortsWith, talliesOf } from './readModelPorts'

/** What a handler of events reaches: nobody waits for it, and no person's token is there. */
export function readModelWorkPortsOf(ctx: OwnContext): ReadModelWorkPorts {
  return { ...ownPacedPorts(ctx), ...readModelPortsWith(ctx, ctx.clients.files) }
}

export function overviewWorkPortsOf(ctx: OwnContext): OverviewWorkPorts {
  const { files } = ctx.clients
  return {
    ...readModelWorkPortsOf(ctx),
    orders: documentsOf(ctx),
    queues: queueDocumentsOf(ctx, files),
    tallies: talliesOf(files),
  }
}
