import type { Batch } from '../batch/batch'
import { newBatch, withPart } from '../batch/filling'
import { started, type Turn } from '../batch/running'

// A batch of one row a slice, and who works in it.

export const NOW = Date.parse('2026-03-10T12:00:00Z')

export function ready(slices: number): Batch {
  const empty = newBatch({
    batchId: 'b',
    key: 'k',
    name: 'n',
    rowCount: slices,
    accept: [],
    createdBy: 'ana',
    now: NOW,
  })
  const part = { id: 'p', offset: 0, count: slices, slices, digest: 'd' }
  return withPart(empty, part, false, NOW)
}

export const batchOf = (turn: Turn): Batch => {
  if ('problem' in turn) throw new Error(turn.problem.code)
  return turn.batch
}

export const running = (slices: number): Batch => batchOf(started(ready(slices), false, 'ana', NOW))

export const holder = (lane: number, owner: string, pass = 1) => ({ lane, owner, pass })
