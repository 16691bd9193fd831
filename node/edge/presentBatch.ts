import { received, type Batch } from '../domain/batch/batch'
import { ROW_OUTCOMES, total } from '../domain/batch/outcomes'
import type { PaceLedger } from '../domain/batch/pace'
import { isStalled, rateOf } from '../domain/batch/running'
import { instantAt } from '../domain/values/instant'
import type { RowPageView, RowView } from '../usecases/batch/readBatches'
import type * as GraphQL from './generated/schema'

/** A batch as it is at `now`; of what is not running no pace is known. */
export function presentBatch(batch: Batch, pace: PaceLedger, now: number): GraphQL.Batch {
  const pending = batch.rowCount - total(batch.counts)
  const rate = rateOf(batch, now)
  const isWaiting = batch.state === 'RUNNING' && pace.resumeAt > now
  return {
    batchId: batch.batchId,
    name: batch.name,
    state: batch.state,
    isRehearsal: batch.pass?.isRehearsal ?? false,
    isStalled: isStalled(batch, now),
    createdBy: batch.createdBy,
    startedBy: batch.startedBy,
    createdAt: instantAt(batch.createdAt),
    startedAt: moment(batch.startedAt),
    finishedAt: moment(batch.finishedAt),
    expiresAt: instantAt(batch.expiresAt),
    rowCount: batch.rowCount,
    received: received(batch),
    counts: ROW_OUTCOMES.flatMap((outcome) => {
      const count = batch.counts[outcome]
      return count === undefined ? [] : [{ outcome, count }]
    }),
    pending,
    rate,
    estimatedEnd: rate ? instantAt(now + Math.round((pending / rate) * 1_000)) : null,
    pausedUntil: isWaiting ? instantAt(pace.resumeAt) : null,
  }
}

export function presentRows(page: RowPageView): GraphQL.BatchRowPage {
  return { ...page, rows: page.rows.map(presentRow) }
}

function presentRow({ row, result }: RowView): GraphQL.BatchRow {
  const { invoice, invoiceNumber } = row.fulfill
  return {
    row: row.row,
    label: row.label,
    orderId: row.orderId,
    invoiceNumber: result?.invoiceNumber ?? invoice?.invoiceNumber ?? invoiceNumber,
    outcome: result?.outcome ?? null,
    // What would be sent is told by the row: in a rehearsal no step is taken.
    steps: (result?.steps ?? []).flatMap(({ outcome, ...step }) =>
      outcome === 'READY' || result?.isRehearsed ? [] : [{ ...step, outcome }]
    ),
    problems: result?.problems ?? [],
    finishedAt: moment(result?.finishedAt ?? null),
  }
}

function moment(at: number | null) {
  return at === null ? null : instantAt(at)
}
