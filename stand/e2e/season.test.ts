import { plantSeason } from '../../tooling/season/plantSeason'
import { ReadModelFace, type StoredDocument } from './harness/readModel'
import { until, useStand } from './harness/stand'

/** `DEMO_ORDERS=… npm start`: a store of two months whose read model has long been filled. */

const COUNT = 300
const stand = useStand({ ofSeason: COUNT, plant: plantSeason })
const readModel = new ReadModelFace(stand)

/** What a document tells of its order, whenever it was read. */
const told = ({ readAt, refreshDue, updatedIn, schemas, ...rest }: StoredDocument) => rest

async function ask<T>(query: string): Promise<T> {
  const { data, text } = await stand.admin.send(query)
  if (!data) throw new Error(text)
  return data as T
}

it('shows full queues at once, each document as the app itself would write it', async () => {
  const { fill, documents, asOf } = await readModel.look()
  expect([fill, documents > COUNT, asOf === null]).toEqual(['IDLE', true, false])
  const { queueCounts } = await ask<{ queueCounts: { queue: string; count: number }[] }>(
    '{queueCounts @ctx {queue count}}'
  )
  const counts = Object.fromEntries(queueCounts.map(({ queue, count }) => [queue, count]))
  expect(counts.ALL).toBe(documents)
  expect(counts.DELIVERED).toBeGreaterThan(COUNT / 2)

  const { orders } = await ask<{ orders: { rows: { orderId: string }[]; total: number } }>(
    '{orders(queue: IN_TRANSIT, perPage: 10) @ctx {total rows {orderId}}}'
  )
  expect(orders.total).toBe(counts.IN_TRANSIT)

  const before = (await readModel.stored()).map(told)
  // Whoever looks at an order has its document made anew, by the app.
  const looked = before.filter((_, index) => index % 20 === 0).map(({ orderId }) => orderId)
  for (const orderId of looked)
    await stand.admin.send(`{order(orderId: "${orderId}") @ctx {stage}}`)
  const isNewer = ({ orderId, readAt }: StoredDocument) =>
    looked.includes(orderId) && String(readAt) > String(asOf)
  await until(
    async () => (await readModel.stored()).filter(isNewer).length === looked.length,
    'them'
  )
  expect((await readModel.stored()).map(told)).toEqual(before)
})

it('has its days counted, as the overview shows them', async () => {
  const { overview } = await ask<{
    overview: {
      days: { delivered: number }[]
      tiles: { queue: string; count: number; yesterday: number }[]
    }
  }>('{overview @ctx {days {day delivered} tiles {queue count yesterday}}}')
  // Nobody empties a queue in a day, or fills it out of nothing.
  for (const { queue, count, yesterday } of overview.tiles.filter(
    ({ queue }) => queue !== 'TO_HANDLE'
  ))
    expect([queue, count > 0, yesterday > 0, yesterday < 4 * count + 4]).toEqual([
      queue,
      true,
      true,
      true,
    ])
  expect(overview.days).toHaveLength(30)
  const delivered = overview.days.reduce((sum, day) => sum + day.delivered, 0)
  expect(delivered).toBeGreaterThan(COUNT / 4)
})

it('finds an order by the number of its parcel, also after a reset', async () => {
  await stand.reset()
  const parcel = stand.world.oms
    .orders()
    .flatMap(({ orderId }) => stand.world.oms.stored(orderId)?.packageAttachment?.packages ?? [])
    .find(({ trackingNumber }) => trackingNumber?.startsWith('LG'))!
  const { orders } = await ask<{ orders: { rows: { packages: { trackingNumber: string }[] }[] } }>(
    `{orders(queue: ALL, search: "${parcel.trackingNumber}") @ctx {rows {packages {trackingNumber}}}}`
  )
  expect(orders.rows.map(({ packages }) => packages[0]?.trackingNumber)).toEqual([
    parcel.trackingNumber,
  ])
})
