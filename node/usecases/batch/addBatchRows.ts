import { createHash } from 'node:crypto'
import type { Part } from '../../domain/batch/batch'
import { fitOf, tooLarge, withPart } from '../../domain/batch/filling'
import { cutSlices, MOST_BYTES_A_SLICE } from '../../domain/batch/slices'
import type { Problem } from '../../domain/problem/problem'
import { inParallel } from '../reading/inParallel'
import type { BatchPorts, BatchResult, BatchRow } from './ports'
import { noSuchBatch } from './noSuchBatch'

const WRITTEN_AT_ONCE = 8

/**
 * Stores rows from number `offset` on. The same rows at the same place twice are harmless; other rows there are refused.
 * The slices are written before the head names them: a slice that is named is never missing.
 */
export async function addBatchRows(
  ports: BatchPorts,
  batchId: string,
  offset: number,
  given: readonly Omit<BatchRow, 'row'>[]
): Promise<BatchResult> {
  const batch = await ports.batches.find(batchId)
  if (batch === null) return noSuchBatch(batchId)
  const rows = given.map((row, position) => ({ ...row, row: offset + position }))
  const texts = rows.map((row) => JSON.stringify(row))
  const digest = createHash('sha256').update(texts.join('\n')).digest('base64url')
  const place = { offset, digest, count: rows.length }
  const fit = fitOf(batch, place)
  if (fit === 'known') return { batch, problems: [] }
  if (fit !== 'new') return { batch, problems: [fit.problem] }
  const weighed = rows.map(({ orderId }, position) => ({
    orderId,
    bytes: Buffer.byteLength(texts[position]),
  }))
  const problems = weighed.flatMap(({ bytes }, position) =>
    bytes > MOST_BYTES_A_SLICE ? [tooLarge(['rows', position], MOST_BYTES_A_SLICE)] : []
  )
  if (problems.length > 0) return { batch, problems }

  const slices = cutSlices(weighed, ports.shardOf)
  const part: Part = { ...place, id: ports.newId(), slices: slices.length }
  await inParallel([...slices.keys()], WRITTEN_AT_ONCE, (number) =>
    ports.batches.createSlice(
      batchId,
      { number, partId: part.id },
      slices[number].map((position) => rows[position])
    )
  )
  const hasReturns = given.some(({ fulfill }) => fulfill.invoice?.type === 'INPUT')
  let problem: Problem | null = null
  const filled = await ports.batches.change(batchId, (newest) => {
    const still = fitOf(newest, place)
    problem = typeof still === 'string' ? null : still.problem
    return still === 'new' ? withPart(newest, part, hasReturns, ports.clock.now()) : null
  })
  if (filled === null) return noSuchBatch(batchId)
  return { batch: filled, problems: problem === null ? [] : [problem] }
}
