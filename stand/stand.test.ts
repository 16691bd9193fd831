import { ALL_POLICIES, createFixtureApp, OUTBOUND, type FixtureApp } from './testing/fixtureApp'
import { startStand, type Stand } from './index'

let app: FixtureApp
let stand: Stand
let orderId: string

beforeAll(async () => {
  app = createFixtureApp()
  stand = await startStand({ ...app, replicas: 2, env: {} })
  orderId = stand.world.oms.orders()[0]!.orderId
})
afterAll(async () => {
  await stand?.stop()
  app?.remove()
})
afterEach(async () => {
  app.setPolicies(ALL_POLICIES)
  await control('POST', '/local/reset')
})

const control = async (method: string, path: string, body?: unknown) => {
  const answer = await fetch(stand.url + path, {
    method,
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  const text = await answer.text()
  return { status: answer.status, body: text === '' ? null : (JSON.parse(text) as unknown) }
}

interface Result {
  data?: Record<string, string | null>
  errors?: { message: string; extensions?: { code?: string } }[]
}

const graphql = async (query: string, token?: string, headers: Record<string, string> = {}) => {
  const answer = await fetch(stand.info.graphql, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(token ? { VtexIdclientAutCookie: token } : {}),
      ...headers,
    },
    body: JSON.stringify({ query }),
  })
  return { status: answer.status, headers: answer.headers, body: (await answer.json()) as Result }
}

/** What the service saw of a call it made. */
const seen = async (field: string, token?: string) => {
  const { body } = await graphql(`{ field: ${field} }`, token)
  if (body.errors) throw new Error(body.errors[0]!.message)
  return JSON.parse(body.data!.field!) as {
    ok: boolean
    status?: number
    code?: string
    value?: Record<string, unknown>
    body?: { code?: string; message?: string; entry?: unknown }
  }
}

const CALL_ORDER = () => `asCaller(id: "${orderId}")`

