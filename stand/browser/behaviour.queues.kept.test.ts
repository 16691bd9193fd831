import { plainPlan } from '../e2e/harness/orders'
import { ReadModelFace } from '../e2e/harness/readModel'
import { until, useStand } from '../e2e/harness/stand'
import { useBrowser } from './harness/browser'
import { lookAt } from './harness/look'
import { DESK, PHONE, type Person, type Size } from './harness/person'

/** A page of a queue as it was kept, and its rows read live behind it: each corrected in its place. */

const stand = useStand()
const browser = useBrowser(stand)
const readModel = new ReadModelFace(stand)

const CARRIER = 'Ligeira Cargas'
const QUEUE = `?queue=IN_TRANSIT&carrier=${encodeURIComponent(CARRIER)}`

function shipped(at: number) {
  const parcel = { value: 'rest', hoursAgo: 20, courier: CARRIER } as const
  const told = { number: `66${1000 + at}`, trackingNumber: `LG${200_000 + at}BR` }
  const plan = plainPlan({ status: 'invoiced', packages: [{ ...parcel, ...told }] })
  return { orderId: stand.plant(plan).orderId, ...told }
}

async function switchedOn(): Promise<void> {
  expect((await readModel.save(true)).problems).toEqual([])
  await readModel.filled()
  // The index has heard of the last of them.
  await stand.pass(5_000)
}

/** By another system, with a key of its own: nobody tells this app. */
async function deliver({ orderId, number }: { orderId: string; number: string }): Promise<void> {
  const path = `/api/oms/pvt/orders/${orderId}/invoice/${number}/tracking`
  const deliveredDate = new Date(stand.now()).toISOString()
  const body = { isDelivered: true, deliveredDate, events: [] }
  expect((await stand.oms.call('PUT', path, body)).status).toBe(200)
}

const lineOf = ({ page }: Person, orderId: string) =>
  page.getByRole('main').locator('tr, li').filter({ hasText: orderId })

/** Where each row stands and how high it is. */
async function places(person: Person, orderIds: readonly string[]) {
  const boxes = await Promise.all(
    orderIds.map(async (orderId) => (await lineOf(person, orderId).boundingBox())!)
  )
  return boxes.map(({ y, height }) => ({ y, height }))
}

describe.each<[string, Size]>([
  ['table', DESK],
  ['cards', PHONE],
])('a page that was kept (%s)', (_, size) => {
  it('is there before VTEX has answered, and each row is corrected where it stands', async () => {
    const orders = Array.from({ length: 4 }, (_order, at) => shipped(at))
    const ids = orders.map(({ orderId }) => orderId)
    await switchedOn()
    await deliver(orders[1])
    const person = await browser.person({ size })
    const { page } = person
    const letGo = await person.withholds('QueueRows')
    await person.openQueue(QUEUE)
    await page.getByText(/1–4 of/).waitFor()
    await page.getByText('4 rows are still being read from VTEX').waitFor()
    for (const { orderId, trackingNumber } of orders) {
      const line = lineOf(person, orderId)
      expect(await line.innerText()).toContain(CARRIER)
      expect(await line.innerText()).not.toContain(trackingNumber)
      expect(await line.innerText()).not.toContain('Delivered')
    }
    if (size === DESK) await lookAt(person, 'queue-kept')
    const before = await places(person, ids)
    await letGo()
    await page.getByText('still being read').waitFor({ state: 'hidden' })
    for (const { orderId, trackingNumber } of orders)
      await lineOf(person, orderId).filter({ hasText: trackingNumber }).waitFor()
    const left = lineOf(person, ids[1])
    await left.getByText(/Moved on: Delivered/).waitFor()
    await person.hears(/1 order has left this queue/)
    const after = await places(person, ids)
    expect(after).toEqual(before)
    await lookAt(person, `queue-kept-left-${size === DESK ? 'table' : 'cards'}`)
    // Asked again, the queue holds it no more.
    await stand.pass(10_000)
    await page.reload()
    await until(async () => (await lineOf(person, ids[1]).count()) === 0, 'the queue without it')
    await page.getByText(/1–3 of/).waitFor()
  })
})

it('nothing is marked delivered by what was only kept; once VTEX has answered the ticks hold', async () => {
  const orders = [shipped(10), shipped(11)]
  await switchedOn()
  const person = await browser.person()
  const { page } = person
  const letGo = await person.withholds('QueueRows')
  await person.openQueue(QUEUE)
  await page.getByText(/1–2 of/).waitFor()
  await page.getByRole('checkbox', { name: /^Select all/ }).check({ force: true })
  await page.getByText(/2 not read from VTEX yet/).waitFor()
  expect(await page.getByRole('button', { name: /Mark \d+ orders? delivered/ }).count()).toBe(0)
  await letGo()
  await page.getByText(/2 selected · All will be marked delivered as of now/).waitFor()
  await page.getByRole('button', { name: 'Mark 2 orders delivered' }).click()
  await page.getByText(/Marked delivered: 2/).waitFor({ timeout: 60_000 })
  for (const { orderId } of orders) await lineOf(person, orderId).getByText('✓ delivered').waitFor()
})

it('while VTEX answers nobody the page stands as it was kept, and a row is asked for again by itself', async () => {
  const orders = [shipped(20), shipped(21)]
  await switchedOn()
  await stand.behave({ faults: [{ operation: 'GetOrder', kind: 'status500' }] })
  const person = await browser.person()
  const { page } = person
  await person.openQueue(QUEUE)
  await page.getByText(/1–2 of/).waitFor()
  const again = page.getByRole('button', { name: /^Try again, order/ })
  await until(async () => (await again.count()) === 2, 'two rows to ask for again', 60_000)
  const line = lineOf(person, orders[0].orderId)
  expect(await line.innerText()).toContain(CARRIER)
  await lookAt(person, 'queue-kept-unread')
  await stand.behave({ faults: [] })
  await line.getByRole('button', { name: /^Try again, order/ }).click()
  await line.filter({ hasText: orders[0].trackingNumber }).waitFor()
  expect(await again.count()).toBe(1)
})

it('where Master Data does not answer, the queue is what VTEX lists', async () => {
  const order = shipped(30)
  await switchedOn()
  await readModel.behave({ faults: [{ operation: 'search', kind: 'status503', times: 99 }] })
  const person = await browser.person()
  await person.openQueue('?queue=IN_TRANSIT')
  await lineOf(person, order.orderId).filter({ hasText: order.trackingNumber }).waitFor()
  expect(await person.page.getByText(/as of \d/).count()).toBe(0)
})
