import { problem } from '../../domain/problem/problems'
import type { BatchResult } from './ports'

export function noSuchBatch(batchId: string): BatchResult {
  return { batch: null, problems: [problem('BATCH_NOT_FOUND', { facts: { batchId } })] }
}
