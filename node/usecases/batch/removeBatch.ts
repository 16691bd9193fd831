import { nudge } from './nudge'
import type { BatchPorts } from './ports'

const WORK_MS = 10_000

/** Some seconds of removing a batch's files; then the list forgets it, or the next event goes on. */
export async function removeBatch(ports: BatchPorts, batchId: string): Promise<void> {
  const { batches, clock } = ports
  const index = await batches.index()
  // An event that was on its way for long must not touch what lives.
  if (index.batches.some((entry) => entry.batchId === batchId)) return
  const endsAt = clock.now() + WORK_MS
  while (clock.now() < endsAt) {
    if (!(await batches.removeFiles(batchId))) continue
    await batches.changeIndex(({ removing, ...others }) =>
      removing.includes(batchId)
        ? { ...others, removing: removing.filter((one) => one !== batchId) }
        : null
    )
    return
  }
  await nudge(ports, { batchId, isRemoval: true })
}
