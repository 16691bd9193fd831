import { countsOf, filledBatch, plantRows, rowsOf, untilState } from './harness/batches'
import { plainPlan } from './harness/orders'
import { useStand } from './harness/stand'

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
