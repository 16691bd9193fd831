import { HOOK_KEY, APP_KEY } from '../identity/owners'
import { plainPlan } from './harness/orders'
import { ReadModelFace } from './harness/readModel'
import { until, useStand } from './harness/stand'

/** VTEX's hook of changed orders, from the key that a store gives to the document that is read anew. */

const stand = useStand()
const readModel = new ReadModelFace(stand)

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
const DAY_MS = 24 * HOUR_MS
const KEY = { appKey: HOOK_KEY.key, appToken: HOOK_KEY.token }
const DOOR = '/_v/invoice-tracking/hook'
const OWN_URL = `https://storeops.myvtex.com${DOOR}`

interface Hook {
  readonly state: string
  readonly appKey: string | null
  readonly since: string | null
  readonly lastNotificationAt: string | null
  readonly checkedAt: string | null
  readonly takenBy: string | null
}
interface Payload {
  readonly orderHook: Hook | null
  readonly problems: readonly {
    readonly code: string
    readonly severity: string
    readonly field: readonly string[]
    readonly facts: readonly { readonly name: string; readonly value: string }[]
  }[]
}
const HOOK = '{state appKey since lastNotificationAt checkedAt takenBy}'
const PAYLOAD = `{orderHook ${HOOK} problems {code severity field facts {name value}}}`

async function asked(document: string, field: string, variables = {}, token = 'local-admin') {
  const { data, text } = await stand.as(token).send(document, variables)
  if (!data) throw new Error(text)
  expect(text).not.toContain(HOOK_KEY.token)
  return data[field]
}
const setUp = (orderHook: object = KEY) =>
  asked(
    `mutation ($orderHook: OrderHookInput!) {saveOrderHook(orderHook: $orderHook) @ctx ${PAYLOAD}}`,
    'saveOrderHook',
    { orderHook }
  ) as Promise<Payload>
const takeDown = () =>
  asked(`mutation {removeOrderHook @ctx ${PAYLOAD}}`, 'removeOrderHook') as Promise<Payload>
async function look(token = 'local-viewer'): Promise<Hook> {
  const model = await asked(`{readModel @ctx {orderHook ${HOOK}}}`, 'readModel', {}, token)
  return (model as { orderHook: Hook }).orderHook
}

interface Told {
  readonly hooks: readonly {
    readonly key: string
    readonly hook: { readonly url: string; readonly headers: Record<string, string> }
  }[]
  readonly tries: readonly { readonly status: number | null; readonly body: string }[]
}
const standing = () => stand.control<Told>('GET', '/local/hook')
const hooks = (patch: object) => stand.control('PUT', '/local/hook/behaviour', patch)
const atVtex = async () => (await standing()).hooks.map(({ hook }) => hook.url)

/** By another system with the same key. */
async function byOthers(method: string, body?: object): Promise<void> {
  const { status } = await fetch(`${stand.url}/api/orders/hook/config`, {
    method,
    headers: {
      'content-type': 'application/json',
      'X-VTEX-API-AppKey': HOOK_KEY.key,
      'X-VTEX-API-AppToken': HOOK_KEY.token,
    },
    body: body && JSON.stringify(body),
  })
  expect(status).toBe(200)
}
const FOREIGN = {
  filter: { type: 'FromOrders', expression: 'value > 0', disableSingleFire: true },
  hook: { url: 'https://erp.example/hook?token=theirs', headers: {} },
}

async function switchedOn(): Promise<void> {
  expect((await readModel.save(true)).problems).toEqual([])
  await readModel.filled()
}

async function post(body: unknown, headers: Record<string, string> = {}, method = 'POST') {
  const response = await fetch(`${stand.url}${DOOR}`, {
    method,
    headers: { 'content-type': 'application/json', ...headers },
    body: method === 'POST' ? (typeof body === 'string' ? body : JSON.stringify(body)) : undefined,
  })
  expect(response.headers.get('cache-control')).toBe('no-store')
  return { status: response.status, text: await response.text() }
}
const secretAtVtex = async () => (await standing()).hooks[0]!.hook.headers['x-hook-key']!

/** An order in transit, with a document. */
async function inTransit(): Promise<{ orderId: string; number: string }> {
  const { orderId } = stand.plant(plainPlan())
  const invoice = { invoiceNumber: '1', trackingNumber: 'T1', courier: 'Correios' }
  expect((await stand.admin.notifyInvoice(orderId, invoice)).outcome).toBe('APPLIED')
  await until(async () => (await readModel.of(orderId))?.stage === 'IN_TRANSIT', 'its document')
  return { orderId, number: '1' }
}

/** By another system, with a key of its own. */
async function delivered(orderId: string, number: string): Promise<void> {
  const { status } = await stand.oms.call(
    'PUT',
    `/api/oms/pvt/orders/${orderId}/invoice/${number}/tracking`,
    { isDelivered: true, deliveredDate: new Date(stand.now()).toISOString(), events: [] }
  )
  expect(status).toBe(200)
}

