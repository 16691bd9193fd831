import { countsOf, filledBatch, plantRows, rowsOf, untilState } from './harness/batches'
import { isPlain } from './harness/orders'
import { until, useStand } from './harness/stand'

/** Batches through the real runtime: rows that IO events spread over replicas, and what comes of each. */

const stand = useStand({ replicas: 2 })
const operator = () => stand.as('local-operator')

const numbersAt = (orderId: string): string[] =>
  (stand.stored(orderId).packageAttachment?.packages ?? []).map(
    ({ invoiceNumber }) => invoiceNumber
  )

it('invoices every order of a batch, once, on the app’s own token, and names who started it', async () => {
  const rows = plantRows(stand, 60)
  const batchId = await filledBatch(stand.admin, rows)
  const { batch } = await operator().startBatch(batchId)
  expect(batch).toMatchObject({ state: 'RUNNING', startedBy: 'operator@storeops.example' })
  const done = await untilState(operator(), batchId, 'DONE')
  expect(countsOf(done)).toEqual({ APPLIED: 60 })
  expect(done).toMatchObject({ pending: 0, received: 60, isRehearsal: false, isStalled: false })

  const posts = (await stand.writes()).filter(({ operation }) => operation === 'NotifyInvoice')
  expect(posts).toHaveLength(60)
  expect(new Set(posts.map(({ token }) => token))).toEqual(new Set(['app']))
  for (const [number, row] of (await rowsOf(operator(), batchId)).entries()) {
    expect(row).toMatchObject({
      row: number,
      label: `row ${number}`,
      orderId: rows[number]!.orderId,
      invoiceNumber: `N${number}`,
      outcome: 'APPLIED',
      problems: [],
    })
    expect(row.steps.map(({ operation }) => operation)).toEqual(['NOTIFY_INVOICE'])
    expect(numbersAt(row.orderId)).toEqual([`N${number}`])
  }
  const [entry] = await stand.admin.activity(rows[0]!.orderId as string)
  expect(entry).toMatchObject({ actor: 'operator@storeops.example', outcome: 'APPLIED' })
})

it('is one batch a key and one row a place, however often it is told', async () => {
  const rows = plantRows(stand, 30)
  const given = { key: 'erp-1', name: 'Morning', rowCount: 30 }
  const made = await Promise.all([1, 2, 3].map(() => stand.admin.createBatch(given)))
  const [batchId] = new Set(made.map(({ batch }) => batch!.batchId))
  expect(new Set(made.map(({ batch }) => batch!.batchId)).size).toBe(1)
  expect((await stand.admin.batches()).total).toBe(1)
  for (const offset of [10, 0, 20, 10]) {
    const added = await stand.admin.addBatchRows(batchId!, offset, rows.slice(offset, offset + 10))
    expect(added.problems).toEqual([])
  }
  expect(await stand.admin.batch(batchId!)).toMatchObject({ state: 'READY', received: 30 })
  const other = await stand.admin.addBatchRows(batchId!, 10, rows.slice(0, 10))
  expect(other.problems[0]!.code).toBe('BATCH_STATE_FORBIDS')
  expect((await rowsOf(stand.admin, batchId!)).map(({ orderId }) => orderId)).toEqual(
    rows.map(({ orderId }) => orderId)
  )
})

it('rehearses without sending, then sends what is READY, and a second run finds it done', async () => {
  const rows = plantRows(stand, 12)
  const known = rows[3]!.orderId as string
  await stand.admin.notifyInvoice(known, { invoiceNumber: 'N3' })
  const before = (await stand.writes()).length
  const lost = { orderId: '999-01', fulfill: { invoice: { invoiceNumber: 'X' } } }
  const batchId = await filledBatch(stand.admin, [...rows, lost])
  await stand.admin.startBatch(batchId, true)
  const rehearsed = await untilState(stand.admin, batchId, 'DONE')
  expect(rehearsed.isRehearsal).toBe(true)
  expect(countsOf(rehearsed)).toEqual({ READY: 11, ALREADY_APPLIED: 1, REFUSED: 1 })
  expect((await stand.writes()).length).toBe(before)
  const refused = await stand.admin.batchRows(batchId, { outcomes: ['REFUSED'] })
  expect(refused).toMatchObject({ total: 1 })
  expect(refused.rows[0]!.problems[0]!.code).toBe('ORDER_NOT_FOUND')

  await stand.admin.startBatch(batchId)
  const run = await untilState(stand.admin, batchId, 'DONE')
  expect(countsOf(run)).toEqual({ APPLIED: 11, ALREADY_APPLIED: 1, REFUSED: 1 })
  const again = await filledBatch(stand.admin, rows, { key: 'again' })
  await stand.admin.startBatch(again)
  expect(countsOf(await untilState(stand.admin, again, 'DONE'))).toEqual({ ALREADY_APPLIED: 12 })
  for (const { orderId } of rows) expect(numbersAt(orderId as string)).toHaveLength(1)
})

