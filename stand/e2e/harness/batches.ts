import type { Batch, BatchRow, Input } from './contract'
import type { GraphqlCaller } from './graphql'
import { plainPlan } from './orders'
import { until, type TestStand } from './stand'

const ROWS_A_CALL = 250

/** Orders with one plain row each, that a batch can invoice. */
export function plantRows(stand: TestStand, count: number): Input[] {
  return Array.from({ length: count }, (_, number) => ({
    orderId: stand.plant(plainPlan()).orderId,
    label: `row ${number}`,
    fulfill: { invoice: { invoiceNumber: `N${number}` } },
  }))
}

/** A batch with all its rows, READY. */
export async function filledBatch(
  who: GraphqlCaller,
  rows: readonly Input[],
  more: Input = {}
): Promise<string> {
  const { batch, problems } = await who.createBatch({
    key: `key of ${rows.length}`,
    name: 'Morning',
    rowCount: rows.length,
    ...more,
  })
  expect(problems).toEqual([])
  const { batchId } = batch!
  for (let offset = 0; offset < rows.length; offset += ROWS_A_CALL) {
    const added = await who.addBatchRows(batchId, offset, rows.slice(offset, offset + ROWS_A_CALL))
    expect(added.problems).toEqual([])
  }
  return batchId
}

/** Looks at the batch as the panel does until it is in a state. */
export async function untilState(
  who: GraphqlCaller,
  batchId: string,
  state: Batch['state'],
  limitMs = 60_000
): Promise<Batch> {
  let seen: Batch | null = null
  await until(
    async () => {
      await new Promise((resolve) => setTimeout(resolve, 200))
      // The look itself may meet a fault that the test has set.
      const { data } = await who.reply('batch', { batchId })
      seen = (data?.batch as Batch | null | undefined) ?? seen
      return seen?.state === state
    },
    `batch is ${state}`,
    limitMs
  ).catch((error: Error) => {
    throw new Error(`${error.message}; it is ${JSON.stringify(seen)}`)
  })
  return seen!
}

export async function rowsOf(who: GraphqlCaller, batchId: string): Promise<BatchRow[]> {
  const rows: BatchRow[] = []
  for (let page = 1; ; page += 1) {
    const found = await who.batchRows(batchId, { page, perPage: 500 })
    rows.push(...found.rows)
    if (rows.length >= found.total) return rows
  }
}

export const countsOf = ({ counts }: Batch): Record<string, number> =>
  Object.fromEntries(counts.map(({ outcome, count }) => [outcome, count]))