describe('ready', () => {
  test('the fixed interface answers', async () => {
    expect((await control('GET', '/healthz')).status).toBe(200)
    const info = (await control('GET', '/local/info')).body as Record<string, string>
    expect(info).toEqual({
      account: 'storeops',
      workspace: 'master',
      graphql: `${stand.url}/storeops.fixture/v2/storeops/master/_v/graphql`,
      admin: expect.stringMatching(/^http:\/\/localhost:\d+\//),
      oms: `${stand.url}/api/oms/pvt/orders`,
    })
  })

  test('a page of another site cannot reach it by a name of its own', async () => {
    const { request } = await import('node:http')
    const status = await new Promise((resolve) =>
      request(`${stand.url}/local/info`, { headers: { host: 'evil.example' } }, (answer) => {
        answer.resume()
        resolve(answer.statusCode)
      }).end()
    )
    expect(status).toBe(403)
  })
})

test('a page of another site is told off before anything happens', async () => {
  const answer = await fetch(`${stand.url}/local/reset`, {
    method: 'POST',
    headers: { origin: 'https://evil.example' },
  })
  expect(answer.status).toBe(403)
})

describe('who gets in', () => {
  const FORBIDDEN = 'FORBIDDEN'
  const UNAUTHENTICATED = 'UNAUTHENTICATED'
  test.each([
    ['local-admin', null],
    ['local-operator', null],
    ['local-app', null],
    ['local-viewer', FORBIDDEN],
    ['local-nobody', FORBIDDEN],
    ['local-expired', UNAUTHENTICATED],
    ['local-foreign', UNAUTHENTICATED],
    [undefined, UNAUTHENTICATED],
  ])('%s meets @auth(ShippingAction) with %s', async (token, code) => {
    const { status, body } = await graphql('{ guarded }', token)
    expect(status).toBe(200)
    expect(body.errors?.[0]?.extensions?.code ?? null).toBe(code)
    expect(body.data?.guarded ?? null).toBe(code === null ? 'seen' : null)
  })

  test('an app without our policy does not reach the service', async () => {
    const { status, body } = await graphql('{ public }', 'local-app-unlisted')
    expect(status).toBe(403)
    expect(JSON.stringify(body)).toContain('storeops.fixture:resolve-graphql')
  })

  test('an app key is no token there, and is exchanged for one', async () => {
    const key = { 'x-vtex-api-appkey': 'local-key', 'x-vtex-api-apptoken': 'local-token' }
    const direct = await graphql('{ guarded }', undefined, key)
    expect(direct.body.errors?.[0]?.extensions?.code).toBe(UNAUTHENTICATED)
    const login = await control('POST', '/api/vtexid/apptoken/login', {
      appkey: 'local-key',
      apptoken: 'local-token',
    })
    expect(login.body).toMatchObject({ authStatus: 'Success' })
    const { token } = login.body as { token: string }
    expect((await graphql('{ guarded }', token)).body.data?.guarded).toBe('seen')
    const wrong = await control('POST', '/api/vtexid/apptoken/login', {
      appkey: 'local-key',
      apptoken: 'x',
    })
    expect(wrong.status).toBe(401)
  })

  test('a caller cannot say what the platform says', async () => {
    const { body } = await graphql('{ headers }', undefined, {
      'x-vtex-account': 'otherstore',
      'x-vtex-credential': 'stolen',
    })
    const headers = JSON.parse(body.data!.headers!) as Record<string, string>
    expect(headers['x-vtex-account']).toBe('storeops')
    expect(headers['x-vtex-credential']).not.toBe('stolen')
    expect(headers['x-request-id']).toMatch(/^[0-9a-f]{32}$/)
  })
})

describe('the Admin’s GraphQL server', () => {
  const admin = async (body: unknown, cookie = 'VtexIdclientAutCookie=local-admin') => {
    const answer = await fetch(`${stand.url}/_v/private/graphql/v1?workspace=master`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie },
      body: JSON.stringify(body),
    })
    return { status: answer.status, body: (await answer.json()) as Result }
  }

  test('takes @context out, reads base64 variables, forwards the cookie', async () => {
    const variables = Buffer.from(JSON.stringify({ id: orderId })).toString('base64')
    const { body } = await admin({
      operationName: 'Read',
      query:
        'query Read($id: String!) { asCaller(id: $id) @context(provider: "storeops.fixture@2.x", scope: "private") }',
      extensions: { variables },
    })
    expect(JSON.parse(body.data!.asCaller!)).toMatchObject({ ok: true, value: { orderId } })
  })

  test.each([
    ['{ public }', 'needs @context'],
    ['{ public @context(provider: "vtex.other@1.x") }', 'vtex.other'],
    ['{ public', 'Syntax Error'],
  ])('refuses %s', async (query, words) => {
    const { status, body } = await admin({ query })
    expect(status).toBe(400)
    expect(body.errors![0]!.message).toContain(words)
  })
})

describe('outbound rules', () => {
  test('with the entries in place calls go through, for the caller and for the app', async () => {
    expect(await seen(CALL_ORDER(), 'local-viewer')).toMatchObject({ ok: true, value: { orderId } })
    expect(await seen(`asApp(id: "${orderId}")`)).toMatchObject({ ok: true, value: { orderId } })
  })

  test('without its entry every call to a place gets 403 and the entry’s name', async () => {
    app.setPolicies(ALL_POLICIES.filter((policy) => policy !== OUTBOUND.orders))
    await control('POST', '/local/reset')
    for (const field of [CALL_ORDER(), `asApp(id: "${orderId}")`]) {
      expect(await seen(field, 'local-admin')).toMatchObject({
        ok: false,
        status: 403,
        body: {
          code: 'outbound-access',
          entry: { attrs: { host: 'portal.vtexcommercestable.com.br' } },
        },
      })
    }
  })

  test('the app’s own token has the manifest’s keys, a person keeps theirs', async () => {
    app.setPolicies(ALL_POLICIES.filter((policy) => policy.name !== 'ShippingAction'))
    await control('POST', '/local/reset')
    expect(await seen(`invoiceAsApp(id: "${orderId}")`)).toMatchObject({ ok: false, status: 403 })
    expect((await graphql('{ guarded }', 'local-admin')).body.data?.guarded).toBe('seen')
    expect(await seen(`asApp(id: "${orderId}")`)).toMatchObject({ ok: true })
  })

  test.each(['', '?an=otherstore'])(
    'the host of all accounts wants to be told the account: %j gets 400',
    async (query) => {
      const place = `portal.vtexcommercestable.com.br/api/oms/pvt/orders/${orderId}${query}`
      // Past the platform's own client, which would add it.
      const answer = await seen(`bare(url: "http://${place}")`)
      expect(answer).toMatchObject({ status: 400, body: { code: 'account' } })
      expect((await control('GET', '/local/oms/requests')).body).toEqual([])
    }
  )

  test('an unplanned destination answers 502 and is listed', async () => {
    expect(await seen('call(url: "http://example.com/a?b=1")')).toMatchObject({ status: 502 })
    expect(
      await seen('call(url: "http://portal.vtexcommercestable.com.br/api/catalog/x")')
    ).toMatchObject({ status: 502 })
    const { body } = await control('GET', '/local/egress/unplanned')
    expect(body).toMatchObject([
      { method: 'GET', host: 'example.com', path: '/a' },
      { host: 'portal.vtexcommercestable.com.br', path: '/api/catalog/x' },
    ])
  })

  test('TLS past the proxy and a bare socket are refused and listed', async () => {
    expect((await seen('call(url: "https://example.com/")')).ok).toBe(false)
    const { body } = await graphql('{ past(host: "192.0.2.1") }')
    expect(body.data!.past).toContain('past http_proxy')
    const listed = (await control('GET', '/local/egress/unplanned')).body as { host: string }[]
    expect(listed.map((call) => call.host.split(':')[0])).toEqual(['example.com', '192.0.2.1'])
  })

  test.each([
    ['vbase-read-write', 'put(path: "p", text: "t")'],
    ['vbase-read-write', 'read(path: "p")'],
    ['update-app-settings', 'saveSettings(text: "t")'],
  ])('without %s the app cannot %s', async (name, field) => {
    app.setPolicies(ALL_POLICIES.filter((policy) => policy.name !== name))
    await control('POST', '/local/reset')
    expect(await seen(field)).toMatchObject({ ok: false, status: 403, body: { policy: name } })
  })
})

