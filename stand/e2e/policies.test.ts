import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { APP_KEY, OWN_APP_TOKEN } from '../identity/owners'
import { filledBatch, plantRows } from './harness/batches'
import type { Write } from './harness/contract'
import { orderPath } from './harness/oms'
import { plainPlan } from './harness/orders'
import { useStand } from './harness/stand'

interface Policy {
  name: string
  attrs?: { host: string; path: string }
}

const MANIFEST = join(__dirname, '..', '..', 'manifest.json')
const directory = mkdtempSync(join(tmpdir(), 'manifest-'))
const manifestPath = join(directory, 'manifest.json')
const real = readFileSync(MANIFEST, 'utf8')
const policies = (JSON.parse(real) as { policies: Policy[] }).policies

writeFileSync(manifestPath, real)
const stand = useStand({ manifestPath })
afterEach(() => writeFileSync(manifestPath, real))
afterAll(() => rmSync(directory, { recursive: true }))

async function without(taken: (policy: Policy) => boolean): Promise<void> {
  const left = policies.filter((policy) => !taken(policy))
  expect(left.length).toBeLessThan(policies.length)
  writeFileSync(manifestPath, JSON.stringify({ ...(JSON.parse(real) as object), policies: left }))
  await stand.reset()
}

const entry = (host: RegExp, path: string) => (policy: Policy) =>
  policy.name === 'outbound-access' && host.test(policy.attrs!.host) && policy.attrs!.path === path

const calls = () =>
  stand.control<{ host: string; path: string; status: number }[]>('GET', '/local/egress/calls')

describe('without an outbound-access entry', () => {
  it('for the list, the list is refused and says so in words', async () => {
    await without(entry(/^portal/, '/api/oms/pvt/orders'))
    const reply = await stand.admin.reply('orders', {})
    expect(reply.errors[0]!.extensions!.code).toBe('OMS_FORBIDDEN')
    expect(reply.errors[0]!.message).toMatch(/403/)
    const listed = (await calls()).filter(({ path }) => path === '/api/oms/pvt/orders')
    expect(listed.length).toBeGreaterThan(0)
    expect(listed.every(({ status }) => status === 403)).toBe(true)
    expect(await stand.requests()).toEqual([])
  })

  it('for one order, look and write are refused in words and nothing reaches OMS', async () => {
    const { orderId } = await stand.orderWith(({ status }) => status === 'handling')
    await without(entry(/^portal/, '/api/oms/pvt/orders/*'))
    const look = await stand.admin.reply('order', { orderId })
    expect(look.errors[0]!.extensions!.code).toBe('OMS_FORBIDDEN')

    const sent = await stand.admin.notifyInvoice(orderId, { invoiceNumber: '1' })
    expect(sent.outcome).toBe('REFUSED')
    expect(sent.problems.map(({ code, severity }) => [code, severity])).toEqual([
      ['OMS_FORBIDDEN', 'ERROR'],
    ])
    expect(sent.problems[0]!.message).toMatch(/OMS - Full access/)
    const read = (await calls()).filter(({ path }) => path.startsWith('/api/oms/'))
    expect(read.length).toBeGreaterThan(0)
    expect(read.every(({ status }) => status === 403)).toBe(true)
    expect(await stand.requests()).toEqual([])
  })

  it('for changes, an order that was changed is not invoiced blindly', async () => {
    await without(entry(/^portal/, '/api/order-system/orders/*'))
    const changed = stand.plant(
      plainPlan({ changesV1: [{ discount: 500, increment: 0, reason: 'test' }] })
    )
    const sent = await stand.admin.notifyInvoice(changed.orderId, { invoiceNumber: '1' })
    const asked = (await calls()).filter(({ path }) => path.startsWith('/api/order-system/'))
    expect(asked.map(({ status }) => status)).toEqual([403])
    // What cannot be asked is not guessed: the order's own word decides, or the call is refused in words.
    if (sent.outcome !== 'APPLIED')
      expect(sent.problems.map(({ code }) => code)).toEqual(['OMS_FORBIDDEN'])
    else
      expect(
        (await stand.oms.order(changed.orderId)).packageAttachment!.packages[0]!.invoiceValue
      ).toBe(changed.value)
  })

  it.each([
    ['VTEX ID', entry(/^vtexid/, '/api/vtexid/pub/authenticated/user'), 'vtexid.vtex.com.br'],
    [
      'License Manager',
      entry(/^\{\{account\}\}/, '/api/license-manager/pvt/accounts/*'),
      'storeops.vtexcommercestable.com.br',
    ],
  ])('for %s, nobody gets in', async (_name, taken, host) => {
    const { orderId } = stand.plant(plainPlan())
    await without(taken)
    for (const token of ['local-admin', 'local-viewer']) {
      const reply = await stand.as(token).reply('order', { orderId })
      expect(reply.data?.order ?? null).toBeNull()
      expect(reply.errors.length).toBeGreaterThan(0)
      expect(reply.text).not.toContain(token)
    }
    const judged = (await calls()).filter((call) => call.host === host)
    expect(judged.length).toBeGreaterThan(0)
    expect(judged.every(({ status }) => status === 403)).toBe(true)
    expect(await stand.requests()).toEqual([])
  })
})

