import { createRequire } from 'node:module'
import { join } from 'node:path'
import { plainPlan } from './harness/orders'
import { useStand } from './harness/stand'

/** Clients that were made for OMS, with the door's address in the place of OMS's, on good days and bad ones. */

const stand = useStand({ replicas: 2 })

const DOOR = '/_v/invoice-tracking'
const LEASE_MS = 60_000
const TOKEN = 'local-operator'

const fromService = createRequire(join(__dirname, '../../node/package.json'))

interface Receipt {
  readonly date: string
  readonly orderId: string
  readonly receipt: string
}
interface VtexOms {
  orderNotification(orderId: string, body: object, authMethod: 'ADMIN_TOKEN'): Promise<Receipt>
}
type VtexMiddleware = (
  call: { config: { baseURL?: string } },
  next: () => Promise<void>
) => Promise<void>

/** VTEX's own client of OMS, which lets every part of a call be set but the address: a middleware sets that. */
function vtexClient(): VtexOms {
  const { OMS } = fromService('@vtex/clients') as {
    OMS: new (context: object, options: object) => VtexOms
  }
  const atTheDoor: VtexMiddleware = async ({ config }, next) => {
    config.baseURL = `${stand.url}${DOOR}`
    await next()
  }
  const context = {
    account: 'storeops',
    workspace: 'master',
    authToken: 'none',
    adminUserAuthToken: TOKEN,
    logger: { warn: () => undefined, error: () => undefined },
    tracer: { isTraceSampled: false },
    requestId: 'of-a-test',
    operationId: 'of-a-test',
  }
  return new OMS(context, { timeout: 20_000, retries: 0, middlewares: [atTheDoor] })
}

const invoiceOf = (orderId: string) => ({
  type: 'Output',
  issuanceDate: new Date(stand.now()).toISOString(),
  invoiceNumber: '000123',
  invoiceValue: stand.stored(orderId).value,
  invoiceUrl: '',
  courier: '',
  trackingNumber: '',
  trackingUrl: '',
  dispatchDate: null,
  items: [],
})
const packagesOf = (orderId: string) => stand.stored(orderId).packageAttachment?.packages ?? []
const posts = async () =>
  (await stand.writes()).filter(({ operation }) => operation === 'NotifyInvoice')