describe('VBase through the platform’s own client', () => {
  test('reads what it wrote, with its ETag; If-Match lets one of two writers through', async () => {
    expect(await seen('read(path: "a/b")')).toMatchObject({ ok: true, value: { data: null } })
    expect((await seen('put(path: "a/b", text: "one")')).ok).toBe(true)
    const first = await seen('read(path: "a/b")')
    expect(first.value!.data).toEqual({ text: 'one' })
    const etag = JSON.stringify(first.value!.etag)
    expect((await seen(`put(path: "a/b", text: "two", ifMatch: ${etag})`)).ok).toBe(true)
    const lost = await seen(`put(path: "a/b", text: "three", ifMatch: ${etag})`)
    expect(lost).toMatchObject({ ok: false, status: 412 })
    await control('PUT', '/local/vbase/behaviour', { conflictStatus: 409 })
    expect(await seen(`put(path: "a/b", text: "x", ifMatch: ${etag})`)).toMatchObject({
      status: 409,
    })
    expect((await seen('read(path: "a/b")')).value!.data).toEqual({ text: 'two' })
  })

  test('lists page by page and deletes', async () => {
    for (const path of ['c', 'a', 'b']) await seen(`put(path: "${path}", text: "t")`)
    const list = await seen('list')
    expect((list.value!.data as { path: string }[]).map((file) => file.path)).toEqual(['a', 'b'])
    expect(list.value!.next).toBe('b')
    expect((await seen('drop(path: "a")')).ok).toBe(true)
    expect(await seen('drop(path: "a")')).toMatchObject({ status: 404 })
  })

  test('a PUT can be committed and then fail', async () => {
    await control('PUT', '/local/vbase/behaviour', {
      faults: [{ method: 'PUT', path: 'claims', kind: 'status500', times: 1, afterCommit: true }],
    })
    expect(await seen('put(path: "claims/1", text: "kept")')).toMatchObject({
      ok: false,
      status: 500,
    })
    expect((await seen('read(path: "claims/1")')).value!.data).toEqual({ text: 'kept' })
    expect((await seen('put(path: "claims/1", text: "again")')).ok).toBe(true)
  })
})

test('settings are kept until the reset', async () => {
  expect((await seen('settings')).value).toEqual({})
  await seen('saveSettings(text: "t")')
  expect((await seen('settings')).value).toEqual({ text: 't' })
  await control('POST', '/local/reset')
  expect((await seen('settings')).value).toEqual({})
})

