import { plainPlan } from './harness/orders'
import { ReadModelFace } from './harness/readModel'
import { until, useStand } from './harness/stand'

/** Queues after own calls, while Master Data's index is half a minute behind, on two replicas. */

const stand = useStand({ replicas: 2 })
const readModel = new ReadModelFace(stand)

const STAND = `query ($queue: OrderQueue, $other: OrderQueue, $perPage: Int) {
  into: orders(queue: $queue, perPage: 100) @ctx {rows {orderId} total}
  outOf: orders(queue: $other, perPage: 100) @ctx {rows {orderId} total}
  sorted: orders(queue: ALL, sort: {by: VALUE, descending: true}, perPage: $perPage) @ctx {rows {orderId value} total}
  queueCounts @ctx {queue count}}`

interface Page {
  readonly rows: readonly { readonly orderId: string; readonly value: number }[]
  readonly total: number
}

interface Seen {
  readonly replica: string | null
  readonly into: Page
  readonly outOf: Page
  readonly sorted: Page
  readonly counts: Readonly<Record<string, number>>
}

async function look(queue: string, other: string): Promise<Seen> {
  const { data, text, headers } = await stand.admin.send(STAND, { queue, other, perPage: 100 })
  if (!data) throw new Error(text)
  const { into, outOf, sorted, queueCounts } = data as unknown as Omit<Seen, 'counts'> & {
    readonly queueCounts: readonly { readonly queue: string; readonly count: number }[]
  }
  const counts = Object.fromEntries(queueCounts.map((one) => [one.queue, one.count]))
  return { into, outOf, sorted, counts, replica: headers.get('x-stand-replica') }
}

const has = ({ rows }: Page, orderId: string) => rows.some((one) => one.orderId === orderId)

async function switchedOn(): Promise<void> {
  expect((await readModel.save(true)).problems).toEqual([])
  await readModel.filled()
  await stand.pass(5_000)
  await readModel.behave({ indexLagMs: 30_000, immediateLagMs: 30_000 })
}

it('an order that was invoiced is among those to ship as soon as it is answered, and counted there', async () => {
  const { orderId } = stand.plant(plainPlan())
  await switchedOn()
  const before = await look('TO_SHIP', 'TO_INVOICE')
  expect([has(before.into, orderId), has(before.outOf, orderId)]).toEqual([false, true])

  const written = await stand.admin.reply('notifyInvoice', {
    orderId,
    invoice: { invoiceNumber: '1' },
  })
  expect(written.data?.notifyInvoice).toMatchObject({ outcome: 'APPLIED' })
  const wrote = written.headers.get('x-stand-replica')
  const expectMoved = (seen: Seen): void => {
    expect([has(seen.into, orderId), has(seen.outOf, orderId)]).toEqual([true, false])
    expect(seen.into.total).toBe(before.into.total + 1)
    expect(seen.outOf.total).toBe(before.outOf.total - 1)
    expect(seen.counts).toMatchObject({
      TO_SHIP: before.counts.TO_SHIP + 1,
      TO_INVOICE: before.counts.TO_INVOICE - 1,
      ALL: before.counts.ALL,
    })
    expect(seen.sorted.rows).toEqual(before.sorted.rows)
  }
  // Told by the replica that wrote, at once; by the other one as soon as it has heard of it.
  await until(async () => {
    const seen = await look('TO_SHIP', 'TO_INVOICE')
    if (seen.replica === wrote) expectMoved(seen)
    return seen.replica === wrote
  }, 'the replica that wrote is asked')
  await until(async () => {
    const seen = await look('TO_SHIP', 'TO_INVOICE')
    return seen.replica !== wrote && has(seen.into, orderId)
  }, 'the other replica has heard of it')
  for (let call = 0; call < 4; call += 1) expectMoved(await look('TO_SHIP', 'TO_INVOICE'))

  // The index has it: nothing changes, nothing is counted twice.
  await stand.pass(31_000)
  for (let call = 0; call < 4; call += 1) expectMoved(await look('TO_SHIP', 'TO_INVOICE'))
})
