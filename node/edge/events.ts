import { removeBatch } from '../usecases/batch/removeBatch'
import { runLane } from '../usecases/batch/runLane'
import { lanePortsOf, ownBatchPortsOf } from './batchPorts'
import type { OwnContext } from './context'

/** Handlers of service.json's `events`. What throws is delivered again. */
export const events = {
  batch: async (ctx: OwnContext): Promise<void> => {
    const { batchId, pass, lane, isRemoval } = (ctx.body ?? {}) as Record<string, unknown>
    if (typeof batchId !== 'string') return
    if (isRemoval === true) await removeBatch(ownBatchPortsOf(ctx), batchId)
    else if (isNumber(pass) && isNumber(lane))
      await runLane(lanePortsOf(ctx), { batchId, pass, lane })
  },
}

function isNumber(value: unknown): value is number {
  return Number.isSafeInteger(value)
}
