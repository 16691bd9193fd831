import type { LanePorts } from '../../usecases/batch/ports'
import { runLane } from '../../usecases/batch/runLane'
import type { startedBatch } from './startedBatch'

/** One handler of a batch's first lane: what it reads and writes of the batch's head, by the moment since it began. */
export function watchedHandler(
  one: Awaited<ReturnType<typeof startedBatch>>,
  more: Partial<LanePorts['batches']> = {}
) {
  const { batches } = one.ports
  const begunAt = one.clock.now()
  const seen = { finds: [] as number[], changes: [] as number[] }
  const took = () => one.clock.now() - begunAt
  const counting = Object.assign(Object.create(batches) as LanePorts['batches'], {
    find: async (batchId: string) => {
      seen.finds.push(took())
      return batches.find(batchId)
    },
    change: async (...asked: Parameters<LanePorts['batches']['change']>) => {
      seen.changes.push(took())
      return batches.change(...asked)
    },
    ...more,
  })
  const work = (ports: Partial<LanePorts> = {}) =>
    runLane(
      { ...one.ports, batches: counting, ...ports },
      { pass: 1, lane: 0, batchId: one.batchId }
    )
  return { seen, work, took }
}
