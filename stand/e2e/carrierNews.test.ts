import {
  connectorOf,
  event,
  eventsOf,
  parcel,
  post,
  puts,
  shippedOrder,
  switchOn,
  workedOff,
  type SentEvent,
} from './harness/carriers'
import { until, useStand } from './harness/stand'

/**
 * What becomes of carriers' news on a bad day, through the real runtime: bursts, replicas that die, events that are lost,
 * doubled and late. `CARRIER_MESSAGES=5000 npx jest --selectProjects e2e -- carrierNews` is a carrier's whole night.
 */
const MESSAGES = Number(process.env.CARRIER_MESSAGES ?? 120)
const A_PARCEL = 5
const AT_ONCE = 20
const LIMIT_MS = 90_000 + MESSAGES * 100

const stand = useStand({ replicas: 2 })

const events = (patch: Record<string, unknown>): Promise<unknown> =>
  stand.control('PUT', '/local/events/behaviour', patch)

beforeEach(() => switchOn(stand))

interface Night {
  readonly orders: Map<string, readonly SentEvent[]>
  readonly posted: Record<string, unknown>[]
}

/** Orders with their parcels' news, one event a message, in an order of its own. */
async function aNight(): Promise<Night> {
  const orders = new Map<string, readonly SentEvent[]>()
  const posted: Record<string, unknown>[] = []
  for (let number = 0; number < MESSAGES / A_PARCEL; number += 1) {
    const orderId = await shippedOrder(stand, `NIGHT-${number}`)
    const news = Array.from({ length: A_PARCEL }, (_, at) =>
      event(stand, at === 0 ? 'DELIVERED' : 'IN_TRANSIT', 10 + at * 60)
    )
    orders.set(orderId, news)
    posted.push(...news.map((one) => parcel(`NIGHT-${number}`, one)))
  }
  return { orders, posted: posted.sort((a, b) => (mixed(a) < mixed(b) ? -1 : 1)) }
}

const mixed = (one: unknown): number =>
  [...JSON.stringify(one)].reduce((sum, sign) => (sum * 31 + sign.charCodeAt(0)) % 9_973, 7)

async function postAll(posted: readonly unknown[]): Promise<void> {
  for (let start = 0; start < posted.length; start += AT_ONCE)
    await Promise.all(
      posted.slice(start, start + AT_ONCE).map(async (one) => {
        expect((await post(stand, one)).status).toBe(200)
      })
    )
}

/** Looks as a page does; where nothing moves, time goes on, for leases of the dead have to end. */
async function untilTold({ orders }: Night): Promise<void> {
  let before = -1
  let still = 0
  const isThrough = (): boolean =>
    ![...stand.world.files.everything()].some(({ path }) => path.startsWith('carriers/inbox/'))
  await until(
    async () => {
      await new Promise((resolve) => setTimeout(resolve, 300))
      await stand.admin.reply('connectors')
      const told = [...orders.keys()].reduce((sum, id) => sum + eventsOf(stand, id).length, 0)
      still = told === before ? still + 1 : 0
      before = told
      if (still > 0 && still % 10 === 0) await stand.pass(20_000)
      return isThrough()
    },
    'every message is worked off',
    LIMIT_MS
  )
}

/** Beside handlers that are at work a start takes its time. */
async function isUpAgain(replica: number): Promise<void> {
  const isUp = async (): Promise<boolean> =>
    (await stand.replicas()).some(({ index, up }) => index === replica && up)
  await until(isUp, `replica ${replica} is up`, LIMIT_MS)
}

function expectOnceEach({ orders }: Night): void {
  for (const [orderId, news] of orders) {
    const shown = eventsOf(stand, orderId).map(({ lastChange }) => Date.parse(`${lastChange}`))
    expect(shown.length).toBe(news.length)
    expect(stand.stored(orderId).packageAttachment!.packages[0]!.courierStatus).toMatchObject({
      finished: true,
    })
  }
}

it(
  'a burst is taken at once and told to OMS in one call an invoice',
  async () => {
    const night = await aNight()
    // Whoever would work it off meanwhile is not called: what lies there then is all of it.
    await events({ faults: [{ key: 'carriers', kind: 'lose', probability: 1 }] })
    await postAll(night.posted)
    expect(await puts(stand)).toEqual([])
    await events({ faults: [] })
    await stand.pass(60_000)
    await untilTold(night)
    expectOnceEach(night)
    expect(await puts(stand)).toHaveLength(night.orders.size)
  },
  2 * LIMIT_MS
)