describe('control', () => {
  test.each([
    ['/local/vbase/behaviour', { conflictStatus: 409, nonsense: 1 }, 'nonsense'],
    ['/local/vbase/behaviour', { faults: [{ method: 'PUT', kind: 'bang' }] }, 'faults.0.kind'],
    ['/local/doubles', { latency: 1 }, 'latency'],
    ['/local/clock', { offset: 1 }, 'offset'],
    ['/local/clock', {}, 'offsetMs'],
    ['/local/oms/behaviour', { nonsense: 1 }, 'nonsense'],
  ])('%s names what it does not know in %j', async (path, body, word) => {
    const answer = await control('PUT', path, body)
    expect(answer.status).toBe(400)
    expect(JSON.stringify(answer.body)).toContain(word)
  })

  test('the clock moves in every worker and in OMS, also after a restart', async () => {
    const day = 24 * 3600 * 1000
    await control('PUT', '/local/clock', { offsetMs: 10 * day })
    const inDays = async () => {
      const { body } = await graphql('{ now }')
      return Math.abs(Math.round((Number(body.data!.now) - Date.now()) / day))
    }
    expect([await inDays(), await inDays()]).toEqual([10, 10])
    await control('POST', '/local/replicas/1/kill')
    await until(async () => (await ups()) === 2)
    expect([await inDays(), await inDays()]).toEqual([10, 10])
    await control('POST', '/local/reset')
    expect([await inDays(), await inDays()]).toEqual([0, 0])
  })

  test('offsets set at once are all answered, and the last one holds everywhere', async () => {
    const answers = await Promise.all(
      [1, 2, 3].map((days) => control('PUT', '/local/clock', { offsetMs: days * 24 * 3600 * 1000 }))
    )
    expect(answers.map((answer) => answer.status)).toEqual([200, 200, 200])
    const { offsetMs } = (await control('GET', '/local/clock')).body as { offsetMs: number }
    for (let turn = 0; turn < 2; turn += 1) {
      const { body } = await graphql('{ now }')
      expect(Math.abs(Number(body.data!.now) - Date.now() - offsetMs)).toBeLessThan(60_000)
    }
  })

  test('killed, a replica comes back while the other serves', async () => {
    const pids = async () => {
      const found = new Set<string>()
      for (let turn = 0; turn < 4; turn += 1) found.add((await graphql('{ pid }')).body.data!.pid!)
      return [...found].sort()
    }
    const before = await pids()
    expect(before).toHaveLength(2)
    expect(await control('POST', '/local/replicas/2/kill')).toMatchObject({ status: 200 })
    const during = await pids()
    expect(before).toEqual(expect.arrayContaining(during))
    await until(async () => (await ups()) === 2)
    const after = await pids()
    expect(after).toHaveLength(2)
    expect(after).not.toEqual(before)
    expect((await control('POST', '/local/replicas/7/kill')).status).toBe(404)
  })

  test('a call that takes longer than service.json allows ends in 504', async () => {
    expect((await graphql('{ hang }')).status).toBe(504)
  })

  const ups = async () =>
    ((await control('GET', '/local/replicas')).body as { up: boolean }[]).filter((r) => r.up).length
})

describe('OMS face', () => {
  const read = (headers: Record<string, string>) =>
    fetch(`${stand.info.oms}/${orderId}`, { headers }).then((answer) => answer.status)

  test('knows app key and token, people by header or cookie, and nobody else', async () => {
    const key = { 'X-VTEX-API-AppKey': 'local-key', 'X-VTEX-API-AppToken': 'local-token' }
    expect(await read(key)).toBe(200)
    expect(await read({ ...key, 'X-VTEX-API-AppToken': 'wrong' })).toBe(401)
    expect(await read({ VtexIdclientAutCookie: 'local-viewer' })).toBe(200)
    expect(await read({ cookie: 'VtexIdclientAutCookie=local-viewer' })).toBe(200)
    expect(await read({ VtexIdclientAutCookie: 'local-foreign' })).toBe(401)
    expect(await read({})).toBe(401)
    const { body } = await control('GET', '/local/oms/requests')
    expect(body).toContainEqual(
      expect.objectContaining({ operation: 'GetOrder', status: 200, token: 'key' })
    )
  })
})

/** Without a limit of its own: how long a process takes to start is the machine's affair, the test's time ends it. */
async function until(holds: () => Promise<boolean>): Promise<void> {
  while (!(await holds())) await new Promise((resolve) => setTimeout(resolve, 50))
}
