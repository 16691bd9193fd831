import { isFault } from '../../domain/problem/fault'
import { KEEP_CLOSED_DAYS } from '../../domain/readmodel/readModel'
import {
  removeReadModel,
  saveReadModel,
  type ReadModelResult,
} from '../../usecases/readmodel/saveReadModel'
import { takeDownHook } from '../../usecases/readmodel/orderHook'
import { readOverview } from '../../usecases/overview/readOverview'
import { requireRight } from '../actor'
import { forgetReadModel } from '../adapters/readModelFeed'
import { budgetOf, filesWithin } from '../budget'
import type { Context } from '../context'
import type {
  MutationSaveReadModelArgs,
  QueryOverviewArgs,
  ReadModelResolvers,
} from '../generated/schema'
import { overviewQuestion } from '../input'
import { forgetHook, orderHookPortsOf } from '../orderHookPorts'
import { tenantOf } from '../ports'
import { presentReadModel } from '../presentReadModel'
import { readModelPortsOf, talliesOf } from '../readModelPorts'
import { field, mutation, query } from '../rootField'
import { orderHookField } from './orderHook'

export const readModelQueries = {
  readModel: query('readModel', async (ports, _args: unknown, ctx) => {
    await requireRight(ports.caller, 'ListOrders')
    const { readModel, nudge } = readModelPortsOf(ctx)
    const model = await readModel.read()
    // Whoever looks has it worked on.
    if (model.isOn || model.fill === 'REMOVING') await nudge('LOOKED')
    return presentReadModel(model)
  }),

  overview: query('overview', async (ports, args: QueryOverviewArgs, ctx) => {
    const question = overviewQuestion(args)
    await requireRight(ports.caller, 'OMSViewer')
    const files = filesWithin(budgetOf(ctx), ctx.clients.files)
    const told = await readOverview(ports, talliesOf(files), question)
    // Whoever looks has it worked on.
    if (told.asOf !== null) await readModelPortsOf(ctx).nudge('LOOKED')
    return told
  }),
}

export const readModelMutations = {
  saveReadModel: mutation(
    'saveReadModel',
    async (_ports, { readModel: { isOn, keepClosedDays } }: MutationSaveReadModelArgs, ctx) =>
      answer(
        await saveReadModel(readModelPortsOf(ctx), {
          isOn,
          keepClosedDays: keepClosedDays ?? KEEP_CLOSED_DAYS.usual,
        }),
        ctx
      )
  ),

  removeReadModel: mutation('removeReadModel', async (_ports, _args: unknown, ctx) => {
    // First, for what it told meanwhile would be for nobody.
    const { problems } = await takeDownHook(orderHookPortsOf(ctx))
    forgetHook(ctx)
    const removed = await removeReadModel(readModelPortsOf(ctx))
    return answer({ ...removed, problems: [...removed.problems, ...problems] }, ctx)
  }),
}

/** Counted where it is asked for; a Master Data that does not answer hides nothing else. */
export const ReadModel: Pick<ReadModelResolvers, 'documents' | 'orderHook'> = {
  ...orderHookField,
  documents: field('documents', async (model, _args: unknown, ctx) => {
    const { documents, log } = readModelPortsOf(ctx)
    try {
      return await documents.count()
    } catch (error) {
      if (!isFault(error)) throw error
      log.warn({ flow: 'ReadModel', detail: error.message })
      return model.documents
    }
  }),
}

function answer({ readModel, problems }: ReadModelResult, ctx: Context) {
  forgetReadModel(tenantOf(ctx.vtex))
  return { problems, readModel: readModel && presentReadModel(readModel) }
}