it(
  'replicas that die, and events that are lost, doubled and late, lose nothing and double nothing',
  async () => {
    const night = await aNight()
    await events({
      disorderMs: 400,
      faults: ['lose', 'twice', 'late'].map((kind) => ({ kind, probability: 0.2 })),
    })
    const half = Math.ceil(night.posted.length / 2)
    await postAll(night.posted.slice(0, half))
    await stand.kill(1)
    await isUpAgain(1)
    await postAll([...night.posted.slice(half), ...night.posted.slice(0, half)])
    await stand.kill(2)
    await isUpAgain(2)
    await events({ faults: [] })
    await untilTold(night)
    expectOnceEach(night)
  },
  2 * LIMIT_MS
)

it('an event told again in other words is the one it was; a late one comes beside it', async () => {
  const orderId = await shippedOrder(stand, 'W-1')
  const out = event(stand, 'OUT_FOR_DELIVERY', 30)
  await post(stand, parcel('W-1', out))
  await workedOff(stand, 1)
  await post(
    stand,
    parcel(
      'W-1',
      { ...out, description: 'SAIU PARA ENTREGA', city: 'RECIFE' },
      event(stand, 'IN_TRANSIT', 90)
    )
  )
  await post(stand, parcel('W-1', { ...out, description: 'Salió a reparto' }))
  const messages = await workedOff(stand, 3)
  expect(messages.map(({ result }) => result).sort()).toEqual(['NOTHING_NEW', 'WRITTEN', 'WRITTEN'])
  expect(eventsOf(stand, orderId)).toHaveLength(2)
})

it('what a person told before, at that second and place, is not told again', async () => {
  const orderId = await shippedOrder(stand, 'P-1')
  const out = event(stand, 'OUT_FOR_DELIVERY', 30)
  const told = { date: out.date, description: 'On the van', city: 'Recife', state: 'PE' }
  await stand.admin.updateTrackingStatus(orderId, '1', { isDelivered: false, events: [told] })
  await post(stand, parcel('P-1', out, event(stand, 'DELIVERED', 5)))
  await workedOff(stand, 1)
  expect(eventsOf(stand, orderId)).toHaveLength(2)
  const order = (await stand.admin.order(orderId))!
  expect(order.packages[0]!.events.map(({ parcelState }) => parcelState)).toEqual([
    'DELIVERED',
    'OUT_FOR_DELIVERY',
  ])
})

it('a message waits for its invoice, and is told when that comes', async () => {
  await post(stand, parcel('LATER-1', event(stand, 'IN_TRANSIT', 30)))
  expect(await workedOff(stand, 1)).toMatchObject([{ result: 'WAITING_FOR_INVOICE', orderIds: [] }])
  const orderId = await shippedOrder(stand, 'LATER-1')
  await until(async () => (await puts(stand, orderId)).length === 1, 'it is told')
  await until(
    async () => (await connectorOf(stand)).lastMessages[0]!.result === 'WRITTEN',
    'its message says so'
  )
})

it('a parcel that comes back is no delivery, and stands among what needs attention', async () => {
  const orderId = await shippedOrder(stand, 'BACK-1')
  await post(stand, parcel('BACK-1', event(stand, 'RETURNING', 90), event(stand, 'DELIVERED', 30)))
  await workedOff(stand, 1)
  const order = (await stand.admin.order(orderId))!
  expect(order.packages[0]).toMatchObject({ isDelivered: false, state: 'RETURNED' })
  expect(order.attention.map(({ code }) => code)).toContain('TRACKING_RETURNED')
})

it('names, documents and signatures of recipients are in no file and in no log', async () => {
  const orderId = await shippedOrder(stand, 'PII-1')
  const person = {
    receiverName: 'Joana Prazeres',
    document: '123.456.789-09',
    signature: 'data:image/png;base64,iVBORw0KGgo',
    phone: 11987654321,
  }
  const news = event(stand, 'DELIVERED', 5, {
    ...person,
    description: 'Entregue. Recebido por: Joana Prazeres, CPF 123.456.789-09, joana@example.com',
  })
  await post(stand, {
    ...person,
    parcels: [{ ...person, trackingNumber: 'PII-1', events: [news] }],
  })
  // What is refused is not written down either.
  await post(stand, { ...person, parcels: [{ ...person, events: [news] }] })
  await post(stand, { ...person }, { headers: { 'x-carrier-key': 'wrong-wrong-wrong' } })
  await workedOff(stand, 1)
  expect(eventsOf(stand, orderId)).toHaveLength(1)
  const everything = [
    ...stand.world.files
      .everything()
      .filter(({ path }) => path.startsWith('carriers/') || path.startsWith('orders/'))
      .map(({ body }) => body.toString('utf8')),
    JSON.stringify(stand.world.logs.list()),
    JSON.stringify(stand.world.events.list()),
    JSON.stringify(await puts(stand)),
  ].join('\n')
  expect(everything).toContain('PII-1')
  expect(everything).not.toMatch(/Joana|Prazeres|123\.456|12345678909|iVBORw|11987654321|joana@/i)
})
