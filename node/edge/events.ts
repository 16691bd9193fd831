import { removeBatch } from '../usecases/batch/removeBatch'
import { runLane } from '../usecases/batch/runLane'
import { askCarrier } from '../usecases/carriers/asking/askCarrier'
import { lookAtFollowed } from '../usecases/following/lookAtFollowed'
import { callBack } from '../usecases/carriers/callBack'
import { workLane } from '../usecases/carriers/workLane'
import { hearOfOrder, hearOfOrders } from '../usecases/readmodel/hearOfOrder'
import { keepHook } from '../usecases/readmodel/orderHook'
import { countDays } from '../usecases/overview/countDays'
import { workReadModel } from '../usecases/readmodel/workReadModel'
import { lanePortsOf, ownBatchPortsOf } from './batchPorts'
import { carrierLanePortsOf } from './carrierPorts'
import type { OwnContext } from './context'
import { heardOrderIn } from './heardOrder'
import { followingOf } from './adapters/following'
import { isFirstOf, noteHeard, orderHookWorkPortsOf } from './orderHookPorts'
import { ownPacedPorts } from './ownPacedPorts'
import { tenantOf } from './ports'
import { hearingPortsOf, overviewWorkPortsOf, readModelWorkPortsOf } from './readModelWorkPorts'

/** Handlers of service.json's `events`. What throws is delivered again. */
export const events = {
  batch: async (ctx: OwnContext): Promise<void> => {
    const { batchId, pass, lane, isRemoval } = (ctx.body ?? {}) as Record<string, unknown>
    if (typeof batchId !== 'string') return
    if (isRemoval === true) await removeBatch(ownBatchPortsOf(ctx), batchId)
    else if (isNumber(pass) && isNumber(lane))
      await runLane(lanePortsOf(ctx), { batchId, pass, lane })
  },

  carriers: async (ctx: OwnContext): Promise<void> => {
    const { lane, again, isRested, marks, ask } = (ctx.body ?? {}) as Record<string, unknown>
    const ports = carrierLanePortsOf(ctx)
    if (isNumber(lane))
      await workLane(ports, {
        lane,
        again: isNumber(again) ? again : 0,
        isRested: isRested === true,
      })
    else if (Array.isArray(marks)) await callBack(ports, marks.filter(isText))
    else if (isText(ask)) await askCarrier(ports, ask)
  },

  readModel: async (ctx: OwnContext): Promise<void> => {
    // Each has a claim of its own, and asks another service: neither waits for the other.
    await Promise.all([
      workReadModel(readModelWorkPortsOf(ctx)),
      countDays(overviewWorkPortsOf(ctx)),
      keepHook(orderHookWorkPortsOf(ctx)),
    ])
  },

  /** What VTEX's hook told of, gathered by the door. */
  changedOrders: async (ctx: OwnContext): Promise<void> => {
    const { id, orderIds } = (ctx.body ?? {}) as Record<string, unknown>
    if (!isText(id) || !Array.isArray(orderIds) || !isFirstOf(ctx, id)) return
    await hearOfOrders(hearingPortsOf(ctx), orderIds.filter(isText))
    await noteHeard(ctx)
  },

  /** Others may have changed an order. Of VTEX's own app, so its body is not ours to trust. */
  orderStatus: async (ctx: OwnContext): Promise<void> =>
    hearOfOrder(hearingPortsOf(ctx), heardOrderIn(ctx.body)),

  followed: async (ctx: OwnContext): Promise<void> => {
    const { events, files } = ctx.clients
    const ports = ownPacedPorts(ctx)
    const tenant = tenantOf(ctx.vtex)
    await lookAtFollowed({
      ...ports,
      following: followingOf({ events, files, tenant, log: ports.log }),
    })
  },
}

function isNumber(value: unknown): value is number {
  return Number.isSafeInteger(value)
}

function isText(value: unknown): value is string {
  return typeof value === 'string'
}
