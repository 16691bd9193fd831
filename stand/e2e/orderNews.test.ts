import { readFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startNeighbour, type Neighbour } from '../neighbour/neighbour'
import { event, parcel, post, switchOn, workedOff } from './harness/carriers'
import { filledBatch, plantRows } from './harness/batches'
import { plainPlan } from './harness/orders'
import { until, useStand } from './harness/stand'

/** What other apps hear of orders, with the app of examples/ that hears it. */

const stand = useStand({ replicas: 2 })
const KEYS = ['order-invoiced', 'tracking-updated', 'order-delivered']
const directory = mkdtempSync(join(tmpdir(), 'neighbour-'))
let neighbour: Neighbour

beforeAll(async () => {
  neighbour = await startNeighbour({ stand: standOf(), app: 'order-news' })
})
afterAll(async () => {
  await neighbour?.stop()
  rmSync(directory, { recursive: true, force: true })
})
beforeEach(() => {
  neighbour.logs.clear()
  neighbour.files.clear()
})

const standOf = () => ({ url: stand.url, world: stand.world }) as never

interface Told {
  readonly id: string
  readonly orderId: string
  readonly invoiceNumber: string
  readonly stage: string
  readonly at: string
}

/** Events of ours for other apps, as they were sent. */
const sent = (orderId: string) =>
  stand.world.events
    .list()
    .filter(({ key }) => KEYS.includes(key))
    .map(({ key, body }) => ({ key, ...(JSON.parse(body) as Told) }))
    .filter((one) => one.orderId === orderId)
const keysOf = (orderId: string) => [...new Set(sent(orderId).map(({ key }) => key))]

interface Heard {
  readonly news: string
  readonly orderId: string
  readonly stage: string
  readonly trackingNumber: string | null
}

/** What the other app wrote down, once a news. */
const heard = (orderId: string): Heard[] =>
  neighbour.logs.list().flatMap(({ entry }) => {
    const data = entry?.data as Heard | undefined
    return data?.news && data.orderId === orderId ? [data] : []
  })

const scan = { date: '2026-11-01T08:00:00Z', description: 'Posted', city: 'Recife', state: 'PE' }

it('an app hears of an invoice, of its tracking and of its delivery, once each, and sees the order', async () => {
  const { orderId } = stand.plant(plainPlan())
  await stand.admin.notifyInvoice(orderId, { invoiceNumber: '1' })
  await until(() => heard(orderId).length === 1, 'the invoice is heard of')
  await stand.admin.updatePartialInvoice(orderId, '1', { trackingNumber: 'AA1', courier: 'C' })
  await until(() => heard(orderId).length === 2, 'the tracking is heard of')
  await stand.admin.updateTrackingStatus(orderId, '1', { isDelivered: true, events: [scan] })
  await until(() => heard(orderId).length === 4, 'the delivery is heard of')
  expect(sent(orderId)).toMatchObject([
    { key: 'order-invoiced', invoiceNumber: '1', stage: 'TO_SHIP' },
    { key: 'tracking-updated', invoiceNumber: '1', stage: 'IN_TRANSIT' },
    { key: 'tracking-updated', invoiceNumber: '1', stage: 'DELIVERED' },
    { key: 'order-delivered', invoiceNumber: '1', stage: 'DELIVERED' },
  ])
  for (const { id, at } of sent(orderId)) {
    expect(id).toMatch(/^[0-9a-f]{32}$/)
    expect(Date.parse(at)).toBeGreaterThan(0)
  }
  expect(heard(orderId).find(({ news }) => news === 'order-delivered')).toMatchObject({
    stage: 'DELIVERED',
    trackingNumber: 'AA1',
  })
  // Nobody has to look at an order that is through.
  await until(() => followed() === 0, 'the order is followed no more')
})

it('what comes twice and out of order is taken once, for it bears the same id', async () => {
  await stand.control('PUT', '/local/events/behaviour', {
    disorderMs: 300,
    faults: KEYS.map((key) => ({ key, kind: 'twice', probability: 1 })),
  })
  const { orderId } = stand.plant(plainPlan())
  await stand.admin.notifyInvoice(orderId, { invoiceNumber: '1', trackingNumber: 'AA1' })
  const deliveries = () =>
    stand.world.events.list().flatMap(({ key, deliveries: all }) => (KEYS.includes(key) ? all : []))
  await until(() => deliveries().length === 4, 'both were delivered twice')
  expect(keysOf(orderId)).toEqual(['order-invoiced', 'tracking-updated'])
  expect(neighbour.files.everything()).toHaveLength(2)
})

