import { APP_KEY } from '../identity/owners'
import {
  connectorOf,
  event,
  eventsOf,
  parcel,
  post,
  puts,
  switchOn,
  workedOff,
  type SentEvent,
} from './harness/carriers'
import { plainPlan } from './harness/orders'
import { until, useStand } from './harness/stand'

/**
 * The way of an order from paid to delivered with no person in it: a script of an ERP at the OMS door, and a carrier's
 * webhook. A person has set them up before, and looks at what became of it afterwards.
 */

const stand = useStand({ replicas: 2 })

beforeEach(() => switchOn(stand))

/** A line of a script: OMS's own call, with an app key, at the door's address. */
async function erp(method: string, path: string, body: unknown = {}): Promise<number> {
  const response = await fetch(`${stand.url}/_v/invoice-tracking/api/oms/pvt/orders/${path}`, {
    method,
    headers: {
      'content-type': 'application/json',
      'X-VTEX-API-AppKey': APP_KEY.key,
      'X-VTEX-API-AppToken': APP_KEY.token,
    },
    body: JSON.stringify(body),
  })
  await response.text()
  return response.status
}

/** From paid to shipped, each call made twice, as a script does that was started twice. */
async function shippedByErp(trackingNumber: string): Promise<string> {
  const { orderId, value } = stand.plant(plainPlan({ status: 'ready-for-handling' }))
  const invoice = {
    type: 'Output',
    issuanceDate: new Date(stand.now()).toISOString(),
    invoiceNumber: '4711',
    invoiceValue: String(value),
    items: [],
  }
  const tracking = { trackingNumber, trackingUrl: null, courier: 'Jadlog', dispatchedDate: null }
  for (let time = 0; time < 2; time += 1) {
    if (time === 0) expect(await erp('POST', `${orderId}/start-handling`)).toBe(204)
    expect(await erp('POST', `${orderId}/invoice`, invoice)).toBe(200)
    expect(await erp('PATCH', `${orderId}/invoice/4711`, tracking)).toBe(200)
  }
  return orderId
}

it('an order goes from paid to delivered, each event once, though a replica dies in between', async () => {
  const orderId = await shippedByErp('JD-4711')
  const news: SentEvent[] = [
    event(stand, 'DELIVERED', 10),
    event(stand, 'IN_TRANSIT', 300),
    event(stand, 'OUT_FOR_DELIVERY', 90),
  ]
  const [delivered, ...others] = news.map((one) => parcel('JD-4711', one))
  // The delivery comes first, and twice; a replica dies with what it was doing; then the others, twice each.
  for (const sent of [delivered, delivered]) expect((await post(stand, sent)).status).toBe(200)
  await stand.kill(1)
  for (const sent of [...others, ...others].reverse())
    expect((await post(stand, sent)).status).toBe(200)
  let looks = 0
  await until(
    async () => {
      await new Promise((resolve) => setTimeout(resolve, 200))
      // The dead one's leases end, and somebody looks.
      if ((looks += 1) % 15 === 0) await stand.pass(20_000)
      const { lastMessages } = await connectorOf(stand)
      return lastMessages.length === 6 && lastMessages.every(({ result }) => result !== 'PENDING')
    },
    'six messages are worked off',
    90_000
  )

  const order = (await stand.admin.order(orderId))!
  expect(order).toMatchObject({ stage: 'DELIVERED', remainingValue: 0, attention: [] })
  expect(order.packages).toMatchObject([
    { invoiceNumber: '4711', trackingNumber: 'JD-4711', isDelivered: true, state: 'DELIVERED' },
  ])
  expect(eventsOf(stand, orderId)).toHaveLength(3)
  const written = (await stand.writes()).map(({ operation }) => operation)
  expect(written.filter((name) => name !== 'UpdateTrackingStatus')).toEqual([
    'StartHandling',
    'NotifyInvoice',
    'UpdatePartialInvoice',
  ])
  const told = (await stand.admin.activity(orderId, 100)).filter(
    ({ outcome }) => outcome === 'APPLIED'
  )
  const whoDid = (operation: string) => [
    ...new Set(told.filter((one) => one.operation === operation).map(({ actor }) => actor)),
  ]
  for (const operation of ['START_HANDLING', 'NOTIFY_INVOICE', 'UPDATE_PARTIAL_INVOICE'])
    expect([operation, whoDid(operation)]).toEqual([operation, ['vtexappkey-storeops-LOCAL']])
  expect(whoDid('UPDATE_TRACKING_STATUS')).toEqual(['carrier: generic'])
})

it('an order whose parcel comes back to its sender is not delivered, and stands in Attention', async () => {
  const orderId = await shippedByErp('JD-4712')
  // What its carrier says at the sender's door: delivered.
  const news = [event(stand, 'RETURNING', 120), event(stand, 'DELIVERED', 30)]
  expect((await post(stand, parcel('JD-4712', ...news))).status).toBe(200)
  await workedOff(stand, 1)
  expect((await puts(stand, orderId)).length).toBeGreaterThan(0)
  const { rows } = await stand.admin.orders({ queue: 'ATTENTION', perPage: 100 })
  const found = rows.find((row) => row.orderId === orderId)
  expect(found?.attention.map(({ code }) => code)).toContain('TRACKING_RETURNED')
  expect(found?.packages).toMatchObject([{ isDelivered: false, state: 'RETURNED' }])
})
