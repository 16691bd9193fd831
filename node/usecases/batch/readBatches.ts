import type { Batch, SlicePlace } from '../../domain/batch/batch'
import type { RowOutcome } from '../../domain/batch/outcomes'
import type { RowResult } from '../../domain/batch/rows'
import { inParallel } from '../reading/inParallel'
import { nudgeLanes } from './nudge'
import type { BatchPorts, BatchRow } from './ports'

const READ_AT_ONCE = 20
/** Between two handlers of one lane some moments pass by themselves. */
const QUIET_MS = 5_000
const MOST_A_PAGE = 500

export interface Paged {
  readonly page: number
  readonly perPage: number
}

/** One batch. Who looks at it revives what has died. */
export async function viewBatch(ports: BatchPorts, batchId: string): Promise<Batch | null> {
  const batch = await ports.batches.find(batchId)
  if (batch) await revive(ports, batch)
  return batch
}

export interface BatchPageView extends Paged {
  readonly batches: readonly Batch[]
  readonly total: number
}

/** Newest first. */
export async function listBatches(ports: BatchPorts, asked: Paged): Promise<BatchPageView> {
  const { page, perPage } = bounded(asked)
  const now = ports.clock.now()
  const { batches } = await ports.batches.index()
  const live = batches.filter(({ expiresAt }) => expiresAt > now).reverse()
  const entries = live.slice((page - 1) * perPage, page * perPage)
  const found = await inParallel(entries, READ_AT_ONCE, ({ batchId }) =>
    ports.batches.find(batchId)
  )
  const shown = found.filter((batch) => batch !== null)
  for (const batch of shown) await revive(ports, batch)
  return { page, perPage, batches: shown, total: live.length }
}

async function revive(ports: BatchPorts, batch: Batch): Promise<void> {
  if (ports.clock.now() - batch.movedAt > QUIET_MS) await nudgeLanes(ports, batch)
}

export interface RowView {
  readonly row: BatchRow
  readonly result: RowResult | null
}

export interface RowPageView extends Paged {
  readonly rows: readonly RowView[]
  readonly total: number
}

/** Rows in their order, as they stand; null where there is no such batch. */
export async function readBatchRows(
  ports: BatchPorts,
  batchId: string,
  outcomes: readonly RowOutcome[] | null,
  asked: Paged
): Promise<RowPageView | null> {
  const { page, perPage } = bounded(asked)
  const batch = await ports.batches.find(batchId)
  if (batch === null) return null
  const first = (page - 1) * perPage
  const rows: RowView[] = []
  let before = 0
  for (const [number, part] of batch.parts.entries()) {
    if (rows.length >= perPage) break
    const isBefore = outcomes === null && before + part.count <= first
    const found = isBefore ? null : await rowsOfPart(ports, batch, number, outcomes)
    const start = Math.max(0, first - before)
    if (found) rows.push(...found.slice(start, start + perPage - rows.length))
    before += found?.length ?? part.count
  }
  const total =
    outcomes === null
      ? batch.parts.reduce((sum, { count }) => sum + count, 0)
      : outcomes.reduce((sum, outcome) => sum + (batch.counts[outcome] ?? 0), 0)
  return { page, perPage, rows, total }
}

async function rowsOfPart(
  ports: BatchPorts,
  batch: Batch,
  number: number,
  outcomes: readonly RowOutcome[] | null
): Promise<readonly RowView[]> {
  const found = await inParallel(placesOf(batch, number), READ_AT_ONCE, async (place) => {
    const { results } = await ports.batches.results(batch.batchId, place)
    const isWanted = (result?: RowResult): boolean =>
      outcomes === null || (result !== undefined && outcomes.includes(result.outcome))
    if (outcomes !== null && !results.some(isWanted)) return []
    const rows = await ports.batches.rows(batch.batchId, place)
    return rows.flatMap((row) => {
      const result = results.find((one) => one.row === row.row)
      return isWanted(result) ? [{ row, result: result ?? null }] : []
    })
  })
  return found.flat().sort((a, b) => a.row.row - b.row.row)
}

function placesOf(batch: Batch, number: number): readonly SlicePlace[] {
  const { id, slices } = batch.parts[number]
  return Array.from({ length: slices }, (_, slice) => ({ partId: id, number: slice }))
}

function bounded({ page, perPage }: Paged): Paged {
  return { page: Math.max(1, page), perPage: Math.min(Math.max(1, perPage), MOST_A_PAGE) }
}
