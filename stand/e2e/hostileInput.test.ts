import { DOCUMENTS } from './harness/documents'
import type { Reply } from './harness/graphql'
import { plainPlan } from './harness/orders'
import { until, useStand } from './harness/stand'

/** Texts and bodies that no well-meaning caller sends. */

const stand = useStand()
/** For so long no handler has called anybody. */
const QUIET_MS = 1_500

const codes = ({ problems }: { problems: { code: string }[] }) => problems.map(({ code }) => code)

describe('an order id that is none', () => {
  it.each([
    ['a name that every object has', 'constructor'],
    ['the name of the prototype', '__proto__'],
    ['nothing', ''],
    ['a folder up', '..'],
    ['a path up', '../../license-manager'],
    ['an encoded path up', '..%2F..%2Forders'],
    ['a path down', '1300010000101-01/invoice'],
    ['a query', '1300010000101-01?reason=1'],
    ['spaces', ' 1300010000101-01 '],
    ['a second header line', '1\r\nX-VTEX-API-AppKey: k'],
    ['half a character', '1\ud800'],
    ['a text of 200,000 characters', '1'.repeat(200_000)],
  ])('%s', async (_name, orderId) => {
    const { admin } = stand
    const startedAt = stand.now()
    expect(await admin.order(orderId)).toBeNull()
    expect(await admin.activity(orderId)).toEqual([])
    expect(codes(await admin.previewInvoice(orderId, { invoiceNumber: '1' }))).toEqual([
      'ORDER_NOT_FOUND',
    ])
    for (const written of [
      await admin.startHandling(orderId),
      await admin.notifyInvoice(orderId, { invoiceNumber: '1' }),
      await admin.updatePartialInvoice(orderId, '1', { courier: 'C' }),
      await admin.updateTrackingStatus(orderId, '1', { isDelivered: true }),
    ]) {
      expect([written.outcome, codes(written)]).toEqual(['REFUSED', ['ORDER_NOT_FOUND']])
    }
    // Nobody waits for a claim that nobody holds.
    expect(stand.now() - startedAt).toBeLessThan(8_000)
    const asked = await stand.requests()
    expect(asked.filter(({ operation }) => operation !== 'GetOrder')).toEqual([])
    for (const { path } of asked)
      expect(path).toBe(`/api/oms/pvt/orders/${encodeURIComponent(orderId)}`)
  })
})

it('an order id of 200,000 characters is claimed by nobody, and stands nowhere at that length', async () => {
  const orderId = '1'.repeat(200_000)
  const files = stand.world.files.everything()
  const { text } = await stand.admin.reply('notifyInvoice', {
    orderId,
    invoice: { invoiceNumber: '1' },
  })
  expect(text.length).toBeLessThan(4_000)
  expect(text).toContain('ORDER_NOT_FOUND')
  expect(stand.world.files.everything()).toEqual(files)
  expect(JSON.stringify(await stand.control('GET', '/local/logs'))).not.toContain('1'.repeat(1_000))
})

it('an invoice number that is a path is never part of an address', async () => {
  const { orderId } = stand.plant(plainPlan())
  await stand.admin.notifyInvoice(orderId, { invoiceNumber: '1', trackingNumber: 'T1' })
  await stand.control('GET', '/local/oms/requests')
  for (const number of [
    '../1',
    '1/tracking',
    '1?x=1',
    '..',
    '__proto__',
    'constructor',
    '1\ud800',
  ]) {
    const written = await stand.admin.updateTrackingStatus(orderId, number, { isDelivered: true })
    expect([written.outcome, codes(written)]).toEqual(['REFUSED', ['INVOICE_NOT_FOUND']])
  }
  expect((await stand.writes()).map(({ operation }) => operation)).toEqual(['NotifyInvoice'])
})

it('a search for a text of any length finds nothing and breaks nothing', async () => {
  for (const search of ['9'.repeat(3_000), '9\ud800', '9/../8', '__proto__9']) {
    const page = await stand.admin.orders({ queue: 'ALL', search, perPage: 1 })
    expect(page.rows).toEqual([])
  }
})

