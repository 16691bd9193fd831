import { keyConflict, newBatch, problemsOfNew, type NewBatch } from '../../domain/batch/filling'
import type { Batch } from '../../domain/batch/batch'
import type { BatchEntry, BatchIndex, BatchPorts, BatchResult } from './ports'
import { nudge } from './nudge'

export type BatchGiven = Pick<NewBatch, 'key' | 'name' | 'rowCount' | 'accept'>

/**
 * Makes an empty batch, or finds the one that has this key already. What has expired goes meanwhile.
 * Its head is written before the list names it: a head that is named is never missing.
 */
export async function createBatch(
  ports: BatchPorts,
  given: BatchGiven,
  createdBy: string
): Promise<BatchResult> {
  const problems = problemsOfNew(given)
  if (problems.length > 0) return { batch: null, problems }
  const known = await found(ports, await ports.batches.index(), given)
  if (known) return known

  const now = ports.clock.now()
  const batch = newBatch({ ...given, createdBy, now, batchId: ports.newId() })
  await ports.batches.create(batch)
  const gone = new Set<string>()
  const index = await ports.batches.changeIndex((newest) => {
    const expired = newest.batches.filter(({ expiresAt }) => expiresAt <= now)
    const live = newest.batches.filter(({ expiresAt }) => expiresAt > now)
    for (const { batchId } of expired) gone.add(batchId)
    const taken = live.find(({ key }) => key === given.key)
    if (taken && !gone.has(taken.batchId)) return null
    return {
      batches: [...live, entryOf(batch)],
      removing: [...newest.removing, ...expired.map(({ batchId }) => batchId)],
    }
  })
  // Whatever was to be removed before and was not, is nudged again.
  await Promise.all(index.removing.map((batchId) => remove(ports, batchId)))
  if (entryWith(index, given.key)?.batchId === batch.batchId) return { batch, problems: [] }
  // Somebody was quicker; nobody will ever know of this one.
  await ports.batches.hide(batch.batchId)
  await remove(ports, batch.batchId)
  return (await found(ports, index, given)) ?? createBatch(ports, given, createdBy)
}

/** The batch under this key; an entry whose batch is gone makes room first. */
async function found(
  ports: BatchPorts,
  index: BatchIndex,
  given: BatchGiven
): Promise<BatchResult | null> {
  const entry = entryWith(index, given.key)
  if (!entry || entry.expiresAt <= ports.clock.now()) return null
  const batch = await ports.batches.find(entry.batchId)
  if (batch === null) {
    await forget(ports, entry.batchId)
    return null
  }
  const conflict = keyConflict(batch, given)
  return conflict ? { batch: null, problems: [conflict] } : { batch, problems: [] }
}

function entryWith({ batches }: BatchIndex, key: string): BatchEntry | undefined {
  return batches.find((entry) => entry.key === key)
}

function entryOf({ batchId, key, createdAt, expiresAt }: Batch): BatchEntry {
  return { batchId, key, createdAt, expiresAt }
}

/** Out of the list; its files are to be removed. */
export async function forget(ports: BatchPorts, batchId: string): Promise<void> {
  await ports.batches.changeIndex(({ batches, removing }) =>
    batches.some((entry) => entry.batchId === batchId)
      ? {
          batches: batches.filter((entry) => entry.batchId !== batchId),
          removing: [...removing.filter((one) => one !== batchId), batchId],
        }
      : null
  )
  await remove(ports, batchId)
}

async function remove(ports: BatchPorts, batchId: string): Promise<void> {
  await nudge(ports, { batchId, isRemoval: true })
}