it('pauses, goes on, runs the failed again, and goes', async () => {
  await stand.behave({ latencyMs: 150 })
  const rows = plantRows(stand, 150)
  const batchId = await filledBatch(stand.admin, rows)
  await stand.admin.startBatch(batchId)
  await stand.received('NotifyInvoice', 5)
  expect((await stand.admin.deleteBatch(batchId)).problems[0]!.code).toBe('BATCH_STATE_FORBIDS')
  expect((await stand.admin.pauseBatch(batchId)).batch!.state).toBe('PAUSED')
  await untilQuiet()
  const sent = (await stand.writes()).length
  expect(sent).toBeLessThan(150)
  await stand.behave({
    latencyMs: 0,
    faults: [{ operation: 'NotifyInvoice', kind: 'status500', times: 3, afterCommit: true }],
  })
  await stand.admin.startBatch(batchId)
  const done = await untilState(stand.admin, batchId, 'DONE')
  expect(done.pending).toBe(0)
  // An answer that was lost is found by reading the order.
  expect(countsOf(done).APPLIED! + (countsOf(done).ALREADY_APPLIED ?? 0)).toBe(150)
  expect((await stand.admin.retryBatch(batchId)).batch!.state).toBe('DONE')

  await stand.admin.deleteBatch(batchId)
  expect(await stand.admin.batch(batchId)).toBeNull()
  expect((await stand.admin.batches()).total).toBe(0)
  await until(
    () => !stand.world.files.everything().some(({ path }) => path.includes(batchId)),
    'its files are removed'
  )
})

it('keeps no document of a row that is done', async () => {
  const [order] = await stand.ordersWith(isPlain)
  const { orderId } = order!
  const nfe = await (await fetch(`${stand.url}/local/nfe/${orderId}`)).text()
  const row = { orderId, fulfill: { invoice: { embeddedInvoice: nfe } } }
  const batchId = await filledBatch(stand.admin, [row])
  const stored = (): string =>
    stand.world.files
      .everything()
      .filter(({ path }) => path.includes(batchId))
      .map(({ body }) => body.toString('utf8'))
      .join()
  expect(stored()).toContain('<dest>')
  await stand.admin.startBatch(batchId)
  expect(countsOf(await untilState(stand.admin, batchId, 'DONE'))).toEqual({ APPLIED: 1 })
  expect(stored()).not.toContain('<dest>')
})

it('with returns needs the refund right, to be filled and to be started', async () => {
  const { orderId } = await stand.orderWith(
    ({ status, packageAttachment }) =>
      status === 'invoiced' && packageAttachment?.packages.length === 1
  )
  const invoice = { type: 'INPUT', invoiceNumber: 'R1', invoiceValue: 100, items: [] }
  const row = { orderId, fulfill: { invoice }, accept: ['RETURN_TRIGGERS_REFUND'] }
  const { batch } = await operator().createBatch({ key: 'r', name: 'Returns', rowCount: 1 })
  const { batchId } = batch!
  const filling = await operator().reply('addBatchRows', { batchId, offset: 0, rows: [row] })
  expect(filling.errors[0]!.extensions!.code).toBe('FORBIDDEN')
  await stand.admin.addBatchRows(batchId, 0, [row])
  const starting = await operator().reply('startBatch', { batchId })
  expect(starting.errors[0]!.extensions!.code).toBe('FORBIDDEN')
  expect(await stand.writes()).toEqual([])
  await stand.admin.startBatch(batchId)
  expect(countsOf(await untilState(stand.admin, batchId, 'DONE'))).toEqual({ APPLIED: 1 })
})

/** No call of OMS for a second. */
async function untilQuiet(): Promise<void> {
  let before = -1
  await until(async () => {
    await new Promise((resolve) => setTimeout(resolve, 1_000))
    const now = (await stand.requests()).length
    const isQuiet = now === before
    before = now
    return isQuiet
  }, 'OMS is left alone')
}
