import {
  connectorOf,
  event,
  parcel,
  post,
  puts,
  SECRET,
  shippedOrder,
  switchOn,
  workedOff,
} from './harness/carriers'
import { useStand } from './harness/stand'

/** A carrier at the door: who is let in, what it hears, and that only what is durable is answered with 200. */

const stand = useStand()

const UNKNOWN_PARCEL = () => parcel('NOBODY-KNOWS', event(stand, 'IN_TRANSIT', 5))
const inbox = () =>
  stand.world.files.everything().filter(({ path }) => path.startsWith('carriers/inbox/'))

it('a message is taken, stored, and told to OMS by a handler, the delivery with it', async () => {
  await switchOn(stand)
  const orderId = await shippedOrder(stand, 'AA123456785BR')
  const sent = parcel(
    'aa 123456785 br',
    event(stand, 'in transit', 50),
    event(stand, 'DELIVERED', 5)
  )
  const reply = await post(stand, sent)
  expect(reply).toMatchObject({ status: 200, body: { parcels: 1, problems: [] } })
  expect(reply.body.messageId).toMatch(/^[0-9a-z-]{20,}$/)
  expect(await workedOff(stand, 1)).toMatchObject([
    { result: 'WRITTEN', parcels: 1, orderIds: [orderId], problem: null },
  ])
  expect(await puts(stand, orderId)).toHaveLength(1)
  const order = (await stand.admin.order(orderId))!
  expect(order.stage).toBe('DELIVERED')
  expect(order.packages).toMatchObject([
    {
      state: 'DELIVERED',
      isDelivered: true,
      events: [{ parcelState: 'DELIVERED' }, { parcelState: 'IN_TRANSIT', city: 'Recife' }],
    },
  ])
  const [entry] = await stand.admin.activity(orderId)
  expect(entry).toMatchObject({ actor: 'carrier: generic', outcome: 'APPLIED' })
})

describe('who is let in', () => {
  const OLD = 'an-older-secret-9876543210'

  it.each([
    ['the secret', 'generic', { 'x-carrier-key': SECRET }, 200],
    ['the secret before, in rotation', 'generic', { 'x-carrier-key': OLD }, 200],
    ['another secret', 'generic', { 'x-carrier-key': `${SECRET}x` }, 401],
    ['a part of the secret', 'generic', { 'x-carrier-key': SECRET.slice(1) }, 401],
    ['an empty secret', 'generic', { 'x-carrier-key': '' }, 401],
    ['no secret', 'generic', {}, 401],
    ['the secret in another header', 'generic', { authorization: SECRET }, 401],
    ['a person’s token', 'generic', { VtexIdclientAutCookie: 'local-admin' }, 401],
    ['a connector that there is none of', 'generic2', { 'x-carrier-key': SECRET }, 401],
    ['a name of JavaScript', 'constructor', { 'x-carrier-key': SECRET }, 401],
  ])('%s', async (_name, connector, headers: Record<string, string>, status) => {
    await switchOn(stand, { secret: OLD })
    await switchOn(stand)
    expect(await post(stand, UNKNOWN_PARCEL(), { connector, headers })).toMatchObject({ status })
    expect(inbox().length).toBe(status === 200 ? 1 : 0)
  })

  it('a wrong secret, a connector that is off and an unknown one hear the very same', async () => {
    const headers = { 'x-carrier-key': 'wrong-wrong-wrong-wrong' }
    await stand.admin.saveConnector({ name: 'generic', isOn: false, secret: SECRET })
    const off = await post(stand, UNKNOWN_PARCEL())
    await switchOn(stand)
    const wrong = await post(stand, UNKNOWN_PARCEL(), { headers })
    const unknown = await post(stand, UNKNOWN_PARCEL(), { connector: 'nobody' })
    expect([off.status, wrong.status, unknown.status]).toEqual([401, 401, 401])
    expect(new Set([off.text, wrong.text, unknown.text]).size).toBe(1)
    expect(off.text).not.toMatch(/secret|generic|switched/)
    const names = ({ headers: all }: typeof off) =>
      [...all.keys()].filter((name) => !/^(date|x-|etag)/.test(name)).sort()
    expect(names(off)).toEqual(names(unknown))
  })

  it('the secret before is valid until it is dropped, or the next one comes', async () => {
    const as = async (secret: string) =>
      (await post(stand, UNKNOWN_PARCEL(), { headers: { 'x-carrier-key': secret } })).status
    await switchOn(stand, { secret: OLD })
    await switchOn(stand)
    expect([await as(OLD), await as(SECRET)]).toEqual([200, 200])
    await switchOn(stand, { secret: undefined, dropOldSecret: true })
    expect([await as(OLD), await as(SECRET)]).toEqual([401, 200])
    await switchOn(stand, { secret: 'the-third-secret-112233' })
    await switchOn(stand, { secret: 'the-fourth-secret-112233' })
    expect([await as(SECRET), await as('the-third-secret-112233')]).toEqual([401, 200])
  })
})

