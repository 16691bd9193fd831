import type { Bench } from '../measure'
import { toldBy, type Told } from './contestants'
import type { Row } from './field'
import { invoiceOf } from './person'

const ROWS_A_CALL = 500
/** As the panel looks at a batch. */
const POLL_MS = 2_000
/** Looks at one batch, one after the other, before the bench gives up. */
const MOST_MISSED = 5

interface Head {
  readonly state: string
  readonly startedAt: string
  readonly finishedAt: string | null
  readonly counts: readonly { outcome: string; count: number }[]
}

export interface BatchRun {
  readonly told: Told[]
  /** From its start to the end that it names. @unit milliseconds */
  readonly ms: number
  /** @unit epoch milliseconds */
  readonly finishedAt: number
  readonly counts: Head['counts']
}

let keys = 0

/** A batch with its rows, READY. */
export async function filled(bench: Bench, rows: readonly Row[]): Promise<string> {
  const { data } = await bench.graphql<{ createBatch: { batch: { batchId: string } } }>(
    'mutation ($batch: CreateBatchInput!) { createBatch(batch: $batch) { batch { batchId } } }',
    { batch: { key: `bench ${(keys += 1)}`, name: 'Bench', rowCount: rows.length } }
  )
  const { batchId } = data.createBatch.batch
  for (let offset = 0; offset < rows.length; offset += ROWS_A_CALL)
    await bench.graphql(
      `mutation ($batchId: ID!, $offset: Int!, $rows: [BatchRowInput!]!) {
        addBatchRows(batchId: $batchId, offset: $offset, rows: $rows) { problems { code } } }`,
      {
        batchId,
        offset,
        rows: rows
          .slice(offset, offset + ROWS_A_CALL)
          .map((row) => ({ orderId: row.orderId, fulfill: { invoice: invoiceOf(row) } })),
      }
    )
  return batchId
}

/** Starts a batch that is READY and looks at it until it is DONE. */
export async function ran(bench: Bench, batchId: string): Promise<Omit<BatchRun, 'told'>> {
  await bench.graphql('mutation ($id: ID!) { startBatch(batchId: $id) { problems { code } } }', {
    id: batchId,
  })
  for (let missed = 0; ;) {
    await new Promise((resolve) => setTimeout(resolve, POLL_MS))
    // As the page does: a look that fails is told and taken again.
    const head = await bench
      .graphql<{ batch: Head } | undefined>(
        'query ($id: ID!) { batch(batchId: $id) { state startedAt finishedAt counts { outcome count } } }',
        { id: batchId }
      )
      .then(({ data }) => {
        if (!data) throw new Error('an answer without data')
        return data.batch
      })
      .catch((error: Error) => {
        missed += 1
        console.error(`look ${missed} at the batch: ${error.message}`)
        if (missed > MOST_MISSED) throw error
        return null
      })
    if (head === null) continue
    missed = 0
    if (head.state !== 'DONE') continue
    const { startedAt, counts } = head
    const finishedAt = Date.parse(head.finishedAt!)
    return { counts, finishedAt, ms: finishedAt - Date.parse(startedAt) }
  }
}

export async function toldOf(bench: Bench, batchId: string): Promise<Told[]> {
  const told: Told[] = []
  for (let page = 1; ; page += 1) {
    const { data } = await bench.graphql<{
      batchRows: { total: number; rows: { row: number; outcome: string | null }[] }
    }>(
      'query ($id: ID!, $page: Int) { batchRows(batchId: $id, page: $page, perPage: 500) { total rows { row outcome } } }',
      { id: batchId, page }
    )
    for (const { row, outcome } of data.batchRows.rows) told[row] = toldBy(outcome)
    if (page * 500 >= data.batchRows.total) return told
  }
}
