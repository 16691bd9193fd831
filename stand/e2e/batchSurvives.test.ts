import { countsOf, filledBatch, plantRows, rowsOf, untilState } from './harness/batches'
import type { Batch } from './harness/contract'
import { until, useStand } from './harness/stand'

/**
 * A batch on a bad day: replicas die, events are lost, come twice or out of order, VBase and OMS fail. It ends by itself,
 * and what it says of each row is true. `BATCH_ROWS=5000 npx jest --selectProjects e2e -- batchSurvives` is the long form.
 */
const ROWS = Number(process.env.BATCH_ROWS ?? 240)
const LIMIT_MS = 240_000 + ROWS * 250

const stand = useStand({ replicas: 3 })

const events = (patch: Record<string, unknown>): Promise<unknown> =>
  stand.control('PUT', '/local/events/behaviour', patch)

const often = (faults: Record<string, unknown>[], probability: number) =>
  faults.map((fault) => ({ ...fault, probability }))

it(
  'ends, with every outcome true, none twice and none lost',
  async () => {
    const rows = plantRows(stand, ROWS)
    const batchId = await filledBatch(stand.admin, rows)
    await events({
      disorderMs: 600,
      faults: [...often([{ kind: 'lose' }, { kind: 'twice' }, { kind: 'late' }], 0.2)],
    })
    await stand.vbase({
      faults: often(
        [
          { method: 'GET', kind: 'slow', slowMs: 400 },
          { method: 'PUT', kind: 'slow', slowMs: 400 },
          { method: 'PUT', kind: 'status500', afterCommit: true },
          { method: 'PUT', kind: 'late', slowMs: 1_500 },
          { method: 'GET', kind: 'missing' },
          { method: 'GET', kind: 'stale' },
        ],
        0.01
      ),
    })
    await stand.behave({
      latencyMs: 20,
      faults: often(
        [
          { operation: 'GetOrder', kind: 'status500' },
          { operation: 'NotifyInvoice', kind: 'status500', afterCommit: true },
          { operation: 'NotifyInvoice', kind: 'timeout', afterCommit: true },
          { operation: 'NotifyInvoice', kind: 'status429' },
        ],
        0.02
      ),
    })
    await stand.admin.startBatch(batchId)
    const dying = killing()
    await untilDone(batchId)
    dying.end()
    const done = await untilState(stand.admin, batchId, 'DONE')

    const told = await rowsOf(stand.admin, batchId)
    expect(told.map(({ row }) => row)).toEqual(rows.map((_, number) => number))
    const wrong = told.flatMap(({ row, orderId, outcome }) => {
      const packages = stand.stored(orderId).packageAttachment?.packages ?? []
      const holds = packages.filter(({ invoiceNumber }) => invoiceNumber === `N${row}`).length
      const isTrue = packages.length <= 1 && (MAY_HOLD[outcome!] ?? []).includes(holds)
      return isTrue ? [] : [{ row, outcome, packages: packages.length }]
    })
    expect(wrong).toEqual([])
    const tally = told.reduce<Record<string, number>>(
      (sum, { outcome }) => ({ ...sum, [outcome!]: (sum[outcome!] ?? 0) + 1 }),
      {}
    )
    expect(countsOf(done)).toEqual(tally)
    expect((tally.APPLIED ?? 0) + (tally.ALREADY_APPLIED ?? 0)).toBeGreaterThan(ROWS * 0.9)
  },
  2 * LIMIT_MS
)

it('a person’s calls beside a running batch are not refused', async () => {
  await stand.behave({ latencyMs: 20, ratePerMinute: 6_000 })
  const rows = plantRows(stand, 150)
  const own = plantRows(stand, 8)
  const batchId = await filledBatch(stand.admin, rows)
  await stand.admin.startBatch(batchId)
  await stand.received('NotifyInvoice', 3)
  for (const { orderId } of own) {
    const sent = await stand.as('local-operator').notifyInvoice(orderId as string, {
      invoiceNumber: '1',
    })
    expect(sent.outcome).toBe('APPLIED')
  }
  expect(countsOf(await untilState(stand.admin, batchId, 'DONE'))).toEqual({ APPLIED: 150 })
  expect((await stand.requests()).filter(({ status }) => status === 429)).toEqual([])
})

it('waits as long as OMS asks for, tells it, and loses no row', async () => {
  const rows = plantRows(stand, 20)
  const batchId = await filledBatch(stand.admin, rows)
  await stand.behave({ ratePerMinute: 25 })
  await stand.admin.startBatch(batchId)
  await until(
    async () => (await stand.requests()).some(({ status }) => status === 429),
    'OMS refuses'
  )
  await until(async () => (await stand.admin.batch(batchId))!.pausedUntil !== null, 'it is told')
  await stand.behave({ ratePerMinute: 0 })
  // In steps that a row under way has time for: a minute at once would be over before it had sent.
  for (let step = 0; step < 20; step += 1) {
    await stand.pass(3_000)
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  expect(countsOf(await untilState(stand.admin, batchId, 'DONE'))).toEqual({ APPLIED: 20 })
})

/** How many invoices of its own OMS may hold for a row that ended so. */
const MAY_HOLD: Record<string, number[]> = {
  APPLIED: [1],
  ALREADY_APPLIED: [1],
  ACCEPTED: [0, 1],
  UNKNOWN: [0, 1],
  REFUSED: [0],
  FAILED: [0],
}

/** One replica after the other dies, some times; each comes back by itself. */
function killing(): { end(): void } {
  let deaths = 0
  const timer = setInterval(() => {
    deaths += 1
    if (deaths > 4 + ROWS / 200) clearInterval(timer)
    else void stand.kill(((deaths - 1) % 3) + 1).catch(() => undefined)
  }, 2_500)
  return { end: () => clearInterval(timer) }
}

/** Looks as the panel does. Where nothing moves, time goes on: a lease of the dead has to end first. */
async function untilDone(batchId: string): Promise<void> {
  let pending = -1
  let still = 0
  await until(
    async () => {
      await new Promise((resolve) => setTimeout(resolve, 500))
      const { data } = await stand.admin.reply('batch', { batchId }).catch(() => ({ data: null }))
      const batch = data?.batch as Batch | null | undefined
      if (!batch) return false
      still = batch.pending === pending ? still + 1 : 0
      pending = batch.pending
      if (still > 0 && still % 10 === 0) await stand.pass(15_000)
      return batch.state === 'DONE'
    },
    'the batch is done',
    LIMIT_MS
  )
}
