import { APP_KEY } from '../identity/owners'
import { startStand, type Stand } from '../index'
import type { WireOrder } from '../oms'
import type { OmsState } from '../oms/state'
import { createFixtureApp, type FixtureApp } from '../testing/fixtureApp'
import type { RecordedEvent } from './queue'

jest.setTimeout(30_000)

let app: FixtureApp
let stand: Stand

beforeAll(async () => {
  app = createFixtureApp()
  stand = await startStand({ ...app, env: {} })
})
afterAll(async () => {
  await stand?.stop()
  app?.remove()
})
beforeEach(async () => {
  await stand.world.reset()
  stand.world.oms.setBehaviour({ applyDelayMs: 0, indexDelayMs: 0 })
  behave({ ordersBroadcast: true, delayMs: 0, retryPauseMs: 10 })
})

const behave = (patch: unknown): void =>
  expect(stand.world.events.switches.patch(patch)).toMatchObject({ ok: true })

function orderWith(holds: (order: WireOrder) => boolean): WireOrder {
  const { state } = stand.world.oms.dump() as { state: OmsState }
  return Object.values(state.orders).find(({ order }) => holds(order))!.order
}
const toHandle = ({ status, origin }: WireOrder) =>
  status === 'ready-for-handling' && origin === 'Marketplace'

async function call(method: string, path: string, body?: unknown): Promise<number> {
  const { status } = await fetch(`${stand.url}/api/oms/pvt/orders/${path}`, {
    method,
    headers: {
      'X-VTEX-API-AppKey': APP_KEY.key,
      'X-VTEX-API-AppToken': APP_KEY.token,
      'content-type': 'application/json',
    },
    body: body === undefined ? undefined : JSON.stringify(body),
  })
  return status
}

const events = (): readonly RecordedEvent[] => stand.world.events.list()
/** Status, domain and topic of what was sent, in its order. */
const sent = (): string[] =>
  events().map(({ key, body }) => {
    const { currentState, domain } = JSON.parse(body) as Record<string, string>
    return `${currentState} ${domain} ${key}`
  })
const deliveries = () => events().flatMap((event) => event.deliveries)

async function until(holds: () => boolean): Promise<void> {
  for (const limit = Date.now() + 10_000; !holds();) {
    if (Date.now() > limit) throw new Error(`waited for: ${holds}; sent ${sent().join(', ')}`)
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
}

test('each status an order goes to is told once a domain, as the platform does', async () => {
  const { orderId } = orderWith(toHandle)
  expect(await call('POST', `${orderId}/start-handling`)).toBe(204)
  await until(() => deliveries().length === 4)
  expect(sent()).toEqual([
    'start-handling Marketplace order-status-updated',
    'start-handling Fulfillment order-status-updated',
    'handling Marketplace order-status-updated',
    'handling Fulfillment order-status-updated',
  ])
  expect(deliveries().every(({ status }) => status === 204)).toBe(true)
  const [{ key, sender, body }] = events() as [RecordedEvent]
  expect([key, sender]).toEqual(['order-status-updated', 'vtex.orders-broadcast'])
  const date = expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{7}Z$/)
  expect(JSON.parse(body)).toEqual({
    recorder: { _record: { 'x-vtex-meta': {}, 'x-vtex-meta-bucket': {} } },
    domain: 'Marketplace',
    orderId,
    currentState: 'start-handling',
    lastState: 'ready-for-handling',
    currentChangeDate: date,
    lastChangeDate: date,
  })
})

test('a handler gets the statuses that its topics name', async () => {
  const { orderId, value } = orderWith(toHandle)
  await call('POST', `${orderId}/start-handling`)
  await call('POST', `${orderId}/invoice`, {
    type: 'Output',
    issuanceDate: new Date(stand.world.clock.now()).toISOString(),
    invoiceNumber: '1',
    invoiceValue: value,
    items: [],
  })
  const toInvoiced = () => deliveries().filter(({ handler }) => handler === 'invoicedOnly')
  await until(() => toInvoiced().length === 2)
  expect(sent().filter((one) => one.endsWith(' invoiced'))).toEqual([
    'invoiced Marketplace invoiced',
    'invoiced Fulfillment invoiced',
  ])
})

test('an order of another marketplace has one domain here', async () => {
  const { orderId } = orderWith(
    ({ status, origin }) => status === 'ready-for-handling' && origin === 'Fulfillment'
  )
  await call('POST', `${orderId}/start-handling`)
  expect(sent().map((one) => one.split(' ')[1])).toEqual(['Fulfillment', 'Fulfillment'])
})

test('nothing is told of tracking, of an invoice that is patched, or of an order that stays where it is', async () => {
  const shipped = orderWith(
    ({ status, packageAttachment }) =>
      status === 'invoiced' && (packageAttachment?.packages ?? []).length > 0
  )
  const { invoiceNumber } = shipped.packageAttachment!.packages![0]!
  const invoice = `${shipped.orderId}/invoice/${encodeURIComponent(invoiceNumber)}`
  expect(await call('PATCH', invoice, { trackingNumber: 'T-1', courier: 'Correios' })).toBe(200)
  const date = new Date(stand.world.clock.now()).toISOString()
  const news = { date, description: 'Posted', city: 'x', state: 'SP' }
  expect(await call('PUT', `${invoice}/tracking`, { isDelivered: false, events: [news] })).toBe(200)
  expect(sent()).toEqual([])
})

test('what OMS does later is told then, though nobody calls it', async () => {
  stand.world.oms.setBehaviour({ applyDelayMs: 60_000 })
  const { orderId } = orderWith(toHandle)
  await call('POST', `${orderId}/start-handling`)
  expect(sent()).toHaveLength(2)
  await stand.world.setClock(61_000)
  await until(() => sent().length === 4)
  expect(sent()[2]).toBe('handling Marketplace order-status-updated')
})

test('an account that has not installed it hears nothing', async () => {
  behave({ ordersBroadcast: false })
  await call('POST', `${orderWith(toHandle).orderId}/start-handling`)
  expect(events()).toEqual([])
})

test('events are lost, doubled and late by the switches, and nobody else’s are', async () => {
  const sender = 'vtex.orders-broadcast'
  behave({
    faults: [
      { sender: 'storeops.fixture', kind: 'lose' },
      { sender, kind: 'lose' },
      { sender, kind: 'twice' },
      { sender, kind: 'late', lateMs: 60_000 },
    ],
  })
  await call('POST', `${orderWith(toHandle).orderId}/start-handling`)
  await until(() => deliveries().length === 3)
  expect(events().map(({ isLost }) => isLost)).toEqual([true, false, false, false])
  expect(events().map((event) => event.deliveries.length)).toEqual([0, 2, 0, 1])
  await stand.world.setClock(60_000)
  await until(() => deliveries().length === 4)
})
