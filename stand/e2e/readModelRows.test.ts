import { plainPlan } from './harness/orders'
import { ReadModelFace } from './harness/readModel'
import { useStand } from './harness/stand'

/** A page of a queue from documents at once, and its rows read live beside it. */

const stand = useStand()
const readModel = new ReadModelFace(stand)

const PAGE = `query ($queue: OrderQueue, $carrier: String) {
  orders(queue: $queue, carrier: $carrier, fromDocuments: true) @ctx {
    rows {orderId} documents {orderId stage attention creationDate carrier value currency readAt lastEventDate}
    total complete asOf}}`
const ROWS = `query ($queue: OrderQueue!, $orderIds: [ID!]!) {
  queueRows(queue: $queue, orderIds: $orderIds) @ctx {
    rows {orderId stage customerName} left unreadable {orderId problem {code}}}}`

interface Page {
  readonly rows: readonly unknown[]
  readonly documents: readonly Readonly<Record<string, unknown> & { orderId: string }>[]
  readonly total: number
  readonly asOf: string | null
}

const CARRIER = 'Ligeira Cargas'

async function send<T>(text: string, variables: Record<string, unknown>): Promise<T> {
  const reply = await stand.admin.send(text, variables)
  if (!reply.data) throw new Error(reply.text)
  return Object.values(reply.data)[0] as T
}

const page = () => send<Page>(PAGE, { queue: 'IN_TRANSIT', carrier: CARRIER })
const idsOf = ({ documents }: Page) => documents.map(({ orderId }) => orderId)

function shipped(at: number) {
  const parcel = { value: 'rest', hoursAgo: 20, courier: CARRIER } as const
  const told = { number: `77${100 + at}`, trackingNumber: `LG${100_000 + at}BR` }
  const plan = plainPlan({ status: 'invoiced', packages: [{ ...parcel, ...told }] })
  return { orderId: stand.plant(plan).orderId, invoiceNumber: told.number }
}

async function switchedOn(): Promise<void> {
  expect((await readModel.save(true)).problems).toEqual([])
  await readModel.filled()
  // The index has heard of the last of them.
  await stand.pass(5_000)
}

/** By another system, with a key of its own. */
async function deliver(orderId: string, invoiceNumber: string): Promise<void> {
  const path = `/api/oms/pvt/orders/${orderId}/invoice/${invoiceNumber}/tracking`
  const deliveredDate = new Date(stand.now()).toISOString()
  const { status } = await stand.oms.call('PUT', path, {
    isDelivered: true,
    deliveredDate,
    events: [],
  })
  expect(status).toBe(200)
}

const readsOf = (orderId: string) =>
  stand.world.calls
    .list()
    .filter(({ method, path }) => method === 'GET' && path.includes(`/orders/${orderId}`)).length

it('a page comes from one search while OMS answers nobody, and names no customer', async () => {
  const orders = [shipped(1), shipped(2), shipped(3)]
  await switchedOn()
  const before = orders.map(({ orderId }) => readsOf(orderId))
  await stand.behave({ faults: [{ operation: 'GetOrder', kind: 'status500', times: 99 }] })
  const found = await page()
  expect([found.rows, found.total, found.asOf]).toEqual([[], 3, expect.any(String)])
  expect(idsOf(found).sort()).toEqual(orders.map(({ orderId }) => orderId).sort())
  for (const one of found.documents)
    expect(one).toMatchObject({
      stage: 'IN_TRANSIT',
      carrier: CARRIER,
      currency: 'BRL',
      value: expect.any(Number) as number,
      readAt: expect.any(String) as string,
    })
  expect(orders.map(({ orderId }) => readsOf(orderId))).toEqual(before)
  const rows = await send<{ unreadable: unknown[] }>(ROWS, {
    queue: 'IN_TRANSIT',
    orderIds: idsOf(found),
  })
  expect(rows.unreadable).toHaveLength(3)
})

it('rows are as their orders are now: one that left is named, and its document follows', async () => {
  const orders = [shipped(4), shipped(5)]
  await switchedOn()
  const found = await page()
  expect(found.total).toBe(2)
  const [{ orderId, invoiceNumber }] = orders
  // Somebody else tells VTEX of the delivery, and nobody tells us.
  await deliver(orderId, invoiceNumber)
  expect(idsOf(await page())).toContain(orderId)
  const rows = await send<{ rows: unknown[]; left: string[]; unreadable: unknown[] }>(ROWS, {
    queue: 'IN_TRANSIT',
    orderIds: idsOf(found),
  })
  expect(rows).toMatchObject({ left: [orderId], unreadable: [] })
  expect(rows.rows).toEqual(
    found.documents.map((one) => ({
      orderId: one.orderId,
      stage: one.orderId === orderId ? 'DELIVERED' : 'IN_TRANSIT',
      customerName: expect.any(String) as string,
    }))
  )
  await readModel.until(() => true)
  await stand.pass(5_000)
  expect((await readModel.of(orderId))?.stage).toBe('DELIVERED')
  expect(idsOf(await page())).toEqual([orders[1].orderId])
})

it('more rows than a page shows at first are refused by name', async () => {
  const orderIds = Array.from({ length: 26 }, (_, at) => `${1_300_000_000_000 + at}-01`)
  const { errors } = await stand.admin.send(ROWS, { queue: 'LATE', orderIds })
  expect(errors[0]?.extensions).toMatchObject({ code: 'BATCH_TOO_LARGE' })
})