describe('what is no message', () => {
  beforeEach(() => switchOn(stand))

  it.each([
    ['over 256 KB', () => `"${'x'.repeat(270_000)}"`, 413, 'BODY_TOO_LARGE', /256 KB/],
    ['broken JSON', () => '{"parcels": [', 400, 'BODY_NOT_JSON', /JSON/],
    ['no parcels', () => ({}), 400, 'TRACKING_EMPTY', /parcels/],
    [
      'a parcel without a name',
      () => ({ parcels: [{ events: [event(stand, 'IN_TRANSIT', 5)] }] }),
      400,
      'INVOICE_NOT_NAMED',
      /parcels\.0/,
    ],
  ])('%s is told by field and remedy', async (_name, body, status, code, words) => {
    const reply = await post(stand, body())
    expect(reply).toMatchObject({ status, body: { error: { code } } })
    expect(reply.body.error!.message).toMatch(words)
    expect(inbox()).toEqual([])
  })

  it('256 KB in another’s name is 413 all the same: nothing is told of names', async () => {
    const reply = await post(stand, 'x'.repeat(270_000), { connector: 'nobody', headers: {} })
    expect(reply.status).toBe(413)
  })

  it('an event without a date is left out and told, the others are taken', async () => {
    const reply = await post(
      stand,
      parcel('A-1', event(stand, 'IN_TRANSIT', 5), {
        ...event(stand, 'DELIVERED', 1),
        date: 'soon',
      })
    )
    expect(reply).toMatchObject({
      status: 200,
      body: {
        parcels: 1,
        problems: [{ code: 'DATE_INVALID', field: ['parcels', '0', 'events', '1', 'date'] }],
      },
    })
  })

  it.each(['GET', 'DELETE', 'PUT'])(
    'by %s is 405, and its answer is kept nowhere',
    async (method) => {
      const reply = await post(stand, null, { method })
      expect(reply).toMatchObject({ status: 405, body: { error: { code: 'METHOD_NOT_ALLOWED' } } })
      expect(reply.headers.get('allow')).toBe('POST')
    }
  )
})

describe('under faults of VBase', () => {
  const SAVES = { method: 'PUT', path: 'carriers/inbox/' }

  beforeEach(() => switchOn(stand))

  it('what cannot be made durable is 503, and sent again it is told once', async () => {
    const orderId = await shippedOrder(stand, 'B-1')
    await stand.vbase({ faults: [{ ...SAVES, kind: 'status500', probability: 1 }] })
    const sent = parcel('B-1', event(stand, 'IN_TRANSIT', 5))
    const refused = await post(stand, sent)
    expect(refused).toMatchObject({ status: 503, body: { error: { code: 'STORAGE_UNAVAILABLE' } } })
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0)
    expect(inbox()).toEqual([])
    await stand.vbase({ faults: [] })
    expect((await post(stand, sent)).status).toBe(200)
    await workedOff(stand, 1)
    expect(await puts(stand, orderId)).toHaveLength(1)
  })

  it('one save that fails is tried once more: some senders never come again', async () => {
    await stand.vbase({ faults: [{ ...SAVES, kind: 'status500' }] })
    expect((await post(stand, UNKNOWN_PARCEL())).status).toBe(200)
    expect(inbox()).toHaveLength(1)
  })

  it('a save whose answer was lost is 503; sent again it is told once', async () => {
    const orderId = await shippedOrder(stand, 'B-2')
    await stand.vbase({
      faults: [{ ...SAVES, kind: 'status500', probability: 1, afterCommit: true }],
    })
    const sent = parcel('B-2', event(stand, 'IN_TRANSIT', 5))
    expect((await post(stand, sent)).status).toBe(503)
    await stand.vbase({ faults: [] })
    expect((await post(stand, sent)).status).toBe(200)
    await workedOff(stand, 1)
    expect(await puts(stand, orderId)).toHaveLength(1)
  })

  it('settings that VBase says are missing turn nobody away: 503, not 401', async () => {
    const faults = [{ method: 'GET', path: 'carriers/connectors', kind: 'missing', probability: 1 }]
    await stand.vbase({ faults })
    expect((await post(stand, UNKNOWN_PARCEL())).status).toBe(503)
  })

  it('an answer comes before a sender gives up, however slow VBase is', async () => {
    await stand.vbase({
      faults: [{ ...SAVES, kind: 'slow', slowMs: 60_000, probability: 1 }],
    })
    const before = performance.now()
    expect((await post(stand, UNKNOWN_PARCEL())).status).toBe(503)
    expect(performance.now() - before).toBeLessThan(6_000)
  })
})

it('nothing goes to OMS inside the request, and an event that is lost costs nothing but time', async () => {
  await switchOn(stand)
  const orderId = await shippedOrder(stand, 'C-1')
  await stand.control('PUT', '/local/events/behaviour', {
    faults: [{ kind: 'lose', probability: 1 }],
  })
  const asked = (await stand.requests()).length
  expect((await post(stand, parcel('C-1', event(stand, 'IN_TRANSIT', 5)))).status).toBe(200)
  expect((await stand.requests()).length).toBe(asked)
  expect((await connectorOf(stand)).lastMessages).toMatchObject([{ result: 'PENDING', parcels: 1 }])
  await stand.control('PUT', '/local/events/behaviour', { faults: [] })
  await stand.pass(60_000)
  await workedOff(stand, 1)
  expect(await puts(stand, orderId)).toHaveLength(1)
})