describe('a mutation that another site makes a browser send', () => {
  const query = DOCUMENTS.notifyInvoice.replace(/@ctx/g, '')

  async function post(
    body: BodyInit,
    headers: Record<string, string>
  ): Promise<Pick<Reply, 'status' | 'text'>> {
    const response = await fetch(stand.world.info().graphql!, { method: 'POST', headers, body })
    return { status: response.status, text: await response.text() }
  }

  const cookie = { cookie: 'VtexIdclientAutCookie=local-admin' }

  it.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data'])(
    'as %s, with the cookie that the browser adds, is refused',
    async (type) => {
      const { orderId } = stand.plant(plainPlan())
      const operation = JSON.stringify({
        query,
        variables: { orderId, invoice: { invoiceNumber: '1' } },
      })
      const form = new FormData()
      form.set('operations', operation)
      form.set('map', '{}')
      const { text } =
        type === 'multipart/form-data'
          ? await post(form, cookie)
          : await post(operation, { ...cookie, 'content-type': type })
      expect(text).toContain('"MUTATION_NOT_JSON"')
      expect(await stand.writes()).toEqual([])
    }
  )

  it('is one no longer with the token in a header, which no other site can set', async () => {
    const { orderId } = stand.plant(plainPlan())
    const variables = { orderId, invoice: { invoiceNumber: '1' } }
    const { text } = await post(JSON.stringify({ query, variables }), {
      VtexIdclientAutCookie: 'local-admin',
      'content-type': 'text/plain',
    })
    expect(text).toContain('"APPLIED"')
  })
})

it('a batch of operations in one body runs none of them', async () => {
  const { orderId } = stand.plant(plainPlan())
  const operation = {
    query: DOCUMENTS.notifyInvoice.replace(/@ctx/g, ''),
    variables: { orderId, invoice: { invoiceNumber: '1' } },
  }
  const response = await fetch(stand.world.info().graphql!, {
    method: 'POST',
    headers: { 'content-type': 'application/json', VtexIdclientAutCookie: 'local-admin' },
    body: JSON.stringify([operation, operation]),
  })
  expect(response.status).toBe(500)
  expect(await stand.writes()).toEqual([])
})

describe('a request that asks for more root fields than one may', () => {
  const many = (count: number, field: (at: number) => string) =>
    Array.from({ length: count }, (_, at) => `a${at}: ${field(at)}`).join(' ')
  const called = async () =>
    (await stand.control<{ path: string }[]>('GET', '/local/egress/calls')).length

  /** What handlers began for a test before goes on for a moment: after it, every call is this request's. */
  const nobodyCalls = async () => {
    let seen = { count: -1, at: 0 }
    await until(async () => {
      const count = await called()
      if (count !== seen.count) seen = { count, at: performance.now() }
      return performance.now() - seen.at > QUIET_MS
    }, 'nobody calls')
  }

  it.each([
    ['5,000 orders', `{ ${many(5_000, (at) => `order(orderId: "${at}") { orderId }`)} }`],
    ['51 queues', `{ ${many(51, () => 'orders { total }')} }`],
    [
      '51 orders in fragments',
      `{ ...f } fragment f on Query { ... on Query { ${many(51, (at) => `order(orderId: "${at}") { orderId }`)} } }`,
    ],
  ])('is answered by name, and asks nobody anything: %s', async (_name, query) => {
    await nobodyCalls()
    const before = await called()
    const { errors, data } = await stand.admin.send(query)
    expect(errors.map(({ extensions }) => extensions?.code)).toEqual(['TOO_MANY_FIELDS'])
    expect(errors[0]!.message).toMatch(/may ask for 50 .* asks for (5000|51),/)
    expect(errors[0]!.extensions!.requestId).toEqual(expect.any(String))
    expect(Object.values(data ?? {}).filter((value) => value !== null)).toEqual([])
    expect(await called()).toBe(before)
  })

  it('sends none of its mutations', async () => {
    const { orderId } = stand.plant(plainPlan())
    const call = (at: number) =>
      `notifyInvoice(orderId: "${orderId}", invoice: {invoiceNumber: "${at}", invoiceValue: 1, items: []}) { outcome }`
    const { errors } = await stand.admin.send(`mutation { ${many(51, call)} }`)
    expect(errors.map(({ extensions }) => extensions?.code)).toEqual(['TOO_MANY_FIELDS'])
    expect(await stand.requests()).toEqual([])
    expect(await stand.admin.activity(orderId)).toEqual([])
  })

  it('is one field too long: with 50 it runs', async () => {
    const { data, errors } = await stand.admin.send(`{ ${many(50, () => 'viewer { actor }')} }`)
    expect([Object.keys(data!).length, errors]).toEqual([50, []])
  })
})

it('the same mutation under many names, in a fragment, still sends one invoice', async () => {
  const { orderId } = stand.plant(plainPlan())
  const call = `notifyInvoice(orderId: "${orderId}", invoice: {invoiceNumber: "1"}) { outcome }`
  const reply = await stand.admin.send(
    `mutation { ...all } fragment all on Mutation { a: ${call} b: ${call} c: ${call} }`
  )
  expect(reply.data).toEqual({
    a: { outcome: 'APPLIED' },
    b: { outcome: 'ALREADY_APPLIED' },
    c: { outcome: 'ALREADY_APPLIED' },
  })
  expect(await stand.writes()).toHaveLength(1)
})