it('batches and carriers are heard of like a person’s calls', async () => {
  const rows = plantRows(stand, 3)
  const batchId = await filledBatch(stand.admin, rows)
  await stand.admin.startBatch(batchId)
  for (const { orderId } of rows as { orderId: string }[])
    await until(() => keysOf(orderId).includes('order-invoiced'), 'the row is told')

  await switchOn(stand)
  const { orderId } = stand.plant(plainPlan())
  await stand.admin.notifyInvoice(orderId, { invoiceNumber: '1', trackingNumber: 'NEWS-1' })
  await post(stand, parcel('NEWS-1', event(stand, 'DELIVERED', 5)))
  await workedOff(stand, 1)
  await until(() => keysOf(orderId).includes('order-delivered'), 'the delivery is told')
})

it('no call fails where no event can be sent, and the news go out later', async () => {
  await stand.control('PUT', '/local/events/behaviour', {
    faults: KEYS.map((key) => ({ key, kind: 'status500', probability: 1 })),
  })
  const { orderId } = stand.plant(plainPlan())
  const { outcome } = await stand.admin.notifyInvoice(orderId, { invoiceNumber: '1' })
  expect(outcome).toBe('APPLIED')
  expect(sent(orderId)).toEqual([])
  await stand.control('PUT', '/local/events/behaviour', { faults: [] })
  await lookedAt(3 * 60_000)
  await until(() => keysOf(orderId).length === 1, 'it is told')
})

it('a replica that dies after OMS took the invoice leaves the news to others', async () => {
  await stand.behave({
    faults: [{ operation: 'NotifyInvoice', kind: 'hold', times: 1, afterCommit: true }],
  })
  const { orderId } = stand.plant(plainPlan())
  const cut = stand.admin.reply('notifyInvoice', { orderId, invoice: { invoiceNumber: '1' } })
  await stand.received('NotifyInvoice')
  const replica = await stand.replicaAtWork()
  await stand.kill(replica)
  await cut
  await stand.release()
  expect(followed()).toBe(1)
  expect(sent(orderId)).toEqual([])
  await stand.replicaUp(replica)
  await lookedAt(5 * 60_000)
  await until(() => keysOf(orderId).includes('order-invoiced'), 'it is told')
})

it('what OMS took and does not show is told to people after ten minutes, and to apps once it is there', async () => {
  await stand.behave({ applyDelayMs: 30 * 60_000 })
  const { orderId } = stand.plant(plainPlan())
  const writing = stand.admin.notifyInvoice(orderId, { invoiceNumber: '1' })
  await stand.received('NotifyInvoice')
  await stand.pass(9_000)
  expect((await writing).outcome).toBe('ACCEPTED')
  const watched = async () =>
    (await stand.admin.activity(orderId, 50)).filter(({ actor }) => actor === 'watch')
  await lookedAt(12 * 60_000)
  await until(async () => (await watched()).length === 1, 'the activity says so')
  const attention = (await stand.admin.order(orderId))!.attention.map(({ code }) => code)
  expect(attention).toContain('WRITE_NOT_SHOWN')
  expect(sent(orderId)).toEqual([])
  await lookedAt(55 * 60_000)
  await until(() => keysOf(orderId).includes('order-invoiced'), 'it is told')
  expect((await stand.admin.order(orderId))!.attention).toEqual([])
})

it('an app whose manifest does not ask for the policy is refused, and writes nothing down', async () => {
  await neighbour.stop()
  const manifest = JSON.parse(
    readFileSync(join(__dirname, '../../examples/order-news/manifest.json'), 'utf8')
  ) as { policies: { name: string }[] }
  const manifestPath = join(directory, 'manifest.json')
  const policies = manifest.policies.filter(({ name }) => !name.endsWith(':resolve-graphql'))
  expect(policies.length).toBe(manifest.policies.length - 1)
  writeFileSync(manifestPath, JSON.stringify({ ...manifest, policies }))
  neighbour = await startNeighbour({ stand: standOf(), app: 'order-news', manifestPath })
  const { orderId } = stand.plant(plainPlan())
  await stand.admin.notifyInvoice(orderId, { invoiceNumber: '1' })
  const failed = () =>
    stand.world.events
      .list()
      .flatMap(({ deliveries }) => deliveries.filter(({ handler }) => handler === 'news'))
  await until(() => failed().length > 0, 'it was tried')
  expect(failed()[0]!.status).toBe(500)
  expect(heard(orderId)).toEqual([])
  expect(neighbour.files.everything()).toEqual([])
})

const followed = () =>
  stand.world.files.everything().filter(({ path }) => path.startsWith('followed/')).length

/** Time goes by, and somebody looks at a page; a process that had looks made within the minute has none made again. */
async function lookedAt(afterMs: number): Promise<void> {
  await stand.pass(afterMs)
  await stand.admin.reply('orders', { queue: 'ATTENTION' })
}
