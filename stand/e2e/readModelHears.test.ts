import { ReadModelFace } from './harness/readModel'
import { until, useStand } from './harness/stand'

/** What somebody else changes in OMS, through VTEX's event of it to the document and the queue. */

const stand = useStand()
const readModel = new ReadModelFace(stand)

const HOUR_MS = 60 * 60_000
const ORDERS = `query ($queue: OrderQueue, $sort: OrderSort) {
  orders(queue: $queue, sort: $sort, perPage: 100) @ctx {rows {orderId} asOf}}`

/** Sorted, a queue rests on the documents. */
async function queue(name: string): Promise<string[]> {
  const { data, text } = await stand.admin.send(ORDERS, { queue: name, sort: { by: 'CREATED' } })
  if (!data) throw new Error(text)
  const { rows, asOf } = data.orders as { rows: { orderId: string }[]; asOf: string | null }
  expect(asOf).not.toBeNull()
  return rows.map(({ orderId }) => orderId)
}

const events = (patch: Record<string, unknown>) =>
  stand.control('PUT', '/local/events/behaviour', patch)

async function toHandle(): Promise<string> {
  const { orderId } = await stand.orderWith(
    ({ status, origin }) => status === 'ready-for-handling' && origin === 'Marketplace'
  )
  return orderId
}

/** By another system, with a key of its own. */
async function startHandling(orderId: string): Promise<void> {
  const { status } = await stand.oms.call('POST', `/api/oms/pvt/orders/${orderId}/start-handling`)
  expect(status).toBe(204)
}

async function switchedOn(): Promise<void> {
  await events({ ordersBroadcast: true, delayMs: 0 })
  expect((await readModel.save(true)).problems).toEqual([])
  await readModel.filled()
}

it('an event has the document and the queue show what another system did', async () => {
  await switchedOn()
  const orderId = await toHandle()
  expect(await readModel.of(orderId)).toMatchObject({ stage: 'TO_HANDLE' })
  await stand.pass(5_000)
  await startHandling(orderId)
  await until(
    async () => (await readModel.of(orderId))?.stage === 'TO_INVOICE',
    'the document says so'
  )
  await stand.pass(5_000)
  expect(await queue('TO_INVOICE')).toContain(orderId)
  expect(await queue('TO_HANDLE')).not.toContain(orderId)
})

it('an event that is lost is made up for by the rota', async () => {
  await switchedOn()
  await events({ faults: [{ sender: 'vtex.orders-broadcast', kind: 'lose', probability: 1 }] })
  const orderId = await toHandle()
  await stand.pass(5_000)
  await startHandling(orderId)
  const sent = await stand.control<{ sender: string; isLost: boolean }[]>('GET', '/local/events')
  const told = sent.filter(({ sender }) => sender === 'vtex.orders-broadcast')
  expect(told.map(({ isLost }) => isLost)).toContain(true)
  expect(told.map(({ isLost }) => isLost)).not.toContain(false)
  expect(await readModel.of(orderId)).toMatchObject({ stage: 'TO_HANDLE' })
  await stand.pass(6 * HOUR_MS)
  await readModel.until(async () => (await readModel.of(orderId))?.stage === 'TO_INVOICE')
  await stand.pass(5_000)
  expect(await queue('TO_INVOICE')).toContain(orderId)
})
