import type { RecordedRequest } from '../oms'
import { countsOf, filledBatch, plantRows, untilState } from './harness/batches'
import type { Input } from './harness/contract'
import { until, useStand } from './harness/stand'

/**
 * Who goes before whom, told by what OMS received and in which order. How long a call takes beside a batch is measured, not
 * tested: `npm run bench:batch`.
 */

const stand = useStand({ replicas: 2 })

const READS_A_SECOND = 10

async function paceIs(batchPace: number): Promise<void> {
  const { problems } = await stand.admin.saveSettings({
    ...(await stand.admin.settings()),
    batchPace,
  })
  expect(problems).toEqual([])
}

const isRead = ({ operation, token }: RecordedRequest): boolean =>
  operation === 'GetOrder' && token === 'app'
const readsOfBatches = async (): Promise<RecordedRequest[]> =>
  (await stand.requests()).filter(isRead)

it('a person’s calls wait for no row of a batch that has taken every moment for seconds', async () => {
  await paceIs(60 * READS_A_SECOND)
  const batchId = await filledBatch(stand.admin, plantRows(stand, 60))
  const own = plantRows(stand, 4)
  await stand.admin.startBatch(batchId)
  // Four lanes of twelve rows wait in line by then.
  await until(async () => (await readsOfBatches()).length > 15, 'the batch is under way')
  for (const { orderId } of own) {
    const before = (await readsOfBatches()).length
    const { outcome } = await stand
      .as('local-operator')
      .notifyInvoice(orderId as string, { invoiceNumber: '1' })
    expect(outcome).toBe('APPLIED')
    // A call of three reads in that line would be passed by all others thrice.
    expect((await readsOfBatches()).length - before).toBeLessThan(40)
  }
  expect((await stand.admin.batch(batchId))!.pending).toBeGreaterThan(0)
  expect(countsOf(await untilState(stand.admin, batchId, 'DONE'))).toEqual({ APPLIED: 60 })
})

it('a batch keeps to the pace that is set', async () => {
  await paceIs(60 * READS_A_SECOND)
  const batchId = await filledBatch(stand.admin, plantRows(stand, 40))
  await stand.admin.startBatch(batchId)
  expect(countsOf(await untilState(stand.admin, batchId, 'DONE'))).toEqual({ APPLIED: 40 })
  const at = (await readsOfBatches()).map((read) => Date.parse(read.at))
  expect(at.length).toBeGreaterThanOrEqual(80)
  const seconds = (Math.max(...at) - Math.min(...at)) / 1_000
  // What is late by a second at most is still used, so a second's reads may come at once.
  expect(at.length).toBeLessThanOrEqual(READS_A_SECOND * (seconds + 2))
})

it('two batches go on evenly', async () => {
  const ROWS = 120
  await paceIs(2_400)
  const rows = [plantRows(stand, ROWS), plantRows(stand, ROWS)]
  const ids: string[] = []
  for (const [number, some] of rows.entries())
    ids.push(await filledBatch(stand.admin, some, { key: `batch ${number}` }))
  await Promise.all(ids.map((id) => stand.admin.startBatch(id)))
  for (const id of ids)
    expect(countsOf(await untilState(stand.admin, id, 'DONE'))).toEqual({ APPLIED: ROWS })

  const orders = rows.map((some) => new Set(some.map(({ orderId }: Input) => orderId as string)))
  const invoices = (await stand.writes()).filter(({ operation }) => operation === 'NotifyInvoice')
  const whose = invoices.map(({ path }) =>
    orders[0]!.has(/orders\/([^/]+)\//.exec(path)![1]!) ? 0 : 1
  )
  // Where both have begun: how much later the second start was answered says nothing of who waits for whom.
  const together = whose.slice(Math.max(whose.indexOf(0), whose.indexOf(1)))
  const untilOneEnds = together.slice(
    0,
    Math.min(together.lastIndexOf(0), together.lastIndexOf(1)) + 1
  )
  expect(untilOneEnds.length).toBeGreaterThan(ROWS)
  // By the half of it, and at its end.
  for (const length of [Math.floor(untilOneEnds.length / 2), untilOneEnds.length]) {
    const ofFirst = untilOneEnds.slice(0, length).filter((batch) => batch === 0).length
    const [fewer, more] = [ofFirst, length - ofFirst].sort((one, other) => one - other)
    expect(fewer! / more!).toBeGreaterThan(0.6)
  }
})