it('without the entry for app keys, none opens the door; the header with a token does', async () => {
  await without(entry(/^\{\{account\}\}/, '/api/vtexid/apptoken/login'))
  const { orderId } = stand.plant(plainPlan())
  const post = (headers: Record<string, string>) =>
    fetch(`${stand.url}/_v/invoice-tracking${orderPath(orderId)}/invoice`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify({ invoiceNumber: '1' }),
    })
  // A secret of its own: what this process remembers of the other says nothing here.
  const key = await post({ 'X-VTEX-API-AppKey': APP_KEY.key, 'X-VTEX-API-AppToken': 'another' })
  expect(key.status).toBe(502)
  expect(await key.json()).toMatchObject({ error: { code: 'APP_NOT_ALLOWED' } })
  expect(await stand.writes()).toEqual([])
  expect((await post({ VtexIdclientAutCookie: 'local-operator' })).status).toBe(200)
})

describe('ShippingAction', () => {
  const notify = async (orderId: string) =>
    fetch(`${stand.url}${orderPath(orderId)}/invoice`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', VtexIdclientAutCookie: OWN_APP_TOKEN },
      body: JSON.stringify({
        type: 'Output',
        issuanceDate: '2026-03-01T10:00:00-03:00',
        invoiceNumber: '77',
        invoiceValue: '100',
      }),
    })

  it("in the manifest lets the app's own token invoice", async () => {
    expect((await notify(stand.plant(plainPlan()).orderId)).status).toBe(200)
  })

  it("taken out: the app's own token gets 403 while the admin's goes through", async () => {
    await without(({ name }) => name === 'ShippingAction')
    const { orderId } = stand.plant(plainPlan())
    expect((await notify(orderId)).status).toBe(403)
    expect((await stand.admin.notifyInvoice(orderId, { invoiceNumber: '1' })).outcome).toBe(
      'APPLIED'
    )
  })
})

it("walks the three steps without the mission's NotifyInvoice entry", async () => {
  await without(({ name }) => name === 'NotifyInvoice')
  const { orderId } = stand.plant(plainPlan())
  expect((await stand.admin.notifyInvoice(orderId, { invoiceNumber: '1' })).outcome).toBe('APPLIED')
  const tracking = { trackingNumber: 'T1', courier: 'C' }
  expect((await stand.admin.updatePartialInvoice(orderId, '1', tracking)).outcome).toBe('APPLIED')
  const delivered = await stand.admin.updateTrackingStatus(orderId, '1', {
    isDelivered: true,
    events: [{ date: new Date(stand.now()).toISOString(), description: 'Delivered' }],
  })
  expect(delivered.outcome).toBe('APPLIED')
  expect(delivered.order!.stage).toBe('DELIVERED')
})

it('sends nothing where VBase may not be written: a claim cannot be taken', async () => {
  await without(({ name }) => name === 'vbase-read-write')
  const { orderId } = stand.plant(plainPlan())
  const reply = await stand.admin.reply('notifyInvoice', {
    orderId,
    invoice: { invoiceNumber: '1' },
  })
  const write = reply.data?.notifyInvoice as Write | null | undefined
  if (write) expect(write.outcome).toBe('REFUSED')
  else expect(reply.errors[0]!.extensions!.code).toBe('STORAGE_UNAVAILABLE')
  expect(await stand.writes()).toEqual([])
})

it('runs no row of a batch where no event may be sent, and loses none', async () => {
  await without(({ name }) => name === 'colossus-fire-event')
  const batchId = await filledBatch(stand.admin, plantRows(stand, 2))
  expect((await stand.admin.startBatch(batchId)).batch!.state).toBe('RUNNING')
  expect(await stand.admin.batch(batchId)).toMatchObject({ state: 'RUNNING', pending: 2 })
  expect(await stand.writes()).toEqual([])
})

it('asks for no policy that no call needs', () => {
  const named = policies.filter(({ name }) => name !== 'outbound-access').map(({ name }) => name)
  expect(named.sort()).toEqual([
    'ADMIN_DS',
    'ListOrders',
    'NotifyInvoice',
    'OMSViewer',
    'RefundAction',
    'ShippingAction',
    'WorkflowAction',
    'colossus-fire-event',
    'update-app-settings',
    'vbase-read-write',
  ])
  for (const { name, attrs } of policies) {
    if (name === 'outbound-access') expect(attrs!.path).toMatch(/^\/[a-z0-9]+/)
  }
})