async function post(orderId: string, body: object, query = '') {
  const path = `${DOOR}/api/oms/pvt/orders/${orderId}/invoice${query}`
  const response = await fetch(`${stand.url}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', VtexIdclientAutCookie: TOKEN },
    body: JSON.stringify(body),
  })
  const outcome = response.headers.get('x-invoice-outcome')
  return { outcome, status: response.status, text: await response.text() }
}

it('@vtex/clients: the receipt of OMS, once, however often it asks', async () => {
  const { orderId } = stand.plant(plainPlan())
  const oms = vtexClient()
  const invoice = invoiceOf(orderId)
  const first = await oms.orderNotification(orderId, invoice, 'ADMIN_TOKEN')
  expect(first).toMatchObject({ orderId, receipt: expect.stringMatching(/^[0-9a-f]{32}$/) })
  await oms.orderNotification(orderId, invoice, 'ADMIN_TOKEN')
  expect(await posts()).toHaveLength(1)
})

it('@vtex/clients: a refusal is an error of its status, with OMS’s shape in it', async () => {
  const { orderId } = stand.plant(plainPlan())
  const nameless = { ...invoiceOf(orderId), invoiceNumber: '' }
  const refused = vtexClient().orderNotification(orderId, nameless, 'ADMIN_TOKEN')
  await expect(refused).rejects.toMatchObject({
    response: {
      status: 400,
      data: { error: { code: 'INVOICE_NUMBER_REQUIRED', exception: null } },
    },
  })
})

it('a body as VTEX’s reference shows it: amounts as text, seven decimals of a second, names of its own', async () => {
  const { orderId, items, value } = stand.plant(plainPlan())
  // Yesterday's: at night in UTC, one second past midnight of today is still to come five hours west of it.
  const day = new Date(stand.now() - 24 * 3_600_000).toISOString().slice(0, 10)
  const [item] = items
  const sent = await post(orderId, {
    type: 'Output',
    issuanceDate: `${day}T00:00:01-05:00`,
    invoiceNumber: 'DFG-v7731485plzv-01',
    invoiceValue: String(value),
    invoiceKey: null,
    invoiceUrl: 'https://invoices.example/24382.pdf',
    courier: 'carrierOne',
    trackingNumber: '87658',
    trackingUrl: 'https://tracking.example/87658',
    dispatchedDate: `${day}T00:00:01.4617653+00:00`,
    items: [
      { id: item!.id, price: item!.price, description: '335', quantity: String(item!.quantity) },
    ],
  })
  expect(sent).toMatchObject({ outcome: 'APPLIED', text: expect.stringMatching(/receipt/) })
  expect(packagesOf(orderId)).toMatchObject([
    { invoiceNumber: 'DFG-v7731485plzv-01', courier: 'carrierOne', trackingNumber: '87658' },
  ])
})

it('VTEX’s example of a document, which no authority has seen, goes out where the caller accepts that', async () => {
  const { orderId } = stand.plant(plainPlan())
  const document = '<NFe><infNFe Id="NFe1" versao="1.10"><ide><nNF>123</nNF></ide></infNFe></NFe>'
  const body = { ...invoiceOf(orderId), embeddedInvoice: document }
  const asked = await post(orderId, body)
  expect(asked).toMatchObject({ status: 409, outcome: 'REFUSED' })
  const { problems } = JSON.parse(asked.text) as { problems: { code: string; field: string[] }[] }
  for (const { field } of problems) expect(field).toEqual(['embeddedInvoice'])
  const codes = problems.map(({ code }) => code)
  expect(await post(orderId, body, `?accept=${codes.join(',')}`)).toMatchObject({ status: 200 })
  // A store that lives with such documents says so once.
  const settings = await stand.admin.settings()
  const { doorAccepts } = settings
  await stand.admin.saveSettings({ ...settings, doorAccepts: [...doorAccepts, ...codes] })
  const next = stand.plant(plainPlan()).orderId
  const another = document.replace('123', '124')
  expect(
    await post(next, { ...invoiceOf(next), invoiceNumber: '000124', embeddedInvoice: another })
  ).toMatchObject({ status: 200 })
})

/**
 * A client as a generator makes it from VTEX's description of Orders, told here in our own words (vtex/openapi-schemas,
 * August 2026, no licence to copy it by): `Accept` and `content-type` always, every property that is required, one status
 * for what is done, and of the three with an answer three texts, none of which may be null. It throws at all else.
 */
const described = (orderId: string) => {
  const call = async (method: string, path: string, done: 200 | 204, body?: object) => {
    const response = await fetch(`${stand.url}${DOOR}/api/oms/pvt/orders/${orderId}/${path}`, {
      method,
      headers: {
        Accept: 'application/json',
        'content-type': 'application/json',
        VtexIdclientAutCookie: TOKEN,
      },
      body: body && JSON.stringify(body),
    })
    const text = await response.text()
    const isJson = /^application\/json/.test(response.headers.get('content-type') ?? '')
    if (response.status !== done) {
      const { error } = JSON.parse(text) as { error: Record<string, unknown> }
      expect([isJson, typeof error.code, typeof error.message]).toEqual([true, 'string', 'string'])
      throw Object.assign(new Error(String(error.message)), { status: response.status })
    }
    if (done === 204) return expect([text, isJson]).toEqual(['', false])
    const { date, orderId: named, receipt } = JSON.parse(text) as Record<string, unknown>
    expect([isJson, typeof date, named, typeof receipt]).toEqual([
      true,
      'string',
      orderId,
      'string',
    ])
    expect(Date.parse(date as string)).not.toBeNaN()
  }
  return {
    startHandling: () => call('POST', 'start-handling', 204),
    notify: (body: object) => call('POST', 'invoice', 200, body),
    sendTrackingNumber: (number: string, body: object) =>
      call('PATCH', `invoice/${number}`, 200, body),
    updateTracking: (number: string, body: object) =>
      call('PUT', `invoice/${number}/tracking`, 200, body),
  }
}

describe('a client made from VTEX’s description', () => {
  const hoursAgo = (hours: number) => new Date(stand.now() - hours * 3_600_000).toISOString()

  it('goes from handling to delivered, and every call made twice is answered as it is described', async () => {
    const { orderId, items, value } = stand.plant(plainPlan({ status: 'ready-for-handling' }))
    const client = described(orderId)
    const [item] = items
    const invoice = {
      type: 'Output',
      issuanceDate: hoursAgo(1),
      invoiceNumber: 'DFG-v1-01',
      invoiceValue: String(value),
      items: items.map(({ id, price, quantity }) => ({ id, price, quantity })),
    }
    expect(typeof item!.price).toBe('number')
    const tracking = {
      trackingNumber: '87658',
      trackingUrl: null,
      courier: 'carrierOne',
      dispatchedDate: hoursAgo(0.5),
    }
    const city = { city: 'Rio de Janeiro', state: 'RJ' }
    // Of one moment, however long the calls take: an event a second later is another event.
    const events = [{ ...city, description: 'Coletado', date: hoursAgo(0.25) }]
    const news = (isDelivered: boolean) => ({
      isDelivered,
      deliveredDate: isDelivered ? hoursAgo(0).slice(0, 16).replace('T', ' ') : null,
      events,
    })
    await client.startHandling()
    await client.startHandling()
    for (let time = 0; time < 2; time += 1) await client.notify(invoice)
    for (let time = 0; time < 2; time += 1) await client.sendTrackingNumber('DFG-v1-01', tracking)
    for (const isDelivered of [false, false, true, true])
      await client.updateTracking('DFG-v1-01', news(isDelivered))
    const sent = (await stand.writes()).map(({ operation }) => operation)
    expect(sent).toEqual([
      'StartHandling',
      'NotifyInvoice',
      'UpdatePartialInvoice',
      'UpdateTrackingStatus',
      'UpdateTrackingStatus',
    ])
    expect(packagesOf(orderId)).toMatchObject([
      { trackingNumber: '87658', courierStatus: { finished: true, data: [city] } },
    ])
  })

  it('hears of what is not possible by the status that is described, with OMS’s error', async () => {
    const { orderId } = stand.plant(plainPlan({ status: 'canceled' }))
    await expect(described(orderId).startHandling()).rejects.toMatchObject({ status: 409 })
    await expect(described('999-01').startHandling()).rejects.toMatchObject({ status: 404 })
    expect(await stand.writes()).toEqual([])
  })
})

it('an ERP that sends the same until it is told 200 is once in OMS, however VBase and OMS fail', async () => {
  await stand.vbase({
    faults: [
      { method: 'PUT', kind: 'status500', afterCommit: true, probability: 0.1 },
      { method: 'PUT', kind: 'status500', probability: 0.1 },
      { method: 'GET', kind: 'missing', probability: 0.1 },
      { method: 'GET', kind: 'status500', probability: 0.1 },
    ],
  })
  await stand.behave({
    faults: [
      { operation: 'NotifyInvoice', kind: 'status500', afterCommit: true, probability: 0.3 },
      { operation: 'GetOrder', kind: 'status500', probability: 0.1 },
    ],
  })
  const orders = Array.from({ length: 6 }, () => stand.plant(plainPlan()).orderId)
  for (const orderId of orders) {
    const seen: number[] = []
    const invoice = invoiceOf(orderId)
    for (let tries = 0; tries < 30 && seen[seen.length - 1] !== 200; tries += 1)
      seen.push((await post(orderId, invoice)).status)
    // Nothing but what an ERP may send again at once or later; never a mistake of its own.
    expect(seen.filter((status) => ![200, 202, 409, 429, 500, 502, 503].includes(status))).toEqual(
      []
    )
    expect(seen[seen.length - 1]).toBe(200)
    expect(packagesOf(orderId)).toHaveLength(1)
  }
  expect(await posts()).toHaveLength(orders.length)
})

it('an ERP whose call dies with its replica sends the same again, and it is once in OMS', async () => {
  await stand.behave({
    faults: [{ operation: 'NotifyInvoice', kind: 'hold', times: 1, afterCommit: true }],
  })
  const { orderId } = stand.plant(plainPlan())
  const invoice = invoiceOf(orderId)
  const cut = post(orderId, invoice)
  await stand.received('NotifyInvoice')
  await stand.kill(await stand.replicaAtWork())
  expect((await cut).status).toBeGreaterThanOrEqual(500)
  await stand.release()
  await stand.pass(LEASE_MS)
  expect(await post(orderId, invoice)).toMatchObject({
    status: 200,
    outcome: 'ALREADY_APPLIED',
  })
  expect(await posts()).toHaveLength(1)
  expect(packagesOf(orderId)).toHaveLength(1)
})