it('it is set up, tells of tracking by others as it happens, and is taken down', async () => {
  await switchedOn()
  expect(await look()).toMatchObject({ state: 'OFF', appKey: null })
  const { orderHook, problems } = await setUp()
  expect(problems).toEqual([])
  expect(orderHook).toMatchObject({ state: 'ON', appKey: HOOK_KEY.key })
  expect(await atVtex()).toEqual([OWN_URL])

  const { orderId, number } = await inTransit()
  await stand.pass(5_000)
  await delivered(orderId, number)
  await until(async () => {
    await stand.pass(1_000)
    return (await readModel.of(orderId))?.stage === 'DELIVERED'
  }, 'the document says so')
  const { tries } = await standing()
  expect(tries.length).toBeGreaterThan(0)
  expect(tries.filter(({ status }) => status !== 200)).toEqual([])
  await until(async () => (await look()).lastNotificationAt !== null, 'it is written down')

  expect(await takeDown()).toMatchObject({
    orderHook: { state: 'OFF', appKey: null },
    problems: [],
  })
  expect(await atVtex()).toEqual([])
  const files = await stand.control<{ path: string; body: string }[]>('GET', '/local/vbase/files')
  expect(files.filter(({ body }) => body.includes(HOOK_KEY.token))).toEqual([])
})

it("another system's hook is never replaced, and never taken down", async () => {
  await switchedOn()
  await byOthers('POST', FOREIGN)
  const { problems, orderHook } = await setUp()
  expect(problems).toEqual([
    {
      code: 'ORDER_HOOK_TAKEN',
      severity: 'ERROR',
      field: ['orderHook', 'appKey'],
      facts: [{ name: 'url', value: 'https://erp.example/hook' }],
    },
  ])
  expect(orderHook).toMatchObject({ state: 'OFF' })
  expect(await atVtex()).toEqual([FOREIGN.hook.url])

  // And where it comes afterwards, in the place of ours.
  await byOthers('DELETE')
  expect((await setUp()).orderHook).toMatchObject({ state: 'ON' })
  await byOthers('POST', FOREIGN)
  await until(async () => {
    await stand.pass(HOUR_MS)
    return (await look()).state === 'TAKEN'
  }, 'it is seen')
  expect((await look()).takenBy).toBe('https://erp.example/hook')
  expect((await takeDown()).orderHook).toMatchObject({ state: 'OFF' })
  expect(await atVtex()).toEqual([FOREIGN.hook.url])
})

it('a key that VTEX does not take is refused at its field, and nothing is kept', async () => {
  await switchedOn()
  for (const [key, status] of [
    [{ ...KEY, appToken: 'another' }, '401'],
    // An ERP's key, whose role has no hooks.
    [{ appKey: APP_KEY.key, appToken: APP_KEY.token }, '403'],
  ] as const) {
    const { problems } = await setUp(key)
    expect(problems).toMatchObject([
      {
        code: 'ORDER_HOOK_KEY_REFUSED',
        field: ['orderHook', 'appToken'],
        facts: [{ name: 'status', value: status }],
      },
    ])
  }
  expect(await look()).toMatchObject({ state: 'OFF', appKey: null })
  for (const wrong of [
    { ...KEY, appKey: ' ' },
    { ...KEY, appToken: 'a b' },
  ])
    expect((await setUp(wrong)).problems).toMatchObject([{ code: 'SETTINGS_INVALID' }])
})

it('what VTEX does not take is told with its words; what it does not answer is looked for again', async () => {
  await switchedOn()
  await hooks({ addresses: 'unreachable' })
  expect((await setUp()).problems).toMatchObject([
    {
      code: 'ORDER_HOOK_REFUSED',
      facts: [{ name: 'status', value: '400' }, { value: 'Unable to check address' }],
    },
  ])
  expect(await look()).toMatchObject({ state: 'OFF' })
  await hooks({ addresses: 'reachable', faults: [{ on: 'create', kind: 'reset' }] })
  const { orderHook, problems } = await setUp()
  expect(problems).toEqual([])
  expect(orderHook).toMatchObject({ state: 'UNCONFIRMED' })
  await until(async () => {
    await stand.pass(61_000)
    return (await look()).state === 'ON'
  }, 'it is set up after all')
  expect(await atVtex()).toEqual([OWN_URL])
})

it('what VTEX removed after three quiet days is set up anew by itself', async () => {
  await switchedOn()
  await setUp()
  const { since } = await look()
  await stand.pass(3 * DAY_MS + MINUTE_MS)
  expect(await atVtex()).toEqual([])
  await until(async () => {
    await look()
    await stand.pass(61_000)
    return (await atVtex()).length === 1
  }, 'it stands again')
  await until(async () => (await look()).state === 'ON', 'it says so')
  expect(Date.parse((await look()).since!)).toBeGreaterThan(Date.parse(since!))
  const { orderId } = await stand.orderWith(({ status }) => status === 'invoiced')
  const body = { OrderId: orderId, Origin: { Account: 'storeops' } }
  expect((await post(body, { 'x-hook-key': await secretAtVtex() })).status).toBe(200)
})

