import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Clock } from '../clock'
import { demoOrders } from '../demo'
import type { Answer } from '../http/exchange'
import type { TokenOwner } from '../identity/owners'
import { createOmsDouble, type OmsDouble } from '../oms'
import { OrderHooks, type HookTry } from './hooks'

const HOUR_MS = 60 * 60_000
const DAY_MS = 24 * HOUR_MS
const SHIPPED = '$count(packageAttachment.packages[type = "Output"]) > 0'
const URL_OF_ACCOUNT = 'https://storeops.myvtex.com/_v/somewhere?a=1'

interface Heard {
  readonly url: string
  readonly headers: Record<string, unknown>
  readonly body: Record<string, unknown>
}

let server: Server
let address: string
let heard: Heard[]
let status: number
let clock: Clock
let hooks: OrderHooks
let oms: OmsDouble

beforeAll(async () => {
  server = createServer((request, response) => {
    const parts: Buffer[] = []
    request.on('data', (part: Buffer) => parts.push(part))
    request.on('end', () => {
      const body = JSON.parse(Buffer.concat(parts).toString('utf8')) as Record<string, unknown>
      heard.push({ url: request.url ?? '', headers: { ...request.headers }, body })
      response.writeHead('hookConfig' in body ? 200 : status).end()
    })
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => new Promise((done) => server.close(done)))
beforeEach(() => {
  heard = []
  status = 200
  clock = new Clock()
  hooks = new OrderHooks({ account: 'storeops', clock, address: () => address })
  set({ delayMs: 0, retryPauseMs: 10 })
  oms = createOmsDouble({
    now: clock.now,
    accountName: 'storeops',
    seedOrders: () => demoOrders(clock.now()),
    moved: (move) => hooks.moved(move),
    changed: (change) => hooks.changed(change),
  })
  oms.setBehaviour({ applyDelayMs: 0, indexDelayMs: 0 })
})
afterEach(() => hooks.reset())

const set = (patch: unknown): void =>
  expect(hooks.switches.patch(patch)).toMatchObject({ ok: true })

function owner(id: string, kind: TokenOwner['kind'] = 'key', right = '19:FeedHookV3Admin') {
  const grants = new Set([right]) as TokenOwner['grants']
  return { id, kind, grants, account: 'storeops', policies: new Set<string>() }
}
const ERP = owner('erp-key')

async function ask(method: string, body: unknown = '', caller: TokenOwner | null = ERP) {
  const text = typeof body === 'string' ? body : JSON.stringify(body)
  const answer = await hooks.answer(
    {
      method,
      host: '',
      path: '/api/orders/hook/config',
      query: new URLSearchParams(),
      headers: {},
      body: Buffer.from(text),
    },
    caller
  )
  return answer as Answer
}

const fromOrders = (more: object = {}, hook: object = {}) => ({
  filter: { type: 'FromOrders', expression: SHIPPED, disableSingleFire: true, ...more },
  hook: { url: URL_OF_ACCOUNT, headers: { 'x-key': 'secret' }, ...hook },
})

/** What was told, without pings. */
const told = () => heard.filter(({ body }) => !('hookConfig' in body))

async function until(holds: () => boolean): Promise<void> {
  for (const limit = performance.now() + 10_000; !holds();) {
    if (performance.now() > limit) throw new Error(`waited for ${holds}: ${JSON.stringify(heard)}`)
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
}

const caller = {
  kind: 'person' as const,
  id: 'p',
  rights: new Set(['OMSViewer', 'ShippingAction', 'WorkflowAction']),
}
async function write(method: string, path: string, body: unknown): Promise<void> {
  const answer = await oms.handle({
    method,
    path: `/api/oms/pvt/orders/${path}`,
    query: new URLSearchParams(),
    headers: {},
    body: body === undefined ? '' : JSON.stringify(body),
    caller,
  })
  expect(answer).toMatchObject({ kind: 'answer' })
  if (answer.kind === 'answer') expect(answer.status).toBeLessThan(300)
}

/** An order in transit: its invoice, and nobody who has told of its delivery. */
function shipped(): { orderId: string; invoiceNumber: string } {
  for (const { orderId } of oms.orders()) {
    const { status: at, packageAttachment } = oms.stored(orderId)!
    const one = packageAttachment?.packages?.[0]
    const isPlain = /^[A-Za-z0-9]+$/.test(one?.invoiceNumber ?? ' ')
    if (at === 'invoiced' && one?.trackingNumber && isPlain && !one.courierStatus?.finished)
      return { orderId, invoiceNumber: one.invoiceNumber }
  }
  throw new Error('no such order')
}
const toHandle = () =>
  oms.orders().find(({ orderId }) => oms.stored(orderId)!.status === 'ready-for-handling')!.orderId
const courierEvent = ({ orderId, invoiceNumber } = shipped()) =>
  write('PUT', `${orderId}/invoice/${invoiceNumber}/tracking`, {
    isDelivered: false,
    events: [{ date: '2026-11-01T10:00:00Z', description: 'On its way', city: '', state: '' }],
  })

describe('the configuration', () => {
  test('is saved after a ping that carries its headers, and read as it was given', async () => {
    expect(await ask('POST', fromOrders())).toEqual({ status: 200 })
    expect(heard).toMatchObject([
      { url: '/_v/somewhere?a=1', headers: { 'x-key': 'secret' }, body: { hookConfig: 'ping' } },
    ])
    expect(JSON.parse((await ask('GET')).body as string)).toEqual(fromOrders())
    expect((await ask('GET', '', owner('another'))).body).toBeUndefined()
    expect(await ask('DELETE')).toEqual({ status: 200 })
    expect((await ask('GET')).body).toBeUndefined()
  })

  test.each([
    ['an address that does not answer', fromOrders({}, { url: 'https://x.test/' }), 400],
    ['http', fromOrders({}, { url: 'http://storeops.myvtex.com/' }), 400],
    ['no address', fromOrders({}, { url: 'nowhere' }), 400],
    ['both types at once', fromOrders({ status: ['handling'] }), 409],
    ['an expression that is none', fromOrders({ expression: '$count((' }), 400],
    ['no expression', fromOrders({ expression: undefined }), 400],
    ['no JSON', '{', 400],
  ])('%s is refused', async (_what, body, wanted) => {
    expect((await ask('POST', body)).status).toBe(wanted)
    expect(hooks.isAny()).toBe(false)
  })

  test('an address whose ping is not answered with 200 is refused', async () => {
    set({ httpsOnly: false })
    const gone = fromOrders({}, { url: 'http://127.0.0.1:1/' })
    expect(await ask('POST', gone)).toMatchObject({
      status: 400,
      body: expect.stringContaining('Unable to check address'),
    })
  })

  test('a key has one: the next takes its place unless it is of the other type', async () => {
    await ask('POST', fromOrders())
    const other = fromOrders({}, { url: 'https://erp.example/hook' })
    expect((await ask('POST', other)).status).toBe(200)
    expect(hooks.list().hooks.map(({ hook }) => hook.url)).toEqual(['https://erp.example/hook'])
    const workflow = { ...other, filter: { type: 'FromWorkflow', status: ['handling'] } }
    expect((await ask('POST', workflow)).status).toBe(409)
    await ask('DELETE')
    expect((await ask('POST', workflow)).status).toBe(200)
  })

  test('nobody without the right has one', async () => {
    expect((await ask('POST', fromOrders(), null)).status).toBe(401)
    expect((await ask('POST', fromOrders(), owner('k', 'key', '19:OMSViewer'))).status).toBe(403)
    expect(hooks.isAny()).toBe(false)
  })

  test("an app's token has one by the reading appTokens alone", async () => {
    const app = owner('storeops.app@0.1.0', 'app')
    expect((await ask('POST', fromOrders(), app)).status).toBe(403)
    set({ appTokens: 'own' })
    expect((await ask('POST', fromOrders(), app)).status).toBe(200)
    expect(hooks.list().hooks).toMatchObject([{ key: 'storeops.app@0.1.0' }])
  })

  test('what is answered to a save, and where there is none, are readings', async () => {
    set({ created: 'notification', absent: 'notFound' })
    expect((await ask('GET')).status).toBe(404)
    expect((await ask('DELETE')).status).toBe(404)
    const saved = await ask('POST', fromOrders())
    expect(JSON.parse(saved.body as string)).toMatchObject({ State: 'ready-for-handling' })
  })

  test('a fault hits once, before or after the call took effect', async () => {
    set({ faults: [{ on: 'create', kind: 'status429' }] })
    expect((await ask('POST', fromOrders())).status).toBe(429)
    expect(hooks.isAny()).toBe(false)
    set({ faults: [{ on: 'create', kind: 'reset', afterCommit: true }] })
    expect(await ask('POST', fromOrders())).toBe('reset')
    expect(hooks.isAny()).toBe(true)
    set({ faults: [{ on: 'read', kind: 'html' }] })
    expect((await ask('GET')).body).toMatch(/^<!DOCTYPE/)
  })
})

describe('a notification of FromOrders', () => {
  test('says no more than that the document changed, whatever changed of it', async () => {
    await ask('POST', fromOrders())
    const { orderId, invoiceNumber } = shipped()
    await courierEvent()
    await write('PATCH', `${orderId}/invoice/${invoiceNumber}`, { courier: 'Another' })
    await until(() => told().length === 2)
    for (const { body, headers } of told()) {
      expect(headers['x-key']).toBe('secret')
      expect(body).toEqual({
        Domain: 'OrdersDocumentUpdated',
        OrderId: orderId,
        State: 'unknow',
        LastState: null,
        LastChange: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{7}$/),
        CurrentChange: '0001-01-01T00:00:00',
        Origin: { Account: 'storeops', Key: 'erp-key' },
      })
    }
  })

  test('comes of documents that meet the expression, each once unless it says otherwise', async () => {
    await ask('POST', fromOrders({ disableSingleFire: false }))
    await write('POST', `${toHandle()}/start-handling`, undefined)
    await courierEvent()
    await courierEvent()
    await until(() => told().length === 1)
    // One more that is told says that nothing else is on its way.
    await ask('POST', fromOrders())
    await courierEvent()
    await until(() => told().length >= 2)
    expect(told().map(({ body }) => body.OrderId)).toEqual([shipped().orderId, shipped().orderId])
  })

  test("does not come of a parcel's events where the reading says so", async () => {
    set({ courierChanges: 'untold' })
    await ask('POST', fromOrders())
    const { orderId, invoiceNumber } = shipped()
    await courierEvent()
    await write('PATCH', `${orderId}/invoice/${invoiceNumber}`, { courier: 'Another' })
    // The events were first: they would be on their way before.
    await until(() => hooks.list().tries.length > 0)
    expect(told()).toHaveLength(1)
  })

  test('comes now and then of an order that was not asked for', async () => {
    set({ strayProbability: 1 })
    await ask('POST', fromOrders({ expression: 'false' }))
    await courierEvent()
    await until(() => told().length === 1)
  })

  test('is late, doubled or lost by a fault', async () => {
    await ask('POST', fromOrders())
    const notification = { on: 'notification' }
    set({
      faults: [
        { ...notification, kind: 'lose' },
        { ...notification, kind: 'twice' },
      ],
    })
    await courierEvent()
    await courierEvent()
    await until(() => told().length === 2)
    set({ faults: [{ ...notification, kind: 'late', lateMs: HOUR_MS }] })
    await courierEvent()
    await courierEvent()
    await until(() => told().length === 3)
    clock.offsetMs = HOUR_MS
    await until(() => told().length === 4)
  })

  test('is sent again with growing pauses until it is answered 200', async () => {
    set({ retryPauseMs: HOUR_MS })
    await ask('POST', fromOrders())
    status = 503
    await courierEvent()
    await until(() => told().length === 1)
    clock.offsetMs = HOUR_MS
    await until(() => told().length === 2)
    status = 200
    clock.offsetMs = 3 * HOUR_MS
    await until(() => hooks.list().tries.length === 3)
    expect(hooks.list().tries.map((one: HookTry) => one.status)).toEqual([503, 503, 200])
  })

  test('is given up after four days', async () => {
    set({ retryPauseMs: DAY_MS })
    await ask('POST', fromOrders())
    status = 500
    await courierEvent()
    await until(() => hooks.list().tries.length === 1)
    for (const [days, tries] of [
      [1, 2],
      [3, 3],
      [7, 4],
    ] as const) {
      clock.offsetMs = days * DAY_MS
      await until(() => hooks.list().tries.length === tries)
    }
    clock.offsetMs = 30 * DAY_MS
    await new Promise((resolve) => setImmediate(resolve))
    expect(hooks.list().tries).toHaveLength(4)
  })
})

test('of FromWorkflow it tells the states that were asked for, once a domain', async () => {
  const filter = { type: 'FromWorkflow', status: ['handling'] }
  await ask('POST', { ...fromOrders(), filter })
  const orderId = toHandle()
  const domains = oms.stored(orderId)!.origin === 'Fulfillment' ? 1 : 2
  await write('POST', `${orderId}/start-handling`, undefined)
  oms.catchUp()
  await until(() => told().length === domains)
  expect(told()[0]!.body).toMatchObject({
    OrderId: orderId,
    State: 'handling',
    LastState: 'start-handling',
  })
})

test('three days without a notification take it away', async () => {
  await ask('POST', fromOrders())
  clock.offsetMs = 3 * DAY_MS - HOUR_MS
  await courierEvent()
  await until(() => told().length === 1)
  clock.offsetMs = 6 * DAY_MS - 2 * HOUR_MS
  expect(hooks.isAny()).toBe(true)
  clock.offsetMs = 6 * DAY_MS
  expect(hooks.isAny()).toBe(false)
  expect((await ask('GET')).body).toBeUndefined()
})
