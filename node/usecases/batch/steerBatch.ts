import type { Batch } from '../../domain/batch/batch'
import { forbidden } from '../../domain/batch/filling'
import type { RowOutcome } from '../../domain/batch/outcomes'
import { paused, retried, started, type Turn } from '../../domain/batch/running'
import type { Problem } from '../../domain/problem/problem'
import { forget } from './createBatch'
import { noSuchBatch } from './noSuchBatch'
import { nudgeLanes } from './nudge'
import type { BatchPorts, BatchResult } from './ports'

/** Runs the batch, or rehearses it: then nothing is sent. Goes on with one that was paused. */
export function startBatch(
  ports: BatchPorts,
  batchId: string,
  isRehearsal: boolean,
  by: Starter
): Promise<BatchResult> {
  return turn(ports, batchId, (batch, now) =>
    mayRun(batch, by) ? started(batch, isRehearsal, by.actor, now) : { problem: forbidden(batch) }
  )
}

export interface Starter {
  readonly actor: string
  /** Holds the right that returns need. */
  readonly mayRefund: boolean
}

/** Rows may have come since the right was asked for. */
function mayRun({ hasReturns }: Batch, { mayRefund }: Starter): boolean {
  return mayRefund || !hasReturns
}

/** Rows that are under way come to their end; no other begins. */
export function pauseBatch(ports: BatchPorts, batchId: string): Promise<BatchResult> {
  return turn(ports, batchId, paused)
}

/** Rows that ended in one of the outcomes run again. */
export function retryBatch(
  ports: BatchPorts,
  batchId: string,
  outcomes: readonly RowOutcome[],
  by: Starter
): Promise<BatchResult> {
  return turn(ports, batchId, (batch, now) =>
    mayRun(batch, by) ? retried(batch, outcomes, by.actor, now) : { problem: forbidden(batch) }
  )
}

/** Stored rows and results go; what OMS holds stays. The answer shows the batch as it was. */
export async function deleteBatch(ports: BatchPorts, batchId: string): Promise<BatchResult> {
  const batch = await ports.batches.find(batchId)
  if (batch === null) return noSuchBatch(batchId)
  if (batch.state === 'RUNNING') return { batch, problems: [forbidden(batch)] }
  await ports.batches.hide(batchId)
  await forget(ports, batchId)
  return { batch, problems: [] }
}

async function turn(
  ports: BatchPorts,
  batchId: string,
  next: (batch: Batch, now: number) => Turn
): Promise<BatchResult> {
  let problem: Problem | null = null
  const batch = await ports.batches.change(batchId, (newest) => {
    const turned = next(newest, ports.clock.now())
    problem = 'problem' in turned ? turned.problem : null
    return 'problem' in turned ? null : turned.batch
  })
  if (batch === null) return noSuchBatch(batchId)
  if (problem !== null) return { batch, problems: [problem] }
  await nudgeLanes(ports, batch)
  return { batch, problems: [] }
}