it('removing everything takes it down; one that VTEX does not answer for goes by and by', async () => {
  await switchedOn()
  await setUp()
  await hooks({ faults: [{ on: 'remove', kind: 'status500' }] })
  expect((await readModel.removeAll()).problems).toEqual([])
  expect(await look()).toMatchObject({ state: 'LEAVING' })
  await until(async () => {
    await look()
    await stand.pass(61_000)
    return (await atVtex()).length === 0
  }, 'it is taken down')
  await until(async () => (await look()).state === 'OFF', 'it says so')
})

it('a key that is gone by then leaves a word, and nothing here', async () => {
  await switchedOn()
  await setUp()
  await hooks({ keys: 'unknown' })
  const { orderHook, problems } = await takeDown()
  expect(orderHook).toMatchObject({ state: 'OFF' })
  expect(problems).toMatchObject([
    { code: 'ORDER_HOOK_LEFT', severity: 'WARNING', facts: [{ value: HOOK_KEY.key }] },
  ])
})

it('nothing tells of tracking where the reading says so: the rota finds it', async () => {
  await hooks({ courierChanges: 'untold' })
  await switchedOn()
  await setUp()
  const { orderId, number } = await inTransit()
  await stand.pass(5_000)
  const at = stand.now()
  await delivered(orderId, number)
  await stand.pass(10_000)
  await until(async () => {
    await readModel.look()
    await stand.pass(HOUR_MS)
    return (await readModel.of(orderId))?.stage === 'DELIVERED'
  }, 'the rota has read it')
  const toldSince = (await standing()).tries.filter(({ body }) => {
    const { LastChange } = JSON.parse(body) as { LastChange: string }
    return Date.parse(`${LastChange}Z`) >= at
  })
  expect(toldSince).toEqual([])
})

describe('the door', () => {
  const notification = (orderId: string, account = 'storeops') => ({
    Domain: 'OrdersDocumentUpdated',
    OrderId: orderId,
    State: 'unknow',
    LastState: null,
    LastChange: '2022-12-15T20:32:06.6120711',
    CurrentChange: '0001-01-01T00:00:00',
    Origin: { Account: account, Key: 'k' },
  })

  it('answers a ping of whoever it is, and nothing else without the secret', async () => {
    expect((await post({ hookConfig: 'ping' })).status).toBe(200)
    expect((await post(notification('1-01'))).status).toBe(401)
    expect((await post(notification('1-01'), { 'x-hook-key': 'guessed' })).status).toBe(401)
    expect((await post('{', { 'x-hook-key': 'guessed' })).status).toBe(401)
    expect((await post('', {}, 'GET')).status).toBe(405)
    expect((await post('x'.repeat(20_000))).status).toBe(413)
  })

  it('with the secret says what is wrong with a body', async () => {
    await switchedOn()
    await setUp()
    const headers = { 'x-hook-key': await secretAtVtex() }
    expect(await post('{', headers)).toMatchObject({
      status: 400,
      text: expect.stringContaining('BODY_NOT_JSON'),
    })
    expect((await post({ OrderId: '' }, headers)).status).toBe(400)
    expect(await post(notification('1-01', 'otherstore'), headers)).toMatchObject({
      status: 403,
      text: expect.stringContaining('OTHER_ACCOUNT'),
    })
    expect((await post(notification('nobodys-01'), headers)).status).toBe(200)
  })

  it('reads an order once that is told of a hundred times', async () => {
    await switchedOn()
    await setUp()
    const headers = { 'x-hook-key': await secretAtVtex() }
    const { orderId } = await stand.orderWith(({ status }) => status === 'invoiced')
    const reads = async () =>
      (await stand.requests()).filter(
        ({ operation, path }) => operation === 'GetOrder' && path.includes(orderId)
      ).length
    const before = await reads()
    await Promise.all(
      Array.from({ length: 100 }, async () =>
        expect((await post(notification(orderId), headers)).status).toBe(200)
      )
    )
    await stand.pass(2_000)
    await until(async () => (await reads()) > before, 'it is read')
    // All hundred fit into a second or two of the stand's clock; each second of them reads once.
    expect((await reads()) - before).toBeLessThan(10)
  })
})

it.each(['local-operator', 'local-viewer'])('%s may not set it up', async (token) => {
  const { data } = await stand.as(token).send(`mutation {removeOrderHook @ctx ${PAYLOAD}}`)
  expect(data?.removeOrderHook ?? null).toBeNull()
})
