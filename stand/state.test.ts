import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startStand, type Stand } from './index'
import { createFixtureApp, type FixtureApp } from './testing/fixtureApp'

let app: FixtureApp
let folder: string
const running: { stop(): Promise<void> }[] = []

beforeEach(() => {
  app = createFixtureApp()
  folder = mkdtempSync(join(tmpdir(), 'stand-state-'))
})
afterEach(async () => {
  for (const one of running.splice(0)) await one.stop()
  app.remove()
  rmSync(folder, { recursive: true, force: true })
})

const start = async (more: Parameters<typeof startStand>[0] = {}): Promise<Stand> => {
  const stand = await startStand({ ...app, env: {}, ...more })
  running.push(stand)
  return stand
}

const KEY = { 'x-vtex-api-appkey': 'local-key', 'x-vtex-api-apptoken': 'local-token' }

const ask = async (stand: Stand, field: string) => {
  const answer = await fetch(stand.info.graphql, {
    method: 'POST',
    headers: { 'content-type': 'application/json', VtexIdclientAutCookie: 'local-admin' },
    body: JSON.stringify({ query: `{ field: ${field} }` }),
  })
  const { data } = (await answer.json()) as { data: { field: string } }
  return JSON.parse(data.field) as { ok: boolean; value: { data?: unknown } }
}

describe('state', () => {
  const readyOrder = (stand: Stand) =>
    stand.world.oms.orders().find((order) => /^TO_HANDLE/.test(order.note))!.orderId
  const statusOf = async (stand: Stand, orderId: string) => {
    const answer = await fetch(`${stand.info.oms}/${orderId}`, { headers: KEY })
    return ((await answer.json()) as { status: string }).status
  }

  test('what was written outlives a restart, and a reset ends it', async () => {
    const first = await start({ state: folder })
    const orderId = readyOrder(first)
    const before = await statusOf(first, orderId)
    await fetch(`${first.info.oms}/${orderId}/start-handling`, { method: 'POST', headers: KEY })
    await ask(first, 'put(path: "a", text: "kept")')
    await ask(first, 'saveSettings(text: "kept")')
    await running.pop()!.stop()

    const second = await start({ state: folder })
    expect(await statusOf(second, orderId)).toMatch(/handling$/)
    expect(await statusOf(second, orderId)).not.toBe(before)
    expect((await ask(second, 'read(path: "a")')).value.data).toEqual({ text: 'kept' })
    expect((await ask(second, 'settings')).value).toEqual({ text: 'kept' })
    await fetch(`${second.url}/local/reset`, { method: 'POST' })
    expect(await statusOf(second, orderId)).toBe(before)
    expect((await ask(second, 'read(path: "a")')).value.data).toBeNull()
    expect((await ask(second, 'settings')).value).toEqual({})
  })

  test('a dump that is none does not stop the start', async () => {
    writeFileSync(join(folder, 'oms.json'), '{"startedAt": 1, "oms": {"version": -1}}')
    const stand = await start({ state: folder })
    expect(stand.world.oms.orders().length).toBeGreaterThan(0)
  })
})

describe('OMS_UPSTREAM', () => {
  const seen: { method?: string; url?: string; key?: string; cookie?: string; body: string }[] = []
  let upstream: Server
  let env: NodeJS.ProcessEnv

  beforeEach(async () => {
    seen.length = 0
    upstream = createServer((request, response) => {
      let body = ''
      request.on('data', (part: Buffer) => (body += part.toString()))
      request.on('end', () => {
        seen.push({
          method: request.method,
          url: request.url,
          key: request.headers['x-vtex-api-appkey'] as string | undefined,
          cookie: request.headers.vtexidclientautcookie as string | undefined,
          body,
        })
        response.writeHead(request.method === 'GET' ? 200 : 418, {
          'content-type': 'application/json',
        })
        response.end('{"from":"upstream"}')
      })
    })
    await new Promise<void>((resolve) => upstream.listen(0, '127.0.0.1', resolve))
    running.push({ stop: () => new Promise((resolve) => upstream.close(() => resolve())) })
    env = { OMS_UPSTREAM: `http://127.0.0.1:${(upstream.address() as AddressInfo).port}/base/` }
  })

  test('takes the calls of the app and of the OMS face, with the caller’s token', async () => {
    const stand = await start({ env })
    expect((await ask(stand, 'asCaller(id: "1-01")')).value).toEqual({ from: 'upstream' })
    const answer = await fetch(`${stand.info.oms}/1%2F2/invoice?x=1`, {
      method: 'POST',
      headers: KEY,
      body: '{"a":1}',
    })
    expect(answer.status).toBe(418)
    expect(seen).toEqual([
      {
        method: 'GET',
        url: '/base/api/oms/pvt/orders/1-01?an=storeops',
        cookie: 'local-admin',
        body: '',
      },
      {
        method: 'POST',
        url: '/base/api/oms/pvt/orders/1%2F2/invoice?x=1&an=storeops',
        body: '{"a":1}',
      },
    ])
    const calls = await (await fetch(`${stand.url}/local/oms/requests`)).json()
    expect(calls).toMatchObject([
      { method: 'GET', status: 200, token: 'person' },
      { method: 'POST', status: 418, token: 'key', body: { a: 1 } },
    ])
  })

  test('with a key every call carries it and no token of the stand', async () => {
    const stand = await start({ env: { ...env, OMS_APP_KEY: 'real', OMS_APP_TOKEN: 'secret' } })
    await ask(stand, 'asCaller(id: "1-01")')
    expect(seen).toMatchObject([{ key: 'real', cookie: undefined }])
  })

  test.each([
    [{ OMS_UPSTREAM: 'nonsense' }, 'OMS_UPSTREAM'],
    [{ OMS_UPSTREAM: 'ftp://x' }, 'http://'],
    [{ OMS_UPSTREAM: 'http://127.0.0.1:1', OMS_APP_KEY: 'k' }, 'OMS_APP_TOKEN'],
  ])('%j is refused with its reason', async (wrong, words) => {
    await expect(start({ env: wrong })).rejects.toThrow(words)
  })
})

test('a service that does not start says why', async () => {
  writeFileSync(join(app.directory, 'service', 'schema.graphql'), 'type Query { broken ')
  await expect(start()).rejects.toThrow(/the service does not start[^]*Syntax Error/)
})

test('no build is said in words', async () => {
  await expect(start({ directory: folder })).rejects.toThrow('npm run build')
})
