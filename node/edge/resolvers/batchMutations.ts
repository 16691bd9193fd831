import { addBatchRows } from '../../usecases/batch/addBatchRows'
import { createBatch } from '../../usecases/batch/createBatch'
import type { BatchPorts, BatchResult } from '../../usecases/batch/ports'
import {
  deleteBatch,
  pauseBatch,
  retryBatch,
  startBatch,
  type Starter,
} from '../../usecases/batch/steerBatch'
import type { Caller } from '../../usecases/ports'
import { requireRight } from '../actor'
import { batchPortsOf } from '../batchPorts'
import type {
  BatchPayload,
  MutationAddBatchRowsArgs,
  MutationCreateBatchArgs,
  MutationDeleteBatchArgs,
  MutationPauseBatchArgs,
  MutationRetryBatchArgs,
  MutationStartBatchArgs,
} from '../generated/schema'
import { fulfillCommand } from '../input'
import { presentBatch } from '../presentBatch'
import { mutation } from '../rootField'

export const batchMutations = {
  createBatch: mutation(
    'createBatch',
    async ({ caller }, { batch }: MutationCreateBatchArgs, ctx) => {
      const { key, name, rowCount, accept } = batch
      const given = { key, name, rowCount, accept: accept ?? [] }
      const ports = batchPortsOf(ctx)
      return answer(ports, await createBatch(ports, given, caller.actor))
    }
  ),

  addBatchRows: mutation(
    'addBatchRows',
    async ({ caller }, { batchId, offset, rows }: MutationAddBatchRowsArgs, ctx) => {
      const given = rows.map(({ orderId, label, accept, fulfill }) => ({
        orderId,
        label: label ?? null,
        accept: accept ?? [],
        fulfill: fulfillCommand(fulfill),
      }))
      // A return refunds money by itself: a right of its own.
      const isReturn = given.some(({ fulfill }) => fulfill.invoice?.type === 'INPUT')
      if (isReturn) await requireRight(caller, 'RefundAction')
      const ports = batchPortsOf(ctx)
      return answer(ports, await addBatchRows(ports, batchId, offset, given))
    }
  ),

  startBatch: mutation(
    'startBatch',
    async ({ caller }, { batchId, rehearse }: MutationStartBatchArgs, ctx) => {
      const ports = batchPortsOf(ctx)
      const by = await starterOf(ports, batchId, caller)
      return answer(ports, await startBatch(ports, batchId, rehearse ?? false, by))
    }
  ),

  pauseBatch: mutation('pauseBatch', async (_ports, { batchId }: MutationPauseBatchArgs, ctx) => {
    const ports = batchPortsOf(ctx)
    return answer(ports, await pauseBatch(ports, batchId))
  }),

  retryBatch: mutation(
    'retryBatch',
    async ({ caller }, { batchId, outcomes }: MutationRetryBatchArgs, ctx) => {
      const ports = batchPortsOf(ctx)
      const by = await starterOf(ports, batchId, caller)
      const result = await retryBatch(ports, batchId, outcomes ?? ['FAILED', 'UNKNOWN'], by)
      return answer(ports, result)
    }
  ),

  deleteBatch: mutation(
    'deleteBatch',
    async (_ports, { batchId }: MutationDeleteBatchArgs, ctx) => {
      const ports = batchPortsOf(ctx)
      return answer(ports, await deleteBatch(ports, batchId))
    }
  ),
}

/** Rows go out on the app's own token, so the rights of whoever starts them are asked for now. */
async function starterOf(ports: BatchPorts, batchId: string, caller: Caller): Promise<Starter> {
  const batch = await ports.batches.find(batchId)
  const mayRefund = batch?.hasReturns ?? false
  if (mayRefund) await requireRight(caller, 'RefundAction')
  return { mayRefund, actor: caller.actor }
}

async function answer(ports: BatchPorts, { batch, problems }: BatchResult): Promise<BatchPayload> {
  const pace = await ports.ledger.read()
  return { problems, batch: batch && presentBatch(batch, pace, ports.clock.now()) }
}
