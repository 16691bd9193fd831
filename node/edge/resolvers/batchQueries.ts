import { QueryRefused } from '../../domain/problem/problems'
import { noSuchBatch } from '../../usecases/batch/noSuchBatch'
import { listBatches, readBatchRows, viewBatch } from '../../usecases/batch/readBatches'
import { batchPortsOf } from '../batchPorts'
import type { QueryBatchArgs, QueryBatchesArgs, QueryBatchRowsArgs } from '../generated/schema'
import { presentBatch, presentRows } from '../presentBatch'
import { query } from '../rootField'

export const batchQueries = {
  batch: query('batch', async (_ports, { batchId }: QueryBatchArgs, ctx) => {
    const ports = batchPortsOf(ctx)
    const [batch, pace] = await Promise.all([viewBatch(ports, batchId), ports.ledger.read()])
    return batch && presentBatch(batch, pace, ports.clock.now())
  }),

  batches: query('batches', async (_ports, { page, perPage }: QueryBatchesArgs, ctx) => {
    const ports = batchPortsOf(ctx)
    const asked = { page: page ?? 1, perPage: perPage ?? 25 }
    const [found, pace] = await Promise.all([listBatches(ports, asked), ports.ledger.read()])
    const now = ports.clock.now()
    return { ...found, batches: found.batches.map((batch) => presentBatch(batch, pace, now)) }
  }),

  batchRows: query(
    'batchRows',
    async (_ports, { batchId, outcomes, page, perPage }: QueryBatchRowsArgs, ctx) => {
      const asked = { page: page ?? 1, perPage: perPage ?? 100 }
      const rows = await readBatchRows(batchPortsOf(ctx), batchId, outcomes ?? null, asked)
      if (rows === null) throw new QueryRefused(noSuchBatch(batchId).problems[0])
      return presentRows(rows)
    }
  ),
}
