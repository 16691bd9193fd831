import type { HearingPorts } from '../usecases/readmodel/hearOfOrder'
import type { OverviewWorkPorts } from '../usecases/overview/ports'
import type { ReadModelWorkPorts } from '../usecases/readmodel/ports'
import { hearingOf } from './adapters/readModelFeed'
import type { OwnContext } from './context'
import { ownPacedPorts } from './ownPacedPorts'
import { tenantOf } from './ports'
import { documentsOf, queueDocumentsOf, readModelPortsWith, talliesOf } from './readModelPorts'

/** What a handler of events reaches: nobody waits for it, and no person's token is there. */
export function readModelWorkPortsOf(ctx: OwnContext): ReadModelWorkPorts {
  return { ...ownPacedPorts(ctx), ...readModelPortsWith(ctx, ctx.clients.files) }
}

/** What one event of an order may take, so that VTEX does not take its handler for dead. */
const HEARING_MS = 10_000

/** The same for whoever hears of one order. */
export function hearingPortsOf(ctx: OwnContext): HearingPorts {
  const readModelPorts = readModelPortsWith(ctx, ctx.clients.files)
  const { readModel } = readModelPorts
  return {
    ...ownPacedPorts(ctx, HEARING_MS),
    ...readModelPorts,
    ...hearingOf({ readModel, tenant: tenantOf(ctx.vtex) }),
  }
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
